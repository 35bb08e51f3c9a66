import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.js'

function klartext(args: readonly string[], input?: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'src/cli.ts'), ...args],
    {
      cwd: packageRoot,
      input: input ?? '',
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  )
  return { stdout, stderr, status }
}

const DEMO = 'Wir müssen das Alignment im Daily challengen, sonst wird der Launch gecancelt.'

describe('klartext check', function () {
  this.timeout(60_000)

  it('prints findings with carets under the wording', () => {
    const { stdout, status } = klartext(['check', DEMO])
    const lines = stdout.split('\n')
    const caret = lines.findIndex((line) => line.includes('^^^^^^^^^ anglicism anglicism-alignment'))
    assert.ok(caret > 0, stdout)
    assert.equal(lines[caret - 1].indexOf('Alignment'), lines[caret].indexOf('^'))
    assert.match(stdout, /→ Abstimmung/)
    assert.equal(status, 0)
  })

  it('reads stdin, and says so when nothing is found', () => {
    const { stdout, status } = klartext(['check'], 'Ich rufe dich um 15 Uhr an.\n')
    assert.deepEqual([stdout.includes('Nothing found'), status], [true, 0])
  })

  it('--json gives one object', () => {
    const { labels, findings, nudge, words } = JSON.parse(
      klartext(['check', '--json', '--words', DEMO]).stdout,
    )
    assert.ok(labels.includes('anglicism'))
    assert.equal(DEMO.slice(findings[0].start, findings[0].end), 'Alignment')
    assert.equal(nudge.label, 'anglicism')
    assert.deepEqual(
      words.map(({ word, status }: { word: string; status: string }) => `${word} ${status}`),
      [
        'Alignment avoidable',
        'Daily avoidable',
        'challengen avoidable',
        'Launch avoidable',
        'gecancelt avoidable',
      ],
    )
  })

  it('--jsonl answers line by line, goes on after a bad one and ends with status 1', () => {
    const lines = [
      JSON.stringify({
        id: 'a',
        text: '<p>Wir challengen das Alignment im Daily.</p>',
        platform: 'teams',
        audience: 'company',
      }),
      'no json',
      JSON.stringify({ id: 'c', txt: 'x' }),
      '[]',
      JSON.stringify({ id: 5, text: '' }),
      JSON.stringify({ text: 'ok', audience: 'world' }),
      '',
      JSON.stringify({ id: 'g', text: 'Danke dir!', lang: 'de' }),
    ]
    const { stdout, status } = klartext(['check', '--jsonl', '--words'], lines.join('\n'))
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(status, 1)
    assert.deepEqual(
      answers.map(({ id, line, error }) => [id, line, typeof error]),
      [
        ['a', undefined, 'undefined'],
        [undefined, 2, 'string'],
        ['c', 3, 'string'],
        [undefined, 4, 'string'],
        [5, undefined, 'undefined'],
        [undefined, 6, 'string'],
        ['g', undefined, 'undefined'],
      ],
    )
    assert.deepEqual(Object.keys(answers[0]), ['id', 'language', 'labels', 'findings', 'nudge', 'words'])
    assert.deepEqual([answers[4].labels, answers[4].findings, answers[4].nudge], [[], [], null])
  })

  it('--jsonl alone ends with status 0 and leaves words out', () => {
    const { stdout, status } = klartext(['check', '--jsonl'], JSON.stringify({ text: 'Danke dir!' }))
    assert.deepEqual(
      [Object.keys(JSON.parse(stdout)), status],
      [['language', 'labels', 'findings', 'nudge'], 0],
    )
  })

  it('refuses an unknown platform with the choices', () => {
    const { stderr, status } = klartext(['check', '--platform', 'irc', 'x'])
    assert.match(stderr, /--platform: found „irc“, expected slack, teams, plain/)
    assert.equal(status, 2)
  })
})

describe('klartext lexicons explain', function () {
  this.timeout(60_000)

  it('says of a word what it is in German, how frequent, and where it stands', () => {
    const { stdout, status } = klartext(['lexicons', 'explain', 'Stakeholder'])
    assert.match(stdout, /Stakeholder \(Stakeholder\): avoidable → /)
    assert.match(
      stdout,
      /Anglicism entries\n {2}anglicism-stakeholder {2}lexicons\/de\/[a-z-]+\.yaml:\d+:\d+/,
    )
    assert.equal(status, 0)
  })

  it('says of a sentence which rules match, whether they speak, and why', () => {
    const { stdout } = klartext(['lexicons', 'explain', 'Mir', 'hat', 'ja', 'keiner', 'was', 'gesagt.'])
    assert.match(stdout, /justification justification-de-\S+ \(speaks\) {2}lexicons\/de\//)
  })

  it('says so where nothing matches', () =>
    assert.match(klartext(['lexicons', 'explain', 'Der Tisch ist grün.']).stdout, /no rule matches/))
})
