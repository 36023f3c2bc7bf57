import type { Antwoordsoort, Handuitkomst, Knelpunttype, Wet } from '#domain/beleid/codelijsten.ts';

import type { Kans } from './kans.ts';

/** What is told of one kind of knelpunt: what runs aground, what was tried, and under which laws. */
interface Knelpuntverhaal {
  loopt: readonly string[];
  wetten: readonly Wet[];
}

export const VERHALEN: Readonly<Partial<Record<Knelpunttype, Knelpuntverhaal>>> = {
  TOEGANG: {
    loopt: [
      'Het gezin weet niet bij welk loket de aanvraag hoort. Elk nummer verwijst naar een volgend nummer.',
      'De aanvraag kan alleen digitaal, maar de ouder kan dat niet zonder hulp. Er is geen spreekuur.',
      'Sinds de verhuizing is er geen vaste contactpersoon meer en begint elk gesprek opnieuw.',
    ],
    wetten: ['wmo_2015', 'wlz', 'jeugdwet'],
  },
  DOMEIN: {
    loopt: [
      'De gemeente zegt dat de begeleiding onder de Wlz valt. Het zorgkantoor zegt dat het Wmo is. Niemand beslist.',
      'School wijst naar de jeugdhulp en de jeugdhulp naar het zorgkantoor. Intussen krijgt het kind geen zorg in de klas.',
      'Twee organisaties vinden allebei dat de ander de nachtzorg moet betalen.',
    ],
    wetten: ['wlz', 'wmo_2015', 'MEERDERE'],
  },
  INDICATIE: {
    loopt: [
      'De aanvraag voor de Wlz is afgewezen omdat de diagnose nog geen twee jaar oud is. De zorg thuis wordt ieder maand zwaarder.',
      'Het zorgprofiel past niet meer. Voor meerzorg wordt steeds om een nieuw plan gevraagd.',
      'Na de herindicatie zijn er minder uren, terwijl er meer zorg nodig is.',
    ],
    wetten: ['wlz', 'zvw'],
  },
  TERMIJN: {
    loopt: [
      'De beslissing had zes weken geleden moeten komen. Er is niets gehoord en de brief wordt niet beantwoord.',
      'Het bezwaar ligt al vier maanden stil. De ouders weten niet waar ze aan toe zijn.',
    ],
    wetten: ['wmo_2015', 'awb', 'wlz'],
  },
  WACHTLIJST: {
    loopt: [
      'Er is een plek beloofd, maar de wachtlijst is in een jaar alleen maar langer geworden.',
      'Voor logeeropvang staan er veertig gezinnen op de lijst. De ouders zijn aan het eind van hun kracht.',
    ],
    wetten: ['wlz', 'jeugdwet'],
  },
  AANBOD: {
    loopt: [
      'Er is in de wijde omgeving geen woonplek voor iemand met hersenletsel en dit gedrag.',
      'Dagbesteding met één op één begeleiding bestaat hier niet. Vijf aanbieders hebben nee gezegd.',
      'De enige aanbieder stopt aan het eind van het kwartaal. Een andere is er niet.',
    ],
    wetten: ['wlz', 'wmo_2015'],
  },
  PGB: {
    loopt: [
      'Het budget is toegekend, maar de uitbetaling blijft uit. De zorgverlener dreigt te stoppen.',
      'Het tarief voor de nachtzorg is zo laag dat niemand het wil doen.',
      'De gewaarborgde hulp is afgekeurd zonder uitleg.',
    ],
    wetten: ['wlz', 'wmo_2015', 'jeugdwet'],
  },
  FINANCIERING: {
    loopt: ['De zorg bestaat uit drie potjes en er valt steeds een stuk tussen. Het gezin betaalt nu zelf.'],
    wetten: ['MEERDERE', 'zvw'],
  },
  HULPMIDDEL: {
    loopt: [
      'De rolstoel past al een half jaar niet meer. Niemand zegt wie de nieuwe betaalt.',
      'De spraakcomputer is kapot en het kind kan zich nu niet uiten.',
    ],
    wetten: ['zvw', 'wlz', 'wmo_2015'],
  },
  WONINGAANPASSING: {
    loopt: ['De badkamer moet worden aangepast. De gemeente en de verhuurder wachten op elkaar.'],
    wetten: ['wmo_2015', 'huisvesting'],
  },
  VERVOER: {
    loopt: ['Het vervoer naar de dagbesteding rijdt vaak niet. Dan blijft de naaste thuis van het werk.'],
    wetten: ['wmo_2015', 'wlz', 'passend_onderwijs'],
  },
  ONDERWIJS: {
    loopt: [
      'Het kind zit acht maanden thuis. Geen school in de regio kan de zorg in de klas regelen.',
      'De school wil het kind alleen twee ochtenden per week. Een plan om dat uit te bouwen is er niet.',
    ],
    wetten: ['passend_onderwijs', 'leerplichtwet', 'jeugdwet'],
  },
  OVERGANG18: {
    loopt: ['Over twee maanden stopt de jeugdhulp. Voor daarna is niets geregeld en niemand neemt het over.'],
    wetten: ['jeugdwet', 'wlz', 'wajong'],
  },
  BEJEGENING: {
    loopt: ['In het gesprek werd gezegd dat de ouders te veel vragen. Met wat zij vertelden is niets gedaan.'],
    wetten: ['wmo_2015', 'wkkgz'],
  },
  REGELDRUK: {
    loopt: ['Elk half jaar moet opnieuw worden bewezen dat de beperking blijvend is. Dat kost het gezin weken.'],
    wetten: ['wlz', 'wmo_2015', 'kinderbijslag'],
  },
  REGIE: {
    loopt: ['Er zijn negen hulpverleners en niemand heeft het overzicht. Afspraken spreken elkaar tegen.'],
    wetten: ['MEERDERE'],
  },
  OVERBELASTING: {
    loopt: [
      'De naaste zorgt dag en nacht en kan niet meer werken. Respijtzorg is toegezegd maar komt niet.',
      'Een broer verzuimt van school omdat hij thuis helpt. Vervangende zorg is er niet.',
    ],
    wetten: ['wlz', 'wmo_2015', 'participatiewet'],
  },
  OCO: { loopt: ['Het gezin hoorde pas na het besluit dat er cliëntondersteuning is.'], wetten: ['wmo_2015'] },
  PRIVACY_DELEN: {
    loopt: ['De organisaties delen geen gegevens met elkaar, ook niet nu het gezin dat goed vindt.'],
    wetten: ['avg'],
  },
  PROGRAMMA: {
    loopt: ['In deze regio is geen Metgezel met kennis van hersenletsel. De reistijd is twee uur.'],
    wetten: [],
  },
  ANDERS: {
    loopt: ['De regels voor een parkeerkaart houden geen rekening met epilepsie.'],
    wetten: ['ONBEKEND'],
  },
};

