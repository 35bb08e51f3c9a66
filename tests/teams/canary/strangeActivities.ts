import type { Fields } from '../stand-in/index.js'
import type { CanaryHouse } from './openCanaryHouse.js'

/** Activities with names, and ones that are not as they should be; some of them the SDK itself reads. */
export function strangeActivities({ teams, jana, channel, team, canaries }: CanaryHouse): Fields[] {
  const { plain, sharp } = canaries
  const spoken = (where: string) => teams.draft.say(jana, channel, `<p>${sharp(where)}</p>`).envelope.activity
  const written = (where: string) => teams.draft.write(jana, sharp(where)).envelope.activity
  const inChannel = (where: string, more: Fields, data: Fields = {}): Fields => {
    const activity = spoken(where)
    return { ...activity, ...more, channelData: { ...(activity.channelData as Fields), ...data } }
  }
  const inChat = (where: string, more: Fields): Fields => ({ ...written(where), ...more })
  const event = (eventType: string, data: Fields) =>
    inChannel(`the text of ${eventType}`, { type: 'conversationUpdate' }, { eventType, ...data })
  const long = (where: string) => `${sharp(where)} `.repeat(8)
  const invoke = (name: string, value: unknown) =>
    inChat(`the text of ${name}`, { type: 'invoke', name, value })
  return [
    event('channelRenamed', { channel: { id: channel.id, name: sharp('the new name of a channel') } }),
    event('channelCreated', { channel: { id: plain('a channel that is none'), name: sharp('its name') } }),
    event('teamRenamed', { team: { id: team.id, name: sharp('the new name of a team') } }),
    event(plain('a kind of event'), {}),
    inChannel('the text of a kind of activity', { type: plain('a kind of activity') }),
    inChannel('a text beside one that is none', { text: { text: sharp('a text that is none') } }),
    inChannel('a message without an id', { id: sharp('an id that is none') }),
    inChannel('a message of nobody', { from: { id: sharp('a person that is none'), name: plain('nobody') } }),
    inChannel('a message in no channel', {}, { channel: { id: long('a channel without an end') } }),
    inChannel('a message in no team', {}, { team: { id: long('a team without an end') } }),
    inChannel('a message at no time', { timestamp: sharp('a time that is none') }),
    inChannel('an edit of another kind', { type: 'messageUpdate' }, { eventType: plain('a kind of edit') }),
    inChannel('a message with broken attachments', { attachments: [sharp('no attachment'), null] }),
    inChannel('a message in a strange thread', {
      conversation: { id: `${channel.id};messageid=${sharp('no thread')}`, conversationType: 'channel' },
    }),
    inChannel('the text of a reaction', {
      type: 'messageReaction',
      reactionsAdded: [{ type: plain('a reaction') }],
    }),
    inChat('the text of people who come', {
      type: 'conversationUpdate',
      membersAdded: [{ id: jana.id, name: sharp('the name of whoever comes') }],
    }),
    inChat('the text of an installation', { type: 'installationUpdate', action: plain('an action') }),
    inChat('the text of an event', { type: 'event', name: sharp('an event'), value: sharp('its value') }),
    inChat('a message that is a list', { text: [sharp('a list of texts')] }),
    invoke(plain('a kind of invoke'), { text: sharp('its value') }),
    invoke('adaptiveCard/action', { action: plain('an action that is none') }),
    invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: plain('a verb'), data: { text: sharp('its data') } },
    }),
    invoke('composeExtension/fetchTask', sharp('a window that is none')),
    invoke('composeExtension/query', {
      commandId: plain('a search'),
      parameters: [{ value: sharp('term') }],
    }),
    invoke('fileConsent/invoke', { action: plain('what to do with a file'), context: sharp('its name') }),
    invoke('signin/verifyState', { state: plain('a state') }),
    invoke('task/fetch', { data: sharp('a task') }),
  ]
}
