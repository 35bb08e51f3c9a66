import assert from 'node:assert/strict'
import { createAnalyzer } from '../../src/analyzer/analyzer.js'
import { parseLexicons } from '../../src/lexicon/parse.js'
import { lexiconsOf, shippedAnalyzer } from '../helpers/lexicons.js'

const CLASSES = `
language: de
classes:
  team: [vertrieb, 'die vom _', '@abteilung']
  abteilung: ['*abteilung', einkauf]
`

/** Pattern, sentence, and the part that must match; null where nothing may. */
const CASES: readonly [pattern: string, sentence: string, expected: string | null][] = [
  ['schuld', 'Wer ist schuld daran?', 'schuld'],
  ['schuld', 'Das ist unschuldig gemeint.', null],
  ['für uns', 'Das ist FUER UNS neu.', 'FUER UNS'],
  ['muss ich', 'Das muß, sagt er, nicht. Muss ich?', 'Muss ich'],
  ['mir hat keiner gesagt dass', 'Mir hat keiner gesagt, dass das so ist.', 'Mir hat keiner gesagt, dass'],
  ['=Sie haben', 'Gestern haben sie recht. Da haben wir es: Sie haben recht.', 'Sie haben'],
  ['=Sie haben', 'Wenn sie haben, was sie wollen.', null],
  ['~liegen an euch', 'Es lag an euch.', 'lag an euch'],
  ['~aufgleisen', 'Das Thema wird aufgegleist.', 'aufgegleist'],
  ['~Synergie heben', 'Wir wollen Synergien heben.', 'Synergien heben'],
  ['~ganzheitlich denken', 'Ganzheitliches Denken', 'Ganzheitliches Denken'],
  ['~ganzheitlich denken', 'Ganz heitlich denken', null],
  ['verbock*', 'Ihr habt es verbockt.', 'verbockt'],
  ['@team hat', 'Die Versandabteilung hat gefehlt.', 'Versandabteilung hat'],
  ['@team hat', 'Die vom Lager hat keiner gefragt.', 'Die vom Lager hat'],
  ['@team hat', 'Das Lager hat Platz.', null],
  ['(du | ihr) hast? schuld', 'Ihr schuld? Du hast schuld!', 'Ihr schuld'],
  ['wir ... fertig', 'Wir waren am Dienstag fertig.', 'Wir waren am Dienstag fertig'],
  ['wir ... fertig', 'Wir kamen, als alle anderen fertig waren.', null],
  ['wir ...2 fertig', 'Wir waren schon seit Dienstag fertig.', null],
  ['wollte ... , aber', 'Ich wollte das machen, aber es ging nicht.', 'wollte das machen, aber'],
  ['wollte ... aber', 'Ich wollte das machen, aber es ging nicht.', null],
  ['wollte , ... nicht', 'Ich wollte, aber es ging nicht.', 'wollte, aber es ging nicht'],
  ['wollte ... (noch)?', 'Das wollte ich', 'wollte ich'],
  ['hat _ gesagt', 'Er hat nichts gesagt.', 'hat nichts gesagt'],
  ['@team ... xylofon', 'Die vom Lager spielt Xylofon.', 'Die vom Lager spielt Xylofon'],
  ['@team ... xylofon', 'Das Lager spielt Xylofon.', null],
  ['(@team | ihr)? ganz ... xylofon', 'Einkauf ganz ohne Xylofon.', 'Einkauf ganz ohne Xylofon'],
  ['(@team | ihr)? ganz ... xylofon', 'Das ist ganz ohne Xylofon.', 'ganz ohne Xylofon'],
  ['!nicht ^ (die | das) ... xylofon', 'Ja, das gute Xylofon.', 'das gute Xylofon'],
  ['(<noun> | <number>) ... xylofon', 'Es waren 3 alte Xylofon.', '3 alte Xylofon'],
  ['^ typisch', 'Das ist typisch. Typisch Zentrale', 'Typisch'],
  ['^ typisch', 'So etwas Typisches ist typisch', null],
  ['^ ihr habt', '@Jana ihr habt es', 'ihr habt'],
  ['^^ komisch', 'Ja, komisch. Komisch ist das.', 'Komisch'],
  ['hellsehen $', 'Soll ich hellsehen?', 'hellsehen'],
  ['hellsehen $', 'Ich kann hellsehen lernen', null],
  ['wer hat ?', 'Wer hat das?', 'Wer hat'],
  ['wer hat ?', 'Wer hat, der hat.', null],
  ['ihr habt !nicht', 'Ihr habt nicht gefragt.', null],
  ['ihr habt !(nicht | kein*) gefragt', 'Ihr habt gefragt.', 'Ihr habt gefragt'],
  ['<mention> war', '@Tom war dran.', '@Tom war'],
  ['bis <number> uhr', 'Bis 15:30 Uhr ist es da.', 'Bis 15:30 Uhr'],
  ['hat <noun> gesagt', 'Das hat Frida gesagt.', 'hat Frida gesagt'],
  ['hat <noun> gesagt', 'Das hat keiner gesagt.', null],
  ['^ wegen <noun>', 'Wegen Kabeln.', 'Wegen Kabeln'],
  ['die <abbreviation> fehlt', 'Heute die FMEA fehlt.', 'die FMEA fehlt'],
  ['die <abbreviation> fehlt', 'HEUTE DIE LISTE FEHLT.', null],
  ['die <abbreviation> fehlt', 'Heute die Liste fehlt.', null],
  ['schuld daran', 'Wer ist schuld. Daran liegt es.', null],
  ['schuld seid ihr', '„Schuld seid ihr“ steht da.', null],
  ['low hanging fruits', 'Die Low-Hanging-Fruits zuerst.', 'Low-Hanging-Fruits'],
  ['du hast', 'Du 🙂 hast', 'Du 🙂 hast'],
]

