import type { Scope } from '../../../types.js'
import type { Desk } from './desk.js'
import { ChoiceField, type Filled, SelectField, TextField } from './fields.js'

/** The fields that stand for a scope. */
export function scopeTyped(scope: Scope): { scope: string; unit: string; channel: string } {
  const [kind = '', ...rest] = scope.split('/')
  const name = rest.join('/')
  return {
    scope: kind === 'unit' || kind === 'channel' ? kind : 'company',
    unit: kind === 'unit' ? name : '',
    channel: kind === 'channel' ? name : '',
  }
}

/** Whom something is for: everybody, a unit or a channel. */
export function ScopeFields({ desk, filled }: { desk: Desk; filled: Filled }) {
  const { fields, scopes } = desk.words
  const { units } = desk
  return (
    <div class="stack lexicon-scope">
      <ChoiceField
        {...filled}
        type="radio"
        name="scope"
        label={fields.scope}
        options={[
          ['company', scopes.company],
          ...(units.length > 0 ? [['unit', scopes.unit] as const] : []),
          ['channel', scopes.channel],
        ]}
      />
      {units.length > 0 && (
        <div class="lexicon-scope__unit">
          <SelectField
            {...filled}
            name="unit"
            label={fields.unit}
            options={[['', fields.noUnit], ...units.map(({ id, name }) => [id, name] as const)]}
          />
        </div>
      )}
      <div class="lexicon-scope__channel">
        <TextField {...filled} name="channel" label={fields.channel} hint={fields.channelHint} most={200} />
      </div>
    </div>
  )
}
