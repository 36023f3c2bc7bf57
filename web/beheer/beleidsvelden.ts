import type { Beleidsinhoud } from '#domain/beleid/termijnbeleid.ts';

import type { Gepost } from '../formulier.ts';

/** One number of the policy on the page: its name in the form, and what it is for who does not see its column. */
export interface Getalveld {
  naam: string;
  kop: string;
}

/** What the words above the numbers of a step mean, each with an example; the end of a field's name says which is about it. */
export const UITLEG = [
  {
    woord: 'Uitloop',
    bij: /\.uitloop\.\w+$/,
    zin: 'Hoeveel werkdagen wij na de termijn nog wachten: is de termijn 20 en de uitloop 2, dan gaat een signaal na werkdag 22 vanzelf een niveau hoger.',
  },
  {
    woord: 'Herinneringen',
    bij: /\.herinneringen$/,
    zin: 'Wanneer wij eraan herinneren, als deel van de termijn: is de termijn 20, dan mailen wij bij “50, 100” op werkdag 10 en op werkdag 20.',
  },
  {
    woord: 'Herhaling',
    bij: /\.herhaling$/,
    zin: 'Om de hoeveel werkdagen wij het na de uitloop opnieuw zeggen: bij 5 komt de melding elke 5 werkdagen terug, en is het veld leeg, dan komt zij één keer.',
  },
] as const;

/** A step on the page: a row of numbers. */
export interface Beleidsrij {
  sleutel: string;
  naam: string;
  velden: readonly Getalveld[];
}

const URGENTIES = ['normaal', 'hoog', 'spoed'] as const;

function stap(sleutel: string, naam: string, urgenties: readonly string[] = URGENTIES): Beleidsrij {
  const pad = `beleid.stappen.${sleutel}`;
  return {
    sleutel,
    naam,
    velden: [
      ...urgenties.map((urgentie) => ({ naam: `${pad}.n.${urgentie}`, kop: `Termijn ${urgentie}` })),
      ...urgenties.map((urgentie) => ({ naam: `${pad}.uitloop.${urgentie}`, kop: `Uitloop ${urgentie}` })),
      { naam: `${pad}.herinneringen`, kop: 'Herinneringen (%)' },
      { naam: `${pad}.herhaling`, kop: 'Herhaling' },
    ],
  };
}

/** The steps with a term for each urgentie. */
export const STAPRIJEN: readonly Beleidsrij[] = [
  stap('oppakken', 'Oppakken'),
  stap('behandelen.lokaal', 'Behandelen, lokaal', ['normaal', 'hoog']),
  stap('behandelen.regionaal', 'Behandelen, regionaal'),
  stap('behandelen.landelijk', 'Behandelen, landelijk'),
  stap('vraag', 'Een vraag aan een ander'),
  stap('vraag_hogerop', 'De vraag aan het escalatiecontact'),
  stap('toezegging', 'Een toezegging'),
  stap('navraag', 'Een navraag'),
  stap('terugkoppelen', 'Antwoord aan de melder'),
  stap('indelen', 'Indelen'),
  stap('duur', 'Duur in totaal'),
];

/** The numbers that stand alone. */
export const LOSSE_GETALLEN: readonly Getalveld[] = [
  { naam: 'beleid.stappen.toezegging.uiterlijk', kop: 'Hoe ver vooruit een toezegging mag liggen' },
  { naam: 'beleid.stappen.aanpak.uiterlijk', kop: 'Hoe ver vooruit een aanpak wordt herzien' },
  { naam: 'beleid.stappen.pauze.uiterlijk', kop: 'Hoe lang een signaal mag rusten' },
  { naam: 'beleid.stappen.terugblik.vraagdagen', kop: 'Op welke dagen na het sluiten wij vragen hoe het gaat' },
  { naam: 'beleid.stappen.terugblik.einde', kop: 'Tot en met welke dag heropenen kan' },
  { naam: 'beleid.tegenhouden', kop: 'Hoe lang een behandelaar het escalatiecontact kan tegenhouden' },
  ...URGENTIES.map((urgentie) => ({
    naam: `beleid.ligtStil.${urgentie}`,
    kop: `Na hoeveel dagen een signaal stil ligt, ${urgentie}`,
  })),
];

/** More numbers in one field, as people type them. */
const LIJSTEN = /\.(herinneringen|vraagdagen)$/;

/** The form as the schema takes it: "50, 80, 100" is three numbers. */
export function metLijsten(getypt: Gepost): Gepost {
  return Object.fromEntries(
    Object.entries(getypt).map(([naam, waarden]) => [
      naam,
      LIJSTEN.test(naam) ? waarden.flatMap((waarde) => waarde.split(/[\s,;]+/)) : waarden,
    ]),
  );
}

/** A policy as this form has it. */
export function zoalsBewaard(beleid: object, pad = 'beleid'): Gepost {
  return Object.fromEntries(
    Object.entries(beleid).flatMap(([naam, waarde]): [string, readonly string[]][] => {
      const hier = `${pad}.${naam}`;
      if (Array.isArray(waarde)) return [[hier, [waarde.join(', ')]]];
      if (typeof waarde === 'object' && waarde !== null) return Object.entries(zoalsBewaard(waarde as object, hier));
      return [[hier, waarde === null ? [] : [String(waarde)]]];
    }),
  );
}

/** What differs between two policies, in words, a sentence a number: "Oppakken, termijn normaal: van 10 naar 8 werkdagen." */
export function beleidsverschillen(van: Beleidsinhoud, naar: Beleidsinhoud): string[] {
  const [eerst, daarna] = [zoalsBewaard(inhoud(van)), zoalsBewaard(inhoud(naar))];
  const velden = [
    ...STAPRIJEN.flatMap((rij) =>
      rij.velden.map(({ naam, kop }) => ({ naam, wat: `${rij.naam}, ${kop.replace(' (%)', '').toLowerCase()}` })),
    ),
    ...LOSSE_GETALLEN.map(({ naam, kop }) => ({ naam, wat: kop })),
  ];
  return velden.flatMap(({ naam, wat }) => {
    const [oud = '', nieuw = ''] = [eerst[naam]?.[0], daarna[naam]?.[0]];
    return oud === nieuw ? [] : [`${wat}: van ${getallen(oud)} naar ${getallen(nieuw)}${eenheid(naam, nieuw || oud)}.`];
  });
}

function inhoud({ stappen, tegenhouden, ligtStil }: Beleidsinhoud): Beleidsinhoud {
  return { stappen, tegenhouden, ligtStil };
}

function getallen(waarde: string): string {
  return waarde === '' ? 'geen' : new Intl.ListFormat('nl').format(waarde.split(', '));
}

function eenheid(naam: string, waarde: string): string {
  if (naam.endsWith('.herinneringen')) return ' procent';
  return waarde === '1' ? ' werkdag' : ' werkdagen';
}
