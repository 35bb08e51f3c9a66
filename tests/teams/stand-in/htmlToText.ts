const NAMED =
  'amp & lt < gt > quot " apos \' nbsp \u00a0 auml ä ouml ö uuml ü Auml Ä Ouml Ö Uuml Ü szlig ß eacute é ' +
  'egrave è agrave à ccedil ç hellip … ndash – mdash — bdquo „ ldquo “ rdquo ” lsquo ‘ rsquo ’ euro € sect §'

const ENTITIES = new Map([...NAMED.matchAll(/(\w+) (\S|\u00a0)/g)].map(([, name, sign]) => [name, sign]))

const decoded = (text: string) =>
  text.replaceAll(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name)?.replace('\u00a0', ' ') ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return String.fromCodePoint(code)
  })

/** The `text` that goes with a message's HTML: without tags, mentions as `<at>…</at>`. */
export function htmlToText(html: string): string {
  const marked = html
    .replaceAll(/<span[^>]*schema\.skype\.com\/Mention[^>]*>(.*?)<\/span>/gs, '\u0001$1\u0002')
    .replaceAll(/<at[^>]*>(.*?)<\/at>/gs, '\u0001$1\u0002')
    .replaceAll(/<(?:img|emoji)[^>]*\balt="([^"]*)"[^>]*>/g, '$1')
    .replaceAll(/<attachment[^>]*>(?:<\/attachment>)?/g, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|blockquote|pre|tr)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
  const text = decoded(marked).replaceAll('\u0001', '<at>').replaceAll('\u0002', '</at>')
  return text.replaceAll(/\n{2,}/g, '\n').trim()
}
