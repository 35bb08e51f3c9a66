import * as inside from '../../proofs/canary/stages.js'
import type { Misfortune } from '../../proofs/canary/watchFetch.js'
import { misfortunes } from './misfortunes.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** Something that goes wrong while people write. */
export interface Stage extends inside.Stage<CanaryHouse> {
  /** Only over HTTP: what Slack answers is the same in Socket Mode, where each event that fails takes its time. */
  readonly isHttpAlone?: boolean
}

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
  ...inside.stages,
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
  inside.mend(house)
  house.fetches.misfortune = usually(house)
}
