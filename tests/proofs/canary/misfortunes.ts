import type { Misfortune } from './watchFetch.js'

/** A way in which a call may fail. */
export type Named = readonly [name: string, fail: Misfortune]

/** An answer in JSON. */
export const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } })

/** How any server may fail; whatever it says repeats what was asked, and `latest`, what was said lately. */
export const misfortunes = (latest: () => string): readonly Named[] => [
  ['a fault of the server', async ({ body }) => new Response(`<p>${body} ${latest()}</p>`, { status: 500 })],
  [
    'an answer that is lost',
    async ({ body }, real) => {
      await real()
      throw new TypeError(`fetch failed: ${latest()}`, { cause: new Error(body) })
    },
  ],
  ['broken JSON', async ({ body }) => new Response(`{"ok":true,"echo":"${body} ${latest()}`)],
  ['an answer that is too long', async ({ body }) => new Response(`${body} ${latest()}`.padEnd(1_500_000))],
  [
    'too many calls',
    async ({ body }) => json({ ok: false, error: latest(), body }, 429, { 'retry-after': '1' }),
  ],
]
