import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express from 'express'

/** Beside the source. A build leaves the folder there, so from dist/src/console the way leads back. */
const own = ['./public', '../../../src/console/public']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))!

/** Style and icon: nothing comes from elsewhere, and nothing in them is anybody's. */
export const assets = express.static(own, {
  index: false,
  redirect: false,
  cacheControl: false,
  setHeaders: (res) => void res.setHeader('Cache-Control', 'no-cache'),
})
