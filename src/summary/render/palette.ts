/** Where a chart is seen: `page` takes the colours from the page around it, through custom properties. */
export type Theme = 'light' | 'dark' | 'page'

export interface Palette {
  /** `none`: whatever is behind it. */
  readonly ground: string
  readonly ink: string
  readonly quiet: string
  /** Filled steps; the two are told apart by place and heading as well, never by colour alone. */
  readonly good: string
  readonly topic: string
  /** Empty steps. */
  readonly track: string
  readonly line: string
}

/** The colours of the playground; blue-green and amber stay apart for all kinds of colour blindness. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#ffffff',
    ink: '#1c2024',
    quiet: '#5a5e65',
    good: '#0f6b5f',
    topic: '#b96d00',
    track: '#e5e2db',
    line: '#e5e2db',
  },
  dark: {
    ground: '#1a1d20',
    ink: '#ecebe7',
    quiet: '#a7adb4',
    good: '#74d6c5',
    topic: '#f1c680',
    track: '#3a4047',
    line: '#2d3237',
  },
  page: {
    ground: 'none',
    ink: 'var(--ink)',
    quiet: 'var(--quiet)',
    good: 'var(--summary-good)',
    topic: 'var(--summary-topic)',
    track: 'var(--summary-track)',
    line: 'var(--line)',
  },
}

/** Steps of a bar. */
export const STEPS = 4
