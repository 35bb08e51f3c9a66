/** Words, folded, after which a full stop ends no sentence. */
export const ABBREVIATIONS = `abs abschn abt abteil adr akad allg amtl anm ao art aufl az bd bes betr bez bfn bgl bhf bsp bspw bzgl bzw ca chr
   co corp dgl dipl dir dr dt ebd ehem eigtl einschl etc evtl exkl exp ff fa fam fig fl forts fr frhr geb gegr gem
   ges gesch gez ggf ggfs ggü ggue habil hg hj hr hrn hrsg hst inc inkl inh ing insb insbes jan feb mrz apr jun jul
   aug sep sept okt nov dez jg jh jhd jr jun kap kfm kg kl lfd lt ltd max mdl med mind min mio mrd mr mrs ms mtl
   mwst nat nr nrn ob od oä oe og op pat phil pkt pl pol prof prot psych rd red ref rer resp rs sen sog sr st std
   stk str tab tel tägl taegl techn teilw tg tsd übl uebl usw usf vgl verf verw vj vol vorm vors vs wg wiss wtl
   zb zit zt ztr zus zzgl zzt approx dept esp est fig govt vs viz eg ie eur usd tsd qm lkw`

/** Months, folded: after `3.` they continue the sentence. */
export const MONTHS = `januar jaenner jan februar feber feb maerz april apr mai juni jun juli jul august aug september sept sep oktober
   okt november nov dezember dez quartal kw og stock halbjahr jahrhundert etage lehrjahr mal klasse`
