import { ExpressReceiver, type InstallationStore } from '@slack/bolt'
import { Router } from 'express'
import { clientOptions } from '../client.js'
import { faultOf } from '../fault-of.js'
import { INSTALL_PATH, REDIRECT_PATH, SCOPES, TEAM_SCOPE } from '../manifest.js'
import type { SlackOptions, SlackSurroundings } from '../options.js'
import { cancelledPage, donePage, failedPage, startPage } from '../render/install.js'
import { silentLogger } from '../silent-logger.js'

/** The pages load nothing, are shown in no frame, and tell nobody their address, which holds a code of Slack's. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** Where an installation ends: an address that may be opened anew, as it holds no code. */
const DONE = `${INSTALL_PATH}?done`

/** What the SDK says where the person changed their mind. */
const CANCELLED = 'slack_oauth_installer_authorization_error'
/** What it says of an address that was not meant for this browser, is too old, or was typed. */
const ASTRAY = new Set([
  'slack_oauth_invalid_state',
  'slack_oauth_missing_state',
  'slack_oauth_missing_code',
  CANCELLED,
])

/** The pages by which a workspace installs Klartext, by OAuth. */
export function installRoutes(
  options: SlackOptions,
  oauth: NonNullable<SlackOptions['oauth']>,
  store: InstallationStore,
  log: SlackSurroundings['log'],
): Router {
  const routes = Router()
  routes.use([INSTALL_PATH, REDIRECT_PATH], (_request, response, next) => {
    response.set(HEADERS)
    next()
  })
  routes.get(INSTALL_PATH, (request, response, next) => {
    if ('done' in request.query) response.end(donePage())
    else next()
  })
  // Never the receiver of the app, which would then look up tokens in its own way.
  new ExpressReceiver({
    signingSecret: '-',
    logger: silentLogger,
    router: routes,
    endpoints: {},
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    // Signs the state of an installation under way; changes with the secret, and needs no setting of its own.
    stateSecret: `state ${oauth.clientSecret}`,
    redirectUri: `${oauth.url}${REDIRECT_PATH}`,
    installationStore: store,
    scopes: [...SCOPES, ...(options.teams?.length ? [TEAM_SCOPE] : [])],
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      clientOptions: clientOptions(options.apiUrl),
      ...(options.apiUrl ? { authorizationUrl: new URL('/oauth/v2/authorize', options.apiUrl).href } : {}),
      renderHtmlForInstallPath: startPage,
      callbackOptions: {
        success({ team, enterprise }, _options, _request, response) {
          log.info({ workspace: team?.id ?? enterprise?.id }, 'Slack: Klartext was installed in a workspace')
          response.writeHead(303, { Location: DONE }).end()
        },
        failure(error, _options, _request, response) {
          const code = String(error.code)
          const reason = faultOf('oauth.v2.access', error, false).reason ?? code
          if (ASTRAY.has(code)) log.info({ reason }, 'Slack: an installation was not finished')
          else log.error({ reason }, 'Slack: an installation did not succeed')
          response.statusCode = code === CANCELLED ? 200 : 400
          response.end(code === CANCELLED ? cancelledPage() : failedPage())
        },
      },
    },
  })
  return routes
}
