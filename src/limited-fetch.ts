/** Answers longer than this, in bytes, are not read. */
const LONGEST_ANSWER = 1024 * 1024

/** Follows nobody elsewhere, and reads no more than a limit. */
export const limitedFetch: typeof fetch = async (url, init) => {
  const response = await fetch(url, { ...init, redirect: 'error' })
  let read = 0
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength
      if (read > LONGEST_ANSWER) controller.error(new Error('answer too long'))
      else controller.enqueue(chunk)
    },
  })
  // Not by its header alone: an answer in pieces does not tell its length.
  const { body, status, statusText, headers } = response
  return body ? new Response(body.pipeThrough(limit), { status, statusText, headers }) : response
}
