import type { Tone } from '../../types.js'

/** The German words of a person's own page, beside those that chats show as well. */
const german = (tone: Tone) => {
  const pick = (familiar: string, formal: string) => (tone === 'du' ? familiar : formal)
  return {
    locale: 'de-DE',
    title: pick('Deine Seite', 'Ihre Seite'),
    private: pick('Diese Seite siehst nur du.', 'Diese Seite sehen nur Sie.'),
    /** Where messages are read in the chat for trying out. */
    playgroundRead: pick(
      'Nur deine eigenen Nachrichten im Probechat. Zitate nie.',
      'Nur Ihre eigenen Nachrichten im Probechat. Zitate nie.',
    ),
    leaveNote: pick(
      'Aufhören kannst du jederzeit, ohne Grund und ohne dass es jemand erfährt.',
      'Aufhören können Sie jederzeit, ohne Grund und ohne dass es jemand erfährt.',
    ),
    held: pick(
      'Klartext liest gerade bei niemandem mit. Es ist anders eingestellt, als mit dem Betriebsrat vereinbart. Du musst nichts tun.',
      'Klartext liest gerade bei niemandem mit. Es ist anders eingestellt, als mit dem Betriebsrat vereinbart. Sie müssen nichts tun.',
    ),
    /** Where nothing is read at the moment. */
    taking: pick('Du machst mit.', 'Sie machen mit.'),
    quietNote: pick(
      'In dieser Zeit kommt kein Hinweis. Zweimal dieselbe Uhrzeit heißt: keine Ruhezeit.',
      'In dieser Zeit kommt kein Hinweis. Zweimal dieselbe Uhrzeit heißt: keine Ruhezeit.',
    ),
    amount: 'Wie viel und wann',
    address: 'Anrede und Sprache',
    topicsNote: pick(
      'Ohne Haken sagt Klartext dir dazu nichts.',
      'Ohne Haken sagt Klartext Ihnen dazu nichts.',
    ),
    nothingSaved:
      'Das wurde nicht gespeichert, alles bleibt, wie es war. Bei den Feldern steht, was möglich ist.',
    expected: {
      choice: 'Hier passt nur eine der Möglichkeiten aus der Liste.',
      perDay: 'Möglich ist eine ganze Zahl von 0 bis 50.',
      between: 'Möglich ist eine ganze Zahl von 0 bis 1440 Minuten.',
      time: 'Möglich ist eine Uhrzeit wie 18:00.',
    },
    weeksChart: 'Die Balken in Worten.',
    weeksHints: 'klarer oder freundlicher möglich',
    weeksGood: 'gut gesagt',
    weeksTable: 'Als Tabelle',
    weekColumn: 'Woche',
    weekNow: 'diese Woche',
    weeksEmpty: pick(
      'Noch gibt es nichts zu zählen. Schreib einfach weiter.',
      'Noch gibt es nichts zu zählen. Schreiben Sie einfach weiter.',
    ),
    download: 'Als Datei mitnehmen',
    downloadNote: 'Eine Datei im Format JSON, lesbar in jedem Textprogramm.',
    erased: pick(
      'Erledigt. Klartext hat nichts mehr über dich gespeichert, und du bist überall abgemeldet.',
      'Erledigt. Klartext hat nichts mehr über Sie gespeichert, und Sie sind überall abgemeldet.',
    ),
    erasedTitle: 'Alles gelöscht',
    erasedAgain: pick(
      'Möchtest du später doch mitmachen, melde dich einfach wieder an.',
      'Möchten Sie später doch mitmachen, melden Sie sich einfach wieder an.',
    ),
    eraseNot: pick(
      'Schon veröffentlichte Wochenberichte bleiben stehen. Sie gelten für mindestens sieben Menschen und nennen niemanden.',
      'Schon veröffentlichte Wochenberichte bleiben stehen. Sie gelten für mindestens sieben Menschen und nennen niemanden.',
    ),
    sessions: 'Anmeldung',
    signedIn: (since: string) => `Angemeldet seit ${since} Uhr.`,
    signOutText: pick(
      'Noch an einem anderen Gerät angemeldet? Hier meldest du dich überall zugleich ab.',
      'Noch an einem anderen Gerät angemeldet? Hier melden Sie sich überall zugleich ab.',
    ),
    signOut: 'Überall abmelden',
    changes: 'Neues im Lexikon',
    changesText: pick(
      'Im Lexikon steht, welche Wörter und Formulierungen Klartext kennt. Was bei dir im Haus daran geändert wird, kannst du nachlesen.',
      'Im Lexikon steht, welche Wörter und Formulierungen Klartext kennt. Was bei Ihnen im Haus daran geändert wird, können Sie nachlesen.',
    ),
    changesLink: 'Änderungen ansehen',
    said: {
      'me-joined': pick('Schön, dass du mitmachst.', 'Schön, dass Sie mitmachen.'),
      'me-left': pick(
        'Gut, Klartext liest bei dir nicht mehr mit. Was gespeichert ist, kannst du unter „Deine Daten“ löschen.',
        'Gut, Klartext liest bei Ihnen nicht mehr mit. Was gespeichert ist, können Sie unter „Ihre Daten“ löschen.',
      ),
      'me-paused': 'Gut, bis morgen ist Pause.',
      'me-resumed': 'Die Pause ist zu Ende.',
      'me-saved': 'Gespeichert.',
      'me-unmuted': 'Wieder eingeschaltet.',
    } as Record<string, string>,
  }
}

