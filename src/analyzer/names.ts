import type { Token } from './reading.js'

const LEGAL_FORM = /^(?:gmbh|ag|kg|ohg|gbr|ug|se|mbh|ltd|inc|llc|corp|plc)$/
const FIRM = /^(?:firma|agentur|startup|unternehmen|hotel|verein)$/

/** Whether a run is part of a firm's name, whatever its words mean: Mindset Solutions GmbH, die Firma Happy Travel. */
export function isFirm(tokens: readonly Token[], from: number, to: number): boolean {
  if (!tokens[from].form.capital) return false
  const { clause } = tokens[from]
  for (let at = from - 1; at >= 0 && tokens[at].clause === clause && at >= from - 3; at--) {
    if (FIRM.test(tokens[at].form.key)) return true
    if (!tokens[at].form.capital) break
  }
  for (let at = to; at < to + 3 && tokens[at]?.clause === clause; at++) {
    if (LEGAL_FORM.test(tokens[at].form.key)) return true
    if (!tokens[at].form.capital) break
  }
  return false
}

const DETERMINER =
  /^(?:d(?:er|ie|as|en|em|es)|(?:ein|mein|dein|sein|ihr|unser|euer|eur|kein|dies|jed|welch)(?:e[rmns]?)?|im|am|zum|zur|vom|beim|ins|ans|pro|per|ohne|mit|f(?:ue)r)$/

/** Whether a German noun stands there: behind an article, where a name stands without one. */
export function isNoun(tokens: readonly Token[], at: number): boolean {
  const { form, clause, glued } = tokens[at]
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return (
    form.capital &&
    !glued &&
    !after?.glued &&
    before?.clause === clause &&
    DETERMINER.test(before.form.key) &&
    !(after?.clause === clause && after.form.capital)
  )
}
