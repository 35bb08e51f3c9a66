import { render } from 'preact-render-to-string'
import type { SummaryText } from '../../types.js'
import { Advice, Bars, GROUND, Heading, Line, Lines, Part, Rest, STYLE, Steps, Table } from './mail-parts.js'
import { palettes } from './palette.js'
import { plainOf, termLine } from './plain.js'

/** What a mail program is given: lines of its own for every part, and no address to fetch anything from. */
export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * A summary as an e-mail. The bands are bars made of table cells, which every program shows, also one that shows no
 * pictures.
 * @param picture in place of the bars: `cid:…` of an attached picture, or a `data:` address
 */
export function mailOf(text: SummaryText, picture: string | null = null): Mail {
  return {
    subject: text.subject.replace(/\p{Cc}+/gu, ' '),
    text: plainOf(text),
    html: `<!doctype html>${render(<Letter text={text} picture={picture} />)}`,
  }
}

function Letter({ text, picture }: { text: SummaryText; picture: string | null }) {
  const { good, topics, terms, exercise, about } = text
  return (
    <html lang={text.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{text.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body class="ground" style={`margin:0;padding:0;background-color:${GROUND.light}`}>
        <Table class="ground" style={`background-color:${GROUND.light}`}>
          <tr>
            <td align="center" style="padding:24px 12px">
              <Table
                class="sheet"
                style={`max-width:600px;background-color:${palettes.light.ground};border-radius:14px`}
              >
                <Part first>
                  <Heading level={1}>{text.title}</Heading>
                  <Line quiet>
                    {text.unit} · {text.week}
                  </Line>
                  {text.larger && <Line>{text.larger}</Line>}
                </Part>
                {picture && text.chart && (
                  <Part>
                    <img
                      src={picture}
                      alt={text.chart}
                      width="536"
                      style="display:block;width:100%;max-width:536px;height:auto;border:0;border-radius:8px"
                    />
                  </Part>
                )}
                <Part>
                  <Bars topics={good} color="good" drawn={!picture} />
                  <Rest of={good} />
                </Part>
                <Part>
                  <Bars topics={topics} color="topic" drawn={!picture} />
                  <Advice text={text} />
                  <Rest of={topics} />
                  {text.arrows && <Line quiet>{text.arrows}</Line>}
                </Part>
                <Part>
                  <Heading level={2}>{terms.heading}</Heading>
                  {terms.intro && <Line>{terms.intro}</Line>}
                  <Lines of={terms.items.map(termLine)} />
                  {terms.nothing && <Line quiet>{terms.nothing}</Line>}
                </Part>
                {exercise && (
                  <Part soft>
                    <Line quiet>
                      {exercise.heading} · {exercise.minutes}
                    </Line>
                    <div style="height:6px;line-height:6px;font-size:1px" />
                    <Heading level={2}>{exercise.title}</Heading>
                    <Line>{exercise.why}</Line>
                    <Steps of={exercise.steps} />
                    <Line>{exercise.watch}</Line>
                  </Part>
                )}
                <Part>
                  <Heading level={2}>{about.heading}</Heading>
                  {about.lines.map((line) => (
                    <Line quiet>{line}</Line>
                  ))}
                </Part>
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  )
}
