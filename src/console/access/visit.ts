import type { Request } from 'express'
import type { Role } from '../../types.js'
import type { House } from '../house.js'
import type { Visit } from '../route.js'
import { type Sent, textOf } from './body.js'
import type { Present } from './front.js'

/** A request of somebody who may make it, as its route sees it. */
export async function visitOf(
  req: Request,
  house: House,
  present: Present & { readonly roles: ReadonlySet<Role> },
  sent: Sent,
  now: Date,
): Promise<Visit> {
  const { session, roles, language, tone } = present
  const { person, csrf, startedAt } = session
  const fields = (name: string) => sent.fields.get(name) ?? []
  return {
    house,
    person,
    roles,
    actor: house.store.console.actor(person),
    settings: await house.core.settings(person),
    language,
    tone,
    signedInAt: startedAt,
    csrf,
    now,
    path: req.path,
    param: (name) => single(req.params[name]),
    query: (name) => single(req.query[name]),
    field: (name) => (fields(name).length === 1 ? fields(name)[0]! : ''),
    fields,
    file: sent.file && textOf(sent.file),
  }
}

const single = (value: unknown): string => (typeof value === 'string' ? value : '')
