import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresPage } from '../bench/figures-page.js'
import { packageRoot } from '../src/package-root.js'
import { shippedAnalyzer } from './helpers/lexicons.js'

describe('messages by people who saw no pattern', function () {
  this.timeout(60_000)

  it('are judged as docs/figures.md says', () => {
    const written = readFileSync(join(packageRoot, 'docs/figures.md'), 'utf8')
    assert.equal(
      figuresPage(shippedAnalyzer()),
      written,
      'run `node --import tsx bench/figures.ts` and look at the difference',
    )
  })
})
