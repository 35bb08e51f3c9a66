/** Codes of a connection that was never made. */
const UNMADE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Whether a call failed before anything could be sent, by the code of its error or of what caused it. */
export function neverConnected(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return (typeof code === 'string' && UNMADE.has(code)) || (cause !== undefined && neverConnected(cause))
}
