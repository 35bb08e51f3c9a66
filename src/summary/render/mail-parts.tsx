import type { ComponentChildren } from 'preact'
import type { SummaryRow, SummaryText, SummaryTopics } from '../../types.js'
import { palettes, STEPS } from './palette.js'

const { light, dark } = palettes
const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
export const GROUND = { light: '#f5f4f0', dark: '#131517' }
const SOFT = { light: '#edf6f3', dark: '#172b28' }

/** Programs without this keep the light colours that stand beside each part. */
export const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .ground { background-color: ${GROUND.dark} !important }
  .sheet { background-color: ${dark.ground} !important }
  .soft { background-color: ${SOFT.dark} !important }
  .ink { color: ${dark.ink} !important }
  .quiet { color: ${dark.quiet} !important }
  .line { border-color: ${dark.line} !important }
  .good { background-color: ${dark.good} !important }
  .topic { background-color: ${dark.topic} !important }
  .track { background-color: ${dark.track} !important }
}
@media (max-width: 480px) { .wide { padding-left: 20px !important; padding-right: 20px !important } }
`

type Inside = { children?: ComponentChildren }

/** A table that is layout and no table to a screen reader. */
export const Table = ({ children, ...look }: Inside & { class?: string; style?: string }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" {...look}>
    <tbody>{children}</tbody>
  </table>
)

export const Part = ({ children, first, soft }: Inside & { first?: boolean; soft?: boolean }) => (
  <tr>
    <td
      class={soft ? 'wide line soft' : 'wide line'}
      style={`padding:24px 32px;border-top:${first ? 0 : 1}px solid ${light.line};font-family:${FONT}${
        soft ? `;background-color:${SOFT.light}` : ''
      }`}
    >
      {children}
    </td>
  </tr>
)

export function Heading({ level, children }: Inside & { level: 1 | 2 | 3 }) {
  const Tag = `h${level}` as const
  const size = ['24px', '18px', '16px'][level - 1]
  return (
    <Tag
      class="ink"
      style={`margin:${level === 3 ? '20px' : 0} 0 8px;font-size:${size};line-height:1.3;color:${light.ink}`}
    >
      {children}
    </Tag>
  )
}

export const Line = ({ children, quiet }: Inside & { quiet?: boolean }) => (
  <p
    class={quiet ? 'quiet' : 'ink'}
    style={`margin:6px 0 0;font-size:${quiet ? 14 : 16}px;line-height:1.5;color:${quiet ? light.quiet : light.ink}`}
  >
    {children}
  </p>
)

export const Lines = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((line) => (
      <Line>{line}</Line>
    ))}
  </>
)

export const Rest = ({ of: { note, nothing } }: { of: SummaryTopics }) => (
  <>
    {note && <Line>{note}</Line>}
    {nothing && <Line quiet>{nothing}</Line>}
  </>
)

export function Advice({ text: { topics, helps } }: { text: SummaryText }) {
  const often = topics.rows.filter(({ tip }) => tip !== null)
  if (often.length === 0) return null
  return (
    <>
      <Heading level={3}>{helps}</Heading>
      {often.map(({ name, tip }) => (
        <Line>
          <strong>{name}:</strong> {tip}
        </Line>
      ))}
    </>
  )
}

export const Steps = ({ of }: { of: readonly string[] }) => (
  <ol class="ink" style={`margin:10px 0 0;padding:0 0 0 24px;color:${light.ink}`}>
    {of.map((step) => (
      <li style="margin:0 0 4px;font-size:16px;line-height:1.5">{step}</li>
    ))}
  </ol>
)

export function Bars({
  topics,
  color,
  drawn,
}: {
  topics: SummaryTopics
  color: 'good' | 'topic'
  drawn: boolean
}) {
  return (
    <>
      <Heading level={2}>{topics.heading}</Heading>
      {drawn && topics.rows.map((row) => <Bar row={row} color={color} />)}
      {drawn && topics.rows.length > 0 && <div style="height:10px;line-height:10px;font-size:1px" />}
    </>
  )
}

const CELL = 'height:10px;line-height:10px;font-size:1px;border-radius:3px'

/** Topic and band in words, and below them four cells; the cells say nothing that the words do not. */
function Bar({ row, color }: { row: SummaryRow; color: 'good' | 'topic' }) {
  const words = `font-size:15px;line-height:1.4;padding:8px 0 3px`
  return (
    <>
      <Table>
        <tr>
          <td class="ink" style={`${words};color:${light.ink}`}>
            {row.name}
          </td>
          <td class="quiet" align="right" style={`${words};color:${light.quiet};white-space:nowrap`}>
            {row.often}
            {row.arrow && <span title={row.compared ?? ''}> {row.arrow}</span>}
          </td>
        </tr>
      </Table>
      <div aria-hidden="true">
        <Table style="table-layout:fixed">
          <tr>
            {Array.from({ length: STEPS }, (_, step) => {
              const filled = step <= row.band
              return (
                <>
                  {step > 0 && <td width="4" style="width:4px;font-size:1px" />}
                  <td
                    class={filled ? color : 'track'}
                    style={`${CELL};background-color:${filled ? light[color] : light.track}`}
                  >
                    &nbsp;
                  </td>
                </>
              )
            })}
          </tr>
        </Table>
      </div>
    </>
  )
}
