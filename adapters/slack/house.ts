import type { App } from '@slack/bolt'
import type { Core, Person } from '../../src/types.js'
import type { Channels } from './channels.js'
import type { SlackClient } from './client.js'
import type { Installations } from './installations.js'
import type { SlackOptions, SlackSurroundings } from './options.js'
import { type Words, wordsFor } from './words.js'

/** What all handlers work with. */
export interface House {
  readonly app: App
  readonly options: SlackOptions
  readonly log: SlackSurroundings['log']
  readonly clock: () => Date
  readonly client: SlackClient
  readonly channels: Channels
  readonly installations: Installations
  /** Scopes that a workspace did not grant, by its id. */
  readonly missingScopes: ReadonlyMap<string, ReadonlySet<string>>
  /** @throws NotStarted before the start and after the stop, so that Slack comes again */
  core(): Core
}

/** Klartext is just starting or stopping. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted'
}

/** Whose window, button or command it is. */
export function personOf(body: {
  readonly user?: { readonly id: string; readonly team_id?: string }
  readonly team?: { readonly id: string } | null
  readonly user_id?: string
  readonly team_id?: string
}): Person {
  return {
    platform: 'slack',
    tenant: body.team?.id ?? body.team_id ?? body.user?.team_id ?? '',
    user: body.user?.id ?? body.user_id ?? '',
  }
}

/** The interface in the person's own language and tone. */
export async function wordsOf(core: Core, person: Person): Promise<Words> {
  return wordsFor(await core.settings(person))
}
