import assert from 'node:assert/strict'
import { type Card, LARGEST, sizeOf } from '../../adapters/teams/render/card.js'
import { dataCards } from '../../adapters/teams/render/data.js'
import { draftResult } from '../../adapters/teams/render/draft.js'
import { homeCard } from '../../adapters/teams/render/home.js'
import { answeredCard, notificationOf, nudgeCard, unansweredCard } from '../../adapters/teams/render/nudge.js'
import { isAnswer } from '../../src/words/answers.js'
import { wordsFor } from '../../src/words/index.js'
import { labelNames } from '../../src/words/labels.js'
import { cardFaults } from '../helpers/cardFaults.js'
import {
  draftOf,
  HOSTILE,
  home,
  kept,
  LONGEST,
  MESSAGES,
  nudgeOf,
  READERS,
  shownOf,
  situations,
} from './situations.js'

type Fields = Readonly<Record<string, unknown>>

/** Everything in a card that has a type. */
function partsOf(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (value === null || typeof value !== 'object') return []
  const inside = Object.entries(value).flatMap(([key, inner]) => (key === 'data' ? [] : partsOf(inner)))
  return 'type' in value ? [value as Fields, ...inside] : inside
}

const ofType = (card: Card, ...types: string[]) =>
  partsOf(card).filter(({ type }) => types.includes(`${type}`))
const textOf = (card: Card) => ofType(card, 'TextBlock', 'TextRun').map(({ text }) => `${text}`)
const verbsOf = (card: Card) => ofType(card, 'Action.Execute').map(({ verb }) => verb)
const whole = (card: Card) => textOf(card).join('\n').replaceAll('\u200b', '')

const du = { language: 'de', tone: 'du' } as const
const words = wordsFor(du, 'teams')
const letter = (message: string) => ({ id: 'n1', tone: 'du', text: nudgeOf(message, 'de', 'du') }) as const
const LINK = 'https://teams.microsoft.com/l/message/19:abc/1'

describe('Teams: every card', function () {
  this.timeout(60_000)

  for (const [reader, settings] of READERS) {
    const cards = () => situations(settings)
    const none = (faultsOf: (card: Card, name: string) => readonly string[]) =>
      assert.deepEqual(
        [...cards()].flatMap(([name, card]) => faultsOf(card, name).map((fault) => `${name}: ${fault}`)),
        [],
      )

    it(`is valid and small enough: ${reader}`, () =>
      none((card) => [
        ...cardFaults(card),
        ...(sizeOf(card) > LARGEST ? [`${sizeOf(card)} bytes`] : []),
        ...(card.lang === settings.language ? [] : [`in ${card.lang}`]),
        ...(card.fallbackText ? [] : ['says nothing where cards cannot be shown']),
      ]))

    it(`lets no client read markdown in what others wrote: ${reader}`, () =>
      none((card) =>
        ofType(card, 'TextBlock')
          .map(({ text }) => `${text}`)
          .filter((text) => /example\.com|\*(?:mal|wort|genau|Abstimmung)\*|Donau|xxx/.test(text)),
      ))

    it(`does not speak of Slack: ${reader}`, () =>
      none((card) => textOf(card).filter((text) => /Slack|\/klartext|Startseite|Home tab/.test(text))))

    it(`has short buttons, each of them once: ${reader}`, () =>
      none((card) => {
        const titles = ofType(card, 'Action.Execute', 'Action.Submit', 'Action.ToggleVisibility')
          .filter(({ verb }) => verb !== 'unmute')
          .map(({ title }) => `${title}`)
        const twice = titles.filter((title, at) => titles.indexOf(title) !== at)
        return [...titles.filter((title) => title.length > 28), ...twice]
      }))

    it(`answers with a card in the chat, and sends off in a dialog: ${reader}`, () =>
      none((card, name) => {
        const [other, is] = name.includes('dialog') ? ['Action.Execute', true] : ['Action.Submit', false]
        return ofType(card, other).map(({ title }) => `${title} is ${is ? 'no' : 'a'} submit`)
      }))

    it(`quotes no four words of a message in its nudge: ${reader}`, () => {
      for (const [name, message] of Object.entries(MESSAGES[settings.language])) {
        const written = message.toLowerCase().split(/[^\p{L}]+/u)
        const shown = JSON.stringify(cards().get(`nudge, ${name}`))
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .join(' ')
        const quoted = written
          .map((_, at) => written.slice(at, at + 4))
          .filter((gram) => gram.length === 4 && shown.includes(gram.join(' ')))
        assert.deepEqual(quoted, [], name)
      }
    })
  }
})

