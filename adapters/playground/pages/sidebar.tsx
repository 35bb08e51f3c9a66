import { type Channel, channels, colleagues } from '../rooms.js'
import { address, page, type Where } from '../where.js'
import { Avatar } from './avatar.js'
import { icons, Sign } from './icons.js'

/** The channels as links; a dot says that there is something new. */
export function Channels({ where, unread }: { where: Where; unread: (channel: Channel) => boolean }) {
  const { words } = where
  return (
    <>
      {channels.map((channel) => (
        <li>
          <a
            class="row"
            href={page(where, { in: channel.id })}
            aria-current={channel.id === where.channel.id ? 'page' : undefined}
          >
            <icons.hash />
            <span class="row__name">{words.channels[channel.id]}</span>
            {unread(channel) && (
              <span class="dot">
                <span class="unseen">{words.nav.unread}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </>
  )
}

function People({ where }: { where: Where }) {
  const others = colleagues.filter((colleague) => colleague.id !== where.me.id)
  return (
    <>
      <ul class="rows">
        {colleagues.map((colleague) => (
          <li>
            <a
              class="row row--person"
              href={page(where, { as: colleague.id })}
              aria-current={colleague.id === where.me.id ? 'true' : undefined}
            >
              <Avatar of={colleague} />
              <span class="row__name">
                {colleague.name}
                <small>{where.words.roles[colleague.id]}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <details class="second">
        <summary>
          <icons.window />
          {where.words.nav.second}
        </summary>
        <ul class="rows">
          {others.map((colleague) => (
            <li>
              <a class="row" href={page(where, { as: colleague.id })} target="_blank" rel="noopener">
                <span class="row__name">{colleague.name}</span>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** The left column; on narrow screens a sheet. */
export function Sidebar({
  where,
  unread,
  summary,
}: {
  where: Where
  unread: (channel: Channel) => boolean
  /** Whether there is a weekly summary for this person. */
  summary: boolean
}) {
  const { words } = where
  return (
    <nav id="sidebar" class="side" popover="auto" aria-label={words.nav.open}>
      <div class="side__head">
        <a class="brand" href={page(where)}>
          <Sign />
          {words.brand}
        </a>
        <button type="button" class="icon-button sheet-only" popovertarget="sidebar" aria-label={words.close}>
          <icons.close />
        </button>
      </div>
      <h2>{words.nav.channels}</h2>
      <ul
        class="rows"
        id="channels"
        hx-get={address(where, '/playground/channels')}
        hx-trigger="channels from:body"
        hx-swap="innerHTML"
      >
        <Channels where={where} unread={unread} />
      </ul>
      {summary && (
        <a class="row" href={address(where, '/playground/summary')}>
          <icons.window />
          <span class="row__name">{words.nav.summary}</span>
        </a>
      )}
      <h2>{words.nav.people}</h2>
      <People where={where} />
      <div class="side__foot">
        <p class="quiet">{words.nav.memory}</p>
        <div class="side__tools">
          <nav class="segments" aria-label={words.nav.language}>
            {(['de', 'en'] as const).map((lang) => (
              <a
                href={page(where, { lang })}
                hreflang={lang}
                aria-current={lang === where.lang ? 'true' : undefined}
              >
                {lang === 'de' ? 'Deutsch' : 'English'}
              </a>
            ))}
          </nav>
          <button
            type="button"
            class="icon-button"
            data-theme-toggle
            aria-pressed="false"
            aria-label={words.nav.dark}
          >
            <icons.moon />
          </button>
        </div>
      </div>
    </nav>
  )
}
