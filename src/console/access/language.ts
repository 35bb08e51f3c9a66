import type { Request, RequestHandler } from 'express'
import type { Language, Settings } from '../../types.js'
import type { Cookies } from './cookies.js'

/** Seconds for which the choice of a language is kept. */
const YEAR = 365 * 24 * 60 * 60

const isLanguage = (value: unknown): value is Language => value === 'de' || value === 'en'

/** Keeps the language that somebody asks for by `?lang=`. */
export function keepLanguage(cookies: Cookies): RequestHandler {
  return (req, res, next) => {
    if (isLanguage(req.query.lang)) cookies.write(res, 'lang', req.query.lang, YEAR)
    next()
  }
}

/** The language of a page: asked for, else chosen before, else set by the person, else the browser's. */
export function languageOf(req: Request, cookies: Cookies, settings?: Pick<Settings, 'language'>): Language {
  const chosen = [req.query.lang, cookies.read(req, 'lang'), settings?.language].find(isLanguage)
  return chosen ?? (req.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de')
}
