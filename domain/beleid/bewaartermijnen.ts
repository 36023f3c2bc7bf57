/** What of a signaal has a term of its own: who it is about, or all of it that people wrote. Two people decide about it. */
export const BEWAARSOORTEN = ['casusbijlage', 'signaal'] as const;
export type Bewaarsoort = (typeof BEWAARSOORTEN)[number];

/** What goes by itself once its term is over: nobody need decide, because nothing of a case hangs on it. */
export const OPRUIMSOORTEN = [
  'contactgegevens',
  'accountnaam',
  'wijzigingen',
  'voorstelreden',
  'lessen',
  'patroonteksten',
  'conceptrapporten',
  'rapportteksten',
] as const;
export type Opruimsoort = (typeof OPRUIMSOORTEN)[number];

/** `logboek` goes by itself too, in whole days and only where its chain is right (activities/audit/opruimen.ts). */
export const TERMIJNSOORTEN = [...BEWAARSOORTEN, ...OPRUIMSOORTEN, 'logboek'] as const;
export type Termijnsoort = (typeof TERMIJNSOORTEN)[number];

/** How long something is kept, and why. From when on: `SINDS`. */
export interface Bewaartermijn {
  readonly soort: Termijnsoort;
  readonly maanden: number;
  /** The source of the rule, and why it is this long. */
  readonly bron: string;
}

/** From when on it is counted. */
export const SINDS: Readonly<Record<Termijnsoort, string>> = {
  casusbijlage: 'na het afsluiten',
  signaal: 'na het afsluiten',
  contactgegevens: 'na de laatste dag van het account',
  accountnaam: 'na de laatste dag van het account',
  wijzigingen: 'na de wijziging',
  voorstelreden: 'na het besluit',
  lessen: 'nadat de les niet meer geldt',
  patroonteksten: 'nadat het patroon is afgesloten',
  conceptrapporten: 'nadat het concept is gemaakt',
  rapportteksten: 'nadat het rapport is vrijgegeven',
  logboek: 'na de dag waarop de regel is verzegeld',
};

/** NEN 7513: for how many years at least it must be known who did what. */
export const NEN_7513_JAREN = 5;

/** How short and how long each may be made, in months: no shorter than a rule of others allows. */
export function maandenGrenzen(soort: Termijnsoort): { minstens: number; hoogstens: number } {
  const isVanNen7513 = soort === 'accountnaam' || soort === 'logboek';
  return { minstens: isVanNen7513 ? 12 * NEN_7513_JAREN : 1, hoogstens: 240 };
}

/**
 * The terms with which a service begins; the table has the last word. No law names one for this programme, so they follow from the AVG
 * (art. 5 lid 1 e: no longer than needed for the purpose), from NEN 7513 where the log is concerned, and are to be settled in its DPIA.
 */
export const BEWAARTERMIJNEN: readonly Bewaartermijn[] = [
  {
    soort: 'casusbijlage',
    maanden: 6,
    bron:
      'AVG artikel 5 lid 1 onder e. Wie het gezin is, hoeft na het afsluiten niemand meer te weten; ' +
      'in een half jaar kan het signaal nog weer opengaan.',
  },
  {
    soort: 'signaal',
    maanden: 60,
    bron:
      'AVG artikel 5 lid 1 onder e. Vijf jaar: zo lang legt het programma verantwoording af over de subsidie, ' +
      'en zo lang is te zien of een patroon terugkomt.',
  },
  {
    soort: 'contactgegevens',
    maanden: 6,
    bron: 'AVG artikel 5 lid 1 onder e. Wie weg is, krijgt geen post meer; in een half jaar kan iemand nog terugkomen.',
  },
  {
    soort: 'accountnaam',
    maanden: 60,
    bron: 'NEN 7513: zolang een regel van het logboek blijft, minstens vijf jaar, moet te zien zijn wie iets deed.',
  },
  {
    soort: 'wijzigingen',
    maanden: 24,
    bron:
      'AVG artikel 5 lid 1 onder e. Wat er voor en na een wijziging van een account, loket of termijn stond, ' +
      'is twee jaar nodig om een fout te herstellen. Dat er iets veranderde, blijft in het logboek.',
  },
  {
    soort: 'voorstelreden',
    maanden: 24,
    bron: 'AVG artikel 5 lid 1 onder e. Waarom iets geen patroon was, zegt na twee jaar niets meer over nu.',
  },
  {
    soort: 'lessen',
    maanden: 24,
    bron: 'AVG artikel 5 lid 1 onder e. Een les die niet meer geldt, helpt niemand; twee jaar is de les nog te vernieuwen.',
  },
  {
    soort: 'patroonteksten',
    maanden: 120,
    bron:
      'AVG artikel 5 lid 1 onder e. Een patroon gaat over geen gezin; tien jaar is te zien of het terugkomt ' +
      'en wat er landelijk is geprobeerd.',
  },
  {
    soort: 'conceptrapporten',
    maanden: 24,
    bron: 'AVG artikel 5 lid 1 onder e. Een rapport dat na twee jaar niet is vrijgegeven, vertelt niemand meer iets.',
  },
  {
    soort: 'rapportteksten',
    maanden: 120,
    bron:
      'AVG artikel 5 lid 1 onder e. Tien jaar is na te lezen wat er is verteld, met de verhalen van gezinnen erin. ' +
      'De cijfers blijven; wie het rapport kreeg, heeft het zelf.',
  },
  {
    soort: 'logboek',
    maanden: 60,
    bron:
      'NEN 7513: wie wat deed en zag, blijft minstens vijf jaar na het schrijven te zien. ' +
      'Langer hoeft niet (AVG artikel 5 lid 1 onder e): een regel zegt wie welk signaal las.',
  },
];
