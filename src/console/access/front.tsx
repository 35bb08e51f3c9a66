import type { Request, Response } from 'express'
import type { Language, Session, Tone } from '../../types.js'
import { type Account, type Framed, layout } from '../pages/layout.js'
import { type Reason, Refusal } from '../pages/refusal.js'
import { type FrameWords, frameWords } from '../words/frame.js'
import { noticeOf } from '../words/said.js'
import type { Cookies } from './cookies.js'
import { languageOf } from './language.js'

/** In which words a page is written. */
export interface Speech {
  readonly language: Language
  readonly tone: Tone
  readonly words: FrameWords
}

/** Whoever is there, where somebody is signed in. */
export interface Present extends Speech {
  readonly session: Session
  /** Null where the session has just ended. */
  readonly account: Account | null
}

/** Shows pages in their frame. */
export interface Front {
  /** In the words for somebody of whom nothing is known. */
  speechOf(req: Request): Speech
  show(
    req: Request,
    res: Response,
    page: Pick<Framed, 'title' | 'body'> & Partial<Pick<Framed, 'area' | 'alone'>>,
    how?: { readonly status?: number; readonly present?: Present | null; readonly isPassing?: boolean },
  ): void
  refuse(req: Request, res: Response, status: number, reason: Reason, present?: Present | null): void
}

/** How each language calls a person of whom nothing is known. */
const speech = (language: Language, tone: Tone): Speech => ({
  language,
  tone,
  words: frameWords[language](tone),
})

/** @param tone of people who have set none */
export function createFront(cookies: Cookies, tone: Tone = 'sie'): Front {
  const speechOf = (req: Request) => speech(languageOf(req, cookies), tone)

  const show: Front['show'] = (req, res, page, { status = 200, present = null, isPassing = false } = {}) => {
    const { language, tone, words } = present ?? speechOf(req)
    const said = typeof req.query.said === 'string' ? req.query.said : ''
    res
      .status(status)
      .type('html')
      .send(
        layout({
          language,
          words,
          ...page,
          account: present?.account ?? null,
          notice: noticeOf(said, language, tone),
          translation: isPassing ? null : translationOf(req, words),
        }),
      )
  }

  return {
    speechOf,
    show,
    refuse(req, res, status, reason, present = null) {
      const { words } = present ?? speechOf(req)
      const [title, text] = words.refused[reason]!
      show(
        req,
        res,
        { title: title!, body: <Refusal text={text!} link={linkFor(reason, words)} />, alone: 'narrow' },
        { status, present, isPassing: true },
      )
    },
  }
}

/** How somebody in whose words we know what they prefer is spoken to. */
export const speechFor = (language: Language, tone: Tone): Speech => speech(language, tone)

/** The page asked for, in the other language; null where asking again would do something else. */
function translationOf(req: Request, words: FrameWords): string | null {
  if (req.method !== 'GET') return null
  const url = new URL(req.originalUrl, 'http://here.invalid')
  url.searchParams.delete('said')
  url.searchParams.set('lang', words.language.otherCode)
  return url.pathname + url.search
}

const SIGN_IN_AGAIN: ReadonlySet<Reason> = new Set<Reason>([
  'declined',
  'sign-in-failed',
  'provider-silent',
  'unknown-tenant',
])

function linkFor(reason: Reason, words: FrameWords): { href: string; label: string } | null {
  if (reason === 'other-host') return null
  return SIGN_IN_AGAIN.has(reason)
    ? { href: '/console/sign-in', label: words.refused.again }
    : { href: '/console', label: words.refused.back }
}
