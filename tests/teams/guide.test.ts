import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isConfidential } from '../../adapters/common/confidential.js'
import { MESSAGES_PATH, PERMISSIONS } from '../../adapters/teams/manifest.js'
import { teamsVariables } from '../../src/config/teams.js'
import { packageRoot } from '../../src/package-root.js'
import { findingsIn, germanProse } from '../helpers/own-texts.js'

const page = (name: string) => readFileSync(join(packageRoot, 'docs', name), 'utf8')
const GUIDES = ['teams.md', 'teams.en.md'] as const

/** The English paragraphs of a page, without code, tables and what stands in quotation. */
const englishProse = (markdown: string) =>
  markdown
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n{2,}/)
    .filter((part) => /\b(?:the|and|not|is|you)\b/.test(part) && !/^[|#>!]/.test(part))

describe('Teams: the guide', function () {
  this.timeout(60_000)

  it('has no finding as company-wide text, in German', () =>
    assert.deepEqual(findingsIn(germanProse(page('teams.md')), 'de'), []))

  it('has no finding as company-wide text, in English', () =>
    assert.deepEqual(findingsIn(englishProse(page('teams.en.md')), 'en'), []))

  for (const name of GUIDES) {
    it(`lists the permissions that the manifest asks for, and no other: ${name}`, () => {
      const rows = [...page(name).matchAll(/^\| `([A-Za-z]+(?:\.[A-Za-z]+)+)` \|/gm)].map(
        ([, right]) => right!,
      )
      assert.deepEqual(
        rows,
        PERMISSIONS.map((permission) => permission.name),
      )
    })

    it(`names channels that are never read: ${name}`, () => {
      const list = /```text\s+(betriebsrat [^`]*)```/.exec(page(name))?.[1] ?? ''
      const words = list.split(/[^\p{L}]+/u).filter(Boolean)
      assert.ok(words.length > 50)
      assert.deepEqual(
        words.filter((word) => !isConfidential(word)),
        [],
      )
    })

    it(`names every variable and the address that Teams calls: ${name}`, () => {
      const text = page(name)
      // A row may write a second variable short: `KLARTEXT_TEAMS_ONLY_IN` or `_NOT_IN: …`.
      const isNamed = (variable: string) => text.includes(variable)
      assert.deepEqual(
        Object.keys(teamsVariables).filter((variable) => !isNamed(variable)),
        [],
      )
      assert.ok(text.includes(`https://klartext.example.com${MESSAGES_PATH}`))
    })
  }

  it('has the same sections, tables and code in both languages', () => {
    const outline = (name: string) =>
      (page(name).match(/^(?:#+ |\||\s*```)/gm) ?? []).map((marks) => marks.trim())
    assert.deepEqual(outline('teams.en.md'), outline('teams.md'))
  })

  it('leads to places that there are', () => {
    for (const name of GUIDES) {
      const text = page(name)
      const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title!
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      )
      for (const [, target] of text.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(anchors.includes(target!), target)
    }
  })

  it('goes with a list of all variables', () => {
    const settings = page('settings.md')
    assert.deepEqual(
      Object.keys(teamsVariables).filter((name) => !settings.includes(`| \`${name}\` |`)),
      [],
    )
  })
})
