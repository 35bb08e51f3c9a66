import type { TuningStore } from '../types.js'
import type { Database } from './database.js'
import { rows } from './rows.js'
import { isSameJson } from './stored-json.js'
import { type ItemRow, itemOf, type KeyRow, keyRow, tuningValue, wordOf } from './tuning-columns.js'

const KEY = 'scope, kind, name'

interface VersionRow {
  readonly version: number
  readonly at: number | string
  readonly author: string
  readonly approver: string | null
  readonly reason: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly back_to: number | null
}

/** What was published: as it is now, as it was, and what changed from one to the other. */
export function tuningItems({
  reads,
}: Database): Pick<TuningStore, 'version' | 'versions' | 'items' | 'item' | 'differences' | 'stepsBackTo'> {
  const isKept = async (version: number) =>
    (await reads('tuning_versions').where({ version }).first('version')) !== undefined

  return {
    async version() {
      const last = await reads('tuning_versions').max({ version: 'version' }).first()
      return Number(last?.['version'] ?? 0)
    },

    async versions(limit) {
      const found: VersionRow[] = await reads('tuning_versions').orderBy('version', 'desc').limit(limit)
      return found.map(({ at, back_to: backTo, ...rest }) => ({ ...rest, at: new Date(Number(at)), backTo }))
    },

    async items(version, after, limit) {
      if (!(await isKept(version))) return []
      // The plus signs leave the one index that has the rows in their order, so that a page reads little more than itself.
      const found = await rows<ItemRow>(
        reads,
        `select ${KEY}, since, content from tuning_items
        where +since <= ? and (until is null or +until > ?)
        ${after ? `and (${KEY}) > (?, ?, ?)` : ''} order by ${KEY} limit ?`,
        [version, version, ...(after ? [after.scope, after.kind, after.name] : []), limit],
      )
      return found.map(itemOf)
    },

    async item(key) {
      const row: ItemRow | undefined = await reads('tuning_items')
        .where({ ...keyRow(key) })
        .whereNull('until')
        .first()
      return row ? itemOf(row) : null
    },

    async differences(version, limit) {
      // What came before the first that is kept is there in part only.
      if (!(await isKept(version))) return []
      // Two rows at most for each item: the one that ended, and the one that began.
      const found = await rows<ItemRow>(
        reads,
        `select ${KEY}, since, content from tuning_items
        where since = ? or until = ? order by ${KEY}, since limit ?`,
        [version, version, 2 * limit],
      )
      return pairs(found, ({ since }) => since === version)
        .slice(0, limit)
        .map(({ key, old, now }) => ({
          ...key,
          before: tuningValue(old?.content ?? null),
          after: tuningValue(now?.content ?? null),
        }))
    },

    async stepsBackTo(version) {
      // How it was before the first version is always known: nothing was set.
      if (version !== 0 && !(await isKept(version))) return null
      // What was in force then and is no more, and what is in force now and was not then.
      const found = await rows<ItemRow>(
        reads,
        `select ${KEY}, since, content from tuning_items
        where (since <= ? and until > ?) or (since > ? and until is null) order by ${KEY}, since`,
        [version, version, version],
      )
      return pairs(found, ({ since }) => since > version)
        .filter(({ old, now }) => !isSameJson(old?.content ?? null, now?.content ?? null))
        .map(({ key, old, now }) => ({
          ...key,
          value: tuningValue(old?.content ?? null),
          base: now?.since ?? 0,
        }))
    },
  }
}

/** An item before and after. */
interface Pair {
  readonly key: KeyRow
  readonly old?: ItemRow
  readonly now?: ItemRow
}

/** Puts the rows of each item together. */
function pairs(found: readonly ItemRow[], isNow: (row: ItemRow) => boolean): readonly Pair[] {
  const all = new Map<string, Pair>()
  for (const row of found) {
    const { scope, kind, name } = row
    const before = all.get(wordOf(row)) ?? { key: { scope, kind, name } }
    all.set(wordOf(row), { ...before, [isNow(row) ? 'now' : 'old']: row })
  }
  return [...all.values()]
}
