import type { Told } from './history.js'

/** Where on its way a process dies. */
export type Point = {
  readonly name: string
  /** The latest passing on which it dies there. */
  readonly upTo: number
  /** Only reached where somebody must find out what became of a nudge. */
  readonly afterDoubt?: true
} & (
  | { readonly by: 'itself' }
  /** Killed from outside when a call has come in: before it is carried out, or after, without an answer. */
  | { readonly by: 'call'; readonly method: string; readonly isCarriedOut: boolean }
  /** Killed from outside when the platform has the acknowledgement of such an event. */
  | { readonly by: 'acknowledgement'; readonly of: Told['kind'] }
  | { readonly by: 'chance' }
)

export const inside = (name: string, upTo = 1): Point => ({ by: 'itself', name, upTo })
export const doubt = (name: string, upTo = 1): Point => ({ ...inside(name, upTo), afterDoubt: true })
export const call = (method: string, upTo = 1): Point => ({
  ...{ by: 'call', name: `${method} arrived`, method, isCarriedOut: false, upTo },
})
export const lost = (method: string, upTo = 1): Point => ({
  ...{ by: 'call', name: `${method} carried out, not answered`, method, isCarriedOut: true, upTo },
})
export const told = (name: string, of: Told['kind'], upTo: number): Point => ({
  ...{ by: 'acknowledgement', name, of, upTo },
})

/** Dies with everything under way, which leaves doubt. */
export const IN_FLIGHT: Point = inside('claim after')

/** Killed without looking. */
export const AT_RANDOM: Point = { by: 'chance', name: 'at any moment', upTo: 1 }
