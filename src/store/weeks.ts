import type { Knex } from 'knex'
import type { Label, PersonWeek, Store } from '../types.js'
import type { Database } from './database.js'
import { humansOf } from './organisation.js'
import { places, rows } from './rows.js'

/** Somebody has written so many messages more. */
export interface Written {
  readonly person: string
  readonly week: number
}

/** Counts messages for their writers' weeks; part of the caller's transaction. */
export async function countMessages(trx: Knex, written: readonly Written[]): Promise<void> {
  const sums = new Map<string, Written & { messages: number }>()
  for (const { person, week } of written) {
    const key = `${person} ${week}`
    sums.set(key, { person, week, messages: (sums.get(key)?.messages ?? 0) + 1 })
  }
  if (sums.size === 0) return
  await rows(
    trx,
    `insert into weeks (person, week, messages) values ${places(sums.size, 3)}
    on conflict (person, week) do update set messages = weeks.messages + excluded.messages`,
    [...sums.values()].flatMap(({ person, week, messages }) => [person, week, messages]),
  )
}

/** What a week's summaries are made of. */
export function weeks({ reads }: Database): Pick<Store, 'personWeeks'> {
  return {
    async personWeeks(week, end) {
      const humans = await humansOf(reads, week)
      const humanOf = (person: string) => humans.get(person) ?? person
      const written: { person: string; messages: number }[] = await reads('weeks')
        .join('people', 'people.person', 'weeks.person')
        .where({ 'weeks.week': week.getTime(), 'people.opted_in': 1 })
        .select('weeks.person', 'weeks.messages')
      const found: { person: string; label: Label; rule: string; number: number | string }[] = await reads(
        'sightings',
      )
        .where('hour', '>=', week.getTime())
        .where('hour', '<', end.getTime())
        .groupBy('person', 'label', 'rule')
        .select('person', 'label', 'rule')
        .count({ number: '*' })
      const all = new Map<string, { messages: number; findings: Map<Label, number>; rules: Set<string> }>()
      for (const { person, messages } of written) {
        const human = humanOf(person)
        const before = all.get(human) ?? { messages: 0, findings: new Map(), rules: new Set() }
        all.set(human, { ...before, messages: before.messages + Number(messages) })
      }
      for (const { person, label, rule, number } of found) {
        const one = all.get(humanOf(person))
        if (!one) continue
        one.findings.set(label, (one.findings.get(label) ?? 0) + Number(number))
        one.rules.add(rule)
      }
      return [...all].map(
        ([person, { messages, findings, rules: met }]): PersonWeek => ({
          person,
          messages,
          findings: Object.fromEntries(findings),
          rules: [...met].sort(),
        }),
      )
    },
  }
}
