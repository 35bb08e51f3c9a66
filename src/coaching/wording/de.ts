import type { Tone } from '../../types.js'
import type { Words } from './words.js'

/** The German nudges; `tone` decides between Du and Sie. */
export function germanWords(tone: Tone): Words {
  const du = tone === 'du'
  const pick = (familiar: string, formal: string) => (du ? familiar : formal)
  const your = pick('deiner Nachricht', 'Ihrer Nachricht')
  const yours = pick('Deine Nachricht', 'Ihre Nachricht')
  return {
    anglicism: {
      title: 'Geht das auch auf Deutsch?',
      body: `In ${your} stehen mehrere englische Wörter dicht beieinander. Mit diesen hier sind alle sofort dabei:`,
      why: 'Wer ein Wort nicht kennt, fragt selten nach. Mit deutschen Wörtern kommt an, was gemeint ist.',
      instead: 'Die deutschen Wörter nehmen, die im Haus alle kennen.',
    },
    jargon: {
      title: 'Was heißt das genau?',
      body: `Manches in ${your} lässt offen, was gemeint ist. Am besten steht da, wer was bis wann tut.`,
      why: 'Genaue Wörter, die alle kennen, ersparen Rückfragen und schließen niemanden aus.',
      instead: 'Wir machen … bis …, damit … .',
    },
    'foreign-words': {
      title: 'Gibt es dafür ein einfaches Wort?',
      body: `In ${your} stehen Fremdwörter, die nicht alle kennen. Einfacher ginge es so:`,
      why: 'Ein einfaches Wort verlangt nichts von denen, die lesen, und verliert nichts an Gewicht.',
      instead: 'Das Wort nehmen, das auch im Gespräch fallen würde.',
    },
    convoluted: {
      title: 'Zwei kurze Sätze lesen sich leichter',
      body: pick(
        'Ein Satz ist so verschachtelt, dass man ihn zweimal lesen muss. Teil ihn auf: erst die Hauptsache, dann der Rest.',
        'Ein Satz ist so verschachtelt, dass man ihn zweimal lesen muss. Teilen Sie ihn auf: erst die Hauptsache, dann der Rest.',
      ),
      why: 'Was beim ersten Lesen ankommt, muss niemand nachfragen.',
      instead: 'Bitte … bis … . Der Grund: … .',
    },
    blame: {
      title: 'Wie geht es jetzt weiter?',
      body: pick(
        'Deine Nachricht sagt vor allem, bei wem es hakte. Mehr bringt oft der eigene Anteil und der nächste Schritt. Vielleicht so:',
        'Ihre Nachricht sagt vor allem, bei wem es hakte. Mehr bringt oft der eigene Anteil und der nächste Schritt. Vielleicht so:',
      ),
      why: 'Wer nach vorn schaut statt auf andere zeigt, bekommt schneller Hilfe.',
      instead: '„Bei der Übergabe ist etwas verloren gegangen. Ich kläre bis …, wie wir es beheben.“',
    },
    justification: {
      title: 'Es geht auch kürzer',
      body: pick(
        'Die Gründe nehmen hier viel Platz ein. Meist reicht: was ist, und was du als Nächstes tust. Vielleicht so:',
        'Die Gründe nehmen hier viel Platz ein. Meist reicht: was ist, und was Sie als Nächstes tun. Vielleicht so:',
      ),
      why: 'Wer offen sagt, was ist, braucht keine Gründe aufzuzählen und wirkt verlässlicher.',
      instead: '„Das ist noch offen. Bis … liegt es vor.“',
    },
    impression: {
      title: 'Die Sache trägt allein',
      body: `Ein Teil von ${your} gehört nicht zur Sache und lenkt von ihr ab. Ohne ihn kommt sie besser an.`,
      why: 'Was für sich spricht, braucht keinen Rahmen.',
      instead: 'Nur die Sache nennen: was, bis wann, für wen.',
    },
    facade: {
      title: 'Wer steht dahinter?',
      body: `Aus ${your} geht nicht hervor, wer entscheidet, bittet oder handelt. Ein „ich“ oder „wir“ schafft Vertrauen. Vielleicht so:`,
      why: 'Wenn ein Mensch dahintersteht, wissen alle, wen sie fragen können.',
      instead: '„Wir haben entschieden, … . Fragen gern an mich.“',
    },
    condescension: {
      title: 'Auf Augenhöhe',
      body: pick(
        'Eine Stelle kann von oben herab ankommen, auch wenn du es nicht so meinst. Vielleicht so:',
        'Eine Stelle kann von oben herab ankommen, auch wenn Sie es nicht so meinen. Vielleicht so:',
      ),
      why: 'Wer sich ernst genommen fühlt, hört zu.',
      instead: '„Ich zeige dir gern, wie es geht. Passt es um … ?“',
    },
    silo: {
      title: 'Wer kann weiterhelfen?',
      body: `${yours} endet an einer Grenze. Ein Name oder ein Weg weiter hilft dem Gegenüber mehr. Vielleicht so:`,
      why: 'Ein Weg weiter kostet einen Satz und spart dem Gegenüber die Suche.',
      instead: '„Dafür ist … da. Ich gebe es weiter und sage Bescheid.“',
    },
    'customer-disrespect': {
      title: 'Der Mensch dahinter',
      body: 'Das klingt, als wäre der Mensch eine Last. Sachlich beschrieben hilft es allen weiter. Vielleicht so:',
      why: 'Wie wir über Menschen schreiben, so gehen wir mit ihnen um.',
      instead: '„Frau … braucht Hilfe bei … . Ich rufe sie heute an.“',
    },
    ownership: {
      title: 'Gut gesagt',
      body: pick(
        'Du stehst dazu und sagst, wie es weitergeht. Das schafft Vertrauen.',
        'Sie stehen dazu und sagen, wie es weitergeht. Das schafft Vertrauen.',
      ),
      why: 'Zu einem Fehler oder einer Entscheidung zu stehen macht es auch anderen leichter.',
      instead: '',
    },
    care: {
      title: 'Schön geschrieben',
      body: pick(
        'Du machst das Anliegen zu deinem. Das merkt man.',
        'Sie machen das Anliegen zu Ihrem. Das merkt man.',
      ),
      why: 'Wer merkt, dass sich jemand kümmert, kann loslassen.',
      instead: '',
    },
  }
}
