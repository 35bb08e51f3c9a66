import type { Request, Response } from 'express'

/** The cookies of the console. */
export interface Cookies {
  read(req: Request, name: CookieName): string | null
  /** @param seconds how long it is kept; without it, until the browser is closed */
  write(res: Response, name: CookieName, value: string, seconds?: number): void
  clear(res: Response, name: CookieName): void
}

export type CookieName = 'sid' | 'login' | 'lang'

/**
 * Over https, `__Host-` binds each cookie to this very host. On loopback without it, Safari would keep none of them,
 * so their names are plain there, and there alone.
 */
export function createCookies(https: boolean): Cookies {
  const full = (name: CookieName) => (https ? `__Host-${name}` : name)
  const options = { path: '/', httpOnly: true, secure: https, sameSite: 'lax' } as const
  return {
    read(req, name) {
      const prefix = `${full(name)}=`
      const found = (req.headers.cookie ?? '')
        .split(';')
        .map((part) => part.trim())
        .find((part) => part.startsWith(prefix))
      return found?.slice(prefix.length) || null
    },
    write(res, name, value, seconds) {
      res.cookie(full(name), value, seconds === undefined ? options : { ...options, maxAge: seconds * 1000 })
    },
    clear: (res, name) => void res.clearCookie(full(name), options),
  }
}
