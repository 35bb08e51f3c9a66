/** The log of what was done in the offices, in German. */
export const germanLog = {
  audit: {
    title: 'Protokoll',
    intro:
      'Hier steht 90 Tage lang jeder Schritt von Admins und Betriebsrat. Statt eines Namens steht da ein Kürzel; dieselbe Person hat immer dasselbe.',
    whole: 'Lückenlos: Jeder Eintrag passt zu dem davor.',
    broken: (number: number) =>
      `Eintrag ${number} passt nicht zu dem davor. Jemand hat das Protokoll außerhalb von Klartext verändert. Bitte der Sache nachgehen.`,
    newest: (number: number) => `Prüfsumme des neuesten Eintrags (Nummer ${number})`,
    note: 'Am besten samt Nummer außerhalb von Klartext notieren. Steht später bei dieser Nummer etwas anderes, oder fehlt sie vor Ablauf der 90 Tage, wurde das Protokoll gekürzt oder neu geschrieben.',
    none: 'Noch ist nichts geschehen.',
    download: 'Als Tabelle (CSV)',
    downloadNote: 'Wer das Protokoll liest oder herunterlädt, wird nicht vermerkt.',
    number: 'Nr.',
    at: 'Wann',
    who: 'Wer',
    code: 'Kürzel',
    role: 'Rolle',
    what: 'Was',
    subject: 'Woran',
    hash: 'Prüfsumme',
    older: 'Ältere',
    newestPage: 'Zum Neuesten',
    pages: 'Seiten',
  },
  actions: {
    'agreement.propose': 'Vereinbarung vorgeschlagen',
    'agreement.confirm': 'Vereinbarung bestätigt',
    'agreement.lift': 'Vereinbarung aufgehoben',
    'agreement.withdraw': 'Vorschlag zurückgezogen oder abgelehnt',
    'lexicon.publish': 'Lexikon geändert',
    'lexicon.submit': 'Änderung am Lexikon zur Freigabe vorgelegt',
    'lexicon.send-back': 'Änderung am Lexikon zurückgegeben',
    'lexicon.probation': 'Eine Regel auf Probe gestellt',
    'session.end': 'Anmeldungen beendet',
  } as Record<string, string>,
  subjects: { one: 'eines Kontos', all: 'alle' } as Record<string, string>,
}

/** The same in English. */
export const englishLog: typeof germanLog = {
  audit: {
    title: 'Log',
    intro:
      'Every step of admins and works council is listed here for 90 days. In place of a name there is a code; the same person always has the same one.',
    whole: 'No gaps: every record follows from the one before.',
    broken: (number) =>
      `Record ${number} does not follow from the one before. Somebody has changed the log outside Klartext. Please look into it.`,
    newest: (number) => `Checksum of the newest record (number ${number})`,
    note: 'Best noted down with its number, outside Klartext. If something else stands at this number later, or it is missing before the 90 days are over, the log was cut short or written anew.',
    none: 'Nothing has happened yet.',
    download: 'As a table (CSV)',
    downloadNote: 'Whoever reads or downloads the log is not recorded.',
    number: 'No.',
    at: 'When',
    who: 'Who',
    code: 'Code',
    role: 'Role',
    what: 'What',
    subject: 'Which',
    hash: 'Checksum',
    older: 'Older',
    newestPage: 'To the newest',
    pages: 'Pages',
  },
  actions: {
    'agreement.propose': 'Proposed an agreement',
    'agreement.confirm': 'Confirmed the agreement',
    'agreement.lift': 'Lifted the agreement',
    'agreement.withdraw': 'Withdrew or declined a proposal',
    'lexicon.publish': 'Changed the lexicon',
    'lexicon.submit': 'Submitted a change to the lexicon for approval',
    'lexicon.send-back': 'Sent back a change to the lexicon',
    'lexicon.probation': 'Put a rule on trial',
    'session.end': 'Ended sign-ins',
  },
  subjects: { one: 'of one account', all: 'all' },
}
