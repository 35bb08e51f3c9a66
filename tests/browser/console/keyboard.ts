import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Presses of a key after which something counts as out of reach. */
const PATIENCE = 250

/** Does everything with the keyboard alone: what it cannot get to with the tab key, it cannot use. */
export function keyboardOn(page: Page) {
  const { keyboard } = page

  /** Goes on with the tab key, and within a group of choices with the arrows. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor()
    for (let pressed = 0; pressed < PATIENCE; pressed++) {
      const where = await target.evaluate((element) => {
        const { activeElement: here } = element.ownerDocument
        if (here === element) return 'there'
        const isGroup = here?.getAttribute('type') === 'radio' && element.getAttribute('type') === 'radio'
        return isGroup && here.getAttribute('name') === element.getAttribute('name') ? 'group' : 'elsewhere'
      })
      if (where === 'there') return
      await keyboard.press(where === 'group' ? 'ArrowDown' : 'Tab')
    }
    assert.fail(`the keyboard does not get to ${target}`)
  }

  return {
    reach,
    async press(target: Locator, key = 'Enter'): Promise<void> {
      await reach(target)
      await keyboard.press(key)
    },
    /** Uses a link or a button that leads to another page, and waits for it. */
    async follow(target: Locator): Promise<void> {
      await reach(target)
      await Promise.all([page.waitForEvent('load'), keyboard.press('Enter')])
    },
    /** Replaces what stands in a field. */
    async fill(target: Locator, text: string): Promise<void> {
      await reach(target)
      await keyboard.press('ControlOrMeta+A')
      await keyboard.insertText(text)
    },
    /** Goes through a list until something is chosen. */
    async select(target: Locator, choice: string): Promise<void> {
      await reach(target)
      await keyboard.press('Home')
      const chosen = () =>
        target.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '')
      const count = await target.locator('option').count()
      for (let pressed = 1; pressed < count && (await chosen()) !== choice; pressed++)
        await keyboard.press('ArrowDown')
      assert.equal(await chosen(), choice)
    },
  }
}
