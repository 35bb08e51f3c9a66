import type { Settings } from '../../../src/types.js'
import { ruleName } from '../../../src/words/labels.js'
import { paceOf } from '../pace.js'
import { address, locale, type Where } from '../where.js'
import { icons } from './icons.js'
import { Preferences } from './preferences.js'

/** One button that changes one thing. */
function Change(props: {
  where: Where
  name: string
  value: string
  look: string
  children: string
  about?: string
}) {
  const target = address(props.where, '/playground/settings')
  return (
    <form method="post" action={target} hx-post={target} hx-target="#panel" hx-swap="innerHTML">
      <button
        type="submit"
        id={`${props.name}-${props.value}`}
        class={props.look}
        name={props.name}
        value={props.value}
        aria-label={props.about && `${props.about}: ${props.children}`}
      >
        {props.children}
      </button>
    </form>
  )
}

function Muted({ where, settings }: { where: Where; settings: Settings }) {
  const { words } = where
  const muted = [
    ...settings.mutedLabels.map((label) => ({
      name: 'unmute-label',
      value: label,
      text: words.labels[label],
    })),
    ...settings.mutedRules.map((rule) => ({
      name: 'unmute-rule',
      value: rule,
      text: ruleName(rule, where.lang),
    })),
  ]
  if (muted.length === 0) return null
  return (
    <section class="panel__part" aria-labelledby="muted-title">
      <h3 id="muted-title">{words.panel.muted}</h3>
      <ul class="muted">
        {muted.map(({ name, value, text }) => (
          <li>
            <span>{text}</span>
            <Change where={where} name={name} value={value} look="link-button" about={text}>
              {words.panel.unmute}
            </Change>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A person's own settings; no other person ever sees them. */
export function Panel({ where, settings, now }: { where: Where; settings: Settings; now: Date }) {
  const { words, lang } = where
  const paused = settings.pausedUntil && settings.pausedUntil > now ? settings.pausedUntil : null
  const until = { weekday: 'long', hour: '2-digit', minute: '2-digit' } as const
  const state = settings.optedIn ? (paused ? 'paused' : 'on') : 'off'
  return (
    <>
      <section class={`status status--${state}`}>
        <p class="status__line">
          <span class="status__light" aria-hidden="true" />
          {paused && settings.optedIn
            ? words.panel.paused(new Intl.DateTimeFormat(locale(lang), until).format(paused))
            : settings.optedIn
              ? words.panel.on
              : words.panel.off}
        </p>
        {!settings.optedIn && <p class="quiet">{words.panel.offText}</p>}
        <div class="status__buttons">
          {!settings.optedIn && (
            <Change where={where} name="optedIn" value="yes" look="button button--accent">
              {words.panel.join}
            </Change>
          )}
          {settings.optedIn && (
            <Change where={where} name="pause" value={paused ? 'no' : 'yes'} look="button button--small">
              {paused ? words.panel.resume : words.panel.pause}
            </Change>
          )}
          {settings.optedIn && (
            <Change where={where} name="optedIn" value="no" look="button button--small">
              {words.panel.leave}
            </Change>
          )}
        </div>
      </section>
      {settings.optedIn && <Preferences where={where} settings={settings} pace={paceOf(settings)} />}
      {settings.optedIn && <Muted where={where} settings={settings} />}
    </>
  )
}

/** The right column; on narrow screens a sheet. */
export function PanelSide({ where, settings, now }: { where: Where; settings: Settings; now: Date }) {
  const { words } = where
  return (
    <aside id="settings" class="side side--right" popover="auto" aria-labelledby="settings-title">
      <div class="side__head">
        <h2 class="side__title" id="settings-title">
          <icons.lock />
          {words.panel.title}
        </h2>
        <button
          type="button"
          class="icon-button sheet-only"
          popovertarget="settings"
          aria-label={words.close}
        >
          <icons.close />
        </button>
      </div>
      <div
        id="panel"
        hx-get={address(where, '/playground/panel')}
        hx-trigger="panel from:body"
        hx-swap="innerHTML"
      >
        <Panel where={where} settings={settings} now={now} />
      </div>
    </aside>
  )
}
