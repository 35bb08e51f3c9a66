import type { Card } from '../../adapters/teams/render/card.js'
import { dataCards } from '../../adapters/teams/render/data.js'
import { draftForm, draftResult, type Where } from '../../adapters/teams/render/draft.js'
import { type HomeParts, homeCard } from '../../adapters/teams/render/home.js'
import { aboutCard, doneCard, eraseCard, erasedCard, helpCard } from '../../adapters/teams/render/notices.js'
import { answeredCard, goneCard, nudgeCard, unansweredCard } from '../../adapters/teams/render/nudge.js'
import { compileLexicons } from '../../src/analyzer/compiled.js'
import { chooseNudge } from '../../src/coaching/coach.js'
import { compose } from '../../src/coaching/compose.js'
import { DEFAULT_SETTINGS } from '../../src/coaching/settings.js'
import type {
  Answer,
  DraftCheck,
  Language,
  Letter,
  Markup,
  NudgeText,
  PersonalData,
  Tone,
} from '../../src/types.js'
import { type Words, wordsFor } from '../../src/words/index.js'
import { labelNames } from '../../src/words/labels.js'
import { shippedAnalyzer, shippedLexicons } from '../helpers/lexicons.js'

/** Messages that earn a nudge. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    jargon:
      'Wir müssen die Learnings aus dem Kickoff mitnehmen, das Mindset shiften und die Low-Hanging Fruits zeitnah committen, damit das Alignment mit den Stakeholdern stimmt.',
    blame: 'Schuld sind mal wieder die anderen aus dem Vertrieb, die haben die Zahlen nicht geliefert.',
    praise:
      'Das war mein Fehler, ich habe die falsche Liste verschickt. Ich schicke bis heute Abend die richtige.',
    'customer-disrespect': 'Der Kunde nervt schon wieder, der ist einfach zu dumm für das Formular.',
  },
  en: {
    jargon:
      'Let us leverage our synergies and circle back on the low-hanging fruit, so that we can move the needle going forward.',
    blame: 'It is all the fault of the sales team, they never deliver on time.',
    praise: 'That was my mistake, I sent the wrong list. I will send the right one by tonight.',
  },
}

/** Tries to pass for something else in every way that a client might read. */
export const HOSTILE = [
  '**fett** _kursiv_ `code` ~~weg~~ [Link](https://example.com) ![Bild](https://example.com/a.png)',
  '1. eins',
  '- zwei',
  '# drei > vier',
  '<b>Tag</b> &amp; &lt;x&gt; {{DATE(2026-01-01T00:00:00Z)}} $(name) \\*',
  'Schuld sind *mal* wieder die anderen aus dem Vertrieb. Wir committen uns zum Alignment mit [den Stakeholdern](https://example.com).',
].join('\n')

const HTML =
  '<p>Hallo <at id="0">Anna&nbsp;Muster</at>, wir m&uuml;ssen das <strong>Align</strong>ment mit den Stakeholdern <em>challengen</em>.</p><blockquote>Ein Zitat</blockquote><ul><li>Schuld sind mal wieder die <b>anderen</b> aus dem Vertrieb.</li><li>Wir committen uns &amp; liefern <img alt="🙂" src="x"></li></ul><attachment id="a"></attachment>'

let entries: ReturnType<typeof compileLexicons>['entries'] | undefined

/** What Klartext would say of a message. */
export function nudgeOf(message: string, language: Language, tone: Tone): NudgeText {
  entries ??= compileLexicons(shippedLexicons()).entries
  const analysis = shippedAnalyzer().analyze({ text: message, language, audience: 'company' })
  const nudge = chooseNudge(analysis, entries, { ...DEFAULT_SETTINGS, language }, true)
  const text = nudge && compose(nudge, entries, { tone })
  if (!text) throw new Error(`nothing to say of: ${message}`)
  return text
}

const long = 'Wir haben uns vorgenommen, bis Ende der Woche gemeinsam zu klären, wie es weitergeht. '
  .repeat(5)
  .trim()

