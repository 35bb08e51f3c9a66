import type { Asked, Methods } from '../createApi.js'
import type { Triggers } from '../createTriggers.js'
import type { Views } from '../createViews.js'
import { Refusal } from '../Refusal.js'
import type { Fields, User, View } from '../types.js'

/** views.* */
export function viewMethods(views: Views, triggers: Triggers): Methods {
  const given = ({ args }: Asked) => {
    if (!args.has('view')) throw new Refusal('invalid_arguments', ['[ERROR] missing required field: view'])
    return args.json('view') as Fields
  }

  /** Checks the view before it uses up the trigger. */
  function opened(asked: Asked, show: (user: User, view: Fields) => View): Fields {
    const view = given(asked)
    views.check(view, 'modal')
    const user = triggers.exchange(asked.args.text('trigger_id') ?? '', asked.workspace)
    return { view: views.output(show(user, view)) }
  }

  function matching(view: View | undefined, { args }: Asked): void {
    if (args.has('hash') && args.text('hash') !== view?.hash) throw new Refusal('hash_conflict')
  }

  return {
    'views.open': (asked) => opened(asked, (user, view) => views.open(user, view, asked.method)),
    'views.push': (asked) => opened(asked, (user, view) => views.push(user, view, asked.method)),
    'views.update': (asked) => {
      const { args, workspace, method } = asked
      const view = given(asked)
      const old = views.find(workspace, args.text('view_id'), args.text('external_id'))
      if (!old) throw new Refusal('not_found')
      views.check(view, old.type)
      matching(old, asked)
      return { view: views.output(views.update(old, view, method)) }
    },
    'views.publish': (asked) => {
      const view = given(asked)
      const user = asked.workspace.users.get(asked.args.need('user_id'))
      if (!user) throw new Refusal('user_not_found')
      views.check(view, 'home')
      matching(user.home, asked)
      return { view: views.output(views.publish(user, view, asked.method)) }
    },
  }
}
