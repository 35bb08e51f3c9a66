import { AT_RANDOM, call, IN_FLIGHT, inside, lost, type Point, told } from '../../proofs/crash/points.js'

/** The ones around a send and a removal, which Teams never tells the end of. */
export const SENDS: readonly Point[] = [
  IN_FLIGHT,
  call('sendToConversation', 4),
  lost('sendToConversation', 4),
  inside('deliver after', 4),
  inside('settle sent after', 4),
  lost('deleteActivity'),
]

/** All of them, about in the order of a message's way. */
export const POINTS: readonly Point[] = [
  inside('abandonSending before'),
  inside('abandonSending after'),
  inside('settings before', 5),
  call('getTeam'),
  inside('teamTerms after'),
  inside('history before', 5),
  inside('record before', 6),
  inside('insert into outbox_rules before', 2),
  inside('commit outbox_rules before', 2),
  inside('handle after', 6),
  told('acknowledged', 'written', 6),
  inside('claim before', 20),
  ...SENDS,
  call('token'),
  inside('insert into posted before', 3),
  inside('commit paces before', 3),
  inside('forget before', 2),
  inside('deleted after', 2),
  told('acknowledged a deletion', 'deleted', 1),
  inside('retract before'),
  call('deleteActivity'),
  inside('retract after'),
  inside('removed after'),
  AT_RANDOM,
]