/** As long as a lexicon may make it, and full of what clients could take for markdown. */
export const LONGEST: NudgeText = {
  kind: 'hint',
  label: 'jargon',
  language: 'de',
  title: 'Was heißt das *genau*?',
  body: long,
  suggestions: Array.from({ length: 5 }, (_, at) => ({
    term: `Donaudampfschifffahrtsgesellschafts_alignment_${at}`,
    instead: [`[Absprache](https://example.com) ${at}`, '1. *Abstimmung*', `# ${long}`],
  })),
  why: long,
}

export const draftOf = (text: string, markup: Markup, language?: Language): DraftCheck => ({
  analysis: shippedAnalyzer().analyze({
    text,
    markup,
    audience: 'cross-team',
    ...(language ? { language } : {}),
  }),
  nudge: null,
})

const NOW = new Date('2026-03-12T10:00:00Z')
const LINK = 'https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1700000000000?tenantId=a(b)'
const ID = '0f6e7a34-1111-4222-8333-123456789abc'

export const home = (
  more: Partial<HomeParts['settings']> = {},
  weeks: HomeParts['weeks'] = [],
): HomeParts => ({
  settings: { ...DEFAULT_SETTINGS, optedIn: true, ...more },
  weeks,
  now: NOW,
  timeZone: 'Europe/Berlin',
})

const monday = (week: number) => new Date(Date.UTC(2026, 1, 1 + 7 * week, 23))
const WEEKS: HomeParts['weeks'] = [
  {
    from: monday(1),
    labels: { anglicism: 6, jargon: 3, ownership: 1 },
    rules: { 'anglicism-alignment': 6, 'jargon-de-leere-formel-nach-vorn-denken': 3 },
  },
  {
    from: monday(2),
    labels: { anglicism: 4, blame: 1 },
    rules: { 'anglicism-launch': 4, 'blame-de-schuld-haben': 1 },
  },
  { from: monday(3), labels: {}, rules: {} },
  { from: monday(4), labels: { care: 2, ownership: 1 }, rules: { 'care-de-ich-kuemmere-mich': 2 } },
  { from: monday(5), labels: { anglicism: 1 }, rules: { 'anglicism-alignment': 1 } },
]
const BUSY: HomeParts['weeks'] = WEEKS.map(({ from }, at) => ({
  from,
  labels: { anglicism: at * 37, care: at * 5 },
  rules: { 'anglicism-alignment': at * 37 },
}))

/** What is kept of somebody who writes a lot. */
export const kept = (sightings: number): PersonalData => ({
  settings: { ...DEFAULT_SETTINGS, optedIn: true, mutedRules: ['anglicism-de-meeting', 'blame-de-schuld'] },
  sightings: Array.from({ length: sightings }, (_, at) => ({
    hour: new Date(NOW.getTime() - at * 3_600_000),
    label: 'customer-disrespect',
    rule: `customer-disrespect-de-${at % 40}-`.padEnd(60, 'x'),
    language: 'de',
  })),
  nudges: [{ at: NOW, state: 'sent', label: 'anglicism', rules: ['anglicism-de-alignment'] }],
  teams: [{ team: '19:team-der-äußeren-süd@thread.tacv2', week: NOW }],
  weeks: [{ week: NOW, messages: 12 }],
  units: [{ unit: 'station-4', manages: false, week: NOW }],
  summaries: [],
  answers: [],
  sessions: [],
  lastHintAt: NOW,
  lastPraiseAt: null,
})

/** Who reads the cards. */
export const READERS: readonly (readonly [name: string, settings: { language: Language; tone: Tone }])[] = [
  ['German, Du', { language: 'de', tone: 'du' }],
  ['German, Sie', { language: 'de', tone: 'sie' }],
  ['English', { language: 'en', tone: 'du' }],
]

const ANSWERS: readonly Answer[] = ['helpful', 'not-helpful', 'quotation', 'team-term', 'mute-rule', 'pause']

