/**
 * Draws all cards as Teams does, light, dark and in high contrast, on a phone and on a desk, to look at them:
 * `node --import tsx tests/teams/pictures.ts <folder> [part of a card's name] [part of a picture's name]`
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Card } from '../../adapters/teams/render/card.js'
import { packageRoot } from '../../src/package-root.js'
import { launchChromium } from '../browser/chromium.js'
import { READERS, situations } from './situations.js'

const [folder, part = '', picture = ''] = process.argv.slice(2)
if (!folder) throw new Error('usage: pictures.ts <folder> [part of a card’s name] [part of a picture’s name]')

const THEMES = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    attention: '#c4314b',
    emphasis: '#f0f0f0',
    line: '#d1d1d1',
    field: '#ffffff',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    attention: '#f9526b',
    emphasis: '#141414',
    line: '#525252',
    field: '#333333',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    attention: '#ff5f5f',
    emphasis: '#000000',
    line: '#ffffff',
    field: '#000000',
  },
} as const
const WIDTHS = [320, 560]

type Theme = (typeof THEMES)[keyof typeof THEMES]

/** The settings of Teams that make a difference to what is drawn. */
function hostConfig(theme: Theme): object {
  const color = (strong: string, subtle = strong) => ({ default: strong, subtle })
  const foregroundColors = {
    default: color(theme.text, theme.subtle),
    accent: color(theme.accent),
    good: color(theme.good),
    warning: color(theme.attention),
    attention: color(theme.attention),
  }
  return {
    fontFamily: '"Segoe UI", "Noto Sans", sans-serif',
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    supportsInteractivity: true,
    containerStyles: {
      default: { backgroundColor: theme.card, foregroundColors },
      emphasis: { backgroundColor: theme.emphasis, foregroundColors },
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *' } } },
  }
}

const styles = (theme: Theme) => `
body { margin: 0; padding: 12px; background: ${theme.page}; font: 14px "Noto Sans", sans-serif; color: ${theme.text} }
.ac-adaptiveCard { border: 1px solid ${theme.line}; border-radius: 4px }
.ac-textBlock p { margin: 0 } a { color: ${theme.accent} }
.ac-pushButton { font: 600 14px "Noto Sans", sans-serif; padding: 5px 12px; border: 1px solid ${theme.line}; border-radius: 4px; background: ${theme.card}; color: ${theme.text} }
.ac-pushButton.style-positive { background: ${theme.accent}; color: ${theme.card} }
.ac-pushButton.style-destructive { color: ${theme.attention} }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px }
.ac-input.ac-textInput, .ac-input.ac-multichoiceInput, .ac-input.ac-timeInput, .ac-choiceSetInput-compact { font: inherit; box-sizing: border-box; width: 100%; padding: 6px; background: ${theme.field}; color: ${theme.text}; border: 1px solid ${theme.line}; border-radius: 4px }
textarea.ac-input { min-height: 96px }
h2 { font-size: 12px; font-weight: 400; color: ${theme.subtle}; margin: 16px 0 4px }
`

/** A card as it comes, and with all that it hides. */
function unfolded([name, card]: readonly [string, Card]): (readonly [string, Card])[] {
  const open = JSON.stringify(card).replaceAll('"isVisible":false', '"isVisible":true')
  return [
    [name, card],
    ...(open.includes('"isVisible"') ? [[`${name}, unfolded`, JSON.parse(open)] as const] : []),
  ]
}

const library = readFileSync(join(packageRoot, 'node_modules/adaptivecards/dist/adaptivecards.js'), 'utf8')
mkdirSync(folder, { recursive: true })
const browser = await launchChromium()
if (!browser) process.exit(1)
for (const [reader, settings] of READERS)
  for (const [theme, colors] of Object.entries(THEMES))
    for (const width of WIDTHS) {
      const name = `${reader} ${theme} ${width}`.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()
      if (!name.includes(picture)) continue
      const cards = [...situations(settings)].filter(([name]) => name.includes(part)).flatMap(unfolded)
      const page = await browser.newPage({ viewport: { width, height: 400 } })
      await page.setContent(`<!doctype html><style>${styles(colors)}</style>`)
      await page.addScriptTag({ content: library })
      await page.evaluate(
        ([cards, config]) => {
          const { AdaptiveCards, document } = globalThis as never as {
            AdaptiveCards: {
              AdaptiveCard: {
                onProcessMarkdown: (text: string, result: { outputHtml: string; didProcess: boolean }) => void
                new (): { hostConfig: unknown; parse(card: unknown): void; render(): unknown }
              }
              HostConfig: new (config: unknown) => unknown
            }
            document: {
              body: { append(...nodes: unknown[]): void }
              createElement(name: string): { textContent: string }
            }
          }
          // Of markdown, as much as our own words use.
          AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
            result.outputHtml = text
              .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>')
              .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
            result.didProcess = true
          }
          for (const [name, card] of cards) {
            const drawn = new AdaptiveCards.AdaptiveCard()
            drawn.hostConfig = new AdaptiveCards.HostConfig(config)
            drawn.parse(card)
            const heading = document.createElement('h2')
            heading.textContent = name
            document.body.append(heading, drawn.render())
          }
        },
        [cards, hostConfig(colors)] as const,
      )
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
      await page.close()
    }
await browser.close()