describe('Teams: a nudge', () => {
  const card = nudgeCard(letter(MESSAGES.de.jargon!), LINK)

  it('has a button for each answer, with what is needed to draw it again', () => {
    const answers = ofType(card, 'Action.Execute').map(({ verb, mode, data }) => [verb, mode, data] as const)
    assert.deepEqual(
      answers.map(([verb, mode, data]) => [verb, mode, (data as Fields).answer, (data as Fields).nudge]),
      [
        ['answer', undefined, 'helpful', 'n1'],
        ['answer', undefined, 'not-helpful', 'n1'],
        ['answer', 'secondary', 'quotation', 'n1'],
        ['answer', 'secondary', 'team-term', 'n1'],
        ['answer', 'secondary', 'mute-rule', 'n1'],
        ['answer', 'secondary', 'pause', 'n1'],
      ],
    )
    for (const [, , data] of answers)
      assert.ok(isAnswer(`${(data as Fields).answer}`) && (data as Fields).shown)
  })

  it('tells why without the network', () => {
    const [button] = ofType(card, 'Action.ToggleVisibility')
    const hidden = ofType(card, 'Container').filter(({ isVisible }) => isVisible === false)
    assert.deepEqual(button?.targetElements, [hidden[0]?.id])
    assert.match(JSON.stringify(hidden), /Ein deutsches Wort/)
  })

  it('leads to the message, also where its address has brackets, and nowhere else', () => {
    const linked = (link: string | null) => textOf(nudgeCard(letter(MESSAGES.de.jargon!), link))[0]
    assert.equal(
      linked('https://x.example/a(b) c'),
      '🔒 Nur für dich sichtbar · [Zur Nachricht](https://x.example/a%28b%29%20c)',
    )
    for (const link of [null, 'http://x.example', 'javascript:alert(1)'])
      assert.equal(linked(link), '🔒 Nur für dich sichtbar')
  })

  it('can be told apart as praise, which has no why', () => {
    const praise = nudgeCard(letter(MESSAGES.de.praise!), LINK)
    assert.equal(textOf(praise)[1], '⭐ Gut gesagt')
    assert.deepEqual(
      (praise.actions as Fields[]).map(({ title }) => title),
      ['Hilfreich', 'Nicht hilfreich', 'Dieses Lob nicht mehr'],
    )
  })

  it('has a notification in words', () =>
    assert.equal(
      notificationOf(letter(MESSAGES.de.jargon!).text, 'sie'),
      'Geht das auch auf Deutsch? (Nur für Sie sichtbar)',
    ))

  it('gives way to thanks; the suggestions stay where they helped', () => {
    const helpful = answeredCard('helpful', shownOf(card), words)
    assert.match(whole(helpful), /Mindset.*✅ Danke/s)
    const other = answeredCard('quotation', shownOf(card), words)
    assert.deepEqual(textOf(other), [
      `🔒 Nur für dich sichtbar · [Zur Nachricht](${LINK})`,
      '✅ Alles klar, ein Zitat. Danke.',
    ])
    for (const after of [helpful, other]) assert.equal(after.actions, undefined)
  })

  it('stays as it is where an answer could not be kept, and says so', () => {
    const after = unansweredCard('n1', shownOf(card), words)
    assert.deepEqual(after.actions, card.actions)
    assert.deepEqual(textOf(after), [...textOf(card), `⚠️ ${words.nudge.failed}`])
  })

  const good = shownOf(card) as { text: Fields }
  const MALFORMED: readonly (readonly [what: string, shown: unknown])[] = [
    ['nothing', undefined],
    ['a string', 'shown'],
    ['an empty object', {}],
    ['another kind', { ...good, text: { ...good.text, kind: 'threat' } }],
    ['no suggestions', { ...good, text: { ...good.text, suggestions: null } }],
    ['a book', { ...good, text: { ...good.text, body: 'x'.repeat(100_000) } }],
    ['a script', { ...good, link: 'javascript:alert(1)' }],
  ]
  for (const [what, shown] of MALFORMED)
    it(`answers in words alone where ${what} comes back`, () => {
      assert.deepEqual(textOf(answeredCard('helpful', shown, words)), ['✅ Danke. Schön, dass es hilft.'])
      assert.deepEqual(textOf(unansweredCard('n1', shown, words)), [`⚠️ ${words.nudge.failed}`])
    })

  it('travels without its text where that is too long for every button', () => {
    const long = nudgeCard({ id: 'n1', tone: 'du', text: LONGEST }, LINK)
    assert.equal(shownOf(long), undefined)
    assert.ok(whole(long).includes(LONGEST.suggestions[4]!.instead[2]!))
  })
})

