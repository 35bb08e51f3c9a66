/**
 * German verbs that change their vowel: infinitive, third person singular, preterite, participle,
 * and the subjunctive where people write it. From general grammatical knowledge.
 */
const TABLE = `
backen backt backte gebacken
befehlen befiehlt befahl befohlen
beginnen beginnt begann begonnen begänne
beißen beißt biss gebissen
bergen birgt barg geborgen
biegen biegt bog gebogen
bieten bietet bot geboten böte
binden bindet band gebunden
bitten bittet bat gebeten
blasen bläst blies geblasen
bleiben bleibt blieb geblieben bliebe
braten brät briet gebraten
brechen bricht brach gebrochen
brennen brennt brannte gebrannt
bringen bringt brachte gebracht brächte
denken denkt dachte gedacht dächte
dringen dringt drang gedrungen
empfehlen empfiehlt empfahl empfohlen
essen isst aß gegessen
fahren fährt fuhr gefahren führe
fallen fällt fiel gefallen fiele
fangen fängt fing gefangen
finden findet fand gefunden fände
fliegen fliegt flog geflogen
fliehen flieht floh geflohen
fließen fließt floss geflossen
fressen frisst fraß gefressen
frieren friert fror gefroren
geben gibt gab gegeben gäbe
gehen geht ging gegangen ginge
gelingen gelingt gelang gelungen
gelten gilt galt gegolten
genießen genießt genoss genossen
geraten gerät geriet geraten
geschehen geschieht geschah geschehen
gewinnen gewinnt gewann gewonnen
gießen gießt goss gegossen
gleichen gleicht glich geglichen
graben gräbt grub gegraben
greifen greift griff gegriffen
halten hält hielt gehalten hielte
hängen hängt hing gehangen
hauen haut haute gehauen
heben hebt hob gehoben
heißen heißt hieß geheißen
helfen hilft half geholfen
kennen kennt kannte gekannt
klingen klingt klang geklungen
kommen kommt kam gekommen käme
kriechen kriecht kroch gekrochen
laden lädt lud geladen
lassen lässt ließ gelassen ließe
laufen läuft lief gelaufen liefe
leiden leidet litt gelitten
leihen leiht lieh geliehen
lesen liest las gelesen
liegen liegt lag gelegen läge
lügen lügt log gelogen
meiden meidet mied gemieden
messen misst maß gemessen
nehmen nimmt nahm genommen nähme
nennen nennt nannte genannt
pfeifen pfeift pfiff gepfiffen
raten rät riet geraten
reißen reißt riss gerissen
reiten reitet ritt geritten
rennen rennt rannte gerannt
riechen riecht roch gerochen
ringen ringt rang gerungen
rufen ruft rief gerufen
saufen säuft soff gesoffen
schaffen schafft schuf geschaffen
scheiden scheidet schied geschieden
scheinen scheint schien geschienen
schelten schilt schalt gescholten
schieben schiebt schob geschoben
schießen schießt schoss geschossen
schlafen schläft schlief geschlafen
schlagen schlägt schlug geschlagen
schleichen schleicht schlich geschlichen
schließen schließt schloss geschlossen
schmeißen schmeißt schmiss geschmissen
schneiden schneidet schnitt geschnitten
schreiben schreibt schrieb geschrieben
schreien schreit schrie geschrien
schreiten schreitet schritt geschritten
schweigen schweigt schwieg geschwiegen
schwimmen schwimmt schwamm geschwommen
schwinden schwindet schwand geschwunden
schwören schwört schwor geschworen
sehen sieht sah gesehen sähe
senden sendet sandte gesandt
singen singt sang gesungen
sinken sinkt sank gesunken
sitzen sitzt saß gesessen
sprechen spricht sprach gesprochen spräche
springen springt sprang gesprungen
stechen sticht stach gestochen
stehen steht stand gestanden stünde stände
stehlen stiehlt stahl gestohlen
steigen steigt stieg gestiegen
sterben stirbt starb gestorben
stoßen stößt stieß gestoßen
streichen streicht strich gestrichen
streiten streitet stritt gestritten
tragen trägt trug getragen
treffen trifft traf getroffen
treiben treibt trieb getrieben
treten tritt trat getreten
trinken trinkt trank getrunken
trügen trügt trog getrogen
tun tut tat getan täte
verderben verdirbt verdarb verdorben
vergessen vergisst vergaß vergessen
verlieren verliert verlor verloren
verzeihen verzeiht verzieh verziehen
wachsen wächst wuchs gewachsen
waschen wäscht wusch gewaschen
weisen weist wies gewiesen
wenden wendet wandte gewandt
werben wirbt warb geworben
werfen wirft warf geworfen
wiegen wiegt wog gewogen
wissen weiß wusste gewusst wüsste
ziehen zieht zog gezogen zöge
zwingen zwingt zwang gezwungen
`

/** Words whose forms follow no table. */
const WHOLE = `
sein: bin bist ist sind seid war warst waren wart gewesen sei seist seien seiet wäre wärst wärest wären wärt wäret
haben: habe hab hast hat habt hatte hattest hatten hattet gehabt hätte hättest hätten hättet
werden: werde wirst wird werdet wurde wurdest wurden wurdet geworden worden würde würdest würden würdet
können: kann kannst könnt konnte konnten konntest konntet gekonnt könnte könntest könnten könntet
müssen: muss muß musst müsst musste mussten musstest musstet gemusst müsste müsstest müssten müsstet
dürfen: darf darfst dürft durfte durften durftest durftet gedurft dürfte dürftest dürften dürftet
sollen: soll sollst sollt sollte sollten solltest solltet gesollt
wollen: will willst wollt wollte wollten wolltest wolltet gewollt
mögen: mag magst mögt mochte mochten gemocht möchte möchten möchtest möchtet
wissen: weiß weiss weißt weisst wisst wusste wussten wusstest wusstet gewusst wüsste wüssten
tun: tu tue tust tut tat taten getan täte täten
`

export interface StrongVerb {
  readonly third: string
  readonly preterite: string
  readonly participle: string
  readonly subjunctives: readonly string[]
}

/** Strong verbs by infinitive. */
export const STRONG_VERBS: ReadonlyMap<string, StrongVerb> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [infinitive, third, preterite, participle, ...subjunctives] = line.split(' ')
      return [infinitive, { third, preterite, participle, subjunctives }]
    }),
)

/** Every form of the verbs that follow no table, by infinitive. */
export const WHOLE_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  WHOLE.trim()
    .split('\n')
    .map((line) => {
      const [infinitive, forms] = line.split(': ')
      return [infinitive, [infinitive, ...forms.split(' ')]]
    }),
)
