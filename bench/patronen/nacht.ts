import { gewichtenVan, maakBlootstelling } from '#domain/detectie/blootstelling.ts';
import { zoekInNacht } from '#domain/detectie/nacht.ts';
import { REGIOGEBIEDEN, REGIOKAART } from '#domain/detectie/regiokaart.ts';
import type { Dagtelling } from '#domain/detectie/telraam.ts';
import { toeval } from '#domain/detectie/toeval.ts';

/** As many as the programme could have in five years, and how long each of its lists is by which is counted. */
const SIGNALEN = 100_000;
const LIJSTEN = [21, 7, 29];
const DAGEN = 5 * 364;

/** What one night takes, without reading the counts: for each list the thresholds anew, every window, and a scan of each code with 999 draws. */
export function meetNacht(): { signalen: number; seconden: number; rekenseconden: number } {
  const getal = toeval(2);
  const blootstelling = maakBlootstelling(gewichtenVan(DAGEN, (dag) => dag % 7 > 4));
  const lijsten = LIJSTEN.map((categorieen) => ({ categorieen, tellingen: geteld(categorieen, getal) }));
  const begin = performance.now();
  const cpu = process.cpuUsage();
  for (const lijst of lijsten) {
    const nacht = { ...lijst, kaart: REGIOKAART, blootstelling, dag: DAGEN - 1, eerder: [], valsPerJaar: 4 };
    zoekInNacht(nacht);
  }
  const { user, system } = process.cpuUsage(cpu);
  return { signalen: SIGNALEN, seconden: (performance.now() - begin) / 1000, rekenseconden: (user + system) / 1e6 };
}

/** Some codes are reported ten times as often as others. */
function geteld(categorieen: number, getal: () => number): Dagtelling[] {
  return Array.from({ length: SIGNALEN }, () => ({
    dag: Math.floor(getal() * DAGEN),
    categorie: Math.floor(getal() ** 2 * categorieen),
    gebied: Math.floor(getal() * REGIOGEBIEDEN.length),
    aantal: 1,
  }));
}
