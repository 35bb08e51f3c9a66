import type { Person } from './platform.js'

/** What somebody may see and do in the console; everybody who signed in is an employee. */
export type Role = 'employee' | 'manager' | 'admin' | 'works-council'

/** A signed-in browser, as it is kept: its token only as a hash, its person sealed under that token. */
export interface Session {
  readonly person: Person
  readonly startedAt: Date
  readonly seenAt: Date
  /** Guards its forms; 43 characters of base64url. */
  readonly csrf: string
}

/** Something that was done, without text and without people but for the pseudonym of who did it. */
export interface AuditEvent {
  /** Pseudonym; `klartext` for what it does by itself. */
  readonly actor: string
  readonly role: Role | 'system'
  /** Such as `lexicon.publish`; 1 to 64 characters. */
  readonly action: string
  /** Such as a version or an id; 1 to 64 characters, `-` for none. */
  readonly subject: string
}

/** A link of the audit chain. */
export interface AuditRecord extends AuditEvent {
  /** Counts from 1. */
  readonly number: number
  readonly at: Date
  /** SHA-256 over the previous hash and this record, 64 hex digits. */
  readonly hash: string
}

/** What the agreement with the works council holds fast: names of settings and their values, sorted by name. */
export type AgreedConfig = Readonly<Record<string, string>>

/** An agreed configuration, or one that waits for the other role. */
export interface Agreement {
  /** 64 hex digits over the configuration; null: the lock is to be lifted. */
  readonly hash: string | null
  readonly config: AgreedConfig
  readonly proposedBy: string
  readonly proposedRole: 'admin' | 'works-council'
  readonly proposedAt: Date
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
}