const GEVOLG = [
  'Thuis loopt het daardoor vast.',
  'Het gezin houdt dit niet lang meer vol.',
  'Er is nu een noodoplossing, die stopt over een maand.',
  'De zorg is nu onveilig in de nacht.',
  'Iedereen doet zijn best, maar er verandert niets.',
  'Dit speelt in meer gezinnen hier.',
];
const WAT_HELPT = [
  'Iemand die één keer beslist wie dit betaalt.',
  'Een overleg met alle partijen aan één tafel.',
  'Een tijdelijke oplossing tot het besluit er is.',
  'Een vaste contactpersoon bij het loket.',
];

/** The words of a filing. */
export function knelpunt(kans: Kans, type: Knelpunttype): { knelpunt: string; watZouHelpen: string; wetten: Wet[] } {
  const { loopt, wetten } = VERHALEN[type] ?? (VERHALEN.ANDERS as Knelpuntverhaal);
  return {
    knelpunt: `${kans.kies(loopt)} ${kans.kies(GEVOLG)}`,
    watZouHelpen: kans.kies(WAT_HELPT),
    wetten: wetten.length === 0 ? [] : [kans.kies(wetten)],
  };
}

export const VRAGEN = [
  'Wilt u laten weten wie dit besluit neemt, en voor welke datum?',
  'Kunt u vóór het eind van de maand een tijdelijke oplossing regelen?',
  'Wilt u het besluit nog eens bekijken met de informatie van de behandelaar?',
  'Kunt u het gezin deze week bellen en vertellen hoe het verder gaat?',
];
export const NAVRAGEN = [
  'Is het besluit al binnen, en wat staat er in de motivering?',
  'Wat heeft het gezin zelf al gehoord van het loket?',
];
export const POGINGEN = ['Het loket belde niet terug.', 'Men verwees door naar een ander loket.', 'Er is geen plek.'];
export const NOTITIES = [
  'Gebeld met het gezin. Zij weten dat het even duurt.',
  'Overlegd met een collega uit een andere regio: daar speelt hetzelfde.',
  'Gebeld met het loket, de contactpersoon is volgende week terug.',
];
export const REDENEN = {
  pauze: 'Het gezin vraagt om even rust, na een opname.',
  verlengen: 'De partij heeft een gesprek gepland na de termijn.',
  aanpak: 'Wij leggen dit voor aan het zorgkantoor en de gemeente samen, en maken daar één afspraak over.',
  spoed: 'De zorg in de nacht valt morgen weg en er is geen vervanging.',
  meedenken: 'U kent deze doelgroep. Hoe zou u dit aanpakken?',
  heropend: 'Het leek geregeld, maar het is niet doorgegaan.',
} as const;

