import type {
  Adapter,
  Answer,
  Core,
  Finding,
  Incoming,
  Language,
  Letter,
  NudgeText,
  Person,
  Settings,
  Word,
} from '../../src/types.js'

const defaults: Settings = {
  optedIn: false,
  language: 'auto',
  tone: 'du',
  praise: true,
  mutedLabels: [],
  mutedRules: [],
  maxPerDay: 3,
  minutesBetween: 30,
  quietFrom: '18:00',
  quietTo: '08:00',
  pausedUntil: null,
  place: 'direct',
}

const hints: Record<Language, NudgeText> = {
  de: {
    kind: 'hint',
    label: 'anglicism',
    language: 'de',
    title: 'Geht es auch auf Deutsch?',
    body: 'Zwei englische Wörter in einem Satz; nicht alle hier kennen sie.',
    suggestions: [
      { term: 'Alignment', instead: ['Abstimmung', 'gemeinsame Linie'] },
      { term: 'committen', instead: ['zusagen', 'sich festlegen'] },
      { term: null, instead: ['Wir stimmen uns heute noch ab und sagen dann zu.'] },
    ],
    why: 'Wer ein Wort nicht kennt, fragt selten nach. Ein deutsches Wort nimmt alle mit.',
  },
  en: {
    kind: 'hint',
    label: 'jargon',
    language: 'en',
    title: 'Say what you mean',
    body: 'Two buzzwords in one sentence; not everybody here will know what is to be done.',
    suggestions: [{ term: 'alignment', instead: ['agreement'] }],
    why: 'Readers rarely ask when they do not know a word. A plain word takes everybody along.',
  },
}

const praise: NudgeText = {
  kind: 'praise',
  label: 'ownership',
  language: 'de',
  title: 'Das war klar und gerade heraus.',
  body: 'Du nennst den Fehler und sagst, was als Nächstes kommt. So wissen alle, woran sie sind.',
  suggestions: [],
  why: '',
}

/** One call that the adapter made. */
export type Call =
  | { readonly name: 'handle'; readonly incoming: Incoming }
  | { readonly name: 'deleted'; readonly message: string; readonly user: string | undefined }
  | { readonly name: 'check'; readonly user: string; readonly text: string }
  | { readonly name: 'answer'; readonly user: string; readonly nudge: string; readonly answer: Answer }
  | { readonly name: 'change'; readonly user: string; readonly patch: Partial<Settings> }

/** A core in memory: 'Alignment' earns a hint, 'Mein Fehler' praise; `broken` names the calls that fail. */
export function createFakeCore(adapter: Adapter) {
  const calls: Call[] = []
  const settings = new Map<string, Settings>()
  const posted = new Map<string, { letter: Letter; card: string }>()
  const broken = new Set<Call['name']>()
  let letters = 0

  const of = (user: string) => settings.get(user) ?? { ...defaults, ...adapter.defaults }
  const note = (call: Call) => {
    calls.push(call)
    if (broken.has(call.name)) throw new Error(`broken on purpose: ${call.name}`)
  }

  const core: Core = {
    async handle(incoming) {
      note({ name: 'handle', incoming })
      const { author, address, message } = incoming
      if (!of(author.user).optedIn) return
      const said = [...posted.values()].some(({ letter }) => letter.about.message === address.message)
      const text = /alignment/i.test(message.text) ? hints[message.language ?? 'de'] : praise
      if (said || !/alignment|mein fehler/i.test(message.text)) return
      const { place, tone } = of(author.user)
      const letter = { id: `nudge-${++letters}`, to: author, about: address, place, tone, text }
      posted.set(letter.id, { letter, card: await adapter.deliver(letter) })
    },
    async deleted({ address, author }) {
      note({ name: 'deleted', message: address.message, user: author?.user })
      for (const { letter, card } of posted.values()) {
        if (letter.about.message === address.message) await adapter.retract(letter.to, card)
      }
    },
    async check(person, { text }) {
      note({ name: 'check', user: person.user, text })
      return {
        analysis: { language: 'de', labels: [], findings: findings(text), words: words(text) },
        nudge: null,
      }
    },
    async answer(person, nudge, answer) {
      note({ name: 'answer', user: person.user, nudge, answer })
      if (posted.get(nudge)?.letter.to.user !== person.user) return null
      if (answer === 'mute-rule')
        change(person, { mutedRules: [...of(person.user).mutedRules, 'anglicism-de-alignment'] })
      if (answer === 'pause') change(person, { pausedUntil: new Date('2026-03-11T06:00:00') })
      return of(person.user)
    },
    settings: async (person) => of(person.user),
    departed: async () => undefined,
    arrived: async () => undefined,
    async change(person, patch) {
      note({ name: 'change', user: person.user, patch })
      return change(person, patch)
    },
    weeks: async () => [],
    summaries: async () => [],
    export: async (person) => ({
      settings: of(person.user),
      sightings: [],
      nudges: [],
      teams: [],
      weeks: [],
      units: [],
      summaries: [],
      answers: [],
      sessions: [],
      lastHintAt: null,
      lastPraiseAt: null,
    }),
    async erase(person) {
      settings.delete(person.user)
    },
    teamTerms: async () => [],
    setTeamTerm: async () => [],
    saveRoster: async () => {},
    timeZone: 'Europe/Berlin',
    pause: async (person) => change(person, { pausedUntil: new Date('2026-03-11T00:00:00') }),
    vault: {
      read: async () => null,
      write: async () => {},
      replace: async () => false,
      remove: async () => {},
      names: async () => [],
    },
  }

  function change(person: Person, patch: Partial<Settings>): Settings {
    const after = { ...of(person.user), ...patch }
    settings.set(person.user, after)
    return after
  }

  return { core, calls, broken, settings: of, forget: (nudge: string) => posted.delete(nudge) }
}

function findings(text: string): Finding[] {
  return [...text.matchAll(/Alignment|committen|ist schuld/g)].map((match) => ({
    label: match[0] === 'ist schuld' ? 'blame' : 'anglicism',
    rule: 'fake',
    start: match.index,
    end: match.index + match[0].length,
    why:
      match[0] === 'ist schuld'
        ? 'Wer einen Schuldigen nennt, bekommt selten eine Lösung.'
        : 'Dafür gibt es ein Wort, das alle kennen.',
    instead:
      match[0] === 'Alignment'
        ? ['Abstimmung', 'gemeinsame Linie']
        : match[0] === 'committen'
          ? ['zusagen']
          : ['Die Betten fehlen noch. Wer weiß, wann sie kommen?'],
  }))
}

function words(text: string): Word[] {
  return [...text.matchAll(/Stakeholdern?|Meeting/g)].map((match) => ({
    word: match[0],
    lemma: match[0],
    status: 'avoidable',
    start: match.index,
    end: match.index + match[0].length,
    instead: match[0] === 'Meeting' ? ['Besprechung'] : ['Beteiligte'],
  }))
}
