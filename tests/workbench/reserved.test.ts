import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { UserError } from '../../src/errors.js'
import { loadLexicons } from '../../src/lexicon/load.js'
import { loadReserved, RESERVED } from '../../src/workbench/load-reserved.js'
import { parseReserved } from '../../src/workbench/reserved.js'
import { shippedLexicons } from '../helpers/lexicons.js'

const { reserved, hash } = loadReserved()

/** Terms that somebody who wants to watch people would try, by what they are about. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'works council': [
    ...['Betriebsrat', 'Betriebsräte', 'Betriebsraete', 'BR-Sitzung', 'Betriebsratswahl', 'Personalrätin'],
    ...['Gesamtbetriebsrat', 'Betriebsversammlung', 'Mitbestimmung', 'works council', 'Shop Stewards'],
    ...['Jugendvertretung', 'Schwerbehindertenvertretung', 'mit dem Betriebsrat reden', 'Arbeiterkammer'],
  ],
  unions: [
    ...[
      'Gewerkschaft',
      'Gewerkschafter',
      'Gewerkschaftssekretärin',
      'Verdi',
      'ver.di',
      'IG Metall',
      'Streik',
    ],
    ...[
      'Warnstreiks',
      'bestreiken',
      'Tarifvertrag',
      'Kollektivverträge',
      'Gesamtarbeitsvertrag',
      'on strike',
    ],
    ...['trade union', 'collective bargaining', 'Dienst nach Vorschrift', 'picket line', 'Arbeitskämpfe'],
  ],
  health: [
    ...['krank', 'Kranker', 'krankgeschrieben', 'Krankmeldung', 'Krankenstand', 'Grippeerkrankung', 'sick'],
    ...[
      'sick note',
      'Attest',
      'gelber Schein',
      'schwerbehindert',
      'Wiedereingliederung',
      'disability',
      'Reha',
    ],
    ...[
      'Burnout',
      'burn-out',
      'Depression',
      'psychisch',
      'Psychotherapie',
      'Therapie',
      'therapist',
      'Suizid',
    ],
    ...['Medikamente', 'alkoholkrank', 'Drogentest', 'suchtkrank', 'addiction', 'Überlastungsanzeige'],
  ],
  family: [
    ...[
      'schwanger',
      'Schwangerschaft',
      'Mutterschutz',
      'Elternzeit',
      'Papamonat',
      'Pflegekarenz',
      'pregnant',
    ],
    ...['maternity leave', 'Kinderwunsch', 'Scheidung', 'verheiratet', 'ledig', 'married', 'divorce'],
  ],
  religion: [
    ...['Muslim', 'islamisch', 'Jüdin', 'katholisch', 'evangelisch', 'Christen', 'Kopftuch', 'headscarf'],
    ...['Ramadan', 'Gebet', 'Gebetsraum', 'prayer', 'Fastenzeit', 'Kirchensteuer', 'Moschee'],
  ],
  politics: [
    ...[
      'CDU',
      'AfD',
      'ÖVP',
      'FPÖ',
      'die Grünen',
      'Bundestagswahl',
      'Wahlkampf',
      'Kundgebung',
      'Demonstranten',
    ],
    ...['election', 'protest march', 'Petition', 'Klimademo'],
  ],
  origin: [
    ...[
      'Ausländer',
      'Migrationshintergrund',
      'Flüchtlinge',
      'Türken',
      'polnisch',
      'Hautfarbe',
      'skin colour',
    ],
    ...['Muttersprachler', 'work permit', 'gebrochenes Deutsch', 'ethnicity', 'refugees'],
  ],
  identity: [
    'schwul',
    'lesbisch',
    'queer',
    'Transfrau',
    'bisexuell',
    'sexual orientation',
    'non-binary',
    'Gay',
  ],
  age: ['Rentner', 'Altersteilzeit', 'zu alt für', 'ältere Kollegin', 'alter weißer Mann', 'retirement age'],
  pay: [
    ...['Gehalt', 'Gehälter', 'Gehaltserhöhung', 'Lohn', 'Löhne', 'Mindestlohn', 'mehr Geld', 'salary'],
    ...['pay rise', 'equal pay', 'underpaid', 'Entgelttransparenz'],
  ],
  dismissal: [
    ...['Kündigung', 'gekündigt', 'kündigen', 'Abmahnung', 'entlassen', 'Aufhebungsvertrag', 'Probezeit'],
    ...['layoffs', 'laid off', 'written warning', 'severance', 'notice period', 'Stellenabbau'],
  ],
  complaints: [
    ...[
      'Whistleblower',
      'Hinweisgeberin',
      'Beschwerdestelle',
      'Mobbing',
      'gemobbt',
      'Belästigung',
      'bullying',
    ],
    ...['harassment', 'Diskriminierung', 'sexist', 'grievance', 'formal complaint', 'Missstände'],
  ],
  officers: [
    ...['Datenschutzbeauftragte', 'Gleichstellungsbeauftragte', 'Frauenbeauftragte', 'Anwalt', 'Anwältin'],
    ...['Arbeitsgericht', 'lawyer', 'employment tribunal', 'data protection officer', 'Arbeitsrecht'],
  ],
  'another job': [
    ...['Bewerbung', 'bewerben', 'Vorstellungsgespräch', 'Jobwechsel', 'Headhunter', 'LinkedIn-Recruiterin'],
    ...['job interview', 'Stellenanzeigen', 'Kununu', 'neuer Job'],
  ],
  overtime: ['Überstunden', 'Mehrarbeit', 'overtime', 'unbezahlte Stunden', 'zu viel Arbeit', 'Ruhezeiten'],
  management: ['unfähiger Chef', 'Missmanagement', 'toxic boss', 'Managementkritik', 'Kritik am Vorstand'],
  names: ['Katharina', 'Katharinas', 'Ayşe', 'Ayse', 'Özgür', 'Oezguer', 'Ozgur', 'Müller', 'Kowalska'],
}

const EVASIONS: readonly [term: string, line: string][] = [
  ['BETRIEBSRAT', '*betriebsrat*'],
  ['b3triebsrat', '*betriebsrat*'],
  ['b3tr1ebsr4t', '*betriebsrat*'],
  ['Betriebs-Rat', '*betriebsrat*'],
  ['B.e.t.r.i.e.b.s.r.a.t', '*betriebsrat*'],
  ['be_triebs_rat', '*betriebsrat*'],
  ['B e t r i e b s r a t', '*betriebsrat*'],
  ['Betriebs Rat', '*betriebsrat*'],
  ['Betriebs\u00adrat', '*betriebsrat*'],
  ['Be\u200btriebs\u200drat\ufeff', '*betriebsrat*'],
  ['Bеtriеbsrаt', '*betriebsrat*'],
  ['Βετrιεbsrατ', '*betriebsrat*'],
  ['Ｂｅｔｒｉｅｂｓｒａｔ', '*betriebsrat*'],
  ['𝐁𝐞𝐭𝐫𝐢𝐞𝐛𝐬𝐫𝐚𝐭', '*betriebsrat*'],
  ['ʙᴇᴛʀɪᴇʙsʀᴀᴛ', '*betriebsrat*'],
  ['Betriebsra\u0308te', '*betriebsrät*'],
  ['betr1ebsrat-gate', '*betriebsrat*'],
  ['G3werksch@ft', '*gewerkschaft*'],
  ['$treik', '*streik*'],
  ['streik2024', '*streik*'],
  ['1oeschen oder 5treik', '*streik*'],
  ['kr4nk', 'krank'],
  ['kra.nk', 'krank'],
  ['schw@nger', '*schwanger*'],
  ['ge-halt', '=gehalt'],
  ['kündi\u00adgung', 'kündig*'],
  ['Kat harina', 'Katharina'],
  ['K4tharina', 'Katharina'],
  ['Team-Katharina', 'Katharina'],
  ['trade-union', 'trade union*'],
]

const PATTERNS: readonly [pattern: string, line: string | null][] = [
  ['gewerksch*', '*gewerkschaft*'],
  ['betrieb*', 'betriebskommission*'],
  ['*werkschaft', '*gewerkschaft*'],
  ['(betriebsrat | vorstand) ~sein schuld', '*betriebsrat*'],
  ['~streiken ... montag', '*streik*'],
  ['wegen =Krank', 'krank'],
  ['katharina* (hat | ist) wieder', 'Katharina'],
  // Only the beginning of a name is not a name.
  ['hildeg*', null],
  // A star within a word is none.
  ['manager*in', null],
  ['carry over*innen', null],
  ['verbock*', null],
  ['*abteilung', null],
  ['@outsider ~sein (doch | ja)? schuld', null],
  ['<mention> _ ...8 !nicht ^^', null],
]

const LEFT_ALONE = [
  ...[
    'Strike',
    'Pay',
    'Payload',
    'Recruiting',
    'Onboarding',
    'Performance Review',
    'Feedback',
    'Care',
    'Agency',
  ],
  ...['Parteiverkehr', 'Krankenhaus', 'Krankenkasse', 'Ankündigung', 'ankündigen', 'Entscheidungsvorlage'],
  ...[
    'gehalten',
    'Fachgehalten',
    'lohnen',
    'ich wage',
    'gebeten',
    'hindurch',
    'sozialisieren',
    'Impairment-Test',
  ],
  ...[
    'PoC',
    'alter Wein in neuen Schläuchen',
    'Überarbeitung',
    'freigestellt',
    'Demo',
    'Evangelist',
    'Boomerang',
  ],
  ...['competition', 'selection', 'hive', 'Roman', 'Christbaum', 'verhindert', 'Benötigung', 'Pole Position'],
  ...[
    'Redundancy',
    'disabled',
    'Complaint-Management',
    'me too',
    'strike a balance',
    'Betriebsmittel',
    'Beirat',
  ],
  ...[
    'Streifen',
    'Kranich',
    'B2B',
    'AL1',
    'Q4',
    '24/7',
    'Web 3.0',
    '1:1',
    'low-hanging fruit',
    'back to back',
  ],
  ...[
    'Mark',
    'Ernst',
    'Rose',
    'Wolf',
    'Koch',
    'Richter',
    'Meister',
    'Jan',
    'Max',
    'Will',
    'Bill',
    'Grace',
    '',
  ],
]

/** Names of shipped entries that a company could not add itself: what they name is reserved indeed. */
const EXCEPTIONS: readonly [why: string, names: readonly string[]][] = [
  ['strikes', ['Streik', 'streiken']],
  ['sickness', ['Sick Day', 'Sick Leave', 'Sickness', 'sick', 'Medication', 'Therapist', 'Mental Health']],
  ['exhaustion', ['Burnout', 'burned-out', 'Bore-out', 'overworked', 'overtime', 'right to disconnect']],
  ['family', ['Maternity Leave', 'Paternity Leave', 'Parental Leave', 'Pregnancy', 'pregnant']],
  ['marital status', ['married', 'divorced']],
  [
    'religion, politics and origin',
    ['Muslims', 'Election', 'Fridays for Future', 'Immigrant', 'Work-Permit'],
  ],
  ['pay', ['Salary', 'Base Salary', 'Fixed Salary', 'Salary Band', 'Salary Review', 'Paycheck', 'Payslip']],
  ['talks about pay', ['Pay Rise', 'Pay Gap', 'Gender Pay Gap', 'Equal Pay', 'Equal Pay Day', 'underpaid']],
  ['leaving', ['Early Retirement', 'Garden Leave', 'Gardening Leave', 'Notice Period', 'Severance Package']],
  ['dismissal', ['Layoff', 'gefired', 'Performance Improvement Plan', 'unemployed', 'Lawsuit', 'Lawyer']],
  ['harassment', ['Mobbing', 'mobben', 'Cybermobbing', 'misogyn', 'xenophob']],
  ['reporting wrongs', ['Whistleblower', 'Whistleblowing']],
  ['another job', ['Headhunter', 'Headhunting', 'headhunten', 'Jobsuche']],
]

