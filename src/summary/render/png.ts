import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'

/** Pixels of the picture for each of the chart, so that it is sharp on any screen. */
const ZOOM = 2

const PROBE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15" font-size="14" font-family="sans-serif">Aä</text></svg>'

type Fonts = NonNullable<ResvgRenderOptions['font']>

/**
 * A chart as a picture, drawn with the fonts of this machine.
 * @returns null where the machine has no font: a picture without its words would tell nothing
 */
export function pngOf(svg: string, fonts: Fonts = {}): Uint8Array | null {
  if (!drawsText(fonts)) return null
  return new Resvg(svg, { font: fonts, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng()
}

const drawsText = (font: Fonts): boolean => new Resvg(PROBE, { font }).getBBox() !== undefined
