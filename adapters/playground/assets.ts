import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

/** Beside the source. A build leaves the folder there, so from dist/adapters/playground the way leads back. */
const own = ['./public', '../../../adapters/playground/public']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))!
const htmx = dirname(createRequire(import.meta.url).resolve('htmx.org'))

/** Styles, scripts and the icon, and htmx from its package: nothing comes from elsewhere. */
export const assets = Router()

const fresh = { headers: { 'Cache-Control': 'no-cache' }, cacheControl: false }
assets.get('/htmx.js', (_req, res) => res.sendFile(join(htmx, 'htmx.min.js'), fresh))
assets.get('/hx-sse.js', (_req, res) => res.sendFile(join(htmx, 'ext', 'hx-sse.min.js'), fresh))
assets.use(
  express.static(own, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
  }),
)
