import type { Knelpunttype, Wet } from '../beleid/codelijsten.ts';

/** Words that speak for a code: those that hardly go with another, and those that may. */
export interface Woorden {
  readonly sterk: string;
  readonly zwak?: string;
}

/**
 * Beginnings of words, or of words in a row, as people write them; in small letters without accents, divided by a bar. With a star before
 * it, it may also stand inside a word. The words of the code list itself count as well.
 */
export const KNELPUNTWOORDEN: Readonly<Partial<Record<Knelpunttype, Woorden>>> = {
  TOEGANG: {
    sterk:
      'aanspreekpunt|contactpersoon|loket|digid|balie|voicemail|doorverbonden|keuzemenu|tolk|meldformulier|waar ze moeten zijn|waar zij moeten zijn|bij wie ze terecht|bij wie zij terecht|waar ze terecht|waar zij terecht|welke papieren|welke formulieren|niet bereikbaar|onbereikbaar|telefonisch|website',
    zwak: 'belt terug|teruggebeld|niemand belt|onduidelijk|formulier|afspraak|geen toegang|binnenkomen|algemeen nummer|aan de lijn|gebeld|iemand anders|telefoontje|aanmelden|weet niet waar|weten niet waar|openingstijd',
  },
  DOMEIN: {
    sterk:
      'kastje|wijst naar|wijzen naar|verwijst naar|verwijzen naar|naar elkaar|stuurt door|sturen door|stuurt terug|hoort bij de|hoort thuis bij|voelt zich verantwoordelijk|grijs gebied|woonplaatsbeginsel|andere moet betalen|de ander het moet|wie het moet|wie moet betalen|tussenin|afschuiven|schuift af|schuiven af|omgekeerde|domeindiscussie|discussie tussen|tussen twee wetten',
    zwak: 'elke organisatie vindt|vindt dat|en andersom|zegt dat het|doorverwezen|discussie|verantwoordelijk|elkaar|wijst door|terug',
  },
  INDICATIE: {
    sterk:
      'indicatie|herindicatie|zorgprofiel|meerzorg|vg3|vg4|vg5|vg6|vg7|vg8|lg|grondslag|toegekend|24 uur toezicht|blijvend|afgewezen door het ciz|wlz aanvraag|uren gehalveerd|keukentafelgesprek|geen noodzaak',
    zwak: 'afgewezen|afwijzing|besluit|beschikking|ciz|geweigerd|onderzoeker|te laag|aanvraag|aanvragen|profiel|uren|toegang tot langdurige|medische gegevens',
  },
  TERMIJN: {
    sterk:
      'beslistermijn|nog steeds geen besluit|nog geen besluit|geen beslissing|ingebrekestelling|wettelijke termijn|niet beslist|weken om|op zich wachten|in behandeling|wettelijk staat|beslissing op|te laat beslist|dwangsom|termijn is verlopen|termijn verlopen|niets besloten|iets besloten|ontvangstbevestiging|twee keer zo lang',
    zwak: 'termijn|bezwaar|geen antwoord|uitslag|wachten al|sinds|half jaar|nog niet|reageert|maanden|weken|duurt|besluit|beslissing',
  },
  WACHTLIJST: {
    sterk:
      'wachtlijst|wachttijd|wachtend|aanmeldstop|opnamestop|clientenstop|zit vol|groepen vol|geen plaats|plek vrij|komt pas over|vrij over|start pas|wegens drukte|plek gevonden|vol zit',
    zwak: 'geen plek|wachten|wacht al|op de lijst|intake|maanden|vol|jaar wachten|plaats|behandeling',
  },
  AANBOD: {
    sterk:
      'te complex|geen enkele aanbieder|niets passends|passende|passend aanbod|geen aanbod|past nergens|nergens een plek|geen aanbieder|nergens|woonplek|logeren|geen personeel|personeelstekort|zorg opgezegd|alternatief|crisisopvang|niet te krijgen|niet te vinden|elke instelling|bestaat in deze|aankunnen|aanbieder durft',
    zwak: 'instelling|aanbieder|nachtzorg|combinatie|gedragsproblemen|geen plek|provincie|kilometer verderop|ervaring|dagbesteding|thuiszorg|behandeling ontbreekt|begeleiding te vinden',
  },
  PGB: {
    sterk:
      'pgb|persoonsgebonden|svb|zorgovereenkomst|gewaarborgde hulp|budgetplan|budgethouder|zorgbeschrijving|in natura|declaratie|budget',
    zwak: 'tarief|uitbetal|betaalt|terugvordering|verantwoording|beheren|ophogen|zorgverlener|portaal|familielid',
  },
  FINANCIERING: {
    sterk:
      'eigen bijdrage|cak|potje|vergoeding|vergoed|kosten|voorschieten|voorgeschoten|schuld|huurtoeslag|toeslag|bestaansminimum|betalen ze zelf|geen budget|bekostig|financier|fonds|rekening|reiskosten|onder de streep|dubbel',
    zwak: 'betaal|betalen|euro|geld|inkomen|duur|verrekend|maximum|bijdrage|verschil',
  },
  HULPMIDDEL: {
    sterk:
      'hulpmiddel|rolstoel|spraakcomputer|tillift|orthopedisch|orthese|zitschaal|hoorapparaat|douchestoel|drempelhulp|medipoint|welzorg|aangepast bed|hoog laag bed|fiets|prothese|leverancier|bestelling|reparatie|scootmobiel|soloapparatuur',
    zwak: 'te klein|kapot|bezorgd|levert|ergotherapeut|passen|schoenen|geleverd|ingeleverd|voorgeschreven|groeit',
  },
  WONINGAANPASSING: {
    sterk:
      'woningaanpassing|badkamer|traplift|trap|aanbouw|verbouw|slaapkamer|woningcorporatie|corporatie|deuren|tilsysteem|plafond|hellingbaan|drempelvrij|begane grond|huurwoning|aannemer|verhuiskosten|aangepaste woning|veilig glas|constructie|keuken',
    zwak: 'verhuizen|woning|huis|toegankelijk|douche|hek|algemeen gebruikelijk|verbreden|drempel|meerkosten|aanpassing|rolstoel',
  },
  VERVOER: {
    sterk:
      '*vervoer|taxi|regiotaxi|busje|rolstoelbus|chauffeur|kilometervergoeding|instappen|ritten|valys|openbaar vervoer|leerlingenvervoer|reizen|rijdt',
    zwak: 'kilometer|te laat|brengen|halen|dagbesteding|rit|alleen reizen|meerijden|bus',
  },
  ONDERWIJS: {
    sterk:
      'school|scholen|samenwerkingsverband|toelaatbaarheid|leerplicht|speciaal onderwijs|onderwijs|geschorst|klas|groep 3|cluster|examen|diploma|mbo|leerling|inspectie|thuiszit|zit thuis|thuis de school|*school|docent|juf|lessen|schooljaar|vrijstelling',
    zwak: 'leren|inschrijving|boete|maatwerk|zit al|verpleegkundige',
  },
  OVERGANG18: {
    sterk:
      'achttien|18e|wordt 18|net 18|bijna 18|18 jaar|18 wordt|meerderjarig|volwassen|verlengde jeugdhulp|curatele|mentorschap|zeventien|jeugdhulp stopt|stopt de jeugdhulp|jeugdwet houdt op|vervolgplek|overgang|18 plus|verjaardag',
    zwak: 'daarna|wajong|uitschrijven|schrijft haar uit|kinderarts|jeugdhulp|negentien|19|niets geregeld|gat',
  },
  BEJEGENING: {
    sterk:
      'geluisterd|luistert niet|luisteren|serieus|aanstelt|aanstellen|lastig|wantrouw|gewantrouwd|fraudeur|dreigend|bang|grappen|afgekapt|geen kennis|zorgmelding|klacht|over het kind gepraat|alsof|toon van|neerbuigend|onbeschoft|respect|kleineren|tussen de oren|in twijfel|niet gehoord|straf|behandeld als',
    zwak: 'durft niet|voelen zich|kreeg te horen|zei dat|ouders|het beste kennen|wist niet|medewerker|consulent zei|onbegrip',
  },
  REGELDRUK: {
    sterk:
      'elk jaar opnieuw|ieder jaar opnieuw|telkens|herkeuring|heronderzoek|opnieuw bewijzen|bewijzen|papierwerk|bureaucratie|administratie|dezelfde vragenlijst|zelfde verhaal|hetzelfde verhaal|portalen|ordner|formulieren|levenslang|doorlopend|machtiging|elk kwartaal|ieder kwartaal|elke keer opnieuw|voor elke voorziening|zelfde stukken|procedure|weer een|nieuwe verklaring|recept|dezelfde medische',
    zwak: 'opnieuw|elk jaar|ieder jaar|drie keer|zeven|verklaring|keuring|vragenlijst|evaluatie|beschikkingen|stukken|bladzijden|ingevuld',
  },
  REGIE: {
    sterk:
      'regie|regisseur|regievoerder|casusregisseur|overzicht|coordineert|coordinator|zorgcoordinator|eindverantwoordelijk|leiding|langs elkaar heen|eigen plan|niet van elkaar|werken elkaar tegen|hulpverleners betrokken|multidisciplinair|mdo|casemanager|iemand die erop toeziet|afspraken|hulpverleners|betrokken',
    zwak: 'overleg|niemand|iedere organisatie|dossier gesloten|wijkteam|langs elkaar|samen|afstemming|afgestemd',
  },
  OVERBELASTING: {
    sterk:
      '*mantelzorg|overbelast|uitgeput|burn out|slaapt|slapen|is op|respijtzorg|houdt ze niet|houdt het niet|houdt dit niet|houden het niet|vol te houden|lang meer vol|instorten|draagkracht|baan opgezegd|broertjes|zusjes|gebruikelijke zorg|nachten|oververmoeid|thuis houden|werk aan het verliezen|weekend weg|uitgevallen|relatie onder druk',
    zwak: 'moeder|vader|ouders|oma|gezin|zelf ziek|werk|baan|alleen voor|tilt|60 uur|per nacht|wakker|aandacht|relatie',
  },
  OCO: {
    sterk:
      'clientondersteun|onafhankelijke ondersteun|oco|mee mag|van mee|zorgbelang|ondersteuner|meekon|met hen mee|mee kon|onafhankelijk|gespecialiseerde client',
    zwak: 'gesprek|stond er alleen|recht hebben op|niemand heeft het gezin verteld|ondersteuning|keukentafelgesprek|acht uur besteden',
  },
  PRIVACY_DELEN: {
    sterk:
      'privacy|avg|beroepsgeheim|toestemming|gegevens delen|informatie delen|uitwisselen|inzage|dossier wordt niet|niet gekoppeld|beveiligd|toestemmingsverklaring|deelde|mag niet delen|geheimhouding|verslag niet|vertelt niets|gegevens uitwisselen|medische informatie',
    zwak: 'dossier|gegevens|informatie|verslag|jurist|overgedragen|delen|stukken|mailen|sturen',
  },
  PROGRAMMA: {
    sterk:
      'metgezel|metgezellen|signaalpunt|programma|intervisie|landelijk overleg|scholing|mijn werkgever|mijn regio|caseload|ik als|mijn meldingen|mijn werk|ik heb nu|als ik',
    zwak: 'gezinnen|mijn|aanmelding|ik krijg|vervanging',
  },
};

