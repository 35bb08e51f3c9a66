import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { ConsentOptions } from './createConsent.js'
import { createParts } from './createParts.js'
import type { RawRequest } from './inbound/createPostman.js'
import type { AppIdentity, Attempt, Clock, Grant, Mishap, Sighting, Who, Workspace } from './types.js'

export interface SlackOptions extends ConsentOptions {
  readonly clock?: Clock
  readonly app?: Partial<AppIdentity>
  /** Scopes of workspaces that are added with the app installed. */
  readonly scopes?: Iterable<string>
  /** Events the app gets, as in a manifest (message.im, app_home_opened, ...); all unless told. */
  readonly subscribed?: Iterable<string>
  /** Real milliseconds Slack waits for an answer. */
  readonly patience?: number
  /** Real milliseconds between pings. */
  readonly pingEvery?: number
  /** Milliseconds for X-Slack-Request-Timestamp: the machine's time unless told, as Bolt compares it with that. */
  readonly signedAt?: () => number
  /** Whether the app hears of its own messages, as at Slack. */
  readonly echo?: boolean
}

/** A Slack of one's own on 127.0.0.1, with the protocol of the real one. */
export async function startSlack(options: SlackOptions = {}) {
  const secret = () => randomBytes(16).toString('hex')
  const app: AppIdentity = {
    ...{ id: 'A0000000KT', name: 'klartext', token: `xapp-1-${secret()}`, verificationToken: secret() },
    ...{ clientId: '1111.2222', clientSecret: secret(), signingSecret: secret() },
    ...options.app,
  }
  const parts = createParts(options, app, () => origin)
  const { clock, world, ledger, limits, mishaps, postman, sockets, deliveries } = parts

  const server = createServer(
    express()
      .disable('x-powered-by')
      .use(...parts.routers),
  )
  server.keepAliveTimeout = 60_000
  server.on('upgrade', sockets.upgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const { addWorkspace, addUser, addChannel, addGroup, dm, join, leave, user, channel } = world
  const { install, narrow, endToken } = world
  const { calls, faults, sightings, count } = ledger
  const { say, edit, unfurl, remove, event, draft } = parts.talk
  const { press, shortcut, messageShortcut, openHome } = parts.interactions

  return {
    origin,
    apiUrl: `${origin}/api/`,
    authorizeUrl: `${origin}/oauth/v2/authorize`,
    ...{ app, clock, sockets, calls, faults, sightings, count },
    ...{ addWorkspace, addUser, addChannel, addGroup, dm, join, leave, user, channel },
    ...{ install, narrow, endToken },
    ...{ say, edit, unfurl, remove, event, draft, press, shortcut, messageShortcut, openHome },
    ...{ command: parts.command, submit: parts.forms.submit, closeView: parts.forms.closeView },
    ...{ deliver: deliveries.deliver, settled: deliveries.settled },
    /** Everything one person could see, oldest first. */
    seenBy: (who: Who): Sighting[] => ledger.seenBy(user(who)),
    /** Sends everything to this address from now on; '' goes back to Socket Mode. */
    http: (url: string) => postman.aim(url),
    /** A request as it is given, signed or not. */
    raw: (request: RawRequest): Promise<Attempt> => postman.post(request),
    /** The handshake for a new address: whether the app gave the challenge back. */
    async verifyUrl(): Promise<boolean> {
      const challenge = secret()
      const body = JSON.stringify({ type: 'url_verification', token: app.verificationToken, challenge })
      const { body: answer } = await postman.post({ body })
      return (answer as { challenge?: string }).challenge === challenge || answer === challenge
    },
    /** Ends the installation; its two events come in either order. */
    async uninstall(workspace: Workspace, first: 'app_uninstalled' | 'tokens_revoked' = 'app_uninstalled') {
      endToken(workspace, 'account_inactive')
      const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUser] } }
      const both = [{ type: 'app_uninstalled' }, revoked]
      const [one, two] = first === 'app_uninstalled' ? both : both.reverse()
      return [await event(workspace.id, one!), await event(workspace.id, two!)]
    },
    /** Puts another token in force; the old one stays good until it is ended. */
    rotate: (workspace: Workspace, token: string): Grant =>
      install(workspace, workspace.grant?.scopes ?? [], token),
    /** Lets coming calls of a method fail; '*' means any, 'response_url' the answers to interactions. */
    fail: (method: string, mishap: Mishap) => mishaps.plan(method, mishap),
    /** Switches Slack's rate limits on or off; they are off at the start. */
    rateLimits: (on: boolean) => limits.enforce(on),
    /** Waits, in real time, until something holds. */
    async until(holds: () => boolean, ms = 5000): Promise<void> {
      const end = performance.now() + ms
      while (!holds()) {
        if (performance.now() > end) throw new Error(`waited ${ms} ms in vain`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async close() {
      sockets.close()
      postman.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Slack = Awaited<ReturnType<typeof startSlack>>
