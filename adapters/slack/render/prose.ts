/** Slack's mrkdwn as a person sees it: entities, links and mentions readable. */
export function readable(text: string): string {
  return text
    .replace(/<(?:https?|mailto|tel):[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^<>]*)>/g, '$1')
    .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, '#$1')
    .replace(/<[@#!][^<>|]*\|([^<>]*)>/g, '@$1')
    .replace(/<[@#!][^<>]*>/g, '@…')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
