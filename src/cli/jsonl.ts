import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import cliProgress from 'cli-progress'
import { z } from 'zod'
import { AUDIENCES } from '../lexicon/schema.js'
import type { Audience, Language, Markup } from '../types.js'
import type { Check } from './check.js'

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  platform: z.enum(['slack', 'teams', 'plain']).optional(),
  audience: z.enum(AUDIENCES).optional(),
  lang: z.enum(['de', 'en']).optional(),
  reply: z.enum(['own', 'other']).optional(),
})

interface Options {
  words?: boolean
  platform: Markup
  audience: Audience
  lang?: Language
  /** Shows how far it is, where it is a terminal. */
  progress: Writable & { isTTY?: boolean }
}

/** Checks one JSON object a line and writes one line each; answers whether every line was one. */
export async function checkLines(
  input: Readable,
  output: Writable,
  check: Check,
  options: Options,
): Promise<boolean> {
  const bar = options.progress.isTTY
    ? new cliProgress.SingleBar({
        stream: options.progress as NodeJS.WriteStream,
        format: '{value} lines, {duration_formatted}',
        clearOnComplete: true,
      })
    : undefined
  bar?.start(0, 0)
  let number = 0
  let clean = true
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const answer = answerLine(line, number, check, options)
    if ('error' in answer) clean = false
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
    bar?.update(number)
  }
  bar?.stop()
  return clean
}

function answerLine(line: string, number: number, check: Check, options: Options): object {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { line: number, error: 'found no JSON, expected one object with "text"; mend or remove the line' }
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const id =
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? (value as { id?: unknown }).id
        : undefined
    const { path, message } = parsed.error.issues[0]
    return {
      ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
      line: number,
      error: `${path.join('.') || 'line'}: ${message}; expected {"id","text","platform"?,"audience"?,"lang"?,"reply"?}`,
    }
  }
  const { id, text, platform, audience, lang, reply } = parsed.data
  const { analysis, nudge } = check({
    text,
    markup: platform ?? options.platform,
    audience: audience ?? options.audience,
    language: lang ?? options.lang,
    reply,
  })
  const { language, labels, findings, words } = analysis
  return {
    ...(id === undefined ? {} : { id }),
    language,
    labels,
    findings,
    nudge,
    ...(options.words ? { words } : {}),
  }
}
