import { checkView } from './blocks/checkView.js'
import type { InteractionParts, Interactions } from './createInteractions.js'
import type { Views } from './createViews.js'
import { elementState } from './elementState.js'
import type { Delivery, Envelope, Fields, User, View, Who } from './types.js'

/** What became of a modal that was sent off. */
export type Submitted = Delivery & {
  /** The modal on top afterwards. */
  readonly view: View | undefined
  /** Messages by block_id where the app found faults. */
  readonly errors: Readonly<Record<string, string>>
}

type Values = Readonly<Record<string, unknown>>

/** People send modals off and close them. */
export function createForms(parts: InteractionParts, interactions: Interactions, views: Views) {
  const { world, ledger, deliveries } = parts

  /** The modal somebody looks at. */
  function front(user: User, id?: string): View {
    const view = user.modals.at(-1)
    if (!view || (id && view.id !== id)) throw new Error(`${user.id} does not look at ${id ?? 'a modal'}`)
    return view
  }

  /** Puts values into the inputs: by block_id and action_id, or by action_id alone. */
  function fill(view: View, values: Values): void {
    for (const [key, value] of Object.entries(values)) {
      const block = view.blocks.find(({ block_id }) => block_id === key)
      const inner = block ? (value as Values) : { [key]: value }
      for (const [action, choice] of Object.entries(inner)) {
        const { block: of, element } = elementState.find(block ? [block] : view.blocks, action)
        const [least, most] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3000)]
        const fits = typeof choice !== 'string' || (choice.length >= least && choice.length <= most)
        if (!fits) throw new Error(`${action} takes ${least} to ${most} characters`)
        const held = { type: element.type, ...elementState.choose(element, choice) }
        ;(view.state.values[String(of.block_id)] ??= {})[action] = held
      }
    }
  }

  /** Slack itself asks for what is not optional. */
  function complete({ blocks, state }: View): void {
    for (const { type, optional, block_id } of blocks) {
      const held = Object.values(state.values[String(block_id)] ?? {})
      const empty = type === 'input' && !optional && held.some(elementState.isEmpty)
      if (empty) throw new Error(`${String(block_id)} must be filled in`)
    }
  }

  /** Does what the acknowledgement asks for. */
  function apply(user: User, view: View, answer: Fields): Record<string, string> {
    const { response_action: action, view: next, errors } = answer
    const refuse = (error: string, messages: readonly string[]) => {
      ledger.fault(user.workspace.id, 'view_submission', error, messages)
      return {}
    }
    if (action === undefined) user.modals.pop()
    else if (action === 'clear') user.modals = []
    else if (action === 'errors') {
      const inputs = new Set(
        view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id),
      )
      const strange = Object.keys((errors ?? {}) as Fields).filter((key) => !inputs.has(key))
      if (!errors || strange.length > 0) return refuse('invalid_errors', strange)
      return errors as Record<string, string>
    } else if (action === 'update' || action === 'push') {
      const wrong = checkView(next, 'modal')
      if (wrong.length > 0) return refuse('invalid_arguments', wrong)
      if (action === 'update') views.update(view, next as Fields, 'ack')
      else if (user.modals.length < 3) views.push(user, next as Fields, 'ack')
      else refuse('push_limit_reached', [])
    } else refuse('invalid_response_action', [String(action)])
    return {}
  }

  /** The payload about a view, with or without a trigger. */
  function about(user: User, type: string, view: View, more: Fields): Envelope {
    return interactions.interactive(user, { type, view: views.output(view), ...more })
  }

  return {
    /** Sends the modal off that somebody looks at. */
    async submit(who: Who, viewId?: string, values: Values = {}): Promise<Submitted> {
      const user = world.user(who)
      const view = front(user, viewId)
      fill(view, values)
      complete(view)
      const delivery = await deliveries.deliver(about(user, 'view_submission', view, { response_urls: [] }))
      ledger.failed(user, delivery, 'We had some trouble connecting. Try again? It')
      const answer = typeof delivery.body === 'object' ? ((delivery.body ?? {}) as Fields) : {}
      const errors = delivery.acked ? apply(user, view, answer) : {}
      const result = { view: { value: user.modals.at(-1) }, errors: { value: errors } }
      return Object.defineProperties(delivery, result) as Submitted
    },
    /** Closes the modal on top, or all of them; the app hears of those that asked for it. */
    async closeView(who: Who, viewId?: string, { all = false } = {}): Promise<Delivery[]> {
      const user = world.user(who)
      front(user, viewId)
      const closed = all ? user.modals.splice(0).reverse() : [user.modals.pop()!]
      const told = closed.filter(({ notify_on_close }) => notify_on_close)
      const tell = (view: View) => deliveries.deliver(about(user, 'view_closed', view, { is_cleared: all }))
      return Promise.all(told.map(tell))
    },
  }
}
