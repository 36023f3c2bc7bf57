import type { Gepost } from '../formulier.ts';
import type { Invoerveld } from './invoervelden.ts';
import type { Keuzes, Optie } from './keuzes.ts';

const WEET_IK_NIET: Optie = { waarde: 'ONBEKEND', tekst: 'Weet ik niet' };

/** So that the form tells of it together with all else that is wrong: what looks like a code is only looked up when nothing is. */
const GEEN_CODE = '?';

/** What can be named, each by a name that no other has. */
export function noembaar(opties: readonly Optie[], magOnbekend: boolean): Optie[] {
  const alle = magOnbekend ? [WEET_IK_NIET, ...opties] : opties;
  const aantal = Map.groupBy(alle, ({ tekst }) => gelijk(tekst));
  return alle.map((optie) =>
    aantal.get(gelijk(optie.tekst))?.length === 1 ? optie : { ...optie, tekst: `${optie.tekst} (${optie.waarde})` },
  );
}

/** The form as an act takes it: what was named by typing by its code. A name that nothing has is no code at all. */
export function metCodes(gepost: Gepost, velden: readonly Invoerveld[], keuzes: Keuzes): Gepost {
  const gevonden = velden.flatMap((veld) => {
    const [getypt = ''] = gepost[veld.naam] ?? [];
    if (veld.soort !== 'keuze' || !veld.typen || getypt.trim() === '') return [];
    const optie = noembaar(keuzes.get(veld.uit) ?? [], veld.magOnbekend).find(
      ({ waarde, tekst }) => waarde === getypt || gelijk(tekst) === gelijk(getypt),
    );
    return [[veld.naam, [optie?.waarde ?? GEEN_CODE]] as const];
  });
  return { ...gepost, ...Object.fromEntries(gevonden) };
}

/** Capitals, accents and spaces make no other name. */
function gelijk(naam: string): string {
  return naam.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
