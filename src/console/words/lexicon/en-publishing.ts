import type { germanPublishing } from './de-publishing.js'
import type { FaultTexts, ShapeTexts } from './faults.js'

const codes: FaultTexts = {
  schema: ['Something does not fit here.', 'Correct it or leave it out.'],
  pattern: [
    'This pattern cannot be read.',
    'Look at the place named. “New rule” explains how patterns are built.',
  ],
  reserved: [
    'This term is protected.',
    'Klartext never counts anything to do with co-determination, health or individual people. Please leave it out.',
  ],
  'too-wide': ['This is too wide.', 'Name more words, or rarer ones. At most 10 % are possible.'],
  'flag-not-found': [
    'The rule stays silent in this sentence although it should speak.',
    'Widen the pattern or change the sentence.',
  ],
  'allow-found': [
    'The rule speaks in this sentence although it should stay silent.',
    'Narrow the pattern, or add something under “Exceptions”.',
  ],
  'unknown-entry': [
    'There is no such entry.',
    'Check the spelling; the search shows all entries. What no lexicon has does not count anyway.',
  ],
  'unknown-scope': [
    'Klartext does not know this unit or channel.',
    'Choose a unit from the list, or give the channel as platform/workspace/channel.',
  ],
  'taken-id': ['This id is taken.', 'Choose another one.'],
  yaml: ['The file cannot be read here.', 'Check indentation, quotation marks and colons in this place.'],
  'too-much': ['This is too much at once.', 'Spread it over several files.'],
}

const shapes: ShapeTexts = {
  missing: () => ['This is still missing.', 'Please add it.'],
  empty: () => ['There is nothing here yet.', 'Please fill it in or leave it out altogether.'],
  'too-long': (most) => [`This is too long: at most ${most} characters are possible.`, 'Please shorten it.'],
  'too-many': (most) => [`These are too many: at most ${most} are possible.`, 'Please leave some out.'],
  'out-of-range': (bound) => [
    `This number is outside what is possible (${bound}).`,
    'Please choose another number.',
  ],
  'not-one-of': (choices) => [
    `Klartext does not know this. Possible are: ${choices}.`,
    'Please choose one of them.',
  ],
  'wrong-kind': () => [
    'This is of the wrong kind, such as a text in place of a number or a list.',
    'Please compare it with a file that you downloaded.',
  ],
  'unknown-field': () => ['Klartext does not know this field.', 'Check its spelling or leave it out.'],
}

