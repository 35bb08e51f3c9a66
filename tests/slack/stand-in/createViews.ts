import { checkView } from './blocks/checkView.js'
import type { Ledger } from './createLedger.js'
import type { World } from './createWorld.js'
import { elementState } from './elementState.js'
import { nameBlocks } from './nameBlocks.js'
import { Refusal } from './Refusal.js'
import type { Fields, User, View, Workspace } from './types.js'

/** Modals, up to three on top of each other, and home tabs. */
export function createViews(world: World, ledger: Ledger) {
  const external = new Map<string, View>()

  /** Refuses a view that Slack would refuse. */
  function check(view: Fields, type: View['type']) {
    const wrong = checkView(view, type)
    if (wrong.length > 0) throw new Refusal('invalid_arguments', wrong)
    if (JSON.stringify(view).length > 250_000) throw new Refusal('view_too_large')
  }

  function build({ workspace }: User, given: Fields, old?: View): View {
    const blocks = nameBlocks(given.blocks as Fields[], world.id)
    const defaults = {
      callback_id: '',
      private_metadata: '',
      external_id: '',
      title: null,
      submit: null,
      close: null,
    }
    return {
      clear_on_close: false,
      notify_on_close: false,
      ...defaults,
      ...given,
      id: old?.id ?? world.id('V'),
      type: given.type as View['type'],
      team_id: workspace.id,
      app_id: world.app.id,
      app_installed_team_id: workspace.id,
      bot_id: workspace.botId,
      hash: `${Math.floor(world.clock.now() / 1000)}.${world.id('')}`,
      blocks,
      state: { values: elementState.of(blocks, old?.state.values) },
    }
  }

  function show(user: User, view: View, via: string): View {
    world.views.set(view.id, { view, user })
    if (view.external_id) external.set(`${user.workspace.id} ${view.external_id}`, view)
    const { id: team } = user.workspace
    const text = String((view.title as Fields | null)?.text ?? '')
    const copy = structuredClone(view)
    const audience = new Set([user.id])
    ledger.show({ kind: view.type, team, by: 'app', via, audience, text, blocks: copy.blocks, view: copy })
    return view
  }

  function stacked(user: User, given: Fields, via: string): View {
    const view = build(user, given)
    view.previous_view_id = user.modals.at(-1)?.id ?? null
    view.root_view_id = user.modals[0]?.id ?? view.id
    user.modals.push(view)
    return show(user, view, via)
  }

  /** Replaces what a view shows, in place: whoever holds it sees the new state. */
  function replace(user: User, old: View, given: Fields, via: string): View {
    const { root_view_id, previous_view_id } = old
    const fresh = { ...build(user, given, old), root_view_id, previous_view_id }
    for (const key of Object.keys(old)) delete old[key]
    return show(user, Object.assign(old, fresh), via)
  }

  return {
    check,
    /** A view as the API gives it back. */
    output: (view: View): View => structuredClone(view),
    /** A view that is still open. */
    find: (workspace: Workspace, id?: string, externalId?: string): View | undefined => {
      const known = world.views.get(id ?? external.get(`${workspace.id} ${externalId}`)?.id ?? '')
      if (!known || known.user.workspace !== workspace) return undefined
      const { view, user } = known
      return user.modals.includes(view) || user.home === view ? view : undefined
    },
    open(user: User, given: Fields, via: string): View {
      user.modals = []
      return stacked(user, given, via)
    },
    push(user: User, given: Fields, via: string): View {
      if (user.modals.length === 0) throw new Refusal('invalid_arguments', ['[ERROR] no view to push onto'])
      if (user.modals.length >= 3) throw new Refusal('push_limit_reached')
      return stacked(user, given, via)
    },
    update: (old: View, given: Fields, via: string) =>
      replace(world.views.get(old.id)!.user, old, given, via),
    publish(user: User, given: Fields, via: string): View {
      if (user.home) return replace(user, user.home, given, via)
      user.home = { ...build(user, given), root_view_id: null, previous_view_id: null }
      user.home.root_view_id = user.home.id
      return show(user, user.home, via)
    },
  }
}

export type Views = ReturnType<typeof createViews>
