import type { Request, Response } from 'express'
import type { UserError } from '../../errors.js'
import { Fault } from '../pages/fault.js'
import { KeptText } from '../pages/kept-text.js'
import type { Sent } from './body.js'
import type { Front, Present } from './front.js'
import { returnPath } from './return-path.js'

/** What somebody typed, without what only proves where it came from. */
const typedIn = ({ fields }: Sent) => new Map([...fields].filter(([name]) => name !== 'csrf'))

/**
 * Gives a form back that cannot be taken yet, with all that was typed: it is kept by its page, and not here.
 * @param present null where nobody is signed in
 */
export function giveBack(
  req: Request,
  res: Response,
  sent: Sent,
  present: Present | null,
  front: Front,
): void {
  const { words } = present ?? front.speechOf(req)
  const kept = {
    action: returnPath(req.originalUrl) ?? '/console',
    fields: typedIn(sent),
    upload: sent.upload,
  }
  const page = {
    title: present ? words.kept.confirm : words.kept.expired,
    body: <KeptText kept={kept} csrf={present?.session.csrf ?? null} words={words} />,
    alone: 'wide',
  } as const
  front.show(req, res, page, { status: present ? 403 : 401, present, isPassing: true })
}

/** Says what is wrong with what somebody gave us, beside what they typed. */
export function showFault(
  req: Request,
  res: Response,
  error: UserError,
  sent: Sent,
  present: Present | null,
  front: Front,
): void {
  const { words } = present ?? front.speechOf(req)
  const page = {
    title: words.fault.title,
    body: <Fault error={error} fields={typedIn(sent)} words={words} />,
    alone: 'wide',
  } as const
  front.show(req, res, page, { status: 422, present })
}
