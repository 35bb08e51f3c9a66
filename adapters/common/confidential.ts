/**
 * Parts of a channel's name that tell of matters no employer may look at: works council and other representatives of
 * staff, personnel, medical and complaint matters. Such a channel is never read, whatever else is set.
 */
const CONFIDENTIAL = new Set(
  `br gbr kbr mav jav sbv igm hr bem tarif streik sucht lohn gehalt personal gesundheit payroll union unions people
  medical health council complaints grievance`.split(/\s+/),
)
/** The same for what a longer part begins with, such as `betriebsratswahl2026`. */
const CONFIDENTIAL_STEMS =
  /^(?:betriebsr[aä]|personalr[aä]t|personalabteilung|personalwesen|personalakte|mitarbeitervertretung|schwerbehindert|vertrauensleut|gleichstellung|frauenbeauftragt|inklusionsbeauftragt|gewerkschaft|verdi$|igmetall|igbce|tarifkommission|tarifverhandlung|streik|recruiting|bewerb(?:er|ung)|lohnabrechnung|gehälter|gehaelter|gehaltsrunde|betriebs[aä]e?rzt|betriebsmedizin|gesundheitsakte|krankmeldung|suchtberatung|seelsorg|hinweisgeber|beschwerde|ombuds|workscouncil|whistleblow|grievance)/

/** Whether a name such as `gbr-nord` tells of a confidential matter. */
export const isConfidential = (name: string): boolean =>
  name
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.replace(/\d+$/, ''))
    .some((part) => CONFIDENTIAL.has(part) || CONFIDENTIAL_STEMS.test(part))
