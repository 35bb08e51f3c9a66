import { misfortunes } from './misfortunes.js'
import type { CanaryHouse } from './openCanaryHouse.js'
import type { Misfortune } from './watchFetch.js'

/** Something that goes wrong while people write. */
export interface Stage {
  readonly name: string
  /** Only over HTTP: what Slack answers is the same in Socket Mode, where each event that fails takes its time. */
  readonly isHttpAlone?: boolean
  begin(house: CanaryHouse): void
}

const STORE: readonly (readonly [name: string, work: readonly string[]])[] = [
  ['takes no sight', ['record', 'history', 'forget']],
  ['knows no settings', ['settings', 'saveSettings', 'nudge', 'saveAnswer']],
  ['lets nothing out', ['claim', 'removals', 'removed', 'expire']],
  ['cannot tell how a delivery ended', ['settle', 'unknowns', 'personalData', 'teamTerms']],
  ['has lost its tokens', ['vault']],
]

/** Slack tells names and topics of channels whenever it is asked, and may fail in everything else. */
export const usually =
  ({ canaries: { plain, sharp } }: Pick<CanaryHouse, 'canaries'>, fail?: Misfortune): Misfortune =>
  async (call, real) => {
    if (call.method !== 'conversations.info') return fail ? fail(call, real) : real()
    const answer = (await (await real()).json()) as { channel?: Record<string, unknown> }
    Object.assign(answer.channel ?? {}, {
      topic: { value: sharp('the topic of a channel') },
      purpose: { value: sharp('the purpose of a channel') },
      previous_names: [plain('an old name of a channel')],
    })
    return Response.json(answer)
  }

/** Everything that goes wrong, one after the other. */
export const stages: readonly Stage[] = [
  { name: 'all is well', begin: () => {} },
  { name: 'the core throws', begin: ({ breakage }) => void (breakage.core = true) },
  { name: 'the analyzer throws', begin: ({ breakage }) => void (breakage.analyzer = true) },
  ...STORE.map(([name, work]) => ({
    name: `the store ${name}`,
    begin: ({ breakage }: CanaryHouse) => void (breakage.store = new Set(work)),
  })),
  ...misfortunes(() => '').map(([name], nth) => ({
    name: `Slack: ${name}`,
    isHttpAlone: nth > 1,
    begin(house: CanaryHouse) {
      const [, fail] = misfortunes(house.canaries.latest)[nth]!
      house.fetches.misfortune = usually(house, fail)
    },
  })),
  {
    name: 'Slack: an error in everything',
    begin(house) {
      ;[[, house.fetches.misfortune]] = misfortunes(house.canaries.latest) as [[string, Misfortune]]
    },
  },
]

/** All is well again. */
export function mend(house: CanaryHouse): void {
  Object.assign(house.breakage, { core: false, analyzer: false, store: new Set() })
  house.fetches.misfortune = usually(house)
}
