import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nudgePosting } from '../../adapters/slack/render/nudge.js'
import { createAnalyzer } from '../../src/analyzer/analyzer.js'
import { chooseNudge } from '../../src/coaching/coach.js'
import { compose } from '../../src/coaching/compose.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import { loadLexicons } from '../../src/lexicon/load.js'
import { packageRoot } from '../../src/package-root.js'
import type { Analysis } from '../../src/types.js'
import { fourWords } from './acts.js'
import { checkBlocks } from './stand-in/blocks/checkBlocks.js'

const LINK = 'https://works.slack.com/archives/C1/p1'
const folder = join(packageRoot, 'tests/blind')
/** Every third of the messages in the drawer: enough, and three times as fast. */
const texts = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line, at) => line !== '' && at % 3 === 0)
    .map((line) => (JSON.parse(line) as { text: string }).text),
)

describe('Slack: what a hint may say', () => {
  const lexicons = loadLexicons()
  const analyzer = createAnalyzer(lexicons)
  let known: { readonly text: string; readonly analysis: Analysis }[] | undefined
  const analysed = () =>
    (known ??= texts.map((text) => ({
      text,
      analysis: analyzer.analyze({ text, markup: 'slack', audience: 'customer-facing' }),
    })))

  for (const tone of ['du', 'sie'] as const)
    for (const language of ['auto', 'en'] as const)
      it(`is never four words of the message it is about: ${tone}, ${language}`, () => {
        let hints = 0
        for (const { text, analysis } of analysed()) {
          const settings = { ...DEFAULT_SETTINGS, tone, language }
          const nudge = chooseNudge(analysis, lexicons.entries, settings, true)
          const worded = nudge && compose(nudge, lexicons.entries, settings)
          if (!nudge || !worded) continue
          hints++
          const posting = nudgePosting({ id: '4c9d7f3e', text: worded, tone }, LINK)
          assert.deepEqual(checkBlocks(posting.blocks, 'message'), [])
          const said = JSON.stringify(posting).toLowerCase()
          const own = nudge.rules.map((rule) => lexicons.entries.get(rule)!.name?.toLowerCase() ?? '')
          for (const part of fourWords(text.toLowerCase()))
            if (said.includes(part))
              assert.ok(
                own.some((name) => name.includes(part)),
                `„${part}“`,
              )
        }
        assert.ok(hints > 100, `${hints} hints of ${texts.length} messages`)
      })
})
