import { INSTALL_PATH } from '../manifest.js'
import { type Words, wordsFor } from '../words.js'

type InstallWords = Words['install']

const STYLE = `
:root { color-scheme: light dark; font: 1.05rem/1.55 system-ui, sans-serif; --ink: light-dark(#1c2624, #e8ece9) }
body { margin: 0; min-height: 100vh; box-sizing: border-box; display: grid; place-items: center; padding: 1rem; background: light-dark(#f6f4ef, #161c1b); color: var(--ink) }
main { box-sizing: border-box; width: 100%; max-width: 30rem; background: light-dark(#fff, #212a28); border-radius: 1rem; padding: .5rem 1.75rem; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .12); overflow-wrap: break-word }
section { padding: 1.25rem 0 }
section + section { border-top: 1px solid light-dark(#e2ded4, #37423f) }
h1, h2 { margin: 0 0 .4rem; font-size: 1.3rem; line-height: 1.3 }
p { margin: 0 }
a { display: inline-block; margin-top: 1rem; padding: .6rem 1.1rem; border-radius: .6rem; background: light-dark(#1f6a5c, #86cfbd); color: light-dark(#fff, #10201c); text-decoration: none; font-weight: 600 }
a:hover { background: light-dark(#175247, #a3dccd) }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
`

interface Link {
  readonly to: string
  readonly label: (words: InstallWords) => string
}

/** What somebody sees who installs Klartext in a workspace: German, then English. */
function page(text: (words: InstallWords) => string, link?: Link): string {
  const german = wordsFor({ language: 'de', tone: 'sie' }).install
  const english = wordsFor({ language: 'en', tone: 'sie' }).install
  const button = (words: InstallWords) =>
    link ? `<a href="${escaped(link.to)}">${escaped(link.label(words))}</a>` : ''
  const body = (words: InstallWords) => `<p>${escaped(text(words))}</p>\n${button(words)}`
  return `<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${german.title}</title>
<style>${STYLE}</style>
<main>
<section>
<h1>${german.title}</h1>
${body(german)}
</section>
<section lang="en">
<h2>${english.title}</h2>
${body(english)}
</section>
</main>
</html>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const again: Link = { to: INSTALL_PATH, label: (words) => words.again }

/** @param url where Slack asks for consent */
export const startPage = (url: string): string =>
  page(({ start }) => start, { to: url, label: ({ add }) => add })

export const donePage = (): string => page(({ done, next }) => `${done} ${next}`)

/** After somebody has said no. */
export const cancelledPage = (): string => page(({ cancelled }) => cancelled, again)

/** Why it failed is for the log; it may hold what the browser sent. */
export const failedPage = (): string => page(({ failed }) => failed, again)
