import type { Role, Tone } from '../../types.js'
import type { Area } from '../route.js'

const german = (tone: Tone) => {
  const du = tone === 'du'
  const areas: Record<Area, string> = {
    me: 'Meine Seite',
    try: 'Text prüfen',
    changes: 'Änderungen',
    team: 'Wochenberichte',
    lexicon: 'Lexikon',
    council: 'Einblick',
  }
  const roles: Record<Role, string> = {
    employee: 'die eigene Seite',
    manager: 'die Wochenberichte des eigenen Bereichs',
    admin: 'das Lexikon',
    'works-council': 'den Einblick für den Betriebsrat',
  }
  return {
    title: 'Klartext',
    skip: 'Zum Inhalt springen',
    navigation: 'Hauptmenü',
    areas,
    language: { other: 'English', otherCode: 'en' },
    signOut: 'Abmelden',
    sessions: 'Anmeldungen',
    keeps: 'Niemand sieht, wer diese Seiten besucht. Eine Anmeldung gilt höchstens acht Stunden.',
    signIn: {
      title: 'Anmelden',
      intro:
        'Klartext fragt Slack oder Microsoft nur nach der Kennung des Kontos, nie nach einer E-Mail-Adresse. Die Anmeldung endet, wenn 30 Minuten lang nichts geschieht, spätestens nach acht Stunden.',
      with: { slack: 'Mit Slack anmelden', teams: 'Mit Microsoft anmelden' },
      people: du ? 'Wer möchtest du sein?' : 'Wer möchten Sie sein?',
      peopleIntro:
        'Zum Ausprobieren: fünf erfundene Menschen, ohne Konto und ohne Passwort. Sie sehen nicht alle dasselbe.',
      sees: (what: string) => `sieht ${what}`,
      and: ' und ',
      roles,
      none: 'Hier ist noch keine Anmeldung eingerichtet. Wer Klartext betreibt, findet die Anleitung in docs/console.md.',
    },
    refused: {
      back: 'Zur Startseite',
      again: 'Noch einmal anmelden',
      'not-found': ['Diese Seite gibt es hier nicht', 'Vielleicht ist der Link veraltet.'],
      forbidden: ['Diese Seite gibt es hier nicht', 'Vielleicht ist der Link veraltet.'],
      'other-site': [
        'Das kam nicht von dieser Seite',
        'Aus Vorsicht wurde nichts geändert. Bitte die Seite von Klartext öffnen und es dort noch einmal versuchen.',
      ],
      'other-host': [
        'Nur auf diesem Rechner',
        'Klartext antwortet hier nur unter der Adresse localhost oder 127.0.0.1.',
      ],
      'too-big': [
        'Das ist zu viel auf einmal',
        'Es wurde nichts geändert. Bitte in kleineren Teilen schicken.',
      ],
      'wrong-type': [
        'Das ließ sich nicht lesen',
        'Es wurde nichts geändert. Bitte das Formular auf dieser Seite benutzen.',
      ],
      fault: [
        'Das hat nicht geklappt',
        'Das liegt an Klartext, nicht an der Eingabe. Bitte in ein paar Minuten noch einmal versuchen.',
      ],
      declined: ['Nicht angemeldet', 'Die Anmeldung wurde abgebrochen. Es ist nichts weiter passiert.'],
      'sign-in-failed': [
        'Die Anmeldung hat nicht geklappt',
        'Vielleicht hat sie länger als zehn Minuten gedauert oder in einem anderen Fenster begonnen. Bitte noch einmal anmelden.',
      ],
      'provider-silent': [
        'Die Anmeldung geht gerade nicht',
        'Slack oder Microsoft antwortet nicht. Bitte in ein paar Minuten noch einmal versuchen.',
      ],
      'unknown-tenant': [
        'Klartext ist dort nicht eingerichtet',
        'Dieses Konto gehört zu einem Workspace oder Mandanten, den Klartext nicht kennt. Bitte mit dem dienstlichen Konto anmelden.',
      ],
    },
    fault: {
      title: 'Da stimmt etwas nicht',
      intro: 'Es wurde nichts geändert.',
      where: 'Wo',
      found: 'Gefunden',
      expected: 'Erwartet',
      remedy: 'Was hilft',
    },
    kept: {
      expired: 'Die Anmeldung ist abgelaufen',
      expiredIntro: `Verloren ist nichts: Was im Formular stand, ist noch hier, und nur auf dieser Seite. ${du ? 'Melde dich' : 'Melden Sie sich'} in einem neuen Fenster an, ${du ? 'komm' : 'kommen Sie'} hierher zurück und ${du ? 'schick' : 'schicken Sie'} es noch einmal ab.`,
      confirm: 'Bitte noch einmal bestätigen',
      confirmIntro:
        'Seit das Formular offen ist, gab es eine neue Anmeldung. Was darin stand, ist noch hier.',
      signIn: 'In neuem Fenster anmelden',
      send: 'Noch einmal senden',
      typed: 'Das steht im Formular',
      file: 'Die Datei bitte noch einmal auswählen',
    },
    sessionsPage: {
      title: 'Anmeldungen beenden',
      intro:
        'Ein Gerät ist weg, oder jemand scheidet aus? Hier lassen sich Anmeldungen sofort beenden. Wer gerade angemeldet ist, zeigt diese Seite nicht.',
      account: 'Konto',
      accountHint: 'Zum Beispiel slack/T024BE7LD/U024BE7LH oder teams/<Mandant>/<Objekt-ID>.',
      one: 'Anmeldungen dieses Kontos beenden',
      all: 'Alle Anmeldungen beenden',
      allHint: 'Auch die eigene. Danach müssen sich alle neu anmelden.',
      wrong: 'So sieht keine Kennung aus. Bitte genau wie im Beispiel angeben.',
    },
    said: {
      saved: 'Gespeichert.',
      'signed-out': 'Abgemeldet. Bis bald.',
      'sessions-ended': 'Falls es offene Anmeldungen gab, sind sie jetzt beendet.',
    } as Record<string, string>,
  }
}

