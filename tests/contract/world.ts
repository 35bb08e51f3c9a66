import type { Answer, Person, PersonalData, Settings } from '../../src/types.js'

/** Somebody in the company, by the id that the platform has for them. */
export type Who = string

/** Something that was told to the bot, or will be. */
export interface Event {
  /** Whether Klartext has taken it by now. */
  readonly acked: boolean
}

/** A message as its writer sees it. */
export interface Said extends Event {
  readonly by: Who
  /** What a link to it leads to. */
  readonly id: string
}

/** A nudge as it stands before its reader now. */
export interface Hint {
  readonly id: string
  /** The message to which its link leads. */
  readonly about: string
  /** Everybody who can see it. */
  readonly readers: readonly Who[]
  readonly title: string
  /** All that stands on it. */
  readonly words: string
  /** Whether it can still be answered. */
  readonly isOpen: boolean
}

/** Places beside the channel of the company. */
export type Elsewhere = 'works council' | 'the bot' | 'group chat' | 'another company'

/** What becomes of the next send: its answer is lost, it is to come later, or it is not wanted at all. */
export type Misfortune = 'lost' | 'later' | 'refused'

/** What only some platforms have. */
export interface Abilities {
  /** Answers beneath a message. */
  readonly threads: boolean
  /** Events that the platform hands over: they may come twice, late and in any order, and come again if not taken. */
  readonly events: boolean
  /** A network between Klartext and the reader. */
  readonly network: boolean
  /** Channels that are no business of an employer, chats, other companies. */
  readonly places: boolean
  /** Each limit on its own, in numbers. */
  readonly limits: boolean
  /** The own weeks, the own data and their deletion in the chat itself. */
  readonly ownData: boolean
  /** Messages that outlive a restart. */
  readonly memory: boolean
}

/** How a platform marks what is not the writer's own wording. */
export interface Markup {
  quotation(text: string): string
  code(text: string): string
  codeBlock(text: string): string
  mention(name: string): string
}

/** What may be set by oneself. */
export type Choice = Partial<
  Pick<Settings, 'tone' | 'language' | 'praise' | 'maxPerDay' | 'minutesBetween' | 'quietFrom' | 'quietTo'>
>

/** A company with one channel on a chat platform, as the people in it can use it; its clock stands still. */
export interface World {
  readonly can: Abilities
  readonly markup: Markup
  /** The folder with the database. */
  readonly folder: string
  /** All that was logged, a line each. */
  readonly logged: readonly string[]
  /** Somebody in the channel who does not take part and of whom nothing is known. */
  somebody(): Promise<Who>
  /** How the store knows them. */
  person(who: Who): Person
  /** Their name, as others read it. */
  nameOf(who: Who): string

  /** What they see of Klartext: the question whether they take part, or their settings. */
  home(who: Who): Promise<string>
  optIn(who: Who): Promise<void>
  optOut(who: Who): Promise<void>
  pause(who: Who): Promise<void>
  resume(who: Who): Promise<void>
  set(who: Who, choice: Choice): Promise<void>
  /** As often as hints may come at all. */
  setFree(who: Who): Promise<void>
  /** As often as at work: three a day, half an hour apart, by day. */
  setEveryday(who: Who): Promise<void>

  /** @param more `unheard`: the bot does not hear of it until it is handed over */
  say(who: Who, text: string, more?: { thread?: Said; unheard?: boolean }): Promise<Said>
  sayIn(who: Who, where: Elsewhere, text: string): Promise<void>
  edit(said: Said, text: string, more?: { unheard?: boolean }): Promise<Event>
  remove(said: Said, more?: { unheard?: boolean }): Promise<Event>
  /** Hands an event over, for the first time or again; under another id where that is wanted. */
  hand(event: Event, more?: { anew?: boolean }): Promise<boolean>
  /** Lets whatever was not taken come again. */
  comeAgain(event: Event): Promise<void>

  /** Those that stand before somebody now, oldest first. */
  hints(who: Who): Promise<readonly Hint[]>
  /** How many came up for somebody by now, whatever became of them. */
  shown(who: Who): Promise<number>
  /** All that is before somebody's eyes and comes from Klartext. */
  seenBy(who: Who): Promise<string>
  answer(who: Who, hint: Hint, answer: Answer): Promise<void>
  /** What Klartext says of a draft. */
  check(who: Who, text: string): Promise<string>
  exported(who: Who): Promise<PersonalData>
  erase(who: Who): Promise<void>

  /** What meets the next send. */
  fail(misfortune: Misfortune): void
  /** How many sends have been tried. */
  readonly sends: number
  /** Lets the time pass on both sides. */
  pass(seconds: number): Promise<void>
  /** Klartext ends and starts again on the same data. */
  restart(): Promise<void>
  /** Ends it. @returns what the platform had to find fault with */
  stop(): Promise<readonly unknown[]>
}
