import type { InstallationStore, Receiver } from '@slack/bolt'
import { Router } from 'express'
import type { SlackOptions, SlackSurroundings } from '../options.js'
import { httpReceiver } from './http.js'
import { installRoutes } from './install.js'
import { type Connection, socketReceiver } from './socket.js'

/**
 * The way by which Slack reaches Klartext, and what Klartext serves for it.
 * @param store where installations by OAuth are kept; undefined where there are none
 */
export function receivers(
  options: SlackOptions,
  surroundings: SlackSurroundings,
  store: InstallationStore | undefined,
): { readonly receiver: Receiver; readonly routes: Router; readonly connection?: Connection } {
  const { mode, oauth } = options
  const routes = Router()
  if (oauth && store) routes.use(installRoutes(options, oauth, store, surroundings.log))
  if (mode === 'socket') return { ...socketReceiver(options, surroundings), routes }
  return { receiver: httpReceiver(options, routes), routes }
}
