import type { Desk } from './desk.js'

type Sign = keyof Desk['words']['signs']

/** How each sign is recognised in a pattern. */
const SHOWS: readonly (readonly [Sign, RegExp])[] = [
  ['~', /~/],
  ['=', /=/],
  ['*', /\*/],
  ['@', /@/],
  ['|', /\|/],
  ['x?', /[^\s(]\?/],
  ['...', /\.\.\./],
  ['_', /(?:^|[\s(])_(?:$|[\s)?])/],
  [',', /(?:^|\s),/],
  ['^', /\^/],
  ['$', /\$/],
  ['?', /(?:^|\s)\?/],
  ['!', /!/],
  ['<>', /<[a-z]+>/],
]

/** The signs that stand in some patterns, in the order of the explanation. */
export const signsIn = (patterns: readonly string[]): Sign[] =>
  SHOWS.filter(([, shows]) => patterns.some((pattern) => shows.test(pattern))).map(([sign]) => sign)

/** Patterns, and what the signs in them mean. */
export function Patterns({ patterns }: { patterns: readonly string[] }) {
  return (
    <ul class="stack stack--tight">
      {patterns.map((pattern) => (
        <li>
          <code>{pattern}</code>
        </li>
      ))}
    </ul>
  )
}

/** What the signs mean that stand in some patterns; nothing where they are plain words. */
export function Signs({ desk, patterns }: { desk: Desk; patterns: readonly string[] }) {
  const { entry, signs } = desk.words
  const found = signsIn(patterns)
  if (found.length === 0) return null
  return (
    <details>
      <summary>{entry.signs}</summary>
      <dl class="facts">
        {found.map((sign) => (
          <div>
            <dt>
              <code>{sign === '<>' ? '<…>' : sign}</code>
            </dt>
            <dd>{signs[sign]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
