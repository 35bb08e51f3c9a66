import type { Answer, NudgeText } from '../../../src/types.js'
import type { Card } from '../chat.js'
import { address, type Where } from '../where.js'
import { icons } from './icons.js'

const further = ['quotation', 'team-term', 'mute-rule', 'pause'] as const

function Suggestions({ text, words }: { text: NudgeText; words: Where['words'] }) {
  if (text.suggestions.length === 0) return null
  return (
    <div class="suggestions">
      <h4>{words.card.instead}</h4>
      <ul>
        {text.suggestions.map(({ term, instead }) => (
          <li class={term ? 'suggestion' : 'suggestion suggestion--sentence'}>
            {term && <span class="suggestion__term">{term}</span>}
            {term && <icons.chevron />}
            <ul>
              {instead.map((better) => (
                <li class={term ? 'chip' : 'sentence'}>{better}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Answers({ where, card }: { where: Where; card: Card }) {
  const { words } = where
  const target = address(where, '/playground/answer')
  const praise = card.text.kind === 'praise'
  const button = (answer: Answer, look: string) => (
    <button type="submit" class={look} name="answer" value={answer}>
      {praise && answer === 'mute-rule' ? words.card.mutePraise : words.card[answer]}
    </button>
  )
  return (
    <form
      class="answers"
      method="post"
      action={target}
      hx-post={target}
      hx-target="closest .card"
      hx-swap="outerHTML"
      aria-label={words.card.answers}
    >
      <input type="hidden" name="card" value={card.id} />
      <div class="answers__main">
        {button('helpful', 'button button--small')}
        {button('not-helpful', 'button button--small')}
        {praise && button('mute-rule', 'link-button')}
      </div>
      {!praise && (
        <div class="answers__further">{further.map((answer) => button(answer, 'link-button'))}</div>
      )}
    </form>
  )
}

/** A nudge under its message. `fault` says why an answer was not taken; `fresh` lets the thanks have the focus of the button that is gone. */
export function CardView(props: { where: Where; card: Card; fault?: string; fresh?: boolean }) {
  const { where, card, fault, fresh } = props
  const { words } = where
  const { text, answer } = card
  const praise = text.kind === 'praise'
  const open = answer === null
  return (
    <section
      id={card.id}
      class={`card card--${text.kind}${open ? '' : ' card--answered'}`}
      aria-labelledby={`${card.id}-title`}
      data-announce={open ? words.card.arrived(text.title) : undefined}
    >
      <p class="card__private">
        <icons.lock />
        {words.card.private}
      </p>
      <div lang={text.language === where.lang ? undefined : text.language}>
        <h3 id={`${card.id}-title`}>
          {praise && <icons.heart />}
          {text.title}
        </h3>
        {open && <p class="card__body">{text.body}</p>}
        {(open || answer === 'helpful') && <Suggestions text={text} words={words} />}
      </div>
      {open && !praise && (
        <details class="why">
          <summary>
            <icons.chevron />
            {words.card.why}
          </summary>
          <p lang={text.language === where.lang ? undefined : text.language}>{text.why}</p>
        </details>
      )}
      {fault && (
        <p class="error" role="alert">
          {fault}
        </p>
      )}
      {open && <Answers where={where} card={card} />}
      {answer && (
        <p class="card__thanks" tabIndex={-1} data-fresh={fresh}>
          <icons.check />
          {words.card.thanks[answer]}
        </p>
      )}
    </section>
  )
}

/** Stands in for a card that has been taken back meanwhile. */
export function GoneCard({ where }: { where: Where }) {
  return (
    <section class="card card--answered">
      <p class="card__thanks" tabIndex={-1} data-fresh>
        {where.words.card.gone}
      </p>
    </section>
  )
}
