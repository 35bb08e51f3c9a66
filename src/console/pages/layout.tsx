import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Language } from '../../types.js'
import type { Area } from '../route.js'
import type { FrameWords } from '../words/frame.js'
import { Sign } from './sign.js'

/** Whoever is signed in, as the frame shows them. */
export interface Account {
  /** The areas that are theirs, in the order of the navigation. */
  readonly areas: readonly Area[]
  readonly csrf: string
  /** Only invented people have a name here. */
  readonly name: string | null
  /** Whether they may end the sessions of others. */
  readonly endsSessions: boolean
}

/** A page and what frames it. */
export interface Framed {
  readonly language: Language
  readonly words: FrameWords
  readonly title: string
  readonly body: ComponentChildren
  readonly area?: Area
  readonly account: Account | null
  readonly notice?: string | null
  /** The address of this very page in the other language; null where it cannot be asked for again. */
  readonly translation: string | null
  /** Pages that hold one thing only are narrower. */
  readonly alone?: 'narrow' | 'wide'
}

function Navigation({ words, account, area }: Pick<Framed, 'words' | 'area'> & { account: Account }) {
  return (
    <nav class="nav" aria-label={words.navigation}>
      <ul>
        {account.areas.map((name) => (
          <li>
            <a href={`/console/${name}`} aria-current={name === area ? 'page' : undefined}>
              {words.areas[name]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Top({ words, account, area, translation }: Framed) {
  return (
    <header class="top">
      <div class="top__inner">
        <a class="brand" href="/console">
          <Sign />
          {words.title}
        </a>
        {account && <Navigation words={words} account={account} area={area} />}
        <div class="account">
          {account?.name && <span class="account__name">{account.name}</span>}
          {translation && (
            <a href={translation} hreflang={words.language.otherCode} lang={words.language.otherCode}>
              {words.language.other}
            </a>
          )}
          {account && (
            <form method="post" action="/console/sign-out">
              <input type="hidden" name="csrf" value={account.csrf} />
              <button type="submit" class="link-button">
                {words.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}

/** Styles of an area's own, beside those of all. */
const STYLES: Readonly<Partial<Record<Area, string>>> = {
  me: 'me',
  try: 'me',
  team: 'team',
  lexicon: 'lexicon',
  council: 'council',
}

/** A whole HTML document, which needs no script. The title is also the page's one `<h1>`. */
export function layout(page: Framed): string {
  const { language, words, title, body, account, notice, alone } = page
  const style = page.area && STYLES[page.area]
  const content = (
    <>
      <h1>{title}</h1>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {body}
    </>
  )
  return `<!doctype html>${render(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === words.title ? title : `${title} – ${words.title}`}</title>
        <link rel="icon" type="image/svg+xml" href="/console/assets/icon.svg" />
        <link rel="stylesheet" href="/console/assets/console.css" />
        {style && <link rel="stylesheet" href={`/console/assets/${style}.css`} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Top {...page} />
        <main id="main" class="main" tabIndex={-1}>
          {alone ? (
            <div class={alone === 'wide' ? 'alone alone--wide stack' : 'alone stack'}>{content}</div>
          ) : (
            content
          )}
        </main>
        <footer class="foot">
          <div class="foot__inner">
            <p>{words.keeps}</p>
            {account?.endsSessions && <a href="/console/sessions">{words.sessions}</a>}
          </div>
        </footer>
      </body>
    </html>,
  )}`
}
