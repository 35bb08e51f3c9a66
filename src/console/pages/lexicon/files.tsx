import type { TuningFault } from '../../../workbench/workbench.js'
import { Form } from '../form.js'
import type { Desk } from './desk.js'
import { FaultList } from './faults.js'
import { FaultsOf, type Filled, LinesField } from './fields.js'
import { at, LexiconFrame } from './frame.js'

/** All that the company has set, as a file to take along and to read in. */
export function FilePage({
  desk,
  filled,
  faults,
}: {
  desk: Desk
  filled: Filled
  faults: readonly TuningFault[]
}) {
  const { file } = desk.words
  return (
    <LexiconFrame desk={desk} here="file">
      {faults.length > 0 && (
        <section class="card card--fault stack" role="alert" aria-labelledby="faults">
          <h2 id="faults">{file.faults(faults.length)}</h2>
          <FaultList desk={desk} faults={faults} named={false} />
        </section>
      )}
      <section class="card stack" aria-labelledby="export">
        <h2 id="export">{file.exportTitle}</h2>
        <p>{file.exportText}</p>
        <a class="button" href={at('/lexicon/export')}>
          {file.export}
        </a>
      </section>
      <section class="card stack" aria-labelledby="import">
        <h2 id="import">{file.importTitle}</h2>
        <p>{file.importText}</p>
        <Form visit={desk.visit} action="/lexicon/import" upload>
          <div class="field">
            <label for="field-file">{file.choose}</label>
            <input
              id="field-file"
              type="file"
              name="file"
              accept=".yaml,.yml"
              aria-describedby={filled.faults.has('file') ? 'fault-file' : undefined}
            />
            <FaultsOf name="file" faults={filled.faults} />
          </div>
          <LinesField {...filled} name="text" label={file.paste} rows={10} code />
          <button type="submit" class="button button--accent">
            {file.import}
          </button>
        </Form>
      </section>
    </LexiconFrame>
  )
}
