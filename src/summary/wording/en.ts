import type { Direction, Label } from '../../types.js'
import { mondayInUtc, sundayInUtc } from '../week.js'
import type { SummaryWords } from './words.js'

const days = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

const SUBJECTS: Readonly<Record<Label, string>> = {
  jargon: 'Buzzwords',
  anglicism: 'English words with a German equivalent',
  'foreign-words': 'Learned words with a plain equivalent',
  convoluted: 'Tangled sentences',
  blame: 'Sentences that point at others',
  justification: 'Self-justifications',
  impression: 'Asides that do not belong to the matter',
  facade: 'Sentences without a sender',
  condescension: 'Sentences that may sound like talking down',
  silo: 'Answers that end at the department’s border',
  'customer-disrespect': 'Disparaging words about customers',
  ownership: 'Sentences that stand by a mistake or a decision',
  care: 'Promises to look after something, and honest appreciation,',
}

const HAPPENED = [
  'hardly ever came up',
  'came up now and then',
  'came up often',
  'came up very often',
] as const

const COMPARED: Readonly<Record<Direction, string>> = {
  less: 'less than the week before',
  same: 'about as much as the week before',
  more: 'more than the week before',
}

/** The English summary. */
export const englishWords: SummaryWords = {
  language: 'en',
  title: 'The week in words',
  week: (monday) => days.formatRange(mondayInUtc(monday), sundayInUtc(monday)),
  subject: (unit, week) => `The week in words: ${unit}, ${week}`,
  larger: (unit, of) =>
    `There is nothing to show this week about “${unit}” alone. Everything here is about “${of}”; “${unit}” is part of it.`,
  nothing: 'There is nothing to show about this week.',
  nothingOf: (names) => `${names}: There is nothing to show about this week.`,
  arrows: '↑ more, → about as much, ↓ less than the week before',
  bands: ['hardly ever', 'now and then', 'often', 'very often'],
  directions: { less: 'less', same: 'as before', more: 'more' },
  sentence: (label, band, direction) =>
    `${SUBJECTS[label]} ${HAPPENED[band]}${direction ? `, ${COMPARED[direction]}` : ''}.`,
  helps: 'What helps',
  tips: {
    jargon: 'Say who does what, and by when.',
    anglicism: 'Take the German word that everybody in the house knows.',
    'foreign-words': 'Take the word that people would use when talking.',
    convoluted: 'Make two sentences of it, the main point first.',
    blame: 'Name your own share, and the next step.',
    justification: 'Say what is, and what comes next.',
    impression: 'Write just the matter: what, by when, for whom.',
    facade: 'Write “I” or “we”, and whom to ask.',
    condescension: 'Ask first what is known already, then offer help.',
    silo: 'Say who can help, and pass it on yourselves.',
    'customer-disrespect': 'Write what the person needs, and who will be in touch.',
    ownership: null,
    care: null,
  },
  good: 'Good signs',
  goodNotes: {
    often: 'Good. The group will be glad to hear it.',
    seldom: 'There is room for more of this. It comes most easily when those who lead begin.',
  },
  topics: 'What can become clearer still',
  calm: 'Nothing of what stands here came up often. Well done.',
  terms: 'Words of the week',
  termsIntro: 'Many people used them. These would do, too:',
  exercise: 'A suggestion for your next meeting',
  minutes: (count) => `${count}\u00a0minutes`,
  watch: 'Good to know:',
  about: 'What these figures say, and what they do not',
  aboutLines: [
    'Everything here is about a group of at least seven people, never about one of them.',
    'What is counted is wording. The steps are coarse on purpose and no basis for judging anybody.',
    'Who takes part, and how many, you will not learn. Where nothing is shown, there may be many reasons; Klartext never names them.',
  ],
  chart: 'The steps in words.',
  columns: {
    week: 'week from',
    unit: 'unit',
    of: 'applies to',
    topic: 'topic',
    band: 'step',
    direction: 'direction',
  },
}