/** Every word of the frame: navigation, sign-in, refusals and the texts that wait for a sign-in. */
export type FrameWords = ReturnType<typeof german>

const english: FrameWords = {
  title: 'Klartext',
  skip: 'Skip to content',
  navigation: 'Main menu',
  areas: {
    me: 'My page',
    try: 'Check a text',
    changes: 'Changes',
    team: 'Weekly summaries',
    lexicon: 'Lexicon',
    council: 'Oversight',
  },
  language: { other: 'Deutsch', otherCode: 'de' },
  signOut: 'Sign out',
  sessions: 'Sessions',
  keeps: 'Nobody sees who visits these pages. A sign-in lasts eight hours at most.',
  signIn: {
    title: 'Sign in',
    intro:
      'Klartext asks Slack or Microsoft only for the id of your account, never for an e-mail address. You are signed out after 30 minutes in which nothing happens, and after eight hours at the latest.',
    with: { slack: 'Sign in with Slack', teams: 'Sign in with Microsoft' },
    people: 'Who would you like to be?',
    peopleIntro:
      'This is for trying things out: five invented people, no account, no password. They do not all see the same.',
    sees: (what) => `sees ${what}`,
    and: ' and ',
    roles: {
      employee: 'their own page',
      manager: 'the weekly summaries of their own unit',
      admin: 'the lexicon',
      'works-council': 'what the works council may look into',
    },
    none: 'Sign-in is not set up here yet. Whoever runs Klartext finds the instructions in docs/console.en.md.',
  },
  refused: {
    back: 'To the start page',
    again: 'Sign in again',
    'not-found': ['There is no such page here', 'Perhaps the link is out of date.'],
    forbidden: ['There is no such page here', 'Perhaps the link is out of date.'],
    'other-site': [
      'This did not come from this page',
      'To be on the safe side, nothing was changed. Please open Klartext’s own page and try again there.',
    ],
    'other-host': ['On this machine only', 'Here, Klartext answers at localhost or 127.0.0.1 only.'],
    'too-big': ['That is too much at once', 'Nothing was changed. Please send it in smaller parts.'],
    'wrong-type': ['That could not be read', 'Nothing was changed. Please use the form on this page.'],
    fault: [
      'That did not work',
      'The fault is ours, not in what you entered. Please try again in a few minutes.',
    ],
    declined: ['Not signed in', 'The sign-in was cancelled. Nothing else has happened.'],
    'sign-in-failed': [
      'The sign-in did not work',
      'Perhaps it took more than ten minutes, or began in another window. Please sign in again.',
    ],
    'provider-silent': [
      'Sign-in does not work at the moment',
      'Slack or Microsoft is not answering. Please try again in a few minutes.',
    ],
    'unknown-tenant': [
      'Klartext is not set up there',
      'This account belongs to a workspace or tenant that Klartext does not know. Please sign in with your work account.',
    ],
  },
  fault: {
    title: 'Something is not right',
    intro: 'Nothing was changed.',
    where: 'Where',
    found: 'Found',
    expected: 'Expected',
    remedy: 'What helps',
  },
  kept: {
    expired: 'Your session has ended',
    expiredIntro:
      'Nothing is lost: what you entered is still here, and on this page only. Sign in using a new window, come back here and send it again.',
    confirm: 'Please confirm once more',
    confirmIntro: 'You have signed in again since you opened the form. What you entered is still here.',
    signIn: 'Sign in using a new window',
    send: 'Send again',
    typed: 'What you entered',
    file: 'Please choose the file again',
  },
  sessionsPage: {
    title: 'End sessions',
    intro:
      'Has a device been lost, or is somebody leaving? Here you can end sign-ins at once. This page does not show who is signed in.',
    account: 'Account',
    accountHint: 'Such as slack/T024BE7LD/U024BE7LH or teams/<tenant>/<object id>.',
    one: 'End the sessions of this account',
    all: 'End all sessions',
    allHint: 'Your own as well. Everybody has to sign in again afterwards.',
    wrong: 'That does not look like an account. Please write it exactly as in the example.',
  },
  said: {
    saved: 'Saved.',
    'signed-out': 'Signed out. See you soon.',
    'sessions-ended': 'If there were open sessions, they have ended now.',
  },
}

/** Words that frame every page. */
export const frameWords = { de: german, en: (): FrameWords => english }