const ANTWOORDEN: Readonly<Partial<Record<Antwoordsoort, readonly string[]>>> = {
  toegezegd: ['Wij nemen dit mee in het volgende overleg en laten het weten.', 'Er komt een passend besluit.'],
  opgelost: ['Het besluit is aangepast.', 'De aanvraag is toegekend.', 'Er is een plek gevonden.'],
  afgewezen: ['Dit past niet binnen onze regels.', 'Er is geen grond om hiervan af te wijken.'],
  niet_bevoegd: ['Dit hoort bij een andere wet.', 'Wij gaan hier niet over.'],
  meer_informatie_nodig: ['Wij missen de laatste verklaring van de behandelaar.'],
  uitstel_gevraagd: ['Door ziekte lukt het niet op tijd.'],
  doorgegeven: ['Een collega kent dit gezin.'],
  niet_nagekomen: ['Het is nog niet gelukt, er was geen ruimte in het rooster.'],
  advies: ['Vraag maatwerk aan en verwijs naar artikel 3.3.3 van de wet.', 'Nodig alle partijen samen uit.'],
  informatie: ['Het gezin heeft nog niets gehoord.', 'De brief is er: het verzoek is afgewezen.'],
  aanvaard: ['Wij nemen dit over en bellen het gezin deze week.'],
  niet_aanvaard: ['Wij hebben hier nu geen plek voor.'],
};

export function antwoordtekst(kans: Kans, soort: Antwoordsoort): string {
  return kans.kies(ANTWOORDEN[soort] ?? ['Zie onze brief.']);
}

const UITKOMSTEN: Readonly<Record<Handuitkomst, string>> = {
  opgelost: 'Het is geregeld: de partij heeft gedaan wat nodig was.',
  deels_opgelost: 'Er is een oplossing voor nu. Voor later is nog niets geregeld.',
  niet_oplosbaar: 'We hebben alles geprobeerd. Zoals de regels nu zijn, kan het niet.',
  doorverwezen: 'Een andere organisatie neemt dit over en belt het gezin.',
  verder_in_patroon: 'Dit speelt bij meer gezinnen. Het landelijk team pakt het samen op.',
};

export function uitkomsttekst(uitkomst: Handuitkomst): string {
  return UITKOMSTEN[uitkomst];
}

export function terugkoppeling(uitkomst: Handuitkomst): string {
  return `Dank u voor uw signaal. ${UITKOMSTEN[uitkomst]} Hebt u vragen? Bel mij gerust.`;
}
