import type { Ervaring, Niveau, Systeemreden } from '../beleid/codelijsten.ts';
import { type Datum, datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Feitsoort, Gebeurd, Gebeurtenis } from './gebeurtenissen.ts';
import type { Gezinseffect } from './gezinseffect.ts';
import type { Afsluiting, Staat } from './staat.ts';

/** From arrival at a level until it left for another, or until the outcome; null while it is there. */
interface Verblijf {
  niveau: Niveau;
  van: Datum;
  tot: Datum | null;
  /** When it left this level the time before; null when it had not been there. */
  eerder: Datum | null;
}

/** What an organisatie was asked, and when it first answered. */
interface Partijvraag {
  verzoek: string;
  organisatie: string;
  gesteld: Datum;
  geantwoord: Datum | null;
  /** Nobody answered, the contact above the desk neither. */
  stil: boolean;
  /** When this organisatie was asked the time before; null when it had not been. */
  eerder: Datum | null;
}

/** What came of one closing. */
interface Sluiting {
  op: Datum;
  soort: Afsluiting;
  /** Whether the filer heard the outcome before the term of terugkoppelen was over; null where nobody had to be told. */
  terugkoppeling: 'op_tijd' | 'te_laat' | null;
  /** What the filer said on being asked how it goes; null while that was not asked. */
  terugblik: 'gevraagd' | 'onbeantwoord' | Ervaring | null;
  heropend: boolean;
  /** What it came to for the family; null while nobody said. */
  effect: Gezinseffect | null;
}

/** How one signaal went, as far as figures are made of it: codes, ids and dates in Amsterdam, never text. In each the first first. */
export interface Levensloop {
  verblijven: readonly Verblijf[];
  vragen: readonly Partijvraag[];
  sluitingen: readonly Sluiting[];
  /** Why it cannot be solved, while that is its outcome. */
  systeemreden: Systeemreden | null;
}

export const NIEUWE_LEVENSLOOP: Levensloop = { verblijven: [], vragen: [], sluitingen: [], systeemreden: null };

/** Adds one gebeurtenis. `voor` is the staat before it; null when it is the first. */
export function leefVerder(loop: Levensloop, gebeurtenis: Gebeurtenis, voor: Staat | null): Levensloop {
  return telOp(loop, gebeurtenis, voor);
}

/** True when one of these changes it. */
export function raaktLevensloop(gebeurtenissen: readonly { soort: Feitsoort }[]): boolean {
  return gebeurtenissen.some(({ soort }) => soort in GEVOLGEN);
}

type Gevolg<S extends Feitsoort> = (loop: Levensloop, g: Gebeurd<S>, voor: Staat | null) => Levensloop;

function telOp<S extends Feitsoort>(loop: Levensloop, g: Gebeurd<S>, voor: Staat | null): Levensloop {
  return GEVOLGEN[g.soort as S]?.(loop, g, voor) ?? loop;
}

const GEVOLGEN: { readonly [S in Feitsoort]?: Gevolg<S> } = {
  ingediend: (loop, { niveau, op }) => komtAan(loop, niveau, op),
  geescaleerd: (loop, { naar, op }) => ({ ...komtAan(loop, naar, op), systeemreden: null }),
  teruggelegd: (loop, { naar, op }) => komtAan(loop, naar, op),
  uitkomst_gemeld: (loop, { op, systeemreden }) => ({ ...vertrekt(loop, op), systeemreden }),
  afgesloten: (loop, { op, afsluiting }, voor) => ({
    ...loop,
    // What closes without an outcome was neither done there nor sent on.
    verblijven: loop.verblijven.filter(({ tot }) => tot !== null),
    sluitingen: [
      ...loop.sluitingen,
      {
        op: datumVan(op),
        soort: afsluiting,
        terugkoppeling: afsluiting === 'teruggekoppeld' ? opTijd(voor) : null,
        terugblik: null,
        heropend: false,
        effect: null,
      },
    ],
  }),
  heropend: (loop, { niveau, op }) => ({
    ...komtAan(
      metSluiting(loop, () => ({ heropend: true })),
      niveau,
      op,
    ),
    systeemreden: null,
  }),
  terugblik_gevraagd: (loop) => metSluiting(loop, ({ terugblik }) => ({ terugblik: terugblik ?? 'gevraagd' })),
  terugblik_onbeantwoord: (loop) => metSluiting(loop, () => ({ terugblik: 'onbeantwoord' })),
  ervaring_gemeld: (loop, { ervaring, effect }) =>
    metSluiting(loop, () => ({ terugblik: ervaring, ...(effect !== undefined && { effect }) })),
  verzoek_gedaan: (loop, { verzoek, organisatie, op }) =>
    organisatie === null ? loop : { ...loop, vragen: [...loop.vragen, gevraagd(loop, verzoek, organisatie, op)] },
  verzoek_beantwoord: (loop, { verzoek, op }) =>
    metVraag(loop, verzoek, ({ geantwoord }) => ({ geantwoord: geantwoord ?? datumVan(op), stil: false })),
  geen_reactie: (loop, { verzoek, definitief }) =>
    definitief ? metVraag(loop, verzoek, ({ geantwoord }) => ({ stil: geantwoord === null })) : loop,
};

/** One cannot be at two levels at once. */
function komtAan(loop: Levensloop, niveau: Niveau, op: Tijdstip): Levensloop {
  const weg = vertrekt(loop, op);
  const eerder = weg.verblijven.findLast((een) => een.niveau === niveau)?.tot ?? null;
  return { ...weg, verblijven: [...weg.verblijven, { niveau, van: datumVan(op), tot: null, eerder }] };
}

function vertrekt(loop: Levensloop, op: Tijdstip): Levensloop {
  return {
    ...loop,
    verblijven: loop.verblijven.map((verblijf) => ({ ...verblijf, tot: verblijf.tot ?? datumVan(op) })),
  };
}

function gevraagd(loop: Levensloop, verzoek: string, organisatie: string, op: Tijdstip): Partijvraag {
  const eerder = loop.vragen.findLast((een) => een.organisatie === organisatie)?.gesteld ?? null;
  return { verzoek, organisatie, gesteld: datumVan(op), geantwoord: null, stil: false, eerder };
}

/** In time when the clock had not yet seen the end of the term; an answer that goes with the outcome has no term to miss. */
function opTijd(voor: Staat | null): 'op_tijd' | 'te_laat' {
  const stap = voor?.stappen.find(({ soort }) => soort === 'terugkoppelen');
  return stap?.geweest.includes('termijn') === true ? 'te_laat' : 'op_tijd';
}

/** The last one: of those before it all is known. */
function metSluiting(loop: Levensloop, wijziging: (sluiting: Sluiting) => Partial<Sluiting>): Levensloop {
  const laatste = loop.sluitingen.length - 1;
  return {
    ...loop,
    sluitingen: loop.sluitingen.map((een, i) => (i === laatste ? { ...een, ...wijziging(een) } : een)),
  };
}

function metVraag(loop: Levensloop, id: string, wijziging: (vraag: Partijvraag) => Partial<Partijvraag>): Levensloop {
  return { ...loop, vragen: loop.vragen.map((een) => (een.verzoek === id ? { ...een, ...wijziging(een) } : een)) };
}
