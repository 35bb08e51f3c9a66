import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Null where there is no Chromium (`CHROMIUM_PATH`, else Debian's); throws where KLARTEXT_REQUIRE_CHROMIUM asks for one. */
export async function launchChromium(): Promise<Browser | null> {
  if (!existsSync(path)) {
    if (process.env.KLARTEXT_REQUIRE_CHROMIUM) throw new Error(`no Chromium at ${path}`)
    console.warn(`      skipped: no Chromium at ${path}; name one in CHROMIUM_PATH`)
    return null
  }
  return chromium.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