/** The pages on which changes of the lexicon are checked, published and taken back, in English. */
export const englishPublishing: typeof germanPublishing = {
  said: {
    'lexicon-saved': 'It is in the draft. It takes effect only once published.',
    'lexicon-dropped': 'Taken out of the draft.',
    'lexicon-draft-gone': 'The draft is discarded.',
    'lexicon-published': 'Published. The new version takes effect everywhere within seconds.',
    'lexicon-unchanged': 'Everything in the draft is in force already. The version stays as it was.',
    'lexicon-submitted': 'Waiting for approval.',
    'lexicon-sent-back': 'Sent back. The draft can now be edited further.',
    'lexicon-resolved': 'Done. The draft now fits the new version.',
    'lexicon-empty': 'The draft has nothing that could be published.',
    'lexicon-no-change': 'Nothing has changed.',
    'lexicon-same-state': 'All of that is in force already. Nothing has changed.',
  },
  needed: 'Please fill this in.',
  tooLong: (most) => `At most ${most} characters.`,
  badWeight: 'A number above 0 and at most 2, please, such as 0.5.',
  badChannel: 'As platform/workspace/channel, please, such as slack/T0123ABCD/C0456EFGH.',
  badUnit: 'Please choose a unit.',
  badId:
    'Begins with “own-” or “eigen-”, then only small letters, digits and hyphens, at most 64 characters together.',
  inDraftAlready: 'The draft already has this id. Please choose another.',
  stepKinds: { entry: 'Entry', allow: 'Allowed', change: 'Change', threshold: 'Threshold' },
  acts: { added: 'new', changed: 'changed', removed: 'removed' },
  before: 'before',
  after: 'after',
  diff: {
    none: 'nothing',
    allowed: (name) => `“${name}” no longer counts.`,
    counted: (name) => `“${name}” counts again.`,
  },
  draft: {
    title: 'Draft',
    empty: 'The draft is empty',
    emptyText:
      'Whatever you change, allow or add in the lexicon gathers here and takes effect only once published.',
    emptyLink: 'Look something up in the lexicon',
    steps: (count) => (count === 1 ? 'One change' : `${count} changes`),
    shown: (from, to, of) => `${from} to ${to} of ${of}`,
    drop: 'Discard',
    dropAll: 'Discard the whole draft',
    dropAllTitle: 'Discard everything?',
    dropAllText: (count) =>
      count === 1
        ? 'One change will be lost. The published lexicon stays as it is.'
        : `${count} changes will be lost. The published lexicon stays as it is.`,
    dropYes: 'Discard',
    dropNo: 'Keep',
    check: 'Check',
    faultless: 'Everything is fine.',
    faults: (count) =>
      count === 1
        ? 'One thing has to be settled before the draft can be published.'
        : `${count} things have to be settled before the draft can be published.`,
    more: (count) => `and ${count} more`,
    conflict: 'Somebody else has changed the same thing meanwhile.',
    conflictLink: 'See both versions',
    publish: 'Publish',
    submit: 'Submit for approval',
    reason: 'Reason',
    reasonHint: 'At most 200 characters. Everybody can read it under “Changes”.',
    waiting: (when) => `Waiting for approval since ${when}. If you change anything, you take the draft back.`,
    waitingReason: 'Reason:',
    takeBack: 'Take back from approval',
    stale: 'The draft has changed since then. Please look at it again.',
  },
  preview: {
    title: 'Preview',
    text: 'Klartext has tried the draft on the sample sentences that it comes with.',
    summary: (sentences, newly, harmless, gone) => {
      if (newly === 0 && gone === 0) return `Nothing changes for the ${sentences} sample sentences.`
      const good =
        newly === 0 ? '' : harmless === 0 ? ', none of them harmless' : `, ${harmless} of them harmless`
      const first = `It would newly flag ${newly === 0 ? 'none' : newly} of ${sentences} sample sentences${good}`
      return gone === 0 ? `${first}.` : `${first}, and no longer flag ${gone}.`
    },
    newly: 'Newly flagged',
    gone: 'No longer flagged',
    harmless: 'harmless',
    harmlessHint: 'Harmless means: this sentence deserves no hint at all.',
    more: (count) => `and ${count} more`,
    failed: 'There is no preview while something has to be settled.',
  },
  conflicts: {
    title: 'Two versions',
    text: 'While you wrote this draft, somebody else published something in the same places. Nothing is lost: choose for each place which version to keep.',
    mine: 'My version',
    theirs: 'Leave it as it is now',
    now: 'Now',
    wanted: 'In the draft',
    removed: 'deleted',
    by: (version, who, when) => `version ${version}, ${who}, ${when}`,
    apply: 'Apply my choice',
    later: 'Decide later',
  },
  approvals: {
    title: 'Approvals',
    none: 'Nothing is waiting for approval.',
    text: 'A draft is always approved by somebody else, never by whoever made it.',
    own: 'Your own draft is waiting as well. Only somebody else can approve it.',
    from: (who, when) => `Submitted ${who}, ${when}`,
    look: 'Look at it',
    approve: 'Approve and publish',
    back: 'Send back',
    backText: 'The draft is kept and can be edited again.',
    conflict:
      'Somebody else has published something in the same places. Please send it back, so that its author can choose which version to keep.',
  },
  history: {
    title: 'History',
    text: 'The versions of the lexicon, newest first.',
    none: 'Nothing has been published yet. The lexicon is as it comes with Klartext.',
    version: (version) => `Version ${version}`,
    now: 'in force',
    byYou: { du: 'by you', sie: 'by you' },
    by: (who) => `by ${who}`,
    klartext: 'by Klartext itself',
    approvedBy: (who) => `approved ${who}`,
    backTo: (version) => `back to version ${version}`,
    counts: (added, changed, removed) =>
      [added && `${added} new`, changed && `${changed} changed`, removed && `${removed} gone`]
        .filter(Boolean)
        .join(', '),
    reason: 'Reason',
    what: 'What changed',
    more: 'Shown are the first 500 changes.',
    back: 'Go back to this version',
    backText:
      'The lexicon will then be as it was in this version. That is a new version as well, and can be undone.',
    backReason: (version) => `Back to version ${version}`,
    backDraft: 'The draft still has changes. Please publish or discard them first.',
    unknown: 'This version is gone',
    unknownText: 'Klartext keeps the last 50 versions, and each of them for at least 90 days.',
    conflict: 'Somebody else has just published something. Please try again.',
  },
  file: {
    title: 'As a file',
    exportTitle: 'Download',
    exportText: 'Everything the company has set, as a YAML file: for safekeeping, or to import it elsewhere.',
    export: 'Download the file',
    importTitle: 'Import',
    importText:
      'Such a file, at most 256 KB and 5,000 entries. Whatever differs goes into the draft and takes effect only once published.',
    choose: 'File',
    paste: 'Or paste the text here',
    import: 'Into the draft',
    nothing: 'Please choose a file or paste text.',
    tooMuch: 'This is too large. At most 256 KB; please split it into several files.',
    fullDraft: 'A draft holds at most 5,000 changes. Please publish first what is in it.',
    faults: (count) =>
      count === 1
        ? 'One place in the file is wrong. Nothing has been imported yet.'
        : `${count} places in the file are wrong. Nothing has been imported yet.`,
  },
  fault: {
    where: 'Where',
    found: 'Found',
    expected: 'Expected',
    remedy: 'What helps',
    line: (line, column) => `line ${line}, column ${column}`,
    inField: (field, line, character) =>
      [field, line !== null && `line ${line}`, character !== null && `character ${character}`]
        .filter(Boolean)
        .join(', '),
    share: (share) => `It fits ${share} of the sample sentences.`,
    codes,
    shapes,
  },
}
