/**
 * Draws summaries as mail, page, chart, and much as Slack and Teams do, to look at them:
 * `node --import tsx tests/summary/render-pictures.ts <folder> [part of a picture's name]`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { summaryBlocks } from '../../adapters/slack/render/summary.js'
import { summaryCard } from '../../adapters/teams/render/summary.js'
import { packageRoot } from '../../src/package-root.js'
import { chartOf } from '../../src/summary/render/chart.js'
import { mailOf } from '../../src/summary/render/mail.js'
import { pageOf } from '../../src/summary/render/page.js'
import { pngOf } from '../../src/summary/render/png.js'
import { launchChromium } from '../browser/chromium.js'
import { texts } from './render-samples.js'

const [folder, part = ''] = process.argv.slice(2)
if (!folder) throw new Error('usage: render-pictures.ts <folder> [part of a picture’s name]')
mkdirSync(folder, { recursive: true })

const css = ['playground', 'summary']
  .map((name) => readFileSync(join(packageRoot, `adapters/playground/public/${name}.css`), 'utf8'))
  .join('\n')
const library = readFileSync(join(packageRoot, 'node_modules/adaptivecards/dist/adaptivecards.js'), 'utf8')

const slack = (blocks: readonly unknown[]): string =>
  (blocks as { type: string; text?: { text: string }; elements?: { text: string }[] }[])
    .map(({ type, text, elements }) => {
      const mrkdwn = (text ?? elements?.[0])?.text ?? ''
      const html = mrkdwn.replace(/\*(.+?)\*/g, '<b>$1</b>').replaceAll('\n', '<br>')
      return type === 'divider' ? '<hr>' : `<div class="${type}">${html}</div>`
    })
    .join('')

const slackPage = (body: string, dark: boolean) => `<!doctype html><style>
body { font: 15px/1.46 Lato, "Noto Sans", sans-serif; margin: 16px; max-width: 600px; background: ${dark ? '#1a1d21' : '#fff'}; color: ${dark ? '#d1d2d3' : '#1d1c1d'} }
div { margin: 8px 0 } .header { font-size: 18px; font-weight: 900 } .context { font-size: 13px; color: ${dark ? '#ababad' : '#616061'} }
hr { border: 0; border-top: 1px solid ${dark ? '#424448' : '#ddd'} }</style>${body}`

const teamsStyle = (
  dark: boolean,
) => `body { margin: 0; padding: 12px; background: ${dark ? '#1f1f1f' : '#f5f5f5'} }
.ac-adaptiveCard { max-width: 560px; border: 1px solid ${dark ? '#525252' : '#d1d1d1'}; border-radius: 4px }`

function hostConfig(dark: boolean): object {
  const color = (strong: string, subtle = strong) => ({ default: strong, subtle })
  const foregroundColors = {
    default: dark ? color('#ffffff', '#adadad') : color('#242424', '#616161'),
    accent: color(dark ? '#9299f7' : '#5b5fc7'),
    good: color(dark ? '#92c353' : '#237b4b'),
    warning: color(dark ? '#f8d22a' : '#a15c00'),
    attention: color(dark ? '#f9526b' : '#c4314b'),
  }
  return {
    fontFamily: '"Segoe UI", "Noto Sans", sans-serif',
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: dark ? '#525252' : '#d1d1d1' },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    containerStyles: {
      default: { backgroundColor: dark ? '#292929' : '#ffffff', foregroundColors },
      emphasis: { backgroundColor: dark ? '#141414' : '#f0f0f0', foregroundColors },
    },
  }
}

const browser = await launchChromium()
if (!browser) process.exit(1)
for (const [name, text] of texts) {
  const file = (kind: string) => `${kind} ${name}`.replaceAll(/[^a-z0-9]+/gi, '-')
  for (const theme of ['light', 'dark'] as const) {
    const chartName = file(`chart-${theme}`)
    const svg = chartName.includes(part) ? chartOf(text, theme, { width: 320 }) : null
    const png = svg && pngOf(svg)
    if (png) writeFileSync(join(folder, `${chartName}.png`), png)
    for (const width of [390, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme: theme })
      const shoot = async (kind: string, html: () => string, script?: () => Promise<void>) => {
        const path = file(`${kind}-${theme}-${width}`)
        if (!path.includes(part)) return
        await page.setContent(html())
        await script?.()
        await page.screenshot({ path: join(folder, `${path}.png`), fullPage: true })
      }
      await shoot('mail', () => mailOf(text).html)
      await shoot(
        'page',
        () =>
          `<!doctype html><meta name="viewport" content="width=device-width"><style>${css}</style><body>${pageOf(text)}`,
      )
      await shoot('slack', () => slackPage(slack(summaryBlocks(text)), theme === 'dark'))
      await shoot(
        'teams',
        () => `<!doctype html><style>${teamsStyle(theme === 'dark')}</style>`,
        async () => {
          await page.addScriptTag({ content: library })
          await page.evaluate(
            ([card, config]) => {
              const { AdaptiveCards, document } = globalThis as never as {
                AdaptiveCards: {
                  AdaptiveCard: new () => {
                    hostConfig: unknown
                    parse(card: unknown): void
                    render(): unknown
                  }
                  HostConfig: new (config: unknown) => unknown
                }
                document: { body: { append(...nodes: unknown[]): void } }
              }
              const drawn = new AdaptiveCards.AdaptiveCard()
              drawn.hostConfig = new AdaptiveCards.HostConfig(config)
              drawn.parse(card)
              document.body.append(drawn.render())
            },
            [summaryCard(text), hostConfig(theme === 'dark')] as const,
          )
        },
      )
      await page.close()
    }
  }
}
await browser.close()
