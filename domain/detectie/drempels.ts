import { type Drempels, KOELDAGEN, nieuws, type AlVerteld } from './afkoeling.ts';
import { type Blootstelling, maakBlootstelling } from './blootstelling.ts';
import { opgeteld, trekGewogen } from './gewogen.ts';
import type { Kaart } from './kaart.ts';
import { type Nul, trekNul } from './scan.ts';
import { type Dagtelling, maakTelraam, type Telraam } from './telraam.ts';
import { gamma, poisson, toeval } from './toeval.ts';
import { BASISDAGEN, VENSTERS } from './vensters.ts';
import { BLIKKEN, type Blik, LAAGSTE_SCORE, type Uitschieter, zoekUitschieters } from './zoeken.ts';

/**
 * How much higher the threshold of each look is than that of a cell: of what is looked at in fewer series less may come by
 * chance. Chosen on synthetic years (docs/metingen.md) for the most patterns found at the same number of false alarms.
 */
const VERSCHIL: Drempels = { cel: 0, regio: 0.5, categorie: -0.7, landelijk: 0.5, scan: -0.7 };

/** What every night of a year would show. */
export interface Jaar {
  readonly kaart: Kaart;
  readonly nachten: readonly (readonly Uitschieter[])[];
}

/** Looks on every day from `van` until before `tot`. What the scan finds by chance is worked out once of each category. */
export function zoekElkeNacht(
  telraam: Telraam,
  blootstelling: Blootstelling,
  { van, tot, zaad, nullen = new Map() }: { van: number; tot: number; zaad: number; nullen?: Map<number, Nul> },
): Jaar {
  const nachten: Uitschieter[][] = [];
  for (let dag = van; dag < tot; dag += 1) {
    const nu = blootstelling.lengtes(dag);
    const nul = (categorie: number): Nul => {
      const bekend = nullen.get(categorie) ?? trekNul(telraam, nu, { categorie, dag, keren: 199, zaad });
      nullen.set(categorie, bekend);
      return bekend;
    };
    nachten.push(zoekUitschieters(telraam, nu, dag, nul, true));
  }
  return { kaart: telraam.kaart, nachten };
}

/** What is told in a year, night after night. */
export function verteldIn({ kaart, nachten }: Jaar, drempels: Drempels): Uitschieter[] {
  const verteld: (Uitschieter & AlVerteld)[] = [];
  for (const nacht of nachten)
    for (const uitschieter of nieuws(nacht, drempels, kaart, verteld))
      verteld.push({ ...uitschieter, totEnMet: uitschieter.dag + KOELDAGEN });
  return verteld;
}

/** The thresholds with which so many years of nothing but chance would tell of `perJaar` patterns a year, or fewer. */
export function ijk(jaren: readonly Jaar[], perJaar: number): Drempels {
  let laag = LAAGSTE_SCORE + 0.5;
  let hoog = 12;
  while (hoog - laag > 0.005) {
    const midden = (laag + hoog) / 2;
    const verteld = jaren.reduce((som, jaar) => som + verteldIn(jaar, drempelsVan(midden)).length, 0);
    if (verteld > perJaar * jaren.length) laag = midden;
    else hoog = midden;
  }
  return drempelsVan(hoog);
}

function drempelsVan(score: number): Drempels {
  return Object.fromEntries(BLIKKEN.map((blik) => [blik, score + VERSCHIL[blik]])) as Record<Blik, number>;
}

/**
 * Years like the last one with nothing in them but chance: of each category and area the number is drawn that its past allows,
 * and that many signalen fall on days as busy as those of the last year.
 */
export function* droomjaren(
  telraam: Telraam,
  blootstelling: Blootstelling,
  { dag, jaren, zaad }: { dag: number; jaren: number; zaad: number },
): Generator<Jaar> {
  const getal = toeval(zaad);
  const { kaart, categorieen } = telraam;
  const dagen = 2 * BASISDAGEN + (VENSTERS.at(-1) as number);
  const eerste = Math.max(0, dag + 1 - BASISDAGEN);
  const jaar = blootstelling.gewichten.slice(eerste, dag + 1);
  const druk = drukte(telraam, jaar, eerste);
  const gewichten = Array.from({ length: dagen }, (_, d) => jaar[d % jaar.length] as number);
  const basis = opgeteld(druk).at(-1) as number;
  const tot = opgeteld(gewichten.map((_, d) => druk[d % druk.length] as number));
  // By chance alone all of these years are the same.
  const nullen = new Map<number, Nul>();
  for (let keer = 0; keer < jaren; keer += 1) {
    const tellingen: Dagtelling[] = [];
    for (let categorie = 0; categorie < categorieen; categorie += 1)
      for (let gebied = 0; gebied < kaart.gebieden; gebied += 1) {
        const geteld = telraam.aantal(categorie, gebied, eerste, dag + 1);
        const tempo = gamma(geteld + 0.5, getal) / basis;
        for (let over = poisson(tempo * (tot.at(-1) as number), getal); over > 0; over -= 1)
          tellingen.push({ dag: trekGewogen(tot, getal), categorie, gebied, aantal: 1 });
      }
    const droom = maakTelraam(tellingen, { kaart, categorieen, dagen });
    yield zoekElkeNacht(droom, maakBlootstelling(gewichten), {
      van: dagen - BASISDAGEN,
      tot: dagen,
      zaad: zaad + keer,
      nullen,
    });
  }
}

/** The weights of the days of a year, in every four weeks as much heavier as they were busier: so do seasons tell themselves. */
function drukte({ aantal, categorieen, kaart }: Telraam, jaar: readonly number[], eerste: number): number[] {
  const blok = VENSTERS[2];
  return jaar.map((gewicht, d) => {
    const van = Math.floor(d / blok) * blok;
    const voor = Math.min(van + blok, jaar.length);
    const lengte = jaar.slice(van, voor).reduce((som, dag) => som + dag, 0);
    return (gewicht * aantal(categorieen, kaart.gebieden, eerste + van, eerste + voor)) / lengte;
  });
}
