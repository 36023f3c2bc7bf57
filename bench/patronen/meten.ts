import type { Drempels } from '#domain/detectie/afkoeling.ts';
import { droomjaren, ijk, type Jaar, verteldIn, zoekElkeNacht } from '#domain/detectie/drempels.ts';
import { overal } from '#domain/detectie/kaart.ts';
import { maakTelraam, type Telraam } from '#domain/detectie/telraam.ts';
import { BLIKKEN, type Blik, type Uitschieter } from '#domain/detectie/zoeken.ts';

import { type Methode, weken } from './anderen.ts';
import { BLOOTSTELLING, CATEGORIEEN, DAGEN, EERSTE, KAART, maakWereld, type Patroonsoort } from './wereld.ts';

/** Of one method: false alarms a year with its threshold, and of each planted pattern the part that it found within eight weeks. */
export interface Uitslag {
  readonly valsPerJaar: number;
  readonly gevonden: readonly number[];
}

export interface Omvang {
  /** Years with nothing in them. */
  readonly jaren: number;
  /** Years of each planted pattern. */
  readonly keren: number;
  /** False alarms a year at most. */
  readonly vals: number;
}

interface Geplant {
  readonly jaar: Jaar;
  readonly raak: (uitschieter: Uitschieter) => boolean;
}

/** Looks at days `van` until before `tot` of what was counted. */
type Zoeker = (telraam: Telraam, van: number, tot: number) => Jaar;

/** Ours: the thresholds are drawn from the past of the first year, as the product does, and tried on years that they never saw. */
export function meetOns(soorten: readonly Patroonsoort[], omvang: Omvang): Uitslag {
  const zoek: Zoeker = (telraam, van, tot) => zoekElkeNacht(telraam, BLOOTSTELLING, { van, tot, zaad: van });
  const dromen = [...droomjaren(raam(1), BLOOTSTELLING, { dag: EERSTE, jaren: omvang.jaren, zaad: 1 })];
  return meet(zoek, soorten, omvang, () => ijk(dromen, omvang.vals));
}

/** Another method, once a week on every cell and every category; its threshold is tuned on the very years that it is tried on. */
export function meetAnder(methode: Methode, soorten: readonly Patroonsoort[], omvang: Omvang): Uitslag {
  const zoek: Zoeker = (telraam, van, tot) => {
    const nachten: Uitschieter[][] = [];
    for (let dag = van + 6; dag < tot; dag += 7) nachten.push(wekelijks(methode, telraam, dag));
    return { kaart: KAART, nachten };
  };
  return meet(zoek, soorten, omvang, (jaren) => stem(jaren, omvang.vals));
}

function meet(
  zoek: Zoeker,
  soorten: readonly Patroonsoort[],
  { jaren, keren }: Omvang,
  drempelsVoor: (stil: readonly Jaar[]) => Drempels,
): Uitslag {
  const stil = Array.from({ length: jaren }, (_, i) => zoek(raam(1_000 + i), EERSTE, DAGEN));
  const drempels = drempelsVoor(stil);
  const gevonden = soorten.map((soort, s) => {
    let raak = 0;
    for (let keer = 0; keer < keren; keer += 1) {
      const geplant = plant(zoek, soort, 100_000 * (s + 1) + keer);
      if (verteldIn(geplant.jaar, drempels).some(geplant.raak)) raak += 1;
    }
    return raak / keren;
  });
  return { valsPerJaar: vals(stil, drempels), gevonden };
}

/** Only the planted category is looked at: what is told of another is never a hit, and never in the way. */
function plant(zoek: Zoeker, soort: Patroonsoort, zaad: number): Geplant {
  const { tellingen, plant: geplant } = maakWereld(zaad, soort);
  if (geplant === null) throw new TypeError('nothing was planted');
  const { categorie, gebied, begin } = geplant;
  const ene = tellingen.filter((telling) => telling.categorie === categorie);
  const telraam = maakTelraam(
    ene.map((telling) => ({ ...telling, categorie: 0 })),
    { kaart: KAART, categorieen: 1, dagen: DAGEN },
  );
  return {
    jaar: zoek(telraam, begin, begin + 56),
    raak: (uitschieter) =>
      uitschieter.categorie === 0 && (gebied === null || (KAART.zones[uitschieter.zone] ?? []).includes(gebied)),
  };
}

function raam(zaad: number): Telraam {
  return maakTelraam(maakWereld(zaad).tellingen, { kaart: KAART, categorieen: CATEGORIEEN, dagen: DAGEN });
}

function wekelijks(methode: Methode, telraam: Telraam, dag: number): Uitschieter[] {
  const gevonden: Uitschieter[] = [];
  for (let categorie = 0; categorie < telraam.categorieen; categorie += 1)
    for (let gebied = 0; gebied <= KAART.gebieden; gebied += 1) {
      const tel = weken(telraam, categorie, gebied, dag);
      if (tel(0) === 0) continue;
      const score = methode(tel);
      const landelijk = gebied === KAART.gebieden;
      if (score === undefined) continue;
      const zone = landelijk ? overal(KAART) : gebied;
      const blik: Blik = landelijk ? 'categorie' : 'cel';
      gevonden.push({
        blik,
        dag,
        categorie,
        zone,
        venster: 7,
        aantal: tel(0),
        verwacht: Number.NaN,
        kans: Number.NaN,
        score,
      });
    }
  return gevonden;
}

/** For each look its own threshold, half of the false alarms for each, the lowest that keep to it. */
function stem(jaren: readonly Jaar[], perJaar: number): Drempels {
  const hoogte = (blik: Blik, hoogstens: number): number => {
    let laag = 0;
    let hoog = 100;
    while (hoog - laag > 0.01) {
      const midden = (laag + hoog) / 2;
      if (vals(jaren, { ...NOOIT, [blik]: midden }) > hoogstens) laag = midden;
      else hoog = midden;
    }
    return hoog;
  };
  return { ...NOOIT, cel: hoogte('cel', (perJaar * 3) / 4), categorie: hoogte('categorie', perJaar / 4) };
}

const NOOIT = Object.fromEntries(BLIKKEN.map((blik) => [blik, Number.POSITIVE_INFINITY])) as Record<Blik, number>;

function vals(jaren: readonly Jaar[], drempels: Drempels): number {
  return jaren.reduce((som, jaar) => som + verteldIn(jaar, drempels).length, 0) / jaren.length;
}
