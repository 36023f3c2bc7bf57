import type { Logregel } from './logregel.ts';

/** What the programme does with data of families, as art. 30 lid 1 AVG wants it written down. */
export interface Verwerkingsactiviteit {
  /** Changes with every change of what it says: a line points at what held when it was written. */
  readonly versie: number;
  readonly naam: string;
  readonly doel: string;
  readonly grondslag: string;
  readonly betrokkenen: string;
  readonly gegevens: string;
  readonly ontvangers: string;
  readonly bewaren: string;
}

const GEZIN = 'Het gezin waar een signaal over gaat, en wie er voor het gezin zorgt.';
const KERN = 'Wat er vastloopt, doelgroep, gemeente, betrokken organisatie, verloop en uitkomst. Soms gezondheid.';
const BINNEN = 'De Metgezel, de coördinatoren van de regio en het landelijk team, elk voor zover nodig.';
const TERMIJN = 'Tot de bewaartermijn na sluiting; daarna gewist door twee mensen.';
const BELANG =
  'Opdracht van het programma Metgezel (AVG artikel 6 lid 1 onder e of f; de DPIA stelt dit vast); voor gezondheid de uitdrukkelijke toestemming van het gezin (artikel 9 lid 2 onder a).';
const TOESTEMMING = 'Toestemming van het gezin (AVG artikel 6 lid 1 onder a en artikel 9 lid 2 onder a).';

/** The register: every line of the log about a signaal belongs to one of these. */
export const VERWERKINGSACTIVITEITEN = {
  'signaal-behandelen': {
    versie: 1,
    naam: 'Een signaal behandelen',
    doel: 'Een knelpunt van een gezin oplossen: lokaal, anders regionaal, anders landelijk.',
    grondslag: BELANG,
    betrokkenen: GEZIN,
    gegevens: KERN,
    ontvangers: BINNEN,
    bewaren: TERMIJN,
  },
  'signaal-inzien': {
    versie: 1,
    naam: 'Een signaal inzien',
    doel: 'Weten waar een signaal staat en wat er moet gebeuren; ook in een lijst of na een zoekvraag.',
    grondslag: BELANG,
    betrokkenen: GEZIN,
    gegevens: KERN,
    ontvangers: BINNEN,
    bewaren: TERMIJN,
  },
  'bestand-inzien': {
    versie: 1,
    naam: 'Een bestand over een gezin ophalen',
    doel: 'Lezen wat het gezin of een ketenpartner meestuurde.',
    grondslag: TOESTEMMING,
    betrokkenen: GEZIN,
    gegevens: 'Brieven, besluiten en foto’s, met namen.',
    ontvangers: 'Wie het gezin kent, en wie volgens een toestemming mag meelezen.',
    bewaren: 'Tot de bewaartermijn van de casusbijlage na sluiting.',
  },
  'gegevens-verstrekken': {
    versie: 1,
    naam: 'Een ketenpartner laten meelezen',
    doel: 'Een organisatie laten antwoorden op een vraag over een signaal.',
    grondslag: TOESTEMMING,
    betrokkenen: GEZIN,
    gegevens: 'De vraag, de kern die daarbij hoort, en wat een toestemming noemt.',
    ontvangers: 'De contactpersoon van de organisatie aan wie de vraag is gesteld.',
    bewaren: TERMIJN,
  },
  'termijn-bewaken': {
    versie: 1,
    naam: 'Termijnen bewaken',
    doel: 'Zorgen dat een signaal op tijd verder gaat, ook als niemand iets doet.',
    grondslag: BELANG,
    betrokkenen: GEZIN,
    gegevens: 'Nummer, niveau, status en data. Geen tekst.',
    ontvangers: BINNEN,
    bewaren: 'Blijvend, zonder iets dat mensen schreven.',
  },
  verantwoorden: {
    versie: 1,
    naam: 'Cijfers en uitvoer maken',
    doel: 'Verantwoorden wat het programma doet en wat er landelijk moet veranderen.',
    grondslag: BELANG,
    betrokkenen: GEZIN,
    gegevens: 'Codes en aantallen; kleine aantallen zijn verborgen.',
    ontvangers: 'Het landelijk team en de programmaleiding.',
    bewaren: 'Blijvend, zonder iets dat mensen schreven.',
  },
  'bewaren-en-wissen': {
    versie: 1,
    naam: 'Bewaren en wissen',
    doel: 'Gegevens niet langer bewaren dan nodig, en wissen als het gezin erom vraagt.',
    grondslag: 'Wettelijke plicht (AVG artikel 5 lid 1 onder e, artikel 6 lid 1 onder c en artikel 17).',
    betrokkenen: GEZIN,
    gegevens: 'Nummer, data, en wie het wissen bevestigden.',
    ontvangers: 'Het landelijk team en functioneel beheer.',
    bewaren: 'Blijvend, zonder iets dat mensen schreven.',
  },
} as const satisfies Record<string, Verwerkingsactiviteit>;

export type Activiteitcode = keyof typeof VERWERKINGSACTIVITEITEN;
export const ACTIVITEITCODES = Object.keys(VERWERKINGSACTIVITEITEN) as readonly Activiteitcode[];

/** A name that never comes to mean something else: the code with its version. */
export function activiteitnaam(code: Activiteitcode): string {
  return `${code}-${VERWERKINGSACTIVITEITEN[code].versie}`;
}

/** To which of them a line about a signaal belongs. */
export function activiteitVan({
  verrichting,
  operatie,
  ingang,
}: Pick<Logregel, 'verrichting' | 'operatie' | 'ingang'>): Activiteitcode {
  if (ingang === 'link') return 'gegevens-verstrekken';
  if (/wiss(?:en|ing)|gewist/.test(operatie)) return 'bewaren-en-wissen';
  if (verrichting === 'klok') return 'termijn-bewaken';
  if (verrichting === 'bestand') return 'bestand-inzien';
  if (verrichting === 'uitvoer') return 'verantwoorden';
  return verrichting === 'daad' || verrichting === 'wijziging' ? 'signaal-behandelen' : 'signaal-inzien';
}
