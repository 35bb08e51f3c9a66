import type { AgreedConfig, Language } from '../../../types.js'
import type { CouncilWords } from '../../words/council.js'
import { settingWords } from '../../words/council-settings.js'

/** One of two states of the settings, and what it is called. */
interface Side {
  readonly name: string
  readonly config: AgreedConfig
}

/** What is different between two states of the settings; nothing where they are the same. */
export function DifferenceTable(props: {
  left: Side
  right: Side
  title: string
  language: Language
  words: CouncilWords
}) {
  const { left, right, title, language, words } = props
  const names = [...new Set([...Object.keys(left.config), ...Object.keys(right.config)])].sort()
  const different = names.filter((name) => left.config[name] !== right.config[name])
  if (different.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section class="table-box" aria-label={title} tabIndex={0}>
      <table class="differences folds">
        <thead>
          <tr>
            <th scope="col">{words.setting}</th>
            <th scope="col">{left.name}</th>
            <th scope="col">{right.name}</th>
          </tr>
        </thead>
        <tbody>
          {different.map((name) => {
            const setting = settingWords(name, language)
            const shown = ({ config }: Side) =>
              config[name] === undefined ? words.held.missing : setting.value(config[name])
            return (
              <tr>
                <th scope="row">{setting.title}</th>
                <td data-label={left.name}>{shown(left)}</td>
                <td data-label={right.name}>{shown(right)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
