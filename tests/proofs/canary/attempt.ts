/** Somebody tries something; where the window for it never came up, they cannot. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Error') throw error
  }
}
