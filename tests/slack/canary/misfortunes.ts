import * as every from '../../proofs/canary/misfortunes.js'

/** How the Web API may fail; whatever it says repeats what was asked, and `latest`, what was said lately. */
export const misfortunes = (latest: () => string): readonly every.Named[] => [
  [
    'an error that repeats the request',
    async ({ body }) => {
      const error = `invalid_arguments: ${body} ${latest()}`
      return every.json({ ok: false, error, errors: [error], response_metadata: { messages: [error] } })
    },
  ],
  [
    'a missing scope, named strangely',
    async () =>
      every.json({ ok: false, error: 'missing_scope', needed: `chat:write,${latest()}`, provided: latest() }),
  ],
  ...every.misfortunes(latest),
]
