import type { Antwoordsoort } from '../../beleid/codelijsten.ts';
import type { Teksten } from '../../stroom/feiten.ts';
import type { Veldregel } from '../../stroom/veldregels.ts';
import type { Datum } from '../../tijd/amsterdam.ts';
import type { Antwoord } from '../opdracht.ts';

/** The texts of an answer `doorgegeven` that say to which colleague. */
export const COLLEGA = { naam: 'collega.naam', email: 'collega.email' } as const;

/** These say nothing without words. */
export const MET_WOORDEN = [
  'afgewezen',
  'meer_informatie_nodig',
  'niet_aanvaard',
  'advies',
  'informatie',
] as const satisfies readonly Antwoordsoort[];
export type MetWoorden = (typeof MET_WOORDEN)[number];

export function isMetWoorden(soort: Antwoordsoort | undefined): soort is MetWoorden {
  const codes: readonly (Antwoordsoort | undefined)[] = MET_WOORDEN;
  return codes.includes(soort);
}

interface Ingevuld {
  antwoord: Antwoordsoort;
  toegezegdDatum?: Datum | undefined;
  bevoegd?: string | undefined;
  toelichting?: string | undefined;
  collega?: { naam: string; email: string } | undefined;
}

/** A promise has a date, "not ours" says whose or why, and who passes it on says to whom. */
export const ANTWOORDREGELS: readonly Veldregel<Ingevuld>[] = [
  {
    veld: 'toegezegdDatum',
    soort: 'verplicht',
    code: 'veld_ontbreekt',
    reden: 'Vertel voor welke datum het is toegezegd.',
    klopt: ({ antwoord, toegezegdDatum }) => antwoord !== 'toegezegd' || toegezegdDatum !== undefined,
  },
  {
    veld: 'toegezegdDatum',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Deze datum hoort alleen bij het antwoord toegezegd.',
    klopt: (ingevuld) => ingevuld.toegezegdDatum === undefined || isOf(ingevuld, 'toegezegd'),
  },
  {
    veld: 'bevoegd',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Wie het wel kan, hoort alleen bij het antwoord niet_bevoegd.',
    klopt: (ingevuld) => ingevuld.bevoegd === undefined || isOf(ingevuld, 'niet_bevoegd'),
  },
  {
    veld: 'collega',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een collega hoort alleen bij het antwoord doorgegeven.',
    klopt: (ingevuld) => ingevuld.collega === undefined || isOf(ingevuld, 'doorgegeven'),
  },
  {
    veld: 'collega',
    soort: 'verplicht',
    code: 'veld_ontbreekt',
    reden: 'Vertel welke collega het oppakt, met naam en e-mailadres. Weet u dat niet? Schrijf dan een notitie.',
    klopt: ({ antwoord, collega }) => antwoord !== 'doorgegeven' || collega !== undefined,
  },
  {
    veld: 'toelichting',
    soort: 'verplicht',
    code: 'motief_ontbreekt',
    reden: 'Schrijf een toelichting.',
    klopt: ({ antwoord, bevoegd, toelichting }) =>
      toelichting !== undefined || !(isMetWoorden(antwoord) || (antwoord === 'niet_bevoegd' && bevoegd === undefined)),
  },
];

/** True when this is the answer, or when nobody can tell which it is. */
function isOf({ antwoord }: Partial<Ingevuld>, soort: Antwoordsoort): boolean {
  return antwoord === soort || antwoord === undefined;
}

/** What an answer holds, by the names of its fields. */
export function ingevuld(antwoord: Antwoord, tekst: Teksten): Ingevuld {
  const { [COLLEGA.naam]: naam, [COLLEGA.email]: email, toelichting } = tekst;
  return {
    antwoord: antwoord.soort,
    toegezegdDatum: antwoord.soort === 'toegezegd' ? antwoord.datum : undefined,
    bevoegd: antwoord.soort === 'niet_bevoegd' ? (antwoord.bevoegd ?? undefined) : undefined,
    toelichting,
    collega: naam === undefined || email === undefined ? undefined : { naam, email },
  };
}
