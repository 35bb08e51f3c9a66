import { join } from 'node:path'
import express from 'express'
import { packageRoot } from '../package-root.js'

/** Style and icon: nothing comes from elsewhere, and nothing in them is anybody's. */
export const assets = express.static(join(packageRoot, 'src/console/public'), {
  index: false,
  redirect: false,
  cacheControl: false,
  setHeaders: (res) => void res.setHeader('Cache-Control', 'no-cache'),
})
