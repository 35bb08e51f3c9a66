import * as inside from '../../proofs/canary/stages.js'
import type { Misfortune } from '../../proofs/canary/watchFetch.js'
import { ofConnector, ofTokens } from './misfortunes.js'
import type { CanaryHouse } from './openCanaryHouse.js'

const FAR = [
  ['Teams', 'connector', ofConnector],
  ['tokens', 'token', ofTokens],
] as const

/** Everything that goes wrong, one after the other. */
export const stages: readonly inside.Stage<CanaryHouse>[] = [
  ...inside.stages,
  ...FAR.flatMap(([who, method, make]) =>
    make(() => '').map(([name], nth) => ({
      name: `${who}: ${name}`,
      begin(house: CanaryHouse) {
        const [, fail] = make(house.canaries.latest)[nth]!
        // Now somebody must ask for a token, and for the channels of the team.
        house.teams.revokeTokens()
        house.forgetTeam()
        house.fetches.misfortune = only(method, fail)
      },
    })),
  ),
]

/** Lets one kind of call fail. */
export const only =
  (method: string, fail: Misfortune): Misfortune =>
  (call, real) =>
    call.method === method ? fail(call, real) : real()

/** All is well again. */
export function mend(house: CanaryHouse): void {
  inside.mend(house)
  house.fetches.misfortune = null
}
