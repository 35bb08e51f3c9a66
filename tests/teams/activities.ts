/** Ids of a company in Teams. */
export const TENANT = '11111111-2222-4333-8444-555555555555'
export const JANA = 'aaaaaaaa-0000-4000-8000-00000000000a'
export const TEAM = '19:Team0Team0Team0Team0Team0Team0Team0Team0Tea1@thread.tacv2'
export const CHANNEL = '19:Chan0Chan0Chan0Chan0Chan0Chan0Chan0Chan0Cha1@thread.tacv2'
export const ROOT = '1773136800000'

type Fields = Record<string, unknown>

/** A message in a channel as Teams hands it over, with whatever differs. */
export const posted = (more: Fields = {}, channelData: Fields = {}): Fields => ({
  type: 'message',
  id: ROOT,
  timestamp: '2026-03-10T10:00:00.123Z',
  localTimestamp: '2026-03-10T11:00:00.123+01:00',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelId: 'msteams',
  from: { id: '29:1jana', name: 'Jana', aadObjectId: JANA },
  recipient: { id: '28:0a1b2c3d-0000-4000-8000-00000000000a', name: 'Klartext' },
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: TENANT,
    id: `${CHANNEL};messageid=${ROOT}`,
  },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM },
    channel: { id: CHANNEL },
    ...channelData,
  },
  text: 'Wir challengen das.',
  textFormat: 'plain',
  ...more,
})

/** The part with the markup that Teams adds. */
export const html = (content: string): Fields => ({ attachments: [{ contentType: 'text/html', content }] })
