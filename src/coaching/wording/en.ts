import type { Words } from './words.js'

/** The English nudges. */
export const englishWords: Words = {
  anglicism: {
    title: 'Would German words do?',
    body: 'Your German message has several English words close together. With these, everybody follows at once:',
    why: 'People rarely ask about a word they do not know. Familiar words get the point across.',
    instead: 'Take the German words that everybody in the house knows.',
  },
  jargon: {
    title: 'What does that mean in practice?',
    body: 'Some of your wording leaves open what is meant. Best is to say who does what, and by when.',
    why: 'Exact words that everybody knows save questions and leave nobody out.',
    instead: 'We will do … by …, so that … .',
  },
  'foreign-words': {
    title: 'Is there a plain word for it?',
    body: 'Your message has learned words that not everybody knows. Plainer would be:',
    why: 'A plain word asks nothing of its reader and loses none of its weight.',
    instead: 'Take the word you would use when talking.',
  },
  convoluted: {
    title: 'Two short sentences read more easily',
    body: 'One sentence is so nested that it needs a second reading. Split it: the main point first, then the rest.',
    why: 'What is clear at first reading needs no follow-up question.',
    instead: 'Please … by … . The reason: … .',
  },
  blame: {
    title: 'What happens next?',
    body: 'Your message mostly says where it went wrong. Your own share and the next step often help more. Perhaps:',
    why: 'Looking ahead instead of pointing at others gets help sooner.',
    instead: '“Something got lost between us. I will find out by … how we fix it.”',
  },
  justification: {
    title: 'Shorter would do',
    body: 'The reasons take up much room here. Mostly it is enough to say what is, and what you do next. Perhaps:',
    why: 'Saying plainly what is needs no list of reasons and comes across as reliable.',
    instead: '“That is still open. You will have it by … .”',
  },
  impression: {
    title: 'The matter stands on its own',
    body: 'Part of your message does not belong to the matter and draws attention away from it.',
    why: 'What speaks for itself needs no frame.',
    instead: 'Just the matter: what, by when, for whom.',
  },
  facade: {
    title: 'Who stands behind it?',
    body: 'Your message does not tell who decides, asks or acts. An “I” or “we” builds trust. Perhaps:',
    why: 'When a person stands behind it, everybody knows whom to ask.',
    instead: '“We have decided to … . Please ask me if you have questions.”',
  },
  condescension: {
    title: 'Eye to eye',
    body: 'One part may come across as talking down, even if you do not mean it so. Perhaps:',
    why: 'People who feel taken seriously listen.',
    instead: '“I am happy to show you. Would … suit you?”',
  },
  silo: {
    title: 'Who can help on?',
    body: 'Your message ends at a border. A name or a way onwards helps the other person more. Perhaps:',
    why: 'A way onwards costs one sentence and saves the other person the search.',
    instead: '“… looks after that. I will pass it on and let you know.”',
  },
  'customer-disrespect': {
    title: 'The person behind it',
    body: 'This sounds as if the person were a burden. Put factually, it helps everybody. Perhaps:',
    why: 'The way we write about people is the way we treat them.',
    instead: '“Ms … needs help with … . I will call her today.”',
  },
  ownership: {
    title: 'Well said',
    body: 'You stand by it and say what comes next. That builds trust.',
    why: 'Standing by a mistake or a decision makes it easier for others, too.',
    instead: '',
  },
  care: {
    title: 'Nicely put',
    body: 'You make the matter your own, and it shows.',
    why: 'When somebody looks after it, others can let go.',
    instead: '',
  },
}
