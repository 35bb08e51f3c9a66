import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHIPPED } from '../../src/lexicon/load.js'
import { rulesPage } from '../../src/lexicon/rules-page.js'
import { shippedLexicons } from '../helpers/lexicons.js'

/** Labels whose suggestion must be a sentence that one could send, not advice. */
const WITH_SENTENCE = new Set(['blame', 'justification', 'facade', 'silo', 'condescension'])

/** German marks it as speech; an English suggestion is a sentence as it stands. */
const SENDABLE = { de: /[„].{8,}[“]/, en: /^["“]?\S+(?: \S+){3,}[.?!…]["”]?$/ }

describe('the rule list', function () {
  this.timeout(60_000)

  it('lexicons/RULES.md is what `klartext lexicons rules` writes', () => {
    const written = readFileSync(join(SHIPPED, 'RULES.md'), 'utf8')
    assert.ok(
      written === rulesPage(shippedLexicons()),
      'lexicons changed: run `npm run --silent klartext -- lexicons rules` and look at the difference',
    )
  })

  it('offers a sentence for every wording that blames, excuses, hides, stonewalls or talks down', () => {
    const without = shippedLexicons()
      .rules.filter(({ label, status }) => WITH_SENTENCE.has(label) && status !== 'retired')
      .filter(({ language, instead }) => !instead.some((wording) => SENDABLE[language].test(wording)))
    assert.deepEqual(
      without.map(({ id, where }) => `${id} ${where}`),
      [],
    )
  })

  it('gives every rule and term sentences that must flag and sentences that must not', () => {
    const { rules, terms, examples } = shippedLexicons()
    const files = new Set(
      examples
        .filter(({ flag, allow }) => flag.length > 0 && allow.length > 0)
        .map(({ where }) => where.split(':')[0]),
    )
    const bare = [...rules, ...terms]
      .filter(({ status }) => status !== 'retired' && status !== 'established')
      .filter(
        ({ flag, allow, where }) => !(flag.length > 0 && allow.length > 0) && !files.has(where.split(':')[0]),
      )
    assert.deepEqual(
      bare.map(({ id, where }) => `${id} ${where}`),
      [],
    )
  })
})
