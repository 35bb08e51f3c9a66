/** What this process wrote on its standard output and error. */
export interface OutputWatch {
  readonly text: () => string
  end(): void
}

/** Keeps all that is written, which goes its way all the same. */
export function watchOutput(): OutputWatch {
  const written: string[] = []
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }))
  for (const { stream, write } of streams)
    stream.write = ((...given: Parameters<typeof write>) => {
      const [chunk] = given
      written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'))
      return write.apply(stream, given)
    }) as typeof write
  return {
    text: () => written.join(''),
    end() {
      for (const { stream, write } of streams) stream.write = write
    },
  }
}
