import assert from 'node:assert/strict'
import { readable } from '../../adapters/teams/render/prose.js'

const HTML: readonly (readonly [html: string, shown: string])[] = [
  ['', ''],
  ['Hallo\nWelt', 'Hallo\nWelt'],
  ['<p>eins</p>\n<p>zwei</p>', 'eins\nzwei'],
  ['<p>eins</p><p>&nbsp;</p><p>zwei</p>', 'eins\n\u00a0\nzwei'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['M&uuml;ller &amp; S&ouml;hne &lt;b&gt;', 'Müller & Söhne <b>'],
  ['<div>Hallo <at id="0">Anna</at>!</div>', 'Hallo @Anna!'],
  ['<ul><li>eins</li><li>zwei</li></ul>', '• eins\n• zwei'],
  ['gut <img alt="🙂" src="https://x.example/a.png"> so', 'gut 🙂 so'],
  ['gut <emoji id="smile" alt="🙂" title="Smile"></emoji> so', 'gut 🙂 so'],
  ['<a href="https://x.example">hier</a> und <b>d<i>or</i>t</b>', 'hier und dort'],
  ['vorn<attachment id="x">weg</attachment><script>weg()</script> hinten', 'vorn hinten'],
  ['<blockquote>Zitat</blockquote>Antwort', 'Zitat\nAntwort'],
  ['a < b und 3 > 2', 'a < b und 3 > 2'],
]

describe('Teams: HTML as a person sees it', () => {
  for (const [html, shown] of HTML)
    it(JSON.stringify(html), () => {
      const between = readable(html)
      assert.equal(between(0, html.length), shown)
      // However it is cut, the pieces together are the whole.
      for (let at = 0; at <= html.length; at++)
        assert.equal(between(0, at) + between(at, html.length), shown, `cut at ${at}`)
    })

  it('knows a passage that begins inside of markup', () => {
    const html = '<p>Das <strong>Align</strong>ment h&auml;lt</p>'
    const start = html.indexOf('Align')
    assert.equal(readable(html)(start, html.indexOf(' h&')), 'Alignment')
  })
})
