import type { Fields } from './types.js'

/** Answers a Web API call with `ok: false`. */
export class Refusal extends Error {
  readonly answer: Fields

  /** What was wrong, in detail. */
  get messages(): readonly string[] {
    return (this.answer.errors as readonly string[] | undefined) ?? []
  }

  constructor(error: string, more: Fields | readonly string[] = {}) {
    super(error)
    const extra = Array.isArray(more)
      ? { errors: more.map((one) => one.slice(8)), response_metadata: { messages: more } }
      : more
    this.answer = { ok: false, error, ...extra }
  }
}
