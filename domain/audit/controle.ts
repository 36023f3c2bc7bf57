import { type Datum, msVan, opUur, type Tijdstip } from '../tijd/amsterdam.ts';
import { beginVanKeten, type GetekendZegel, type Hash, schakel, tekstVan, type Zegel } from './keten.ts';
import type { Bewaard } from './logregel.ts';

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
  'bestand_onleesbaar',
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
  /** The seal before the first of those that are looked at; null when all are. */
  vorige: Zegel | null;
  /** Up to and including which seal the lines may be gone (`terechtOpgeruimdTot`). */
  opgeruimd: number;
  nu: Tijdstip;
}

/** What stands outside the database of some days. */
export interface Buiten {
  zegels: readonly Zegel[];
  /** The days whose file cannot be read: of those nothing is known. */
  onleesbaar: readonly Datum[];
}

/** The seals are set every minute, and then written outside. What is older and is neither, nobody vouches for. */
const LANG_MS = 10 * 60_000;

/** Of each sort; more says nothing new, and of a log of years it would not fit in memory. */
export const MEESTE_BEVINDINGEN = 1_000;

/**
 * Takes the log a stretch of days at a time, in order: first their seals, then the lines up to the last of these, one by one in order of `nr`;
 * after the last days the lines that no seal is about. It keeps no more than those seals.
 */
export interface Ketencontrole {
  /** The seals of the database of the next days, in order, and those outside, which were read before; null when nothing is known of those. */
  dagen: (zegels: readonly GetekendZegel[], buiten: Buiten | null) => void;
  regel: (regel: Bewaard) => void;
  klaar: () => Controleverslag;
}

/**
 * Holds lines against seals: what was changed, put in another order, taken away or put in between differs from what was sealed; seals
 * that were made anew have no signature of ours, and seals that were taken away still stand outside. Of lines that went because their
 * term was over the seals are still there, each with its place in the chain.
 */
export function createKetencontrole(vragen: Controlevragen): Ketencontrole {
  const { hash, nu, opgeruimd } = vragen;
  const bevindingen = new Bevindingen();
  let zegels: readonly GetekendZegel[] = [];
  let [volgende, regels, geteld, onverzegeld, vorige] = [0, 0, 0, 0, vragen.vorige];
  let opgeruimdTotEnMet: Datum | null = null;
  let open = openVoor(zegels[0], vorige, hash);
  let oudsteOpen: Bewaard | null = null;

  /** Ends the seals that are about nothing after `nr`. */
  function sluitTot(nr: number): void {
    for (let zegel = zegels[volgende]; zegel !== undefined && zegel.tot < nr; zegel = zegels[volgende]) {
      const verwacht = { ...zegel, isOpgeruimd: zegel.nummer <= opgeruimd };
      bevindingen.noteer('keten', bevindingenBij(verwacht, open, vragen, vorige));
      if (zegel.nummer === opgeruimd) opgeruimdTotEnMet = zegel.dag;
      vorige = zegel;
      volgende += 1;
      open = openVoor(zegels[volgende], vorige, hash);
    }
  }

  return {
    dagen: (nieuwe, buiten) => {
      sluitTot(Infinity);
      [zegels, volgende, geteld] = [nieuwe, 0, geteld + nieuwe.length];
      open = openVoor(zegels[0], vorige, hash);
      if (buiten !== null) buitenDeDatabase(bevindingen, zegels, buiten, vragen);
    },
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
        bevindingen.noteer('keten', [
          { soort: 'lang_onverzegeld', zegel: null, van: oudsteOpen.nr, tot: null, op: oudsteOpen.op },
        ]);
      return { regels, zegels: geteld, onverzegeld, opgeruimdTotEnMet, bevindingen: bevindingen.alle() };
    },
  };
}

/** What was found, first of the chain and then of what stands outside. */
class Bevindingen {
  readonly #gevonden = { keten: [], onleesbaar: [], weg: [], onbekend: [] } as Record<
    'keten' | 'onleesbaar' | 'weg' | 'onbekend',
    Ketenbevinding[]
  >;

  noteer(welke: 'keten' | 'onleesbaar' | 'weg' | 'onbekend', nieuw: readonly Ketenbevinding[]): void {
    const lijst = this.#gevonden[welke];
    lijst.push(...nieuw.slice(0, MEESTE_BEVINDINGEN - lijst.length));
  }

  alle(): Ketenbevinding[] {
    return Object.values(this.#gevonden).flat();
  }
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
function buitenDeDatabase(
  bevindingen: Bevindingen,
  zegels: readonly GetekendZegel[],
  buiten: Buiten,
  { vorige, nu }: Controlevragen,
): void {
  const eerste = (vorige?.nummer ?? 0) + 1;
  const binnen = new Set(zegels.map(tekstVan));
  const bekend = new Set(buiten.zegels.map(tekstVan));
  const weg = buiten.zegels.filter((zegel) => zegel.nummer >= eerste && !binnen.has(tekstVan(zegel)));
  const onbekend = zegels.filter(
    (zegel) => !buiten.onleesbaar.includes(zegel.dag) && isLangVoor(zegel.op, nu) && !bekend.has(tekstVan(zegel)),
  );
  bevindingen.noteer('onleesbaar', buiten.onleesbaar.map(bevindingOverBestand));
  bevindingen.noteer(
    'weg',
    weg.map((zegel) => bevindingOver('zegel_weg', zegel)),
  );
  bevindingen.noteer(
    'onbekend',
    onbekend.map((zegel) => bevindingOver('zegel_onbekend', zegel)),
  );
}

function isLangVoor(op: Tijdstip, nu: Tijdstip): boolean {
  return msVan(op) < msVan(nu) - LANG_MS;
}

function bevindingOver(soort: Bevindingsoort, { nummer, tot, op }: Zegel): Ketenbevinding {
  return { soort, zegel: nummer, van: null, tot, op };
}

function bevindingOverBestand(dag: Datum): Ketenbevinding {
  return { soort: 'bestand_onleesbaar', zegel: null, van: null, tot: null, op: opUur(dag, 0) };
}
