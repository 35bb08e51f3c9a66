import assert from 'node:assert/strict'
import { wordsFor } from '../../src/words/index.js'
import { findingsIn, textsIn } from '../helpers/own-texts.js'
import { READERS } from './situations.js'

describe('Teams: our own texts', function () {
  this.timeout(60_000)

  for (const [reader, settings] of READERS) {
    const { install, terms, ...words } = wordsFor(settings, 'teams')
    // What only Slack has.
    const { place, places, placeNote, scopes, ...home } = words.home
    const texts = textsIn({ ...words, home })

    it(`have no finding as company-wide text: ${reader}`, () =>
      assert.deepEqual(findingsIn(texts, settings.language), []))

    it(`do not speak of Slack and its places: ${reader}`, () =>
      assert.deepEqual(
        texts.filter((text) => /Slack|\/klartext|Startseite|Home tab|eingeladen|invited/.test(text)),
        [],
      ))

    it(`fit where they stand: ${reader}`, () => {
      const { nudge, draft } = words
      const fits = (texts: readonly string[], most: number) =>
        assert.deepEqual(
          texts.filter((text) => text.length > most),
          [],
        )
      // Buttons, so that two stand in a row on a phone.
      fits([nudge.helpful, nudge['not-helpful'], nudge.why, home.settings, home.data], 16)
      fits([home.join, home.check, home.pause, home.resume, home.about, home.leave, home.save, home.back], 24)
      fits([home.export, home.erase, home.eraseYes, home.eraseNo, nudge.mutePraise, draft.submit], 24)
      fits([draft.again, nudge.quotation, nudge['team-term'], nudge['mute-rule'], nudge.pause], 28)
      fits([home.unmuteShort], 12)
      // Choices in a closed list.
      fits([home.languageAuto, home.perDayValue('50'), home.betweenValue('1440')], 32)
      // What is left of a dialog's title on a phone.
      fits([draft.title, home.eraseTitle, home.aboutTitle], 30)
    })
  }
})
