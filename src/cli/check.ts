import type { Command } from 'commander'
import { type Analyzer, createAnalyzer } from '../analyzer/analyzer.js'
import { chooseNudge } from '../coaching/coach.js'
import { compose } from '../coaching/compose.js'
import { DEFAULT_SETTINGS } from '../coaching/settings.js'
import { UserError } from '../errors.js'
import { loadLexicons } from '../lexicon/load.js'
import { AUDIENCES } from '../lexicon/schema.js'
import type { Analysis, Audience, Language, Markup, Message, NudgeText, Tone } from '../types.js'
import { checkLines } from './jsonl.js'
import { printFindings } from './print.js'

interface Options {
  json?: boolean
  jsonl?: boolean
  words?: boolean
  platform: Markup
  audience: Audience
  lang?: Language
  tone: Tone
}

/** An analysis with the nudge its writer would get. */
export type Check = (message: Message) => { analysis: Analysis; nudge: NudgeText | null }

/** `klartext check`: findings for a text or for lines of JSON. */
export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('check a text, or one JSON object a line from stdin with --jsonl')
    .argument('[text...]', 'the text; without it, stdin')
    .option('--json', 'print one JSON object')
    .option(
      '--jsonl',
      'read {"id","text","platform"?,"audience"?,"lang"?,"reply"?} a line from stdin, write one line each',
    )
    .option('--words', 'with --json or --jsonl: also list every word of English origin')
    .option('--platform <markup>', 'slack, teams or plain', 'plain')
    .option('--audience <audience>', AUDIENCES.join(', '), 'team')
    .option('--lang <language>', 'de or en, where the words do not tell')
    .option('--tone <tone>', 'du or sie', 'du')
    .action(async (words: string[], options: Options) => {
      requireOneOf('--platform', options.platform, ['slack', 'teams', 'plain'])
      requireOneOf('--audience', options.audience, AUDIENCES)
      requireOneOf('--tone', options.tone, ['du', 'sie'])
      if (options.lang) requireOneOf('--lang', options.lang, ['de', 'en'])
      const check = createCheck(options.tone)
      if (options.jsonl) {
        const clean = await checkLines(process.stdin, process.stdout, check, {
          ...options,
          progress: process.stderr,
        })
        if (!clean) process.exitCode = 1
        return
      }
      const text = words.length > 0 ? words.join(' ') : await readAll(process.stdin)
      const { analysis, nudge } = check({
        text,
        markup: options.platform,
        audience: options.audience,
        language: options.lang,
      })
      if (!options.json) return console.log(printFindings(text, analysis, nudge))
      const { words: loanwords, ...rest } = analysis
      console.log(JSON.stringify({ ...rest, nudge, ...(options.words ? { words: loanwords } : {}) }))
    })
}

function createCheck(tone: Tone): Check {
  const lexicons = loadLexicons()
  const analyzer: Analyzer = createAnalyzer(lexicons)
  const { entries } = lexicons
  return (message) => {
    const analysis = analyzer.analyze(message)
    const nudge = chooseNudge(analysis, entries, DEFAULT_SETTINGS, true)
    return { analysis, nudge: nudge && compose(nudge, entries, { tone }) }
  }
}

export function requireOneOf(option: string, found: string, expected: readonly string[]): void {
  if (!expected.includes(found))
    throw new UserError(
      option,
      `„${found}“`,
      expected.join(', '),
      'Choose one of them or leave the option out.',
    )
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  if (stream.isTTY)
    throw new UserError(
      'check',
      'no text',
      'a text as argument or on stdin',
      'Try: npm run --silent klartext -- check "Wir müssen das Alignment challengen."',
    )
  stream.setEncoding('utf8')
  let text = ''
  for await (const chunk of stream) text += chunk
  return text.replace(/\n$/, '')
}
