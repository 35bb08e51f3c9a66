import type { Audience } from '../../src/types.js'
import type { SlackClient } from './client.js'
import type { SlackOptions } from './options.js'

/** Milliseconds for which what Slack says of a channel is believed, unless an event says otherwise. */
const FRESH = 10 * 60_000

/**
 * Parts of a channel's name that tell of matters no employer may look at: works council and other representatives of
 * staff, personnel, medical and complaint matters. Such a channel is never read, whatever else is set.
 */
const CONFIDENTIAL = new Set(
  `br gbr kbr mav jav sbv igm hr bem tarif streik sucht lohn gehalt personal gesundheit payroll union unions people
  medical health council complaints grievance`.split(/\s+/),
)
/** The same for what a longer part begins with, such as `betriebsratswahl2026`. */
const CONFIDENTIAL_STEMS =
  /^(?:betriebsr[aä]|personalr[aä]t|personalabteilung|personalwesen|personalakte|mitarbeitervertretung|schwerbehindert|vertrauensleut|gleichstellung|frauenbeauftragt|inklusionsbeauftragt|gewerkschaft|verdi$|igmetall|igbce|tarifkommission|tarifverhandlung|streik|recruiting|bewerb(?:er|ung)|lohnabrechnung|gehälter|gehaelter|gehaltsrunde|betriebs[aä]e?rzt|betriebsmedizin|gesundheitsakte|krankmeldung|suchtberatung|seelsorg|hinweisgeber|beschwerde|ombuds|workscouncil|whistleblow|grievance)/

/** Whether a name such as `gbr-nord` tells of a confidential matter. */
export const isConfidential = (name: string): boolean =>
  name
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.replace(/\d+$/, ''))
    .some((part) => CONFIDENTIAL.has(part) || CONFIDENTIAL_STEMS.test(part))

/** What a workspace's channels are, as far as reading is concerned. */
export interface Channels {
  /**
   * Who reads along in a channel; null where Klartext must not read.
   * @param shared whether the event says that other companies take part
   * @throws PlatformError where Slack could not be asked
   */
  audienceOf(tenant: string, channel: string, shared: boolean): Promise<Audience | null>
  /** Something about it has changed. */
  forget(tenant: string, channel: string): void
}

interface Info {
  readonly name: string
  readonly isGeneral: boolean
  readonly isShared: boolean
  readonly isDirect: boolean
}

export function createChannels(
  client: Pick<SlackClient, 'call'>,
  options: SlackOptions,
  clock: () => Date,
): Channels {
  const known = new Map<string, { readonly info: Promise<Info>; readonly until: number }>()

  function infoOf(tenant: string, channel: string): Promise<Info> {
    const key = `${tenant} ${channel}`
    const kept = known.get(key)
    const now = clock().getTime()
    if (kept && kept.until > now) return kept.info
    if (known.size > 20_000) known.clear()
    const info = ask(client, tenant, channel)
    known.set(key, { info, until: now + FRESH })
    // What could not be asked is asked again next time.
    info.catch(() => known.delete(key))
    return info
  }

  return {
    async audienceOf(tenant, channel, shared) {
      if (options.notIn?.includes(channel)) return null
      if (options.onlyIn && !options.onlyIn.includes(channel)) return null
      const info = await infoOf(tenant, channel)
      if (info.isDirect || isConfidential(info.name)) return null
      if ((shared || info.isShared) && !options.sharedChannels) return null
      return options.audiences?.get(channel) ?? usual(info, shared)
    },
    forget(tenant, channel) {
      known.delete(`${tenant} ${channel}`)
    },
  }
}

function usual({ isGeneral, isShared }: Info, shared: boolean): Audience {
  if (shared || isShared) return 'customer-facing'
  return isGeneral ? 'company' : 'team'
}

async function ask(client: Pick<SlackClient, 'call'>, tenant: string, channel: string): Promise<Info> {
  const { channel: found } = await client.call<{ channel: Record<string, unknown> }>(
    tenant,
    'conversations.info',
    {
      channel,
    },
  )
  return {
    name: String(found.name ?? ''),
    isGeneral: found.is_general === true,
    isShared: found.is_ext_shared === true || found.is_pending_ext_shared === true,
    isDirect: found.is_im === true || found.is_mpim === true,
  }
}
