import { BarChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { SummaryRow, SummaryText, SummaryTopics } from '../../types.js'
import { type Palette, palettes, STEPS, type Theme } from './palette.js'
import { tidySvg } from './tidy-svg.js'

use([BarChart, GridComponent, TitleComponent, SVGRenderer])

/** In pixels. */
const ROW = 40
const HEADING = 26
const EDGE = 8
/** Of a chart without margins: what the gap around each step takes. */
const BARE = -1
/** Room that the last row does not need. */
const BELOW = 10
const FONT =
  "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"

/** How a chart is drawn. */
export interface ChartLook {
  /** In pixels; readable from 300 on. Default 600. */
  readonly width?: number
  /** Only these, and without their heading; default all, the good signs apart. */
  readonly only?: 'good' | 'topics'
}

/**
 * The bands as bars of four steps; above each bar its topic and its band in words.
 * @returns SVG without styles of its own, or null where there is nothing to draw
 */
export function chartOf(
  text: SummaryText,
  theme: Theme,
  { width = 600, only }: ChartLook = {},
): string | null {
  const name = only ? text[only].chart : text.chart
  if (name === null) return null
  const palette = palettes[theme]
  const headed = only === undefined
  const groups = [
    { topics: text.good, color: palette.good },
    { topics: text.topics, color: palette.topic },
  ].filter(({ topics }) => topics.rows.length > 0 && (headed || topics === text[only]))
  // A chart with a heading stands for itself, one without is part of a page that has margins.
  const edge = headed ? EDGE : BARE
  let top = headed ? edge : 0
  const placed = groups.map((group) => {
    const start = top + (headed ? HEADING : EDGE)
    const end = start + group.topics.rows.length * ROW
    const here = { ...group, heading: top, start }
    top = end + (headed ? edge : 0)
    return here
  })
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: top - BELOW })
  try {
    chart.setOption({
      animation: false,
      backgroundColor: palette.ground,
      textStyle: { fontFamily: FONT },
      title: placed.map(({ topics, heading }) => ({
        show: headed,
        text: topics.heading,
        top: heading,
        left: edge + 1,
        padding: 0,
        textStyle: { color: palette.ink, fontSize: 15, fontWeight: 600, fontFamily: FONT },
      })),
      grid: placed.map(({ topics, start }) => ({
        left: edge,
        right: edge,
        top: start,
        height: topics.rows.length * ROW,
        outerBoundsMode: 'none',
      })),
      xAxis: placed.map((_, gridIndex) => ({ gridIndex, type: 'value', min: 0, max: STEPS, show: false })),
      yAxis: placed.flatMap(({ topics }, gridIndex) => [
        labels(topics, gridIndex, 'left', palette.ink, ({ name }) => name),
        labels(topics, gridIndex, 'right', palette.quiet, ({ often, arrow }) =>
          arrow ? `${often} ${arrow}` : often,
        ),
      ]),
      series: placed.flatMap(({ topics, color }, index) =>
        Array.from({ length: STEPS }, (_, step) => bar(topics.rows, step, index, color, palette)),
      ),
    })
    return tidySvg(chart.renderToSVGString(), name)
  } finally {
    chart.dispose()
  }
}

/** Words above each bar, at one of its ends. */
const labels = (
  { rows }: SummaryTopics,
  gridIndex: number,
  position: 'left' | 'right',
  color: string,
  word: (row: SummaryRow) => string,
) => ({
  gridIndex,
  position,
  type: 'category' as const,
  inverse: true,
  data: rows.map(word),
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: {
    inside: true,
    interval: 0,
    margin: 2,
    color,
    fontSize: 13,
    fontFamily: FONT,
    align: position,
    verticalAlign: 'bottom' as const,
    padding: [0, 0, 9, 0],
  },
  z: 5,
})

/** One step of every bar in a group, filled where its band reaches that far. */
const bar = (
  rows: readonly SummaryRow[],
  step: number,
  index: number,
  color: string,
  { ground, track }: Palette,
) => ({
  type: 'bar' as const,
  stack: `${index}`,
  xAxisIndex: index,
  yAxisIndex: index * 2,
  silent: true,
  barWidth: 10,
  data: rows.map(({ band }) => ({
    value: 1,
    itemStyle: { color: step <= band ? color : track },
  })),
  itemStyle: { borderColor: ground === 'none' ? 'var(--surface)' : ground, borderWidth: 2 },
})
