import type { Answer, Label, Language, NudgeState, Store } from '../types.js'
import { marksOf } from './answer-mark.js'
import type { Database } from './database.js'
import { personKey } from './person-key.js'
import { pieces } from './rows.js'
import { storedNudges } from './stored-nudges.js'

/** A nullable moment; PostgreSQL answers big integers as strings. */
const dateOf = (time: number | string | null | undefined) =>
  time === null || time === undefined ? null : new Date(Number(time))

/** What is kept about a person, for that person. */
export function personal({ reads, secret }: Database): Pick<Store, 'ownSightings' | 'personalData'> {
  async function answersOf(key: string) {
    const found: { at: number | string; rule: string; answer: Answer }[] = []
    for (const marks of pieces(await marksOf(reads, secret, key)))
      found.push(
        ...(await reads('answers')
          .whereIn('mark', [...marks])
          .select('at', 'rule', 'answer')),
      )
    return found
      .map(({ at, rule, answer }) => ({ at: new Date(Number(at)), rule, answer }))
      .sort((a, b) => b.at.getTime() - a.at.getTime())
  }

  return {
    async ownSightings(person, since) {
      const counted: { hour: number | string; label: Label; rule: string; number: number | string }[] =
        await reads('sightings')
          .where({ person: personKey(secret, person) })
          .where('hour', '>=', since.getTime())
          .groupBy('hour', 'label', 'rule')
          .orderBy(['hour', 'label', 'rule'])
          .select('hour', 'label', 'rule')
          .count({ number: '*' })
      return counted.map(({ hour, label, rule, number }) => ({
        hour: new Date(Number(hour)),
        label,
        rule,
        count: Number(number),
      }))
    },

    async personalData(person) {
      const own = { person: personKey(secret, person) }
      const sightings: { hour: number | string; label: Label; rule: string; language: Language | null }[] =
        await reads('sightings')
          .where(own)
          .orderBy([{ column: 'hour', order: 'desc' }, 'label', 'rule', 'id'])
          .select('hour', 'label', 'rule', 'language')
      const outbox = await storedNudges(reads, await reads('outbox').where(own))
      const posted: { id: string; at: number | string }[] = await reads('posted')
        .where(own)
        .select('id', 'at')
      const teams: { team: string; week: number | string }[] = await reads('rosters')
        .where(own)
        .orderBy([{ column: 'week', order: 'desc' }, 'team'])
        .select('team', 'week')
      const weeks: { week: number | string; messages: number }[] = await reads('weeks')
        .where(own)
        .orderBy('week', 'desc')
        .select('week', 'messages')
      const units: { unit: string; week: number | string; recipient: string | null }[] = await reads(
        'unit_people',
      )
        .where(own)
        .orderBy([{ column: 'week', order: 'desc' }, 'unit'])
        .select('unit', 'week', 'recipient')
      const summaries: { unit: string; week: number | string; state: NudgeState }[] = await reads('summaries')
        .where(own)
        .orderBy([{ column: 'week', order: 'desc' }, 'unit'])
        .select('unit', 'week', 'state')
      const sessions: { started_at: number | string; seen_at: number | string }[] = await reads('sessions')
        .where(own)
        .orderBy('started_at', 'desc')
        .select('started_at', 'seen_at')
      const pace = await reads('paces').where(own).first()
      const recent = outbox.map(({ id, createdAt, state, nudge: { label, rules } }) => ({
        id,
        at: createdAt,
        state,
        label,
        rules,
      }))
      const known = new Set(recent.map(({ id }) => id))
      const standing = posted
        .filter(({ id }) => !known.has(id))
        .map(({ id, at }) => ({
          id,
          at: new Date(Number(at)),
          state: 'sent' as NudgeState,
          label: null,
          rules: [],
        }))
      return {
        sightings: sightings.map(({ hour, ...rest }) => ({ hour: new Date(Number(hour)), ...rest })),
        nudges: [...recent, ...standing]
          .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1))
          .map(({ id: _, ...nudge }) => nudge),
        teams: teams.map(({ team, week }) => ({ team, week: new Date(Number(week)) })),
        weeks: weeks.map(({ week, messages }) => ({ week: new Date(Number(week)), messages })),
        units: units.map(({ unit, week, recipient }) => ({
          unit,
          manages: recipient !== null,
          week: new Date(Number(week)),
        })),
        summaries: summaries.map(({ week, ...rest }) => ({ ...rest, week: new Date(Number(week)) })),
        answers: await answersOf(own.person),
        sessions: sessions.map(({ started_at: startedAt, seen_at: seenAt }) => ({
          startedAt: new Date(Number(startedAt)),
          seenAt: new Date(Number(seenAt)),
        })),
        lastHintAt: dateOf(pace?.last_hint_at),
        lastPraiseAt: dateOf(pace?.last_praise_at),
      }
    },
  }
}
