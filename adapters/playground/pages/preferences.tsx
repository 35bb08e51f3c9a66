import type { Settings } from '../../../src/types.js'
import { address, type Where } from '../where.js'

type Option = readonly [value: string, text: string, small?: string]

function Choice(props: { name: string; legend: string; chosen: string | null; options: readonly Option[] }) {
  const { name, legend, chosen, options } = props
  const roomy = options.some(([, , small]) => small)
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class={roomy ? 'choices choices--roomy' : 'choices'}>
        {options.map(([value, text, small]) => (
          <label>
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={value}
              checked={value === chosen}
            />
            <span>
              {text}
              {small && <small>{small}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Tone, language, praise and pace; each change is saved at once, without scripts by a button. */
export function Preferences(props: { where: Where; settings: Settings; pace: 'free' | 'everyday' | null }) {
  const { where, settings, pace } = props
  const { panel } = where.words
  const target = address(where, '/playground/settings')
  const { free, everyday } = panel.paces
  return (
    <form
      class="panel__part preferences"
      method="post"
      action={target}
      hx-post={target}
      hx-trigger="change, submit"
      hx-target="#panel"
      hx-swap="innerHTML"
    >
      <input type="hidden" name="preferences" value="1" />
      <Choice
        name="tone"
        legend={panel.tone}
        chosen={settings.tone}
        options={[
          ['du', panel.tones.du],
          ['sie', panel.tones.sie],
        ]}
      />
      <Choice
        name="language"
        legend={panel.language}
        chosen={settings.language}
        options={[
          ['auto', panel.languages.auto],
          ['de', panel.languages.de],
          ['en', panel.languages.en],
        ]}
      />
      <Choice
        name="pace"
        legend={panel.pace}
        chosen={pace}
        options={[
          ['free', free[0]!, free[1]!],
          ['everyday', everyday[0]!, everyday[1]!],
        ]}
      />
      <label class="switch">
        <input type="checkbox" id="praise" name="praise" value="1" checked={settings.praise} />
        <span>{panel.praise}</span>
      </label>
      <noscript>
        <button type="submit" class="button button--small">
          {panel.apply}
        </button>
      </noscript>
    </form>
  )
}
