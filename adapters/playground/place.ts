import type { Request, RequestHandler, Response } from 'express'
import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'
import type { Core, Person, Settings } from '../../src/types.js'
import type { Chat } from './chat.js'
import { html } from './pages/layout.js'
import { Page, type View } from './pages/page.js'
import { refuse } from './refuse.js'
import { personOf } from './rooms.js'
import { page, type Where, whereOf } from './where.js'

/** What all routes work with. */
export interface House {
  readonly chat: Chat
  readonly clock: () => Date
  /** Null before the start and after the stop. */
  readonly core: () => Core | null
}

/** One request of a known person in a known channel, and the ways to answer it. */
export interface Place {
  readonly where: Where
  readonly me: Person
  readonly core: Core
  readonly req: Request
  readonly res: Response
  /** A field of the form; empty where it is missing or not plain text. */
  field(name: string): string
  /** Answers htmx with a part of the page, everybody else with the whole page. */
  show(status: number, part: (settings: Settings) => JSX.Element, rest?: Partial<View>): Promise<void>
  /** Answers htmx with a part of the page, everybody else by going back to the chat. */
  done(part: (settings: Settings) => JSX.Element): Promise<void>
}

/** Turns a function of a place into a handler; where the address is not exact it goes to the default. */
export function at(house: House, handle: (place: Place) => Promise<void> | void): RequestHandler {
  return async (req, res) => {
    const core = house.core()
    if (!core) return refuse(req, res, 503, 'starting')
    const { where, exact } = whereOf(req)
    if (!exact) return goTo(req, res, page(where, only(req)))
    const me = personOf(where.me.id)
    const part = async (make: (settings: Settings) => JSX.Element) =>
      res.send(render(make(await core.settings(me))))
    await handle({
      where,
      me,
      core,
      req,
      res,
      field(name) {
        const value = (req.body as Record<string, unknown> | undefined)?.[name]
        return typeof value === 'string' ? value : ''
      },
      async show(status, make, rest) {
        res.status(status)
        if (req.get('HX-Request')) await part(make)
        else await wholePage(house, { where, core, me }, res, rest)
      },
      async done(make) {
        if (req.get('HX-Request')) await part(make)
        else res.redirect(303, page(where))
      },
    })
  }
}

/** Sends the chat as it stands for this person. */
export async function wholePage(
  { chat, clock }: House,
  { where, core, me }: Pick<Place, 'where' | 'core' | 'me'>,
  res: Response,
  rest?: Partial<View>,
) {
  const settings = await core.settings(me)
  const title = `${where.words.channels[where.channel.id]} · ${where.words.brand}`
  const body = Page({ where, chat, settings, now: clock(), writing: { text: '' }, ...rest })
  if (settings.optedIn || chat.greeted(where.me.id)) chat.look(where.me.id, where.channel.id)
  res.send(html(where, title, body))
}

/** Sends the browser elsewhere, by a header where htmx asks. */
export function goTo(req: Request, res: Response, address: string) {
  if (req.get('HX-Request')) res.set('HX-Redirect', address).status(204).end()
  else res.redirect(req.method === 'GET' || req.method === 'HEAD' ? 302 : 303, address)
}

function only(req: Request): { edit?: string; try?: string } {
  const { edit, try: sentence } = req.query
  return {
    ...(typeof edit === 'string' && edit.length <= 64 ? { edit } : {}),
    ...(typeof sentence === 'string' && sentence.length <= 2 ? { try: sentence } : {}),
  }
}
