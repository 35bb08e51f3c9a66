import assert from 'node:assert/strict'
import type { Slack, Workspace } from './stand-in/index.js'

/** Our public address in the tests; nothing listens there. */
export const PUBLIC = 'https://klartext.example'

/** Installs Klartext in a workspace as a browser does: from our page to Slack's and back. */
export async function installByOauth(slack: Slack, address: string, { id }: Workspace): Promise<void> {
  const page = await fetch(`${address}/slack/install`)
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0]!
  const link = (/href="([^"]+)"/.exec(await page.text())?.[1] ?? '').replaceAll('&amp;', '&')
  const { search } = new URL(link)
  const allowed = await fetch(`${slack.origin}/oauth/v2/allow${search}&team=${id}`, { redirect: 'manual' })
  const back = allowed.headers.get('location') ?? ''
  assert.ok(back.startsWith(PUBLIC), `Slack leads back to ${PUBLIC}`)
  const done = await fetch(address + back.slice(PUBLIC.length), { headers: { cookie } })
  assert.equal(done.status, 200, await done.text())
}
