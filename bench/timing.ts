/** What is measured: something done with each of a list of inputs. */
export interface Work<T> {
  readonly name: string
  do(input: T): unknown
}

const SLICE = 1_000

/** How many times slower each work is than the first, and its rate in the quietest slice, in inputs a second. */
export interface Timing {
  readonly name: string
  readonly rate: number
  readonly ratio: number
}

/**
 * Times works in turns, slice by slice over the same inputs, so that a noisy neighbour disturbs all alike; the ratio is
 * the median over the slices.
 */
export function timeInTurns<T>(works: readonly Work<T>[], inputs: readonly T[], rounds: number): Timing[] {
  const slices = Array.from({ length: Math.floor(inputs.length / SLICE) }, (_, i) =>
    inputs.slice(i * SLICE, (i + 1) * SLICE),
  )
  // Warm first.
  for (const work of works) for (const input of inputs) work.do(input)
  const times = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const slice of slices) {
      works.forEach((work, i) => {
        const start = performance.now()
        for (const input of slice) work.do(input)
        times[i].push(performance.now() - start)
      })
    }
  }
  return works.map(({ name }, i) => ({
    name,
    rate: (SLICE / Math.min(...times[i])) * 1_000,
    ratio: median(times[i].map((time, slice) => time / times[0][slice])),
  }))
}

/** Wall time of single calls in milliseconds at the given shares. */
export function quantiles<T>(
  work: (input: T) => unknown,
  inputs: readonly T[],
  shares: readonly number[],
): number[] {
  const single = inputs
    .map((input) => {
      const start = performance.now()
      work(input)
      return performance.now() - start
    })
    .sort((a, b) => a - b)
  return shares.map((share) => single[Math.floor(single.length * share)])
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
