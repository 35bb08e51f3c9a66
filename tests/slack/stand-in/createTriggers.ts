import type { World } from './createWorld.js'
import { Refusal } from './Refusal.js'
import type { User, Workspace } from './types.js'

/** Trigger ids: good for three seconds and for one view. */
export function createTriggers({ clock, id }: World) {
  const issued = new Map<string, { readonly user: User; readonly until: number; used: boolean }>()

  return {
    issue(user: User): string {
      const trigger = `${issued.size + 1}.${user.workspace.id}.${id('')}`
      issued.set(trigger, { user, until: clock.now() + 3000, used: false })
      return trigger
    },
    /** Whose trigger it is; it is good for nothing more afterwards. */
    exchange(trigger: string, workspace: Workspace): User {
      const one = issued.get(trigger)
      if (!one || one.user.workspace !== workspace) throw new Refusal('invalid_trigger_id')
      if (one.used) throw new Refusal('exchanged_trigger_id')
      if (clock.now() >= one.until) throw new Refusal('expired_trigger_id')
      one.used = true
      return one.user
    },
  }
}

export type Triggers = ReturnType<typeof createTriggers>
