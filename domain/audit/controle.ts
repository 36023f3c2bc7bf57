import { type Datum, msVan, type Tijdstip } from '../tijd/amsterdam.ts';
import { beginVanKeten, type GetekendZegel, type Hash, schakel, tekstVan, type Zegel } from './keten.ts';
import type { Bewaard } from './logregel.ts';
import { type Opruiming, terechtOpgeruimdTot } from './opruiming.ts';

/** What is wrong with the log. */
export const BEVINDINGSOORTEN = [
  'regels_weg',
  'regels_erbij',
  'regels_anders',
  'zegel_weg',
  'zegel_onbekend',
  'handtekening_onjuist',
  'inhoud_anders',
  'lang_onverzegeld',
] as const;
export type Bevindingsoort = (typeof BEVINDINGSOORTEN)[number];

/** One thing that is wrong, and between which lines it is: `van` and `tot` are the numbers of the first and the last that it can be about. */
export interface Ketenbevinding {
  soort: Bevindingsoort;
  zegel: number | null;
  van: number | null;
  tot: number | null;
  /** When the seal was set, or the line was written. */
  op: Tijdstip;
}

/** What was found in all. */
export interface Controleverslag {
  regels: number;
  zegels: number;
  /** Lines that no seal is about yet. */
  onverzegeld: number;
  /** Up to and including which day of seals the lines went because their term was over; null when none did. */
  opgeruimdTotEnMet: Datum | null;
  bevindingen: readonly Ketenbevinding[];
}

export interface Controlevragen {
  hash: Hash;
  /** Whether the signature under this seal is one of ours. */
  isOndertekend: (zegel: GetekendZegel) => boolean;
  /** The seals of the database, in order. */
  zegels: readonly GetekendZegel[];
  /** The seal before the first of these; null when they are all there are. */
  vorige: Zegel | null;
  /** The seals outside the database, which were read before those in it; null when nothing is known of those. */
  buiten: readonly Zegel[] | null;
  /** What the last line says that tells that the oldest went; null when none does. */
  opruiming: Opruiming | null;
  nu: Tijdstip;
}

/** The seals are set every minute, and then written outside. What is older and is neither, nobody vouches for. */
const LANG_MS = 10 * 60_000;

/** Takes the lines one by one in order of `nr`, and says at the end what is wrong. It keeps no more than one seal at a time. */
export interface Ketencontrole {
  regel: (regel: Bewaard) => void;
  klaar: () => Controleverslag;
}

/**
 * Holds lines against seals: what was changed, put in another order, taken away or put in between differs from what was sealed; seals
 * that were made anew have no signature of ours, and seals that were taken away still stand outside. Of lines that went because their
 * term was over the seals are still there, each with its place in the chain.
 */
export function createKetencontrole(vragen: Controlevragen): Ketencontrole {
  const { hash, zegels, nu } = vragen;
  const bevindingen: Ketenbevinding[] = [];
  const opgeruimd = terechtOpgeruimdTot(vragen.opruiming, zegels, nu);
  let [volgende, regels, onverzegeld, vorige] = [0, 0, 0, vragen.vorige];
  let open = openVoor(zegels[0], vorige, hash);
  let oudsteOpen: Bewaard | null = null;

  /** Ends the seals that are about nothing after `nr`. */
  function sluitTot(nr: number): void {
    for (let zegel = zegels[volgende]; zegel !== undefined && zegel.tot < nr; zegel = zegels[volgende]) {
      const verwacht = { ...zegel, isOpgeruimd: zegel.nummer <= opgeruimd };
      bevindingen.push(...bevindingenBij(verwacht, open, vragen, vorige));
      vorige = zegel;
      volgende += 1;
      open = openVoor(zegels[volgende], vorige, hash);
    }
  }

  return {
    regel: (regel) => {
      sluitTot(regel.nr);
      regels += 1;
      if (volgende >= zegels.length) {
        onverzegeld += 1;
        oudsteOpen ??= regel;
        return;
      }
      open.aantal += 1;
      open.hash = schakel(open.hash, regel, hash);
    },
    klaar: () => {
      sluitTot(Infinity);
      if (oudsteOpen !== null && isLangVoor(oudsteOpen.op, nu))
        bevindingen.push({ soort: 'lang_onverzegeld', zegel: null, van: oudsteOpen.nr, tot: null, op: oudsteOpen.op });
      bevindingen.push(...buitenDeDatabase(vragen));
      const opgeruimdTotEnMet = zegels.find(({ nummer }) => nummer === opgeruimd)?.dag ?? null;
      return { regels, zegels: zegels.length, onverzegeld, opgeruimdTotEnMet, bevindingen };
    },
  };
}

/** A seal whose lines are coming by. */
interface Lopend {
  aantal: number;
  hash: string;
}

function openVoor(zegel: Zegel | undefined, vorige: Zegel | null, hash: Hash): Lopend {
  return { aantal: 0, hash: zegel === undefined ? '' : beginVanKeten(zegel.dag, vorige, hash) };
}

function bevindingenBij(
  zegel: GetekendZegel & { isOpgeruimd: boolean },
  geteld: Lopend,
  { isOndertekend }: Controlevragen,
  vorige: Zegel | null,
): Ketenbevinding[] {
  const plek = { zegel: zegel.nummer, van: (vorige?.tot ?? 0) + 1, tot: zegel.tot, op: zegel.op };
  const verwacht = (vorige?.nummer ?? 0) + 1;
  const isVerder = zegel.nummer === verwacht;
  const soorten: Bevindingsoort[] = [];
  if (!isVerder) soorten.push('zegel_weg');
  if (!isOndertekend(zegel)) soorten.push('handtekening_onjuist');
  if (zegel.isOpgeruimd) soorten.push(...(geteld.aantal > 0 ? (['regels_erbij'] as const) : []));
  else if (geteld.aantal < zegel.aantal) soorten.push('regels_weg');
  else if (geteld.aantal > zegel.aantal && isVerder) soorten.push('regels_erbij');
  else if (geteld.hash !== zegel.hash && isVerder) soorten.push('regels_anders');
  return soorten.map((soort) => ({ soort, ...plek }));
}

/** Seals that stand outside and no longer inside, or the other way round. */
function buitenDeDatabase({ buiten, zegels, vorige, nu }: Controlevragen): Ketenbevinding[] {
  if (buiten === null) return [];
  const eerste = (vorige?.nummer ?? 0) + 1;
  const binnen = new Set(zegels.map(tekstVan));
  const bekend = new Set(buiten.map(tekstVan));
  const weg = buiten.filter((zegel) => zegel.nummer >= eerste && !binnen.has(tekstVan(zegel)));
  const onbekend = zegels.filter((zegel) => isLangVoor(zegel.op, nu) && !bekend.has(tekstVan(zegel)));
  return [
    ...weg.map((zegel) => bevindingOver('zegel_weg', zegel)),
    ...onbekend.map((zegel) => bevindingOver('zegel_onbekend', zegel)),
  ];
}

function isLangVoor(op: Tijdstip, nu: Tijdstip): boolean {
  return msVan(op) < msVan(nu) - LANG_MS;
}

function bevindingOver(soort: Bevindingsoort, { nummer, tot, op }: Zegel): Ketenbevinding {
  return { soort, zegel: nummer, van: null, tot, op };
}