describe('patterns', () => {
  for (const [pattern, sentence, expected] of CASES) {
    it(`${pattern}  in  ${sentence}`, () => {
      const { findings } = createAnalyzer(
        lexiconsOf([pattern.replace('kein*', 'keinen')], {}, CLASSES),
      ).analyze({ text: sentence, language: 'de' })
      const [finding] = findings.filter(({ label }) => label === 'blame')
      assert.equal(finding ? sentence.slice(finding.start, finding.end) : null, expected)
    })
  }

  const CONDITIONS: readonly [
    name: string,
    extra: Record<string, unknown>,
    sentence: string,
    found: boolean,
  ][] = [
    ['unless in the sentence', { unless: ['nicht'] }, 'Ihr seid schuld, oder nicht.', false],
    ['unless in another sentence', { unless: ['nicht'] }, 'Ihr seid schuld. Ich nicht.', true],
    ['unless-clause in another clause', { 'unless-clause': ['nicht'] }, 'Ihr seid schuld, oder nicht.', true],
    ['unless-message anywhere', { 'unless-message': ['nicht'] }, 'Ihr seid schuld. Ich nicht.', false],
    ['needs that is there', { needs: ['<number> uhr'] }, 'Ihr seid schuld. Um 3 Uhr.', true],
    ['needs that is missing', { needs: ['<number> uhr'] }, 'Ihr seid schuld.', false],
    [
      'needs-all with one missing',
      { 'needs-all': ['<number> uhr', 'heute'] },
      'Ihr seid schuld. Um 3 Uhr.',
      false,
    ],
    [
      'needs-all with all there',
      { 'needs-all': ['<number> uhr', 'heute'] },
      'Ihr seid schuld. Heute um 3 Uhr.',
      true,
    ],
    ['another audience', { audience: ['company'] }, 'Ihr seid schuld.', false],
    ['retired', { status: 'retired' }, 'Ihr seid schuld.', false],
    ['two words of one entry', { weight: 0.5, patterns: ['(ihr | ihm)'] }, 'Ihr und ihm.', false],
    [
      'two words that count each',
      { weight: 0.5, patterns: ['(ihr | ihm)'], count: 'words' },
      'Ihr und ihm.',
      true,
    ],
    ['half a weight', { weight: 0.5 }, 'Ihr seid schuld.', false],
  ]
  for (const [name, extra, sentence, found] of CONDITIONS) {
    it(`${name}: ${found ? 'counts' : 'does not count'}`, () => {
      const { labels } = createAnalyzer(lexiconsOf(['ihr seid schuld'], extra)).analyze({
        text: sentence,
        language: 'de',
      })
      assert.deepEqual(labels, found ? ['blame'] : [])
    })
  }

  it('knows whether the message answers another person', () => {
    const analyzer = createAnalyzer(lexiconsOf(['schuld'], { unless: ['<reply>'] }))
    const labelsOf = (reply?: 'own' | 'other') =>
      analyzer.analyze({ text: 'Ihr seid schuld.', language: 'de', reply }).labels
    assert.deepEqual([labelsOf(), labelsOf('own'), labelsOf('other')], [['blame'], ['blame'], []])
  })

  it('lets context take weak signs alone', () => {
    const cancels = {
      language: 'de',
      cancels: [{ id: 'c', labels: ['blame'], scope: 'message', weak: true, patterns: ['heute'] }],
    }
    const labelsOf = (weight: number) => {
      const sources = new Map([
        [
          'test/de.yaml',
          JSON.stringify({
            label: 'blame',
            language: 'de',
            source: 'own',
            why: 'Weil.',
            entries: ['ihr', 'schuld'].map((word) => ({
              id: word,
              patterns: [word],
              weight,
              flag: ['x'],
              allow: ['x'],
            })),
          }),
        ],
        ['test/context.yaml', JSON.stringify(cancels)],
      ])
      return createAnalyzer(parseLexicons(sources)).analyze({
        text: 'Heute seid ihr schuld.',
        language: 'de',
      }).labels
    }
    assert.deepEqual([labelsOf(0.5), labelsOf(1)], [[], ['blame']])
  })

  it('reads an English phrase that offices use as part of a German clause', () => {
    const { words } = shippedAnalyzer().analyze({ text: 'Bin morgen out of office.' })
    assert.deepEqual(
      words.map(({ word }) => word),
      ['out of office'],
    )
  })
})
