import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { palettes } from '../../../summary/render/palette.js'
import { tidySvg } from '../../../summary/render/tidy-svg.js'
import type { WeekSum } from '../../../words/week-sums.js'

use([BarChart, GridComponent, SVGRenderer])

/** In pixels, as drawn; the page scales it down, and up to twice this. */
const WIDTH = 340
const HEIGHT = 170
const FONT = 'system-ui, sans-serif'

/**
 * A person's own weeks as pairs of bars with their numbers above them.
 * @param name what a screen reader says in its place
 * @param weekName what stands under a pair
 * @returns SVG without styles of its own, in the colours of the page
 */
export function weeksChart(
  sums: readonly WeekSum[],
  name: string,
  weekName: (number: number) => string,
): string {
  const { ink, quiet, good, topic, line } = palettes.page
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  const bars = (values: readonly number[], color: string) => ({
    type: 'bar' as const,
    silent: true,
    barMaxWidth: 22,
    barGap: '15%',
    data: values.map((value) => ({ value, label: { show: value > 0 } })),
    itemStyle: { color, borderRadius: [3, 3, 0, 0] },
    label: { show: true, position: 'top' as const, color: ink, fontSize: 12, fontFamily: FONT },
  })
  try {
    chart.setOption({
      animation: false,
      backgroundColor: 'none',
      textStyle: { fontFamily: FONT },
      grid: { left: 4, right: 4, top: 20, bottom: 24, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: sums.map(({ number }) => weekName(number)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: { color: quiet, fontSize: 12, fontFamily: FONT, interval: 0 },
      },
      yAxis: { type: 'value', min: 0, show: false },
      series: [
        bars(
          sums.map(({ hints }) => hints),
          topic,
        ),
        bars(
          sums.map((sum) => sum.good),
          good,
        ),
      ],
    })
    return tidySvg(chart.renderToSVGString(), name)
  } finally {
    chart.dispose()
  }
}
