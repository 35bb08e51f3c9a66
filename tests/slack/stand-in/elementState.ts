import type { Fields, StateValues } from './types.js'

/** Under which name each kind of element carries what was chosen. */
const VALUE: Readonly<Record<string, string>> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  file_input: 'files',
}

/** The interactive elements of a block. */
function elementsOf({ accessory, element, elements, type }: Fields): Fields[] {
  const all = [accessory, element, ...(type === 'actions' ? (elements as unknown[]) : [])]
  return all.filter((one): one is Fields => typeof one === 'object' && one !== null && 'action_id' in one)
}

/** What an element holds before anybody has touched it. */
function initial(element: Fields): Fields {
  const key = VALUE[String(element.type)]!
  const from = key === 'rich_text_value' ? 'initial_value' : key.replace('selected', 'initial')
  const given = element[key === 'value' ? 'initial_value' : from]
  const empty = key.endsWith('s') ? [] : null
  return { type: element.type, [key]: given ?? empty }
}

const optionsOf = ({ options, option_groups }: Fields): Fields[] => [
  ...((options as Fields[] | undefined) ?? []),
  ...((option_groups as { options: Fields[] }[] | undefined) ?? []).flatMap((group) => group.options),
]

/** The option with a value; throws where the element has none, as nobody could choose it. */
function option(element: Fields, value: unknown): Fields {
  const wanted = typeof value === 'object' && value !== null ? (value as Fields).value : value
  const found = optionsOf(element).find((one) => one.value === wanted)
  if (!found) throw new Error(`${element.action_id} has no option ${String(wanted)}`)
  return found
}

export const elementState = {
  /** An element and its block by action_id; throws where there is none to press. */
  find(blocks: readonly Fields[], action: string): { readonly block: Fields; readonly element: Fields } {
    for (const block of blocks) {
      const element = elementsOf(block).find(({ action_id }) => action_id === action)
      if (element) return { block, element }
    }
    throw new Error(`nothing with the action_id ${action} to press`)
  },
  /** state.values of blocks; what `before` held stays where block_id and action_id have stayed. */
  of(blocks: readonly Fields[], before: StateValues = {}): StateValues {
    const values: StateValues = {}
    for (const block of blocks) {
      for (const element of elementsOf(block)) {
        const [id, action] = [String(block.block_id), String(element.action_id)]
        if (!VALUE[String(element.type)] || element.type === 'overflow') continue
        const kept = before[id]?.[action]
        values[id] ??= {}
        values[id][action] = kept?.type === element.type ? kept : initial(element)
      }
    }
    return values
  },
  /** What choosing makes of an element: from a plain value, or from a full `{ selected_option: ... }`. */
  choose(element: Fields, choice: unknown): Fields {
    const key = VALUE[String(element.type)]
    if (!key) return { value: element.value, text: element.text }
    const given =
      typeof choice === 'object' && choice !== null && key in choice ? (choice as Fields)[key] : choice
    if (given === undefined || given === null) return { [key]: key.endsWith('s') ? [] : null }
    if (element.type === 'external_select' || element.type === 'multi_external_select')
      return { [key]: given }
    if (key === 'selected_option') return { [key]: option(element, given) }
    if (key === 'selected_options') return { [key]: (given as unknown[]).map((one) => option(element, one)) }
    return { [key]: given }
  },
  /** Whether an input is empty in the eyes of Slack. */
  isEmpty: (state: Fields): boolean => {
    const value = state[VALUE[String(state.type)]!]
    return (
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    )
  },
}
