import type { Fields } from '../types.js'
import { checkBlocks } from './checkBlocks.js'
import { rules } from './rules.js'

const { text, flag, oneOf, object, plain, anything, wrong } = rules

const common = {
  private_metadata: text({ min: 0, max: 3000 }),
  callback_id: text({ min: 0, max: 255 }),
  external_id: text({ min: 0, max: 255 }),
}

const shapes = {
  modal: object(
    { type: oneOf('modal'), title: plain(24), blocks: anything },
    {
      ...common,
      submit: plain(24),
      close: plain(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: object({ type: oneOf('home'), blocks: anything }, common),
}

/** What Slack would say against a view; nothing if it accepts it. */
export function checkView(view: unknown, type: 'modal' | 'home'): string[] {
  const out: string[] = []
  shapes[type](view, '/view', out)
  const { blocks, submit } = (view ?? {}) as Fields
  if (blocks !== undefined) out.push(...checkBlocks(blocks, type, '/view/blocks'))
  if (out.length > 0) return out
  const asks = (blocks as Fields[]).some((block) => block.type === 'input')
  if (asks && type === 'modal' && !submit) wrong(out, '/view/submit', 'missing required field: submit')
  return out
}
