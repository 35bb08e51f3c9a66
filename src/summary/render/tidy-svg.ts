/** Attributes that say of a text how it looks; as styles, a page without inline styles would drop them. */
const STYLED = /style="([^"]*)"/g

/**
 * SVG as a page under a strict policy takes it: no styles, nothing that reacts to a pointer.
 * @param name what a screen reader says in its place
 */
export function tidySvg(svg: string, name: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|pointer-events|ecmeta_\w+|xmlns:xlink|baseProfile)="[^"]*"/g, '')
    .replace(STYLED, (_, styles: string) => attributes(styles))
    .replace('<svg ', `<svg role="img" aria-label="${escaped(name)}" `)
}

const attributes = (styles: string): string =>
  styles
    .split(';')
    .flatMap((style) => {
      const colon = style.indexOf(':')
      return colon < 0 ? [] : [`${style.slice(0, colon).trim()}="${style.slice(colon + 1).trim()}"`]
    })
    .join(' ')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
