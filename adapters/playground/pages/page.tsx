import type { ComponentChildren } from 'preact'
import type { Settings } from '../../../src/types.js'
import type { Chat } from '../chat.js'
import { address, type Where } from '../where.js'
import { Composer, type Writing } from './composer.js'
import { icons } from './icons.js'
import { Messages } from './messages.js'
import { Notice } from './notice.js'
import { PanelSide } from './panel.js'
import { Sidebar } from './sidebar.js'
import { Welcome } from './welcome.js'

/** Everything that the whole page shows. */
export interface View {
  readonly where: Where
  readonly chat: Chat
  readonly settings: Settings
  readonly now: Date
  readonly writing: Writing
  readonly draft?: ComponentChildren
  readonly fault?: string | undefined
}

function Top({ where, settled }: { where: Where; settled: boolean }) {
  const { words, channel } = where
  return (
    <header class="top">
      <button
        type="button"
        class="icon-button sheet-only"
        popovertarget="sidebar"
        aria-label={words.nav.open}
      >
        <icons.menu />
      </button>
      <div class="top__title">
        <h1>{words.channels[channel.id]}</h1>
        <p class="quiet">{words.audiences[channel.audience]}</p>
      </div>
      {settled && (
        <button
          type="button"
          class="icon-button sheet-only"
          popovertarget="settings"
          aria-label={words.panel.open}
        >
          <icons.sliders />
        </button>
      )}
    </header>
  )
}

/** Filled by playground.js: what screen readers hear, the explanation of a note, the question before deleting. */
function Helpers({ where }: { where: Where }) {
  const { words } = where
  return (
    <>
      <p id="announcer" class="unseen" aria-live="polite" />
      <div id="explain" popover="manual" />
      <dialog id="confirm" aria-labelledby="confirm-text">
        <form method="dialog">
          <p id="confirm-text" />
          <div class="confirm__buttons">
            <button type="submit" class="button" value="no">
              {words.composer.cancel}
            </button>
            <button type="submit" class="button button--accent" value="yes">
              {words.chat.remove}
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}

/** The whole page for one person: the question of the first visit, or the chat. */
export function Page({ where, chat, settings, now, writing, draft, fault }: View) {
  const { words, me } = where
  const settled = settings.optedIn || chat.greeted(me.id)
  return (
    <>
      <a class="skip" href={settled ? '#text' : '#main'}>
        {words.skip}
      </a>
      <div id="stream" hx-sse:connect={address(where, '/playground/stream')} hx-swap="none" />
      <div class={settled ? 'house' : 'house house--welcome'}>
        <Sidebar
          where={where}
          unread={(channel) => chat.unread(me.id, channel.id)}
          summary={chat.summaries.has(me.id)}
        />
        <main id="main" class="main">
          <Top where={where} settled={settled} />
          {!settled && <Welcome where={where} />}
          {settled && (
            <>
              <section
                class="scroll"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
                tabIndex={0}
                aria-label={words.chat.list(words.channels[where.channel.id])}
              >
                <ol
                  id="messages"
                  hx-get={address(where, '/playground/messages')}
                  hx-trigger="messages from:body"
                  hx-swap="innerMorph"
                >
                  <Messages where={where} chat={chat} />
                </ol>
              </section>
              <Composer where={where} writing={writing} live={settings.optedIn} draft={draft} />
            </>
          )}
        </main>
        {settled && <PanelSide where={where} settings={settings} now={now} />}
      </div>
      <div id="notice" role="status">
        {fault && <Notice text={fault} fault words={words} />}
      </div>
      <Helpers where={where} />
    </>
  )
}
