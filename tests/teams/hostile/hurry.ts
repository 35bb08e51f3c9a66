/** Every limit of time that is set meanwhile comes so many times sooner; answers the limits, in milliseconds. */
export async function hurry(times: number, use: () => Promise<void>): Promise<readonly number[]> {
  const real = AbortSignal.timeout
  const asked: number[] = []
  AbortSignal.timeout = (ms) => {
    asked.push(ms)
    return real.call(AbortSignal, ms / times)
  }
  try {
    await use()
  } finally {
    AbortSignal.timeout = real
  }
  return asked
}
