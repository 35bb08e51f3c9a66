import type { Label, Language } from '../../types.js'
import type { Reading, Run, Sentence, Token } from '../reading.js'
import { TONE_INDICES } from './labels.js'
import { MOST_TOKENS, Scale, type Weighed } from './scale.js'
import type { CompiledTone } from './weights.js'

/** How much the words of a message taken together sound like each label. */
export interface Tone {
  /** Natural logarithm of the odds; 0 where too few words are known to tell, and for labels of which tone tells nothing. */
  of(label: Label): number
  /**
   * By sentence, the labels that it sounds so little like that nothing is looked for under them, as {@link toneBit}s;
   * null where all are looked for. Until the next message is heard.
   */
  readonly silent: Int32Array | null
  /** The sentence that sounds most like it. */
  loudest(label: Label): Run
}

/** What stands for a token where tone is weighed; null for what is quoted and for what is no word. */
export function toneWord({ kind, quoted, form }: Token): string | null {
  if (quoted) return null
  if (kind === 'word') return form.key
  return kind === 'number' || kind === 'mention' ? `<${kind}>` : null
}

/** All words and pairs of neighbouring words of a sentence, as often as they stand there, and the mark at its end. */
export function toneFeatures(tokens: readonly Token[], sentence: Sentence): string[] {
  const found: string[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = toneWord(tokens[at])
    if (word === null) continue
    found.push(word)
    const first = at > sentence.from ? toneWord(tokens[at - 1]) : null
    if (first !== null)
      found.push(`${first}${tokens[at - 1].clause === tokens[at].clause ? ' ' : ' , '}${word}`)
  }
  if (sentence.question) found.push('?')
  if (sentence.exclamation) found.push('!')
  return found
}

const NOTHING: Tone = { silent: null, of: () => 0, loudest: () => ({ from: 0, to: 0 }) }

/** The tone of the message that was heard last. */
class Heard implements Tone {
  readonly silent: Int32Array | null
  readonly #scale: Scale
  readonly #reading: Weighed

  constructor(scale: Scale, reading: Weighed, wanted: number) {
    this.silent = scale.silentIn(reading.sentences, wanted)
    this.#scale = scale
    this.#reading = reading
  }
  of(label: Label): number {
    const index = TONE_INDICES.get(label)
    return index === undefined ? 0 : this.#scale.odds(index)
  }
  loudest(label: Label): Run {
    return this.#scale.loudest(this.#reading, TONE_INDICES.get(label) ?? 0)
  }
}

/**
 * Makes what hears the tone of readings; a language without weights tells nothing. Labels that are wanted, as
 * {@link toneBit}s, are never silent.
 */
export function createTone(
  tones: Readonly<Record<Language, CompiledTone | null>>,
): (reading: Reading, wanted?: number) => Tone {
  // Each is made when it is first needed: most companies write in one language.
  const scales: Partial<Record<Language, Scale>> = {}
  return (reading, wanted = 0) => {
    const { language, tokens } = reading
    const own = language && tones[language]
    if (!own || tokens.length > MOST_TOKENS) return NOTHING
    const scale = (scales[language] ??= new Scale(language, own))
    return scale.hear(reading) ? new Heard(scale, reading, wanted) : NOTHING
  }
}
