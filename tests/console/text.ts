const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The characters that HTML writes otherwise. */
export const decoded = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)

/** What a page says, in one line. */
export const plainText = (html: string): string =>
  decoded(
    html
      .replace(/[\s\S]*<body>/, '')
      .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
      .replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])(?!\.)/g, '$1')

/** The texts of a page, each block on its own, with what assistive technology says in its place. */
export function blocksOf(html: string): string[] {
  const body = html.replace(/[\s\S]*<body>/, '')
  const labels = [...body.matchAll(/ (?:aria-label|placeholder|title)="([^"]+)"/g)].map(([, text]) => text!)
  const prose = body
    .replace(/<(svg|pre|code|textarea)\b[\s\S]*?<\/\1>/g, ' ')
    // What somebody else wrote.
    .replace(/<p class="draft"[\s\S]*?<\/p>/g, ' ')
    .replace(/<q\b[^>]*>/g, '„')
    .replace(/<\/q>/g, '“')
    .replace(/<\/?(?:a|span|strong|time|em|ins|del)\b[^>]*>/g, '')
    .split(/<[^>]+>/)
  return [...prose, ...labels].map((text) => decoded(text).replace(/\s+/g, ' ').trim()).filter(Boolean)
}
