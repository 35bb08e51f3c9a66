import { type CompiledLexicons, compileLexicons } from '../../../src/analyzer/compiled.js'
import { createTuningCompiler } from '../../../src/lexicon/tuning/compiler.js'
import { createLiveLexicon } from '../../../src/tuning/live-lexicon.js'
import type { Person, TuningStep } from '../../../src/types.js'
import { createWorkbench } from '../../../src/workbench/create-workbench.js'
import { loadReserved } from '../../../src/workbench/load-reserved.js'
import { shippedLexicons } from '../../helpers/lexicons.js'
import { type Client, type Fields, type Opening, openConsole } from '../house.js'

let compiled: CompiledLexicons | undefined

/** One for all tests: its thread takes a while to start, and keeps nobody waiting at the end. */
const compiler = createTuningCompiler()

/** A second admin. */
export const other: Person = { platform: 'playground', tenant: 'playground', user: 'mira' }

/** A console with the real lexicon, workbench and store, and two admins who are signed in. */
export async function openLexicon(opening: Opening = {}) {
  const lexicons = (compiled ??= compileLexicons(shippedLexicons()))
  const opened = await openConsole({
    ...opening,
    parts: ({ store, clock, ...made }) => {
      const log = { warn: () => undefined } as never
      const lexicon = createLiveLexicon({ lexicons, store, compiler, log })
      const workbench = createWorkbench({
        lexicon,
        compiler,
        store,
        reserved: loadReserved().reserved,
        clock,
      })
      return { lexicon, workbench, ...opening.parts?.({ store, clock, ...made }) }
    },
  })
  const { store, house } = opened
  await house.lexicon.start()
  const leon = await opened.signIn('admin')
  const mira = await opened.signIn(other, 'admin')
  return {
    ...opened,
    leon,
    mira,
    actorOf: ({ person }: Client) => store.console.actor(person),
    /** Publishes steps past the pages. */
    async publish(steps: readonly TuningStep[], author = 'f00d00d0f00d', reason = 'Vorher gesetzt') {
      const how = { at: opened.clock(), author, approver: null, reason, backTo: null }
      const done = await store.tuning.publish(steps, how)
      if ('conflicts' in done) throw new Error('conflicts')
      await house.lexicon.refresh()
      return done.version
    },
    async close() {
      await house.lexicon.stop()
      await opened.close()
    },
  }
}

export type OpenedLexicon = Awaited<ReturnType<typeof openLexicon>>

/** The fields of the form that posts to an address, as a browser would send them unchanged. */
export function formIn(html: string, action: string): Fields {
  const form = html
    .split('<form')
    .slice(1)
    .map((part) => part.slice(0, part.indexOf('</form>')))
    .find((part) => part.includes(`action="/console${action}"`))
  if (!form) throw new Error(`no form for ${action} in: ${wordsIn(html).slice(0, 2000)}`)
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value = '') => name && (fields[name] ??= []).push(plain(value))
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type')
    if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag))) continue
    add(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    add(attribute(tag!, 'name'), text!)
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen =
      options!.match(/<option[^>]*\bselected[^>]*>/)?.[0] ?? options!.match(/<option[^>]*>/)?.[0] ?? ''
    add(attribute(tag!, 'name'), attribute(chosen, 'value'))
  }
  return fields
}

const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]

const plain = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** What a page says, without its markup. */
export const wordsIn = (html: string): string =>
  plain(html.replace(/<head>[\s\S]*?<\/head>/, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
