import { isDeepStrictEqual } from 'node:util'
import { IMPORT, type TuningFault } from '../../../workbench/workbench.js'
import { type Desk, keyLine, openDesk } from '../../pages/lexicon/desk.js'
import type { FieldFault } from '../../pages/lexicon/fields.js'
import { FilePage } from '../../pages/lexicon/files.js'
import { typedBy, typedFrom } from '../../pages/lexicon/typed.js'
import type { Reply, Route } from '../../route.js'
import { currentItems } from './current-items.js'
import { does, page, shows } from './page.js'

/** All that the company has set, to take along and to read in. */
export const fileRoutes: readonly Route[] = [
  shows('/lexicon/export', async ({ house }) => ({
    download: await house.workbench.write(),
    type: 'application/yaml',
    name: 'klartext-lexikon.yaml',
  })),

  shows('/lexicon/import', async (visit) => shown(await openDesk(visit), {}, 200)),

  does(
    '/lexicon/import',
    async (visit) => {
      const desk = await openDesk(visit)
      const { file } = desk.words
      const text = visit.file?.trim() ? visit.file : visit.field('text')
      const wrong = (faults: ReadonlyMap<string, readonly FieldFault[]>) =>
        shown(desk, { fields: faults }, 422)
      if (text.trim() === '') return wrong(new Map([['file', [{ text: file.nothing }]]]))
      if (Buffer.byteLength(text) > IMPORT.bytes) return wrong(new Map([['text', [{ text: file.tooMuch }]]]))
      const read = await visit.house.workbench.read(text)
      if ('faults' in read) return shown(desk, { faults: read.faults }, 422)
      const current = await currentItems(visit.house.store.tuning, read.steps)
      const steps = read.steps.filter(
        (step) => !isDeepStrictEqual(step.value, current.get(keyLine(step))?.value),
      )
      if (steps.length === 0) return { goTo: '/lexicon/import', said: 'lexicon-same-state' }
      const together = new Set([...(desk.draft?.steps ?? []), ...steps].map(keyLine))
      if (together.size > IMPORT.entries) return wrong(new Map([['file', [{ text: file.fullDraft }]]]))
      await visit.house.store.tuning.saveSteps(visit.actor, steps)
      return { goTo: '/lexicon/draft', said: 'lexicon-saved' }
    },
    IMPORT.bytes,
  ),
]

function shown(
  desk: Desk,
  wrong: { faults?: readonly TuningFault[]; fields?: ReadonlyMap<string, readonly FieldFault[]> },
  status: number,
): Reply {
  const { faults = [], fields = new Map() } = wrong
  const typed = status === 200 ? typedFrom({}) : typedBy(desk.visit)
  return page(
    desk.words.file.title,
    <FilePage desk={desk} filled={{ typed, faults: fields }} faults={faults} />,
    status,
  )
}
