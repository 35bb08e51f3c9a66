/**
 * `free`: takes part, without limits; `limited`: takes part as everybody does at first; `left`: took part once;
 * `never`: did not; `foreign`: takes part, but is of another company by now; `bot`: a program.
 */
export type Kind = 'free' | 'limited' | 'left' | 'never' | 'foreign' | 'bot'

/** Half of the people of a town take part without limits; the others are of each kind in turn. */
export const KINDS: readonly Kind[] = [
  ...(['free', 'free', 'free', 'free', 'free'] as const),
  ...(['limited', 'left', 'never', 'never', 'never'] as const),
]

/** A message as far as its effects go; whoever tells of it may know more. */
export interface Written {
  /** Workspace or company, channel and message, as the store names them. */
  readonly key: string
  readonly author: { readonly kind: Kind }
  readonly place: {
    /** Null where Klartext must not read. */
    readonly audience: string | null
  }
  /** Whether a program wrote it, under whatever name, or the platform itself. */
  readonly isForeignHand: boolean
}

/** What Klartext is to learn of something that happened; times are milliseconds. */
export type News =
  | { readonly revision: string; readonly text: string; readonly at: number }
  | { readonly goneAt: number }

/** Something that happened; no news where Klartext must not even look. */
export interface Happening<Post extends Written> {
  readonly post: Post
  readonly news?: News
}
