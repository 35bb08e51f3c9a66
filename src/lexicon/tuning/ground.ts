import { lexiconSources, SHIPPED } from '../load.js'
import { parseLexicons } from '../parse.js'
import type { Ground } from './compile-own.js'

/** Reads the word classes and frequencies that come with Klartext; takes most of a second. */
export function loadGround(): Ground {
  const sources = [...lexiconSources(SHIPPED)].filter(([name]) => /\/(?:classes|frequency)\//.test(name))
  return parseLexicons(new Map(sources))
}
