import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '../../../src/types.js'
import type { Peek } from '../peekStore.js'

interface Row {
  readonly tenant: string
  readonly channel: string
  readonly message: string
}

const keyOf = ({ tenant, channel, message }: Row) => `${tenant} ${channel} ${message}`

/** The pseudonym under which somebody is kept, worked out anew. */
export function pseudonymOf(folder: string, { platform, tenant, user }: Person): string {
  const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
  return createHmac('sha256', secret).update(`${platform}|${tenant}|${user}`).digest('hex')
}

/** What the store holds of messages. */
export async function readStore(peek: Peek) {
  const sights = await peek.all<Row & { revision: string }>('select * from sights')
  const counts = await peek.all<Row & { found: number }>(
    `select tenant, channel, message, count(*) as found from sightings join sights on sights.id = sight
      group by tenant, channel, message`,
  )
  const sent = await peek.all<Row & { id: string; recipient: string }>(
    `select * from outbox where state = 'sent'`,
  )
  const persons: string[] = []
  for (const table of ['people', 'sightings', 'outbox', 'paces', 'posted', 'rosters', 'muted'])
    for (const { person } of await peek.all<{ person: string }>(`select distinct person from ${table}`))
      persons.push(person)
  return {
    sights: sights.map((row) => `${keyOf(row)} ${row.revision}`),
    sightings: new Map(counts.map((row) => [keyOf(row), row.found])),
    sent: new Map(sent.map((row) => [row.id, { about: keyOf(row), recipient: row.recipient }])),
    orphans: await peek.all('select * from sightings where sight is null'),
    persons: [...new Set(persons)],
  }
}

export type Stored = Awaited<ReturnType<typeof readStore>>
