import type { FrameWords } from '../words/frame.js'

/** Why something was refused, as far as it is told. */
export type Reason = {
  [Key in keyof FrameWords['refused']]: FrameWords['refused'][Key] extends string ? never : Key
}[keyof FrameWords['refused']]

/** Says in a sentence what could not be done, and where to go on. */
export function Refusal({
  text,
  link,
}: {
  text: string
  link: { readonly href: string; readonly label: string } | null
}) {
  return (
    <>
      <p>{text}</p>
      {link && (
        <a class="button" href={link.href}>
          {link.label}
        </a>
      )}
    </>
  )
}
