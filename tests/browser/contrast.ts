import type { Page } from 'playwright-core'

/** The worst contrast of any text on the page with what is behind it. */
export const worstContrast = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const light = (color) => {
      const parts = color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (element) => {
      const { backgroundColor } = getComputedStyle(element)
      return /^rgb\\(/.test(backgroundColor) ? backgroundColor : behind(element.parentElement)
    }
    return Math.min(...[...document.querySelectorAll('h1, h2, p, a')].map((element) => {
      const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => x - y)
      return (b + 0.05) / (a + 0.05)
    }))
  })()`)
