import { merk, metStap, opNieuweKalender, wijzigStap, zonderStap } from '../../stroom/verwerk.ts';
import { datumVan, plusDagen } from '../../tijd/amsterdam.ts';
import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat, Stap } from '../staat.ts';
import { balBijPartner } from '../verzoeken.ts';
import type { Verwerkingen } from './verwerking.ts';

/** What begins, moves, reminds of or ends a step. */
export const STAPPEN = {
  stap_begonnen: (staat, { stap }) => metStap(staat, stap),
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
  kalender_gewijzigd: metKalender,
  kalender_overgenomen: metKalender,
  ervaring_gemeld: (staat) =>
    wijzigSoort(staat, 'terugblik', ({ gevraagd, begin, geweest }) => ({
      herinneringsdagen: [],
      gevraagd: gevraagd ?? begin,
      geweest: [...geweest, 'beantwoord'],
    })),
  herinnerd: vertel,
  gemeld: vertel,
  mijlpaal_vervallen: (staat, g) => merk(staat, g),
  terugblik_gevraagd: vraagNa,
  nakoming_gevraagd: vraagNa,
} satisfies Partial<Verwerkingen>;

/** Every running step goes on by this calendar; none ends before `nietVoor`. */
export function metKalender(
  staat: Staat,
  { kalender, nietVoor }: Pick<Gebeurd<'kalender_gewijzigd'>, 'kalender' | 'nietVoor'>,
): Staat {
  return {
    ...staat,
    kalender,
    stappen: staat.stappen.map((stap) => opNieuweKalender(stap, staat, nietVoor)),
    rustendeDuur: staat.rustendeDuur && opNieuweKalender(staat.rustendeDuur, staat, nietVoor),
  };
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

function eindig(staat: Staat, g: Gebeurd<'stap_geeindigd'>): Staat {
  const stap = staat.stappen.find((lopend) => lopend.sleutel === g.stap);
  const na = {
    ...zonderStap(staat, g.stap),
    rustendeDuur: stap?.soort === 'duur' ? stap : staat.rustendeDuur,
  };
  if (!balBijPartner(staat) || balBijPartner(na)) return na;
  return wijzigSoort(na, 'behandelen', () => ({ balTot: datumVan(g.op) }));
}

function wijzigSoort(staat: Staat, soort: Stap['soort'], wijziging: (stap: Stap) => Partial<Stap>): Staat {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.soort === soort ? { ...stap, ...wijziging(stap) } : stap)),
  };
}
