import { z } from 'zod'
import type { Audience } from '../types.js'

const AUDIENCES = ['team', 'cross-team', 'company', 'customer-facing'] as const

/** A list such as `C1, C2`. */
export const ids = (pattern: RegExp, expected: string) =>
  z
    .string()
    .transform((value) => value.split(',').map((id) => id.trim()))
    .refine((list) => list.every((id) => pattern.test(id)), expected)
    .optional()

/** A list such as `C1=company`. The ids themselves may hold no `=`. */
export const audiences = (pattern: RegExp, example: string) =>
  z
    .string()
    .transform((value) => value.split(',').map((pair) => pair.trim().split('=')))
    .refine(
      (pairs) => pairs.every(([id = '', audience]) => pattern.test(id) && isAudience(audience)),
      `channels and their audience (${AUDIENCES.join(', ')}), such as ${example}=company`,
    )
    .transform((pairs) => new Map(pairs.map(([id, audience]) => [id!, audience as Audience])))
    .optional()

const isAudience = (value: string | undefined): boolean => AUDIENCES.includes(value as Audience)

/** `on` or `off`, off by default. */
export const onOrOff = () => z.enum(['on', 'off'], 'on or off').default('off')