/** The words of a person's own page, the same in each language. */
export type MeWords = ReturnType<typeof german>

const english: MeWords = {
  locale: 'en-GB',
  title: 'Your page',
  private: 'Only you can see this page.',
  playgroundRead: 'Only your own messages in the chat for trying out. Never quotations.',
  leaveNote: 'You can stop at any time, without a reason and without anybody being told.',
  held: 'Klartext is reading nobody’s messages at the moment. It is not set up as agreed with the works council. There is nothing you need to do.',
  taking: 'You are taking part.',
  quietNote: 'No hints come during this time. The same time twice means: no quiet hours.',
  amount: 'How much and when',
  address: 'Language',
  topicsNote: 'Without a tick, Klartext says nothing about it.',
  nothingSaved: 'This could not be saved; everything stays as it was. The fields say what is possible.',
  expected: {
    choice: 'Only one of the choices in the list will do here.',
    perDay: 'A whole number from 0 to 50 is possible.',
    between: 'A whole number of minutes from 0 to 1440 is possible.',
    time: 'A time such as 18:00 is possible.',
  },
  weeksChart: 'The bars in words.',
  weeksHints: 'could be plainer or friendlier',
  weeksGood: 'well said',
  weeksTable: 'As a table',
  weekColumn: 'Week',
  weekNow: 'this week',
  weeksEmpty: 'There is nothing to count yet. Just keep writing.',
  download: 'Take it with you as a file',
  downloadNote: 'A file in JSON, which any text program can open.',
  erased: 'Done. Klartext keeps nothing about you any more, and you are signed out everywhere.',
  erasedTitle: 'Everything is deleted',
  erasedAgain: 'If you would like to take part later after all, just sign in again.',
  eraseNot:
    'Weekly summaries that were published before stay. They are about at least seven people and name nobody.',
  sessions: 'Sign-in',
  signedIn: (since) => `Signed in since ${since}.`,
  signOutText: 'Still signed in on another device? Here you can sign out everywhere at once.',
  signOut: 'Sign out everywhere',
  changes: 'New in the lexicon',
  changesText:
    'The lexicon holds the words and phrases that Klartext knows. You can look up what your company changes in it.',
  changesLink: 'See the changes',
  said: {
    'me-joined': 'Good to have you with us.',
    'me-left': 'Done, Klartext no longer reads along. You can delete what is kept under “Your data”.',
    'me-paused': 'Done, hints are paused until tomorrow.',
    'me-resumed': 'The pause is over.',
    'me-saved': 'Saved.',
    'me-unmuted': 'Switched back on.',
  },
}

/** The words of a person's own page, by language and tone. */
export const meWords = { de: german, en: (): MeWords => english }
