import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { createAnalyzer } from '../analyzer/analyzer.js'
import { examplesOf, tryExample } from '../lexicon/examples.js'
import { lexiconSources, SHIPPED } from '../lexicon/load.js'
import { parseLexicons } from '../lexicon/parse.js'
import { rulesPage } from '../lexicon/rules-page.js'
import { AUDIENCES } from '../lexicon/schema.js'
import type { Audience } from '../types.js'
import { requireOneOf } from './check.js'
import { explain } from './explain.js'

/** `klartext lexicons …`: for those who tend the lexicons. */
export function addLexiconCommands(program: Command): void {
  const lexicons = program.command('lexicons').description('check and count the lexicons')

  lexicons
    .command('validate')
    .description('check every lexicon file and run its example sentences')
    .argument('[part]', 'only report files whose name contains this')
    .option('--folder <path>', 'the folder of lexicon files', SHIPPED)
    .action((part: string | undefined, { folder }: { folder: string }) => {
      let faults = 0
      const report = (where: string, text: string) => {
        if (part && !where.includes(part)) return
        faults += 1
        console.log(text)
      }
      const loaded = parseLexicons(lexiconSources(folder), (fault) => report(fault.where, fault.message))
      const analyzer = createAnalyzer(loaded)
      const examples = examplesOf(loaded)
      for (const example of examples) {
        const fault = tryExample(analyzer, example)
        if (fault) report(example.where, `${example.where}: ${example.expect} „${example.text}“: ${fault}`)
      }
      console.log(
        `${loaded.rules.length} rules, ${loaded.terms.length} terms, ${examples.length} examples, ${faults} faults`,
      )
      if (faults > 0) process.exitCode = 1
    })

  lexicons
    .command('stats')
    .description('count entries, patterns and forms per file kind')
    .option('--folder <path>', 'the folder of lexicon files', SHIPPED)
    .action(({ folder }: { folder: string }) => {
      const loaded = parseLexicons(lexiconSources(folder))
      const rows = new Map<string, { entries: number; patterns: number }>()
      for (const entry of [...loaded.rules, ...loaded.terms]) {
        const name = `${entry.language} ${entry.label}${entry.status === 'active' ? '' : ` (${entry.status})`}`
        const row = rows.get(name) ?? { entries: 0, patterns: 0 }
        row.entries += 1
        row.patterns += 'patterns' in entry ? entry.patterns.length : entry.forms.length
        rows.set(name, row)
      }
      console.table(Object.fromEntries([...rows].sort(([a], [b]) => a.localeCompare(b))))
    })

  lexicons
    .command('rules')
    .description('write the readable list of all rules, RULES.md')
    .option('--folder <path>', 'the folder of lexicon files', SHIPPED)
    .action(({ folder }: { folder: string }) => {
      const file = join(folder, 'RULES.md')
      writeFileSync(file, rulesPage(parseLexicons(lexiconSources(folder))))
      console.log(file)
    })

  lexicons
    .command('explain')
    .description('say what the lexicons make of a word or sentence, and why')
    .argument('<text...>', 'a word or a sentence')
    .option('--audience <audience>', AUDIENCES.join(', '), 'company')
    .option('--folder <path>', 'the folder of lexicon files', SHIPPED)
    .action((words: string[], { folder, audience }: { folder: string; audience: Audience }) => {
      requireOneOf('--audience', audience, AUDIENCES)
      console.log(explain(words.join(' '), parseLexicons(lexiconSources(folder)), audience))
    })
}
