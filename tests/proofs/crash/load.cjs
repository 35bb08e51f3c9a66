// Runs a bundled program; what V8 made of it the first time is kept beside it, so that every later start is faster.
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { Script } = require('node:vm')

const [, , file] = process.argv
const kept = `${file}.cache`
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined
const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, cachedData })
const exported = { exports: {} }
script.runInThisContext()(exported.exports, createRequire(file), exported, file)
if (!cachedData) writeFileSync(kept, script.createCachedData())
