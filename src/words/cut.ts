/** At most so many UTF-16 code units, the last of them an ellipsis where something was cut; no half characters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
