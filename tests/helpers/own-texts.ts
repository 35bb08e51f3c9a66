import type { Language } from '../../src/types.js'
import { shippedAnalyzer } from './lexicons.js'

/** Every text in an object, however deep, but for sentences to try out; functions are asked with samples. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') {
    try {
      return textsIn(value('3', '5'))
    } catch {
      return []
    }
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'tries' ? [] : textsIn(inner)))
}

/** The German paragraphs of a page: prose, without code, tables and what stands in quotation. */
export function germanProse(markdown: string): string[] {
  return markdown
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n{2,}/)
    .filter((part) => /\b(?:und|der|die|das|nicht|wird|ein)\b/.test(part) && !/^[|#>!]/.test(part))
}

/** What our own analyzer says of our own texts, as if the whole company read them; praise apart. */
export function findingsIn(texts: readonly string[], language: Language): string[] {
  return texts.flatMap((text) =>
    shippedAnalyzer()
      .analyze({ text, language, audience: 'company' })
      .findings.filter(({ label }) => label !== 'ownership' && label !== 'care')
      .map(({ rule, start, end }) => `${rule} „${text.slice(start, end)}“ in: ${text}`),
  )
}
