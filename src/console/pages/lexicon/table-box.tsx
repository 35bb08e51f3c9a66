import type { ComponentChildren } from 'preact'

/** Holds a table that may be wider than the page; on narrow screens, its rows become blocks. */
export function TableBox({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section class="table-box" aria-label={name} tabIndex={0}>
      <table class="folds">{children}</table>
    </section>
  )
}