describe('reserved terms', function () {
  this.timeout(60_000)
  const lines = readFileSync(RESERVED, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const names = lines.slice(lines.indexOf('[names]') + 1)
  const terms = lines.slice(0, lines.indexOf('[names]'))

  it('are hundreds, and names are hundreds more, each once', () => {
    assert.ok(terms.length >= 250, `${terms.length} terms`)
    assert.ok(names.length >= 400, `${names.length} names`)
    assert.equal(new Set(lines).size, lines.length)
  })

  it('meet their own lines', () => {
    const lost = [...terms, ...names].filter((line) => reserved(line.replace(/[*=]/g, '')) === null)
    assert.deepEqual(lost, [])
  })

  it('are tried with more than two hundred terms', () =>
    assert.ok(Object.values(REFUSED).flat().length > 200))
  for (const [about, refused] of Object.entries(REFUSED))
    it(`about ${about} are refused`, () =>
      assert.deepEqual(
        refused.filter((term) => reserved(term) === null),
        [],
      ))

  for (const [term, line] of EVASIONS)
    it(`are seen in ${JSON.stringify(term)}`, () => assert.equal(reserved(term), line))

  for (const [pattern, line] of PATTERNS)
    it(`${line === null ? 'are not met' : 'are met'} by the pattern ${pattern}`, () =>
      assert.equal(reserved(pattern), line))

  it('leave the words of an office alone', () =>
    assert.deepEqual(
      LEFT_ALONE.filter((term) => reserved(term) !== null),
      [],
    ))

  it('leave the names of all shipped entries alone, exceptions apart', () => {
    const entries = [...loadLexicons().entries.values()]
    const shipped = new Set(
      entries.flatMap((entry) => [entry.name, 'lemma' in entry ? String(entry.lemma) : null]),
    )
    const refused = [...shipped].filter((name) => name !== null && reserved(name) !== null)
    assert.deepEqual(refused.sort(), EXCEPTIONS.flatMap(([, excepted]) => excepted).sort())
  })

  it('take time linear in the term', () => {
    const long = `${'betriebsra xarif-'.repeat(10_000)} ${'strei'.repeat(20_000)} ${'a '.repeat(20_000)}`
    const began = performance.now()
    assert.equal(reserved(long), null)
    assert.ok(performance.now() - began < 5_000)
  })

  it('leave the forms of all shipped terms alone where they leave the term alone', () => {
    const refused = shippedLexicons()
      .terms.filter(({ lemma }) => reserved(lemma) === null)
      .flatMap(({ forms }) => forms.filter((form) => reserved(form) !== null))
    assert.deepEqual(refused, [])
  })

  it('have a hash that changes with the file', () =>
    assert.equal(hash, createHash('sha256').update(readFileSync(RESERVED)).digest('hex').slice(0, 16)))

  it('are read with comments, blank lines and either line end', () => {
    const own = parseReserved('# Heading\r\n\r\nfoo*\r\n=bar\r\nbaz qux*\r\n[names]\r\n# Given\r\nNoël\r\n')
    const answers = ['Foobar', 'bar', 'bars', 'baz quxes', 'baz', 'Noel', 'Noëls', 'Noelle'].map(own)
    assert.deepEqual(answers, ['foo*', '=bar', null, 'baz qux*', null, 'Noël', 'Noël', null])
  })

  describe('are met by words in a row, wherever they may stand,', () => {
    const last = { words: ['job', 'posten'], next: [] }
    const ROWS: readonly [words: readonly string[], line: string | null][] = [
      [['anderer', 'neuer'], 'neuer job'],
      [['neue*'], 'neuen job'],
      [['*euer'], 'neuer job'],
      [['alter', 'alte*'], null],
      [['neuerlich*'], null],
    ]
    for (const [words, line] of ROWS)
      it(`as ${words.join(' | ')} and job | posten`, () =>
        assert.equal(reserved.row({ words, next: [last] }), line))

    it('and by one word in two parts', () =>
      assert.equal(
        reserved.row({ words: ['betriebs'], next: [last, { words: ['ziel', 'rat'], next: [] }] }),
        '*betriebsrat*',
      ))

    it('but not by two words that do not follow one another', () =>
      assert.equal(reserved.row({ words: ['neuer'], next: [{ words: ['guter'], next: [last] }] }), null))
  })

  it('know names from all else', () => {
    assert.deepEqual(['Peter', 'krank'].map(reserved.butNames), [null, 'krank'])
  })

  it('cannot be read where a name is not one word', () =>
    assert.throws(() => parseReserved('[names]\nAnna Lena'), {
      name: 'UserError',
      message: 'reserved.txt:2: found "Anna Lena", expected a name of one word. Mend or remove the line.',
    }))

  for (const line of ['*', 'a*b', '*ende', '=x*', 'wort!', 'viel *mehr*', 'zwei =', '[name]'])
    it(`cannot be read from the line ${line}`, () =>
      assert.throws(
        () => parseReserved(`# Heading\n${line}`),
        (error) => error instanceof UserError && error.where === 'reserved.txt:2',
      ))
})
