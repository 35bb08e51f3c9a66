import type { Request, Response } from 'express'
import { render } from 'preact-render-to-string'
import { html } from './pages/layout.js'
import { Notice, NoticePage } from './pages/notice.js'
import { page, whereOf } from './where.js'
import type { Words } from './words/de.js'

/** The faults that need no numbers. */
type Simple = Exclude<keyof Words['errors'], 'tooLong'>

/** Says plainly what could not be done: to htmx as a note on the page, otherwise as a page of its own. */
export function refuse(req: Request, res: Response, status: number, fault: Simple) {
  const { where } = whereOf(req)
  const { words } = where
  const text = words.errors[fault]
  res.status(status)
  if (req.get('HX-Request')) {
    res.set({ 'HX-Retarget': '#notice', 'HX-Reswap': 'innerHTML' })
    res.send(render(<Notice text={text} fault words={words} />))
    return
  }
  const back = fault === 'host' ? null : page(where)
  res.send(html(where, words.title, <NoticePage text={text} back={back} words={words} />))
}
