/** Where Slack takes answers to what somebody pressed. */
const SLACK = 'https://hooks.slack.com/'

/**
 * Answers in place of the message that somebody pressed a button of; needed for what only they can see.
 * Nothing is sent to an address that is not Slack's.
 * @param apiUrl a stand-in's address, where there is one
 * @returns whether Slack took it
 */
export async function respond(url: string, message: object, apiUrl: string | undefined): Promise<boolean> {
  const allowed = apiUrl ? new URL('/', apiUrl).href : SLACK
  if (!url.startsWith(allowed)) return false
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
