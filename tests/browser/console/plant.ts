import { createAgreementDesk } from '../../../src/agreement.js'
import type { Opening } from '../../console/house.js'
import { type OpenedLexicon, openLexicon } from '../../console/lexicon/open-lexicon.js'
import { furnish, setUp } from '../../console/scene.js'

const quiet = { info() {}, warn() {}, error() {} }

/** The plant with its units, weeks and agreement, and over it a console with the real lexicon and workbench. */
export async function openPlant({ fourEyes = false, ...opening }: Opening = {}): Promise<OpenedLexicon> {
  const config = { ...setUp, fourEyes }
  const opened = await openLexicon({
    ...opening,
    fourEyes,
    parts({ store }) {
      const desk = createAgreementDesk({ store, config, log: quiet })
      const { summaryPeople: k, nudgeDays } = config
      return { agreement: desk, fourEyes, facts: { k, nudgeDays, rows: desk.current.config } }
    },
  })
  await opened.house.agreement.refresh()
  await furnish(opened)
  await opened.house.lexicon.refresh()
  return opened
}