/** What the buttons of a nudge carry. */
export const shownOf = (card: Card): unknown =>
  (card.actions as { data: { shown?: unknown } }[] | undefined)?.[0]?.data.shown

/** Every card in every situation that makes a difference to it, by name. */
export function situations({
  language,
  tone,
}: {
  language: Language
  tone: Tone
}): ReadonlyMap<string, Card> {
  const words: Words = wordsFor({ language, tone }, 'teams')
  const cards = new Map<string, Card>()
  const letter = (text: NudgeText): Pick<Letter, 'id' | 'text' | 'tone'> => ({ id: ID, text, tone })
  for (const [name, message] of Object.entries(MESSAGES[language]))
    cards.set(`nudge, ${name}`, nudgeCard(letter(nudgeOf(message, language, tone)), LINK))
  cards.set('nudge, no link', nudgeCard(letter(nudgeOf(MESSAGES[language].jargon!, language, tone)), null))
  cards.set('nudge, longest', nudgeCard(letter({ ...LONGEST, language }), LINK))
  const shown = shownOf(cards.get('nudge, jargon')!)
  for (const answer of ANSWERS) cards.set(`answered, ${answer}`, answeredCard(answer, shown, words))
  cards.set('answered, nothing shown', answeredCard('helpful', undefined, words))
  cards.set('unanswered', unansweredCard(ID, shown, words))
  cards.set('unanswered, nothing shown', unansweredCard(ID, 'x', words))
  cards.set('gone', goneCard(words))

  cards.set('home, before', homeCard(home({ optedIn: false }), words))
  cards.set('home, new', homeCard(home(), words))
  cards.set('home, weeks', homeCard({ ...home({}, WEEKS), saved: true }, words))
  cards.set('home, busy weeks', homeCard(home({}, BUSY), words))
  cards.set('home, paused', homeCard(home({ pausedUntil: new Date('2026-03-13T07:00:00Z') }), words))
  const mutedRules = Array.from({ length: 30 }, (_, at) => `anglicism-de-*wort*-nummer-${at}-[x](y)`)
  cards.set(
    'home, muted',
    homeCard(
      home({ mutedLabels: ['blame', 'care'], mutedRules, maxPerDay: 7, minutesBetween: 45, praise: false }),
      words,
    ),
  )
  cards.set(
    'home, all topics muted',
    homeCard(
      home({ mutedLabels: Object.keys(labelNames.de) as [], quietFrom: '00:00', quietTo: '00:00' }),
      words,
    ),
  )
  cards.set('about', aboutCard(words))
  cards.set('erase', eraseCard(words))
  cards.set('erased', erasedCard(words))
  cards.set('help', helpCard(words, false))
  cards.set('help, unknown', helpCard(words, true))
  cards.set('done', doneCard(words.command.off, words))

  for (const where of ['dialog', 'chat'] as const satisfies readonly Where[]) {
    cards.set(`draft, ${where}`, draftForm(words, where))
    cards.set(
      `draft, ${where}, failed`,
      draftForm(words, where, { text: HOSTILE, fault: words.draft.failed }),
    )
    const result = (name: string, text: string, markup: 'plain' | 'teams' = 'plain') =>
      cards.set(
        `result, ${where}, ${name}`,
        draftResult({ text, markup }, draftOf(text, markup, language), words, where),
      )
    result('nothing', 'Gut.')
    for (const [name, message] of Object.entries(MESSAGES[language])) result(name, message)
    result('hostile', HOSTILE)
    result('HTML', HTML, 'teams')
    result('long', `${MESSAGES[language].jargon}\n`.repeat(25).slice(0, 4000))
    result('long with blame', `${HOSTILE}\n`.repeat(6).slice(0, 2500))
  }
  for (const count of [0, 1, 1500])
    for (const [at, card] of dataCards(kept(count), words).entries())
      cards.set(`data, ${count}, ${at + 1}`, card)
  return cards
}