export const WETWOORDEN: Readonly<Partial<Record<Wet, Woorden>>> = {
  wlz: {
    sterk: 'wlz|langdurige zorg|zorgkantoor|ciz|zorgprofiel|meerzorg|vg3|vg4|vg5|vg6|vg7|vg8|24 uur toezicht',
    zwak: 'instelling|woonvoorziening|indicatie',
  },
  wmo_2015: {
    sterk:
      'wmo|keukentafelgesprek|huishoudelijke hulp|regiotaxi|traplift|woningaanpassing|maatschappelijke ondersteuning',
    zwak: 'gemeente|rolstoel|begeleiding|dagbesteding|wijkteam|woning|badkamer',
  },
  jeugdwet: {
    sterk: 'jeugdwet|jeugdhulp|jeugdzorg|pleeg|woonplaatsbeginsel|verlengde jeugdhulp|gezinsvoogd',
    zwak: 'kind|jongere|gemeente|jongetje|meisje|zoon|dochter|logeren|logeeropvang',
  },
  zvw: {
    sterk:
      'zvw|zorgverzeker|wijkverpleging|zilveren kruis|menzis|vgz|cz|ziekenhuis|behandeling|hoorapparaat|spraakcomputer|orthese',
    zwak: 'ggz|verpleging|recept|medicijn|huisarts|hulpmiddel|leverancier|vergoed|arts|revalidatie',
  },
  participatiewet: {
    sterk: 'participatiewet|bijstand|jobcoach|beschut werk|kostendelersnorm',
    zwak: 'werk|uitkering|inkomen',
  },
  wajong: { sterk: 'wajong', zwak: 'uwv|jonggehandicapt' },
  wia: { sterk: 'wia|arbeidsongeschikt', zwak: 'uwv|keuring' },
  passend_onderwijs: {
    sterk: 'passend onderwijs|samenwerkingsverband|toelaatbaarheid|speciaal onderwijs|cluster|zorgplicht|thuiszit',
    zwak: 'school|klas|onderwijs|leerling|geschorst',
  },
  leerplichtwet: { sterk: 'leerplicht|vrijstelling|verzuim', zwak: 'school|boete|thuiszit' },
  wzd: { sterk: 'wzd|onvrijwillige zorg|zorg en dwang', zwak: 'opsluiten|fixeren' },
  wvggz: { sterk: 'wvggz|verplichte ggz|zorgmachtiging|crisismaatregel|gedwongen', zwak: 'ggz|crisis' },
  wkkgz: { sterk: 'wkkgz|klachtenfunctionaris|geschillen', zwak: 'klacht' },
  wgs: { sterk: 'schuldhulp|schuldsanering|wgs', zwak: 'schuld' },
  awb: {
    sterk: 'awb|beslistermijn|ingebrekestelling|dwangsom|bezwaar|wettelijke termijn',
    zwak: 'besluit|beroep|rechter|termijn|beschikking',
  },
  avg: { sterk: 'avg|privacy|beroepsgeheim|toestemmingsverklaring|inzage|gegevens', zwak: 'dossier|toestemming|delen' },
  kinderbijslag: { sterk: 'kinderbijslag|akw|dubbele kinderbijslag', zwak: 'svb' },
  toeslagen: { sterk: 'toeslag|belastingdienst', zwak: 'inkomen' },
  huisvesting: {
    sterk: 'urgentieverklaring|huisvesting|woningcorporatie|huurwoning|sociale huur',
    zwak: 'woning|verhuizen|huur',
  },
};
