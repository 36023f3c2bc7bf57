import { type Datum, datumVan, plusDagen } from '../../tijd/amsterdam.ts';
import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat, Stap } from '../staat.ts';
import { datumVanDag, laatsteDagen } from '../stappen/stap.ts';
import { balBijPartner } from '../verzoeken.ts';
import type { Verwerkingen } from './verwerking.ts';

/** What begins, moves, reminds of or ends a step. */
export const STAPPEN = {
  stap_begonnen: (staat, { stap }) => ({
    ...staat,
    stappen: [...staat.stappen, stap],
    stapteller: staat.stapteller + 1,
  }),
  stap_geeindigd: eindig,
  gepauzeerd: (staat, { op, tot }) => pauzeer(staat, { van: datumVan(op), tot }),
  hervat,
  verlengd: (staat, g) =>
    wijzigStap(staat, g.stap, ({ n }) => ({
      n: g.n,
      herinneringsdagen: g.herinneringsdagen,
      verlengd: true,
      verlenging: g.n - n,
    })),
  kalender_gewijzigd: (staat, { kalender, nietVoor }) => ({
    ...staat,
    kalender,
    stappen: staat.stappen.map((stap) => opNieuweKalender(stap, staat, nietVoor)),
    rustendeDuur: staat.rustendeDuur && opNieuweKalender(staat.rustendeDuur, staat, nietVoor),
  }),
  ervaring_gemeld: (staat) =>
    wijzigSoort(staat, 'terugblik', ({ gevraagd, begin, geweest }) => ({
      herinneringsdagen: [],
      gevraagd: gevraagd ?? begin,
      geweest: [...geweest, 'beantwoord'],
    })),
  herinnerd: vertel,
  gemeld: vertel,
  mijlpaal_vervallen: merk,
  terugblik_gevraagd: vraagNa,
  nakoming_gevraagd: vraagNa,
} satisfies Partial<Verwerkingen>;

/** The milestone has been: it does not come again. */
function merk(staat: Staat, g: { stap: string; mijlpaal: string }, bijzonder: Partial<Stap> = {}): Staat {
  return wijzigStap(staat, g.stap, ({ geweest }) => ({ ...bijzonder, geweest: [...geweest, g.mijlpaal] }));
}

function vertel(staat: Staat, g: Gebeurd<'herinnerd' | 'gemeld'>): Staat {
  const na = merk(staat, g);
  return g.aan.soort === 'programmaleiding' ? { ...na, programmaleidingWeet: true } : na;
}

function vraagNa(staat: Staat, g: Gebeurd<'terugblik_gevraagd' | 'nakoming_gevraagd'>): Staat {
  return merk(staat, g, { gevraagd: g.datum });
}

function pauzeer(staat: Staat, pauze: Stap['pauzes'][number]): Staat {
  return { ...wijzigSoort(staat, 'behandelen', (stap) => ({ pauzes: [...stap.pauzes, pauze] })), status: 'gepauzeerd' };
}

/** A pause that ran out counts to its own date, however late that was seen; one ended by hand counts to the day before. */
function hervat(staat: Staat, { op, automatisch }: Gebeurd<'hervat'>): Staat {
  const status = 'in_behandeling';
  if (automatisch) return { ...staat, status };
  const gisteren = plusDagen(datumVan(op), -1);
  const ingekort = wijzigSoort(staat, 'behandelen', ({ pauzes }) => ({
    pauzes: pauzes
      .map((pauze) => (pauze.tot > gisteren ? { ...pauze, tot: gisteren } : pauze))
      .filter(({ van, tot }) => van <= tot),
  }));
  return { ...ingekort, status };
}

/** Last days that have passed stay the dates that they were; none still to come is before the date of the change. */
function opNieuweKalender(stap: Stap, staat: Staat, nietVoor: Datum): Stap {
  const voorbij = laatsteDagen(stap)
    .map((dag) => [dag, datumVanDag(stap, staat, dag)] as const)
    .filter(([, datum]) => datum < nietVoor);
  return {
    ...stap,
    nietVoor,
    ...(voorbij.length > 0 && { voorbij: { ...stap.voorbij, ...Object.fromEntries(voorbij) } }),
  };
}

function eindig(staat: Staat, g: Gebeurd<'stap_geeindigd'>): Staat {
  const stap = staat.stappen.find((lopend) => lopend.sleutel === g.stap);
  const na = {
    ...staat,
    stappen: staat.stappen.filter((lopend) => lopend !== stap),
    rustendeDuur: stap?.soort === 'duur' ? stap : staat.rustendeDuur,
  };
  if (!balBijPartner(staat) || balBijPartner(na)) return na;
  return wijzigSoort(na, 'behandelen', () => ({ balTot: datumVan(g.op) }));
}

export function wijzigStap(staat: Staat, sleutel: string, wijziging: (stap: Stap) => Partial<Stap>): Staat {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.sleutel === sleutel ? { ...stap, ...wijziging(stap) } : stap)),
  };
}

function wijzigSoort(staat: Staat, soort: Stap['soort'], wijziging: (stap: Stap) => Partial<Stap>): Staat {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.soort === soort ? { ...stap, ...wijziging(stap) } : stap)),
  };
}
