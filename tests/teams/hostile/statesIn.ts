import { peekStore } from '../../proofs/peekStore.js'

/** In what states hints are, oldest first, by what is on the disk. */
export async function statesIn(folder: string): Promise<string[]> {
  const peek = await peekStore(folder)
  try {
    return (await peek.all<{ state: string }>('select state from outbox order by id')).map(
      ({ state }) => state,
    )
  } finally {
    await peek.close()
  }
}
