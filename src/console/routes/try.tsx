import type { Audience } from '../../types.js'
import { type Draft, DraftForm } from '../pages/try/draft-form.js'
import { DraftResult } from '../pages/try/draft-result.js'
import type { Reply, Route, Visit } from '../route.js'
import { type TryWords, tryWords } from '../words/try.js'

/** The longest draft, in UTF-16 code units. */
const LONGEST = 40_000

const AUDIENCES: readonly Audience[] = ['team', 'cross-team', 'company', 'customer-facing']

/** Checks a draft for its writer. The text comes back in the answer, and is nowhere else. */
export const tryRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/try',
    roles: ['employee'],
    handle: async (visit) => page(visit, { text: '', audience: 'team', fault: null }),
  },
  { method: 'post', path: '/try', roles: ['employee'], handle: check },
]

async function check(visit: Visit): Promise<Reply> {
  const words = tryWords[visit.language](visit.tone)
  const text = visit.field('text')
  const audience = AUDIENCES.find((each) => each === visit.field('audience')) ?? 'team'
  const fault = faultOf(text, visit, words)
  if (fault) return page(visit, { text, audience, fault }, null, 422)
  let checked: Awaited<ReturnType<Visit['house']['core']['check']>>
  try {
    checked = await visit.house.core.check(visit.person, {
      text,
      markup: 'plain',
      audience,
      language: visit.language,
    })
  } catch {
    // Whatever it says may quote the draft: it goes no further.
    return page(visit, { text, audience, fault: words.failed }, null, 502)
  }
  const { analysis } = checked
  return page(
    visit,
    { text, audience, fault: null },
    <DraftResult text={text} analysis={analysis} language={visit.language} words={words} />,
  )
}

function faultOf(text: string, { language }: Visit, words: TryWords): string | null {
  if (text.trim() === '') return words.empty
  if (text.length <= LONGEST) return null
  const number = new Intl.NumberFormat(language)
  return words.tooLong(number.format(text.length), number.format(LONGEST))
}

function page(
  visit: Visit,
  draft: Draft,
  result: ReturnType<typeof DraftResult> | null = null,
  status = 200,
): Reply {
  const words = tryWords[visit.language](visit.tone)
  const muted = visit.settings.mutedLabels.length + visit.settings.mutedRules.length > 0
  return {
    title: words.title,
    area: 'try',
    status,
    body: (
      <>
        <p>{words.intro}</p>
        {result}
        {result && muted && <p class="hint">{words.muted}</p>}
        <DraftForm visit={visit} words={words} draft={draft} />
      </>
    ),
  }
}
