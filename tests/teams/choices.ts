import type { PersonalData } from '../../src/types.js'
import { chosen, lastIn } from './acts.js'
import type { TeamsHouse } from './house.js'
import type { Fields, User } from './stand-in/index.js'

type Kept = Partial<Record<keyof PersonalData['settings'], unknown>>

/** What is chosen on the card, what is then kept, and what the card says. */
export const CHOICES: readonly (readonly [inputs: Fields, kept: Kept, says: RegExp])[] = [
  [{ tone: 'sie' }, { tone: 'sie' }, /Klartext liest bei Ihnen mit/],
  [{ tone: 'du' }, { tone: 'du' }, /Klartext liest bei dir mit/],
  [{ language: 'en' }, { language: 'en' }, /Klartext is reading along/],
  [{ language: 'de' }, { language: 'de' }, /Klartext liest bei dir mit/],
  [{ language: 'auto' }, { language: 'auto' }, /Klartext liest bei dir mit/],
  [{ 'per-day': '1' }, { maxPerDay: 1 }, /"per-day".*"value":"1"/],
  [{ 'per-day': '8' }, { maxPerDay: 8 }, /"per-day".*"value":"8"/],
  [{ between: '0' }, { minutesBetween: 0 }, /"between".*"value":"0"/],
  [{ between: '120' }, { minutesBetween: 120 }, /"between".*"value":"120"/],
  [{ 'quiet-from': '19:30' }, { quietFrom: '19:30' }, /19:30/],
  [{ 'quiet-to': '06:15' }, { quietTo: '06:15' }, /06:15/],
  [{ praise: 'false' }, { praise: false }, /"praise".*"value":"false"/],
  [{ praise: 'true' }, { praise: true }, /"praise".*"value":"true"/],
  [
    { topics: 'blame,silo' },
    {
      mutedLabels: [
        'anglicism',
        'condescension',
        'convoluted',
        'customer-disrespect',
        'facade',
        'foreign-words',
        'impression',
        'jargon',
        'justification',
      ],
    },
    /"value":"blame,silo"/,
  ],
  [
    {
      topics:
        'anglicism,jargon,foreign-words,convoluted,blame,justification,impression,facade,condescension,silo,customer-disrespect',
    },
    { mutedLabels: [] },
    /Klartext liest bei dir mit/,
  ],
  [
    {
      tone: 'sie',
      'per-day': '5',
      between: '15',
      'quiet-from': '00:00',
      'quiet-to': '00:00',
      praise: 'false',
    },
    { tone: 'sie', maxPerDay: 5, minutesBetween: 15, quietFrom: '00:00', quietTo: '00:00', praise: false },
    /Klartext liest bei Ihnen mit/,
  ],
]

/** What somebody has done, and whether a hint comes then, at eleven in the morning. */
export const EFFECTS: readonly (readonly [
  name: string,
  hints: 0 | 1,
  set: (house: TeamsHouse, me: User) => Promise<unknown>,
])[] = [
  ['nothing', 1, async () => {}],
  ['quiet hours now', 0, (house, me) => chosen(house, me, { 'quiet-from': '10:00', 'quiet-to': '14:00' })],
  [
    'quiet hours over midnight that still last',
    0,
    (house, me) => chosen(house, me, { 'quiet-from': '22:00', 'quiet-to': '14:00' }),
  ],
  [
    'quiet hours that are over',
    1,
    (house, me) => chosen(house, me, { 'quiet-from': '08:00', 'quiet-to': '10:30' }),
  ],
  [
    'the same time twice',
    1,
    (house, me) => chosen(house, me, { 'quiet-from': '11:00', 'quiet-to': '11:00' }),
  ],
  ['another topic only', 0, (house, me) => chosen(house, me, { topics: 'blame' })],
  ['this topic only', 1, (house, me) => chosen(house, me, { topics: 'anglicism,jargon' })],
  ['a pause', 0, (house, me) => house.teams.press(me, lastIn(house, me), 'pause')],
  [
    'a pause that was ended',
    1,
    async (house, me) => {
      await house.teams.press(me, lastIn(house, me), 'pause')
      await house.teams.press(me, lastIn(house, me), 'resume')
    },
  ],
  [
    'taking part no longer',
    0,
    async (house, me) => {
      await house.teams.press(me, lastIn(house, me), 'leave')
    },
  ],
  [
    'leaving and joining',
    1,
    async (house, me) => {
      await house.teams.press(me, lastIn(house, me), 'leave')
      await house.teams.press(me, lastIn(house, me), 'join')
    },
  ],
]

/** What may come in place of an input; none of it changes anything. */
export const HOSTILE: readonly Fields[] = [
  { tone: 'ihr' },
  { tone: ['sie'] },
  { language: 'fr' },
  { language: null },
  { 'per-day': '-1' },
  { 'per-day': '1e9' },
  { 'per-day': '9999' },
  { 'per-day': 8 },
  { 'per-day': '' },
  { between: '99999' },
  { between: '1.5' },
  { between: 'NaN' },
  { 'quiet-from': '24:00' },
  { 'quiet-from': '8 Uhr' },
  { 'quiet-to': '12:60' },
  { 'quiet-to': "'; DROP TABLE people" },
  { praise: 'perhaps' },
  { praise: true },
  { topics: { length: 1 } },
  { optedIn: false, maxPerDay: 50, mutedRules: ['x'] },
  { constructor: 'x', __proto__: { tone: 'sie' } },
]
