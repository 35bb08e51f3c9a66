import pc from 'picocolors'
import stringWidth from 'string-width'
import type { Analysis, Finding, NudgeText } from '../types.js'

/** Prints findings the way a good linter does: the line, carets under the wording, why, and what instead. */
export function printFindings(text: string, { findings }: Analysis, nudge: NudgeText | null): string {
  if (findings.length === 0)
    return pc.green('Nichts gefunden, liest sich klar. Nothing found, reads clearly.')
  const blocks = findings.map((finding) => printFinding(text, finding))
  return [...blocks, ...(nudge ? [printNudge(nudge)] : [])].join('\n\n')
}

function printFinding(text: string, { label, rule, start, end, why, instead }: Finding): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', start)
  const line = text.slice(lineStart, newline < 0 ? text.length : newline)
  const number = text.slice(0, start).split('\n').length
  // A long line is shown around the wording.
  const from = Math.max(0, Math.min(start - lineStart - 60, line.length - 110))
  const shown = line.slice(from, from + 120)
  const before = line.slice(from, start - lineStart)
  const marked = line.slice(start - lineStart, Math.min(end - lineStart, from + 120))
  const margin = `${number}:${start - lineStart + 1} `
  const indent = ' '.repeat(margin.length + stringWidth(clean(before)))
  return [
    `${pc.dim(margin)}${clean(shown)}`,
    `${indent}${pc.yellow('^'.repeat(Math.max(1, stringWidth(clean(marked)))))} ${pc.bold(label)} ${pc.dim(rule)}`,
    `${' '.repeat(margin.length)}${why}`,
    ...(instead.length > 0
      ? [`${' '.repeat(margin.length)}${pc.cyan('→')} ${instead.join(pc.dim(' | '))}`]
      : []),
  ].join('\n')
}

function printNudge({ title, body, suggestions }: NudgeText): string {
  const lines = suggestions.map(
    ({ term, instead }) => `  ${term ? `${term} ${pc.cyan('→')} ` : ''}${instead.join(' | ')}`,
  )
  return [`${pc.magenta('✉')} ${pc.bold(title)}`, body, ...lines].join('\n')
}

// Control and direction characters would move the terminal's cursor.
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, ' ')
}
