import { type ComponentChildren, h } from 'preact'

/** Another region of the page, updated along with the answer to a request. */
export function Partial(props: { target: string; swap: string; children: ComponentChildren }) {
  return h('hx-partial', { 'hx-target': props.target, 'hx-swap': props.swap }, props.children)
}