describe('Teams: the card of a person', () => {
  const inputs = (card: Card) =>
    Object.fromEntries(
      partsOf(card)
        .filter(({ type }) => `${type}`.startsWith('Input.'))
        .map(({ id, value }) => [id, value]),
    )

  it('asks before it does anything', () => {
    const card = homeCard(home({ optedIn: false }), words)
    assert.deepEqual(verbsOf(card), ['join', 'check', 'other-language', 'export', 'erase'])
    assert.deepEqual(inputs(card), {})
  })

  it('has everything that can be set, as it is set', () => {
    const card = homeCard(home({ mutedLabels: ['blame', 'care'], maxPerDay: 7, praise: false }), words)
    const topics = Object.keys(labelNames.de).filter(
      (label) => !['blame', 'care', 'ownership'].includes(label),
    )
    const { topics: chosen, ...others } = inputs(card)
    assert.deepEqual(`${chosen}`.split(',').sort(), topics.sort())
    assert.deepEqual(others, {
      tone: 'du',
      language: 'auto',
      'per-day': '7',
      between: '30',
      'quiet-from': '18:00',
      'quiet-to': '08:00',
      praise: 'false',
    })
  })

  it('has no tone in English', () =>
    assert.equal(
      'tone' in inputs(homeCard(home({ language: 'en' }), wordsFor({ language: 'en', tone: 'du' }, 'teams'))),
      false,
    ))

  it('shows as chosen only what can be chosen', () => {
    const card = homeCard(home({ maxPerDay: 7, minutesBetween: 45 }), words)
    for (const { choices, value, isMultiSelect } of ofType(card, 'Input.ChoiceSet'))
      if (!isMultiSelect) assert.ok((choices as Fields[]).some((choice) => choice.value === value))
  })

  it('sends what is set along with one button alone', () => {
    const along = ofType(homeCard(home(), words), 'Action.Execute').filter(
      ({ associatedInputs }) => associatedInputs !== 'none',
    )
    assert.deepEqual(
      along.map(({ verb }) => verb),
      ['save'],
    )
  })

  it('takes back what is switched off, beside the topics', () => {
    const card = homeCard(
      home({ mutedLabels: ['blame', 'care'], mutedRules: ['anglicism-de-meeting'] }),
      words,
    )
    const back = ofType(card, 'Action.Execute').filter(({ verb }) => verb === 'unmute')
    assert.deepEqual(
      back.map(({ data, tooltip }) => [data, tooltip]),
      [
        [{ muted: 'label|care' }, 'Sich kümmern: Wieder einschalten'],
        [{ muted: 'rule|anglicism-de-meeting' }, 'Englische Wörter: meeting: Wieder einschalten'],
      ],
    )
  })

  const STATES = [
    ['reading along', {}, 'Klartext liest bei dir mit.', 'pause'],
    ['paused', { pausedUntil: new Date('2026-03-13T07:00:00Z') }, 'Pause bis Freitag, 08:00 Uhr', 'resume'],
    [
      'paused in the past',
      { pausedUntil: new Date('2026-03-11T07:00:00Z') },
      'Klartext liest bei dir mit.',
      'pause',
    ],
  ] as const
  for (const [state, settings, title, verb] of STATES)
    it(`says that it is ${state}`, () => {
      const card = homeCard(home(settings), words)
      assert.ok(textOf(card).includes(title))
      assert.equal(verbsOf(card)[1], verb)
    })

  it('tells the own weeks in words beside the picture', () => {
    const from = new Date('2026-03-01T23:00:00Z')
    const labels = { anglicism: 3, blame: 1, care: 2 }
    const rules = { 'anglicism-alignment': 3, 'blame-de-schuld-haben': 1, 'care-de-ich-kuemmere-mich': 2 }
    const card = homeCard(home({}, [{ from, labels, rules }]), words)
    assert.match(
      whole(card),
      /KW 10: 4 Stellen, 2 × gut gesagt\n▇▇▇▇\n ★\n.*Am häufigsten: Englische Wörter: alignment; Schuldzuweisung: schuld haben\. Gut gesagt: Sich kümmern: ich kuemmere mich\./,
    )
  })
})

