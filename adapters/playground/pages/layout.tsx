import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Where } from '../where.js'

/** `open` is left alone by morphing, so that an unfolded "why?" stays unfolded. */
const htmx = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ['data-htmx-powered', 'open'],
  sse: { reconnectMaxDelay: 5000 },
})

const styles = ['playground', 'layout', 'chat', 'card', 'settings', 'summary']

/** A whole HTML document. */
export function html(where: Where, title: string, body: ComponentChildren): string {
  const assets = '/playground/assets'
  return `<!doctype html>${render(
    <html lang={where.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={htmx} />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href={`${assets}/icon.svg`} />
        {styles.map((name) => (
          <link rel="stylesheet" href={`${assets}/${name}.css`} />
        ))}
        <script src={`${assets}/playground.js`} />
        {/* Not deferred: htmx would sometimes begin before its extension is there. */}
        <script src={`${assets}/htmx.js`} />
        <script src={`${assets}/hx-sse.js`} />
      </head>
      <body data-offline={where.words.errors.offline}>{body}</body>
    </html>,
  )}`
}
