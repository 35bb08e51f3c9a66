/** Makes of a piece of work one that never runs twice at once: a call while it runs makes it run once more. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false

  async function run(): Promise<void> {
    try {
      do {
        again = false
        await work()
      } while (again)
    } finally {
      running = undefined
    }
  }

  return () => {
    again = true
    running ??= run()
    return running
  }
}