describe('Teams: a checked draft', function () {
  this.timeout(60_000)

  it('is shown to the letter, with its passages in bold', () => {
    const card = draftResult(
      { text: HOSTILE, markup: 'plain' },
      draftOf(HOSTILE, 'plain', 'de'),
      words,
      'chat',
    )
    const [block] = ofType(card, 'RichTextBlock')
    const runs = block!.inlines as Fields[]
    assert.equal(
      runs
        .map(({ text }) => text)
        .join('')
        .replaceAll('\u200b', ''),
      HOSTILE,
    )
    assert.ok(runs.some(({ text, weight }) => weight === 'Bolder' && `${text}`.includes('anderen')))
  })

  it('breaks what has no spaces', () => {
    const text = `Wir committen https://x.example/${'a'.repeat(200)} nun.`
    const card = draftResult({ text, markup: 'plain' }, draftOf(text, 'plain', 'de'), words, 'chat')
    assert.deepEqual(
      textOf(card).flatMap((shown) => shown.match(/[^\s\u200b]{40,}/g) ?? []),
      [],
    )
  })

  it('says so where there is nothing to say', () =>
    assert.match(
      whole(draftResult({ text: 'Gut.', markup: 'plain' }, draftOf('Gut.', 'plain'), words, 'dialog')),
      /Liest sich gut/,
    ))

  it('says how much is left out of a long list', () => {
    const text = `${HOSTILE}\n`.repeat(40)
    const card = draftResult({ text, markup: 'plain' }, draftOf(text, 'plain', 'de'), words, 'chat')
    assert.match(whole(card), /Dazu noch \d+ Stellen\.$/)
  })
})

describe('Teams: what is kept, in cards', () => {
  for (const count of [0, 1, 300, 1500])
    it(`is all of ${count} findings, numbered`, () => {
      const data = kept(count)
      const [first, ...rest] = dataCards(data, words)
      const json = rest.map((card) => ofType(card, 'TextRun')[0]?.text).join('\n')
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(data)))
      const parts = [first!, ...rest].map((card) => /\d+ von \d+/.exec(whole(card))?.[0])
      assert.deepEqual(
        parts,
        parts.map((_, at) => `${at + 1} von ${rest.length + 1}`),
      )
    })
})
