import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const css = readFileSync(new URL('../../adapters/playground/public/playground.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
)

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** What stands on what, and the least contrast of WCAG 2.2 AA: 4.5 for text, 3 for borders and marks. */
const pairs: [string, string, number][] = [
  ...['ground', 'surface', 'raised', 'hover', 'accent-soft', 'warm-soft'].flatMap(
    (under): [string, string, number][] => [
      ['ink', under, 4.5],
      ['quiet', under, 4.5],
    ],
  ),
  ...['ground', 'surface', 'raised', 'accent-soft'].map((under): [string, string, number] => [
    'accent',
    under,
    4.5,
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['warm', 'warm-soft', 4.5],
  ['fault', 'fault-soft', 4.5],
  ['fault', 'surface', 4.5],
  ['surface', 'ink', 4.5],
  ...['ground', 'surface', 'raised', 'accent-soft', 'warm-soft'].map((under): [string, string, number] => [
    'edge',
    under,
    3,
  ]),
]

describe('playground: contrast', () => {
  for (const [over, under, least] of pairs) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`${over} on ${under}, ${scheme}: at least ${least}`, () => {
        const measured = contrast(tokens.get(over)![scheme], tokens.get(under)![scheme])
        assert.ok(measured >= least, measured.toFixed(2))
      })
    }
  }
})
