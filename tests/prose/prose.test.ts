import assert from 'node:assert/strict'
import { OBJECTS, toProse } from '../../src/prose/index.js'
import type { Markup } from '../../src/types.js'

/** Masked parts written as one letter each in angle brackets, so that a case reads easily. */
function shown(text: string, markup: Markup): string {
  const names: Record<string, string> = Object.fromEntries(
    Object.entries(OBJECTS).map(([kind, character]) => [character, `<${kind}>`]),
  )
  return [...toProse(text, markup).text].map((character) => names[character] ?? character).join('')
}

const CASES: readonly [markup: Markup, text: string, expected: string][] = [
  ['slack', '<@U0123> kannst du?', '<mention> kannst du?'],
  ['slack', '<!here> alle', '<mention> alle'],
  ['slack', 'in <#C123|lager> steht', 'in <mention> steht'],
  ['slack', 'siehe <https://example.org/a|die Liste>.', 'siehe <link>.'],
  ['slack', '*fett* und _schräg_', 'fett und schräg'],
  ['slack', 'snake_case bleibt', 'snake_case bleibt'],
  ['slack', '~alt~ neu', '<quote> neu'],
  ['slack', 'mit `git blame` geht es', 'mit <code> geht es'],
  ['slack', 'Log:\n```\nnot my job\n```\nKennt das wer?', 'Log:\n<code>\nKennt das wer?'],
  ['slack', 'offen ```kein Ende', 'offen ```kein Ende'],
  ['slack', '&gt; Zitat\nAntwort', '<quote>\nAntwort'],
  ['slack', 'davor\n&gt;&gt;&gt; Zitat\nbis zum Ende', 'davor\n<quote>'],
  ['slack', 'P&amp;L &lt; 3 &gt; 2', 'P&L < 3 > 2'],
  ['slack', 'gut :smile: so :wave::skin-tone-3:', 'gut <emoji> so <emoji>'],
  ['slack', 'um 12:30:15 Uhr', 'um 12:30:15 Uhr'],
  ['slack', 'roh https://example.org/x?a=1, ja', 'roh <link>, ja'],
  ['slack', 'a < b', 'a < b'],
  ['plain', 'drei\u205fKisten und\u00a0zwei', 'drei Kisten und zwei'],
  ['slack', 'Ü1 a.b+c@d-e.org 😀 über e\u0301cole', 'Ü1 <link> 😀 über école'],
  ['teams', '<p>Käse 😀 &amp; Brot</p>', 'Käse 😀 & Brot\n'],
  ['teams', '<p><at id="0">Jana</at>&nbsp;hallo</p>', '<mention> hallo\n'],
  [
    'teams',
    '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Daily <span>Launch</span></span> hallo</p>',
    '<mention> hallo\n',
  ],
  ['teams', '<blockquote>Zitat <p>tief</p></blockquote><p>Antwort</p>', '<quote>\nAntwort\n'],
  ['teams', '<p>R&amp;D &lt;3</p>', 'R&D <3\n'],
  ['teams', '<p>ein <b>fettes</b> Wort</p>', 'ein fettes Wort\n'],
  ['teams', '<pre>code</pre>danach', '<code>\ndanach'],
  ['teams', '<ul><li>eins</li><li>zwei</li></ul>', 'eins\nzwei\n'],
  ['teams', '<emoji id="smile" alt="🙂"></emoji> gut', '<emoji> gut'],
  ['teams', '<attachment id="1"></attachment>Text', '<quote>\nText'],
  ['teams', '<p>nie <at>geschlossen', 'nie <mention>\n'],
  ['teams', '<p>ein\nUmbruch</p>', 'ein Umbruch\n'],
  ['teams', 'nur Text\nzweite Zeile', 'nur Text\nzweite Zeile'],
  ['plain', '@Jana kannst du?', '<mention> kannst du?'],
  ['plain', '> Zitat\nAntwort', '<quote>\nAntwort'],
  ['plain', 'an a.b@example.org', 'an <link>'],
  ['plain', 'u\u0308ber', 'über'],
  ['plain', 'Ali\u200Bgn\u00ADment', 'Alignment'],
  ['plain', '\u202Erechts nach links', 'rechts nach links'],
  ['plain', '', ''],
]

describe('prose', () => {
  for (const [markup, text, expected] of CASES)
    it(`${markup}: ${JSON.stringify(text)}`, () => assert.equal(shown(text, markup), expected))

  const ORIGINS: readonly [Markup, string, string, string][] = [
    ['slack', '<@U1> R&amp;D sagt', 'R&D', 'R&amp;D'],
    ['slack', '*Alignment* heute', 'Alignment', 'Alignment'],
    ['teams', '<p>das <b>Align</b>ment</p>', 'Alignment', 'Align</b>ment'],
    ['plain', 'Ali\u200Bgnment', 'Alignment', 'Ali\u200Bgnment'],
    ['plain', 'nu\u0308r', 'nür', 'nu\u0308r'],
    ['plain', 'gleich', 'gleich', 'gleich'],
  ]
  for (const [markup, text, part, origin] of ORIGINS) {
    it(`leads „${part}“ back to „${origin}“`, () => {
      const prose = toProse(text, markup)
      const start = prose.text.indexOf(part)
      const span = prose.origin(start, start + part.length)
      assert.equal(text.slice(span.start, span.end), origin)
    })
  }

  for (const markup of ['slack', 'teams', 'plain'] as const) {
    for (const piece of [
      '`',
      '<',
      '&',
      '~',
      '>',
      '*',
      '<p>',
      '<at>',
      '```',
      'u\u0308',
      '&amp;',
      ':a',
      '@a',
      'http://',
    ]) {
      it(`${markup}: 40,000 characters of ${JSON.stringify(piece)} take less than a quarter of a second`, () => {
        const text = piece.repeat(Math.ceil(40_000 / piece.length))
        const started = performance.now()
        toProse(text, markup)
        assert.ok(performance.now() - started < 250)
      })
    }
  }
})
