import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Another tool that reads the same messages; it looks for other things, so this compares cost and never quality. */
export interface Peer {
  readonly name: string
  read(text: string): unknown
}

const require = createRequire(new URL('./package.json', import.meta.url))
const load = async (name: string) => import(pathToFileURL(require.resolve(name)).href)

/** The peers of bench/package.json; empty where `npm --prefix bench install` did not run. */
export async function loadPeers(): Promise<Peer[]> {
  try {
    require.resolve('write-good')
  } catch {
    return []
  }
  const { default: writeGood } = await load('write-good')
  const { text: alex } = await importAt('alex', 'index.js')
  const { unified } = await importAt('unified', 'index.js')
  const english = (await importAt('retext-english', 'index.js')).default
  const simplify = (await importAt('retext-simplify', 'index.js')).default
  const stringify = (await importAt('retext-stringify', 'index.js')).default
  const retext = unified().use(english).use(simplify).use(stringify).freeze()
  const { default: compromise } = await load('compromise')
  const { default: wink } = await load('wink-nlp')
  const { default: model } = await load('wink-eng-lite-web-model')
  const nlp = wink(model)
  return [
    { name: 'wink-nlp', read: (text) => nlp.readDoc(text).tokens().length() },
    { name: 'write-good', read: (text) => writeGood(text) },
    { name: 'compromise', read: (text) => compromise(text).terms().length },
    { name: 'retext-simplify', read: (text) => retext.processSync(text).messages },
    { name: 'alex', read: (text) => alex(text).messages },
  ]
}

// Packages that are ES modules alone cannot be resolved as `require` does.
function importAt(name: string, file: string) {
  return import(new URL(`./node_modules/${name}/${file}`, import.meta.url).href)
}
