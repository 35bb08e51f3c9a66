import { type Request, Router } from 'express'
import type { World } from './createWorld.js'
import { Refusal } from './Refusal.js'
import type { Args } from './readArgs.js'
import type { Fields, Grant, Workspace } from './types.js'

export interface ConsentOptions {
  /** Redirect addresses the app has registered; any if empty. */
  readonly redirectUris?: readonly string[]
  /** Seconds a token lives; tokens live for ever unless told. */
  readonly tokenLife?: number
}

interface Code {
  readonly workspace: Workspace
  readonly user: string
  readonly scopes: readonly string[]
  readonly redirect: string
  readonly until: number
}

const escaped = (text: string) => text.replaceAll(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The consent page and the exchange of codes and refresh tokens. */
export function createConsent(world: World, { redirectUris = [], tokenLife }: ConsentOptions) {
  const { app, clock } = world
  const codes = new Map<string, Code>()
  const refreshing = new Map<string, Workspace>()

  /** What is wrong with a request for consent, if anything. */
  function objection({ client_id, redirect_uri }: Record<string, string>): string | undefined {
    if (client_id !== app.clientId) return 'invalid_client_id'
    const registered = redirectUris.length === 0 || redirectUris.some((one) => redirect_uri?.startsWith(one))
    return redirect_uri && registered ? undefined : 'bad_redirect_uri'
  }

  const asked = (req: Request) => req.query as Record<string, string>

  function back({ redirect_uri = '', state }: Record<string, string>, more: Record<string, string>): string {
    const url = new URL(redirect_uri)
    for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value)
    if (state !== undefined) url.searchParams.set('state', state)
    return url.href
  }

  const router = Router()
  router.get('/oauth/v2/authorize', (req, res) => {
    const query = asked(req)
    const wrong = objection(query)
    if (wrong) return void res.status(400).send(`<h1>Something went wrong</h1><p>${wrong}</p>`)
    const places = [...world.workspaces.values()].filter(({ id }) => !query.team || query.team === id)
    const allow = ({ id, name }: Workspace) => {
      const path = `/oauth/v2/allow?${new URLSearchParams({ ...query, team: id })}`
      return `<li>${escaped(name)} <a href="${escaped(path)}" id="allow-${id}">Allow</a></li>`
    }
    const scopes = (query.scope ?? '').split(',').map((scope) => `<li>${escaped(scope)}</li>`)
    const cancel = escaped(back(query, { error: 'access_denied' }))
    res.send(
      `<!doctype html><title>Allow ${escaped(app.name)}</title><h1>${escaped(app.name)} asks for access</h1>` +
        `<ul>${scopes.join('')}</ul><ul>${places.map(allow).join('')}</ul><a href="${cancel}" id="cancel">Cancel</a>`,
    )
  })
  router.get('/oauth/v2/allow', (req, res) => {
    const query = asked(req)
    const workspace = world.workspaces.get(query.team ?? '')
    if (objection(query) || !workspace) return void res.sendStatus(400)
    const person = [...workspace.users.values()].find(({ isBot }) => !isBot)
    const code = `${workspace.id}.${world.id('code')}`
    const scopes = (query.scope ?? '').split(',').filter(Boolean)
    const redirect = query.redirect_uri ?? ''
    codes.set(code, {
      workspace,
      user: query.user ?? person?.id ?? '',
      scopes,
      redirect,
      until: clock.now() + 600_000,
    })
    res.redirect(back(query, { code }))
  })

  /** The token of a workspace, with a refresh token where tokens do not live for ever. */
  function issue(workspace: Workspace, scopes: Iterable<string>): [Grant, Fields] {
    if (!tokenLife) return [world.install(workspace, scopes), {}]
    const grant = world.install(workspace, scopes, `xoxe.xoxb-1-${world.id('')}`)
    grant.expires = clock.now() + tokenLife * 1000
    const refresh_token = `xoxe-1-${world.id('')}`
    refreshing.set(refresh_token, workspace)
    return [grant, { expires_in: tokenLife, refresh_token }]
  }

  function identify(args: Args, authorization: string): void {
    const basic = /^Basic (.*)$/.exec(authorization)?.[1]
    const [id, secret] = basic ? Buffer.from(basic, 'base64').toString().split(':') : []
    if ((id ?? args.text('client_id')) !== app.clientId) throw new Refusal('invalid_client_id')
    if ((secret ?? args.text('client_secret')) !== app.clientSecret) throw new Refusal('bad_client_secret')
  }

  function exchanged(args: Args): [Workspace, string, Iterable<string>] {
    if (args.text('grant_type') === 'refresh_token') {
      const old = args.text('refresh_token') ?? ''
      const workspace = refreshing.get(old)
      refreshing.delete(old)
      if (!workspace || workspace.grant?.dead) throw new Refusal('invalid_refresh_token')
      return [workspace, '', workspace.grant?.scopes ?? []]
    }
    const code = codes.get(args.text('code') ?? '')
    if (!code || code.until <= clock.now()) throw new Refusal('invalid_code')
    if (args.has('redirect_uri') && args.text('redirect_uri') !== code.redirect)
      throw new Refusal('bad_redirect_uri')
    codes.delete(args.text('code')!)
    return [code.workspace, code.user, code.scopes]
  }

  return {
    router,
    /** oauth.v2.access, which is called without a token. */
    access(args: Args, authorization: string): Fields {
      identify(args, authorization)
      const [workspace, user, scopes] = exchanged(args)
      const [{ token: access_token, scopes: granted }, rotation] = issue(workspace, scopes)
      const { id, name, enterprise, orgInstall } = workspace
      return {
        ok: true,
        app_id: app.id,
        authed_user: user ? { id: user } : {},
        scope: [...granted].join(','),
        token_type: 'bot',
        access_token,
        bot_user_id: workspace.botUser,
        ...rotation,
        team: orgInstall ? null : { id, name },
        enterprise,
        is_enterprise_install: orgInstall,
      }
    },
  }
}
