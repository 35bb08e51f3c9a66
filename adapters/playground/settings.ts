import type { Settings } from '../../src/types.js'
import { paces, tomorrow } from './pace.js'

/** What one form of the settings panel changes; unknown values change nothing. */
export function patchOf(field: (name: string) => string, before: Settings, now: Date): Partial<Settings> {
  const patch: { -readonly [Name in keyof Settings]?: Settings[Name] } = {}
  const optedIn = field('optedIn')
  if (optedIn === 'yes' || optedIn === 'no') patch.optedIn = optedIn === 'yes'

  const pause = field('pause')
  if (pause === 'yes') patch.pausedUntil = tomorrow(now)
  if (pause === 'no') patch.pausedUntil = null

  const label = field('unmute-label')
  if (label) patch.mutedLabels = before.mutedLabels.filter((muted) => muted !== label)
  const rule = field('unmute-rule')
  if (rule) patch.mutedRules = before.mutedRules.filter((muted) => muted !== rule)

  if (field('preferences') !== '1') return patch
  const tone = field('tone')
  if (tone === 'du' || tone === 'sie') patch.tone = tone
  const language = field('language')
  if (language === 'auto' || language === 'de' || language === 'en') patch.language = language
  const pace = field('pace')
  if (pace === 'free' || pace === 'everyday') Object.assign(patch, paces[pace])
  patch.praise = field('praise') === '1'
  return patch
}
