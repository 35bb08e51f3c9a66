import type { Words } from '../words/de.js'
import { icons, Sign } from './icons.js'

/** A short word that fades by itself, or, in red, one that stays until it is closed. */
export function Notice({ text, fault, words }: { text: string; fault: boolean; words: Words }) {
  return (
    <div class={fault ? 'notice notice--fault' : 'notice'}>
      <p>{text}</p>
      {fault && (
        <button type="button" class="icon-button" data-close aria-label={words.close}>
          <icons.close />
        </button>
      )}
    </div>
  )
}

/** A page of its own for what could not be done. */
export function NoticePage({ text, back, words }: { text: string; back: string | null; words: Words }) {
  return (
    <main class="alone">
      <Sign />
      <h1>{words.errors.heading}</h1>
      <p>{text}</p>
      {back && (
        <a class="button" href={back}>
          {words.errors.back}
        </a>
      )}
    </main>
  )
}
