import * as every from '../../proofs/canary/misfortunes.js'

/** Teams' word for an error may be anything; so that it looks like one, it begins with a letter. */
const codeIn = (latest: string) => `E${/\b[a-z0-9]{16}\b/.exec(latest)?.[0]}`

/** How the Bot Connector may fail; whatever it says repeats what was asked, and `latest`, what was said lately. */
export const ofConnector = (latest: () => string): readonly every.Named[] => [
  [
    'an error that repeats the request',
    async ({ body }) => {
      const message = `${body} ${latest()}`
      return every.json(
        { error: { code: message, message, innerHttpError: { body: message } }, message },
        400,
      )
    },
  ],
  [
    'a refusal with a word of ours for its code',
    async () => every.json({ error: { code: codeIn(latest()), message: latest() } }, 403),
  ],
  ['a token that does not hold', async ({ body }) => every.json({ error: latest(), body }, 401)],
  [
    'names and ids that repeat the request',
    async ({ body }) => {
      const text = `${body} ${latest()}`
      return every.json({ id: text, name: text, conversations: [{ id: text, name: text }], members: [] })
    },
  ],
  [
    'a time to wait that is none',
    async () => every.json({}, 429, { 'retry-after': encodeURIComponent(latest()) }),
  ],
  ...every.misfortunes(latest),
]

/** How the place may fail from which tokens come. */
export const ofTokens = (latest: () => string): readonly every.Named[] => [
  [
    'an error that repeats the request',
    async ({ body }) => {
      const text = `${body} ${latest()}`
      return every.json({ error: text, error_description: text, error_uri: text }, 400)
    },
  ],
  [
    'a token that repeats the request',
    async ({ body }) =>
      every.json({ token_type: latest(), access_token: `${body} ${latest()}`, expires_in: body }),
  ],
  ...every.misfortunes(latest),
]
