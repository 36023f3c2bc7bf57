import * as z from 'zod';

import { type Codelijst, codesVan } from '#domain/beleid/codelijsten.ts';
import type { Cijfercode } from '#domain/cijfers.ts';

/** What of the closings in those days is told, by what a signaal counts as. */
const SLUITVELDEN = {
  gesloten: ['gesloten', 'Gesloten met een uitkomst, ook wat daarna is heropend.'],
  teruggekoppeld: ['teruggekoppeld', 'Waarvan de melder de uitkomst hoorde van wie het behandelde.'],
  opTijdTeruggekoppeld: ['op_tijd_teruggekoppeld', 'Op tijd.'],
  teLaatTeruggekoppeld: ['te_laat_teruggekoppeld', 'Te laat.'],
  terugblikGevraagd: ['terugblik_gevraagd', 'Waarvan is gevraagd hoe het gaat.'],
  terugblikBeantwoord: ['terugblik_beantwoord', 'Waarvan de melder dat vertelde.'],
  helpt: ['terugblik_helpt', 'Het helpt.'],
  helptDeels: ['terugblik_helpt_deels', 'Het helpt een beetje.'],
  helptNiet: ['terugblik_helpt_niet', 'Het helpt niet.'],
  onbeantwoord: ['terugblik_onbeantwoord', 'Waarvan de melder niet vertelde hoe het gaat.'],
  heropend: ['heropend', 'Daarna heropend.'],
  dichtGebleven: ['dicht_gebleven', 'Niet heropend.'],
} as const satisfies Record<string, readonly [als: Cijfercode, uitleg: string]>;
type Sluitveld = keyof typeof SLUITVELDEN;

export const perSluitveld = <T>(waarde: (veld: (typeof SLUITVELDEN)[Sluitveld]) => T): Record<Sluitveld, T> =>
  Object.fromEntries(Object.entries(SLUITVELDEN).map(([naam, veld]) => [naam, waarde(veld)])) as Record<Sluitveld, T>;

export const Sluitingen = z
  .strictObject(perSluitveld(([, uitleg]) => z.int().min(0).meta({ description: uitleg })))
  .meta({ description: 'Signalen die in deze dagen met een uitkomst zijn gesloten, en wat daarvan kwam.' });

const keren = <L extends 'verandering' | 'uren_minder' | 'kosten_minder'>(lijst: L, uitleg: string) =>
  z
    .array(z.strictObject({ code: z.enum(codesVan(lijst)), aantal: z.int().min(0).meta({ description: 'Signalen.' }) }))
    .meta({ description: uitleg });

export const Effecten = z
  .strictObject({
    bekend: z.int().min(0).meta({ description: 'Van zoveel gesloten signalen vertelde de melder hier iets over.' }),
    veranderingen: keren('verandering', 'Wat er voor het gezin veranderde. Een signaal kan bij meer dan één staan.'),
    urenMinder: keren('uren_minder', 'Hoeveel tijd het scheelt, volgens de melder.'),
    kostenMinder: keren('kosten_minder', 'Hoeveel geld het scheelt, volgens de melder.'),
  })
  .meta({ description: 'Wat het scheelt voor gezinnen, voor zover melders dat vertelden. Er is niets bij geschat.' });

export function effectenVan(
  telling: readonly { lijst: string; code: string; aantal: number }[],
): z.infer<typeof Effecten> {
  const aantalVan = (lijst: string, code: string): number =>
    telling.find((een) => een.lijst === lijst && een.code === code)?.aantal ?? 0;
  const per = <L extends Codelijst>(lijst: L) =>
    codesVan(lijst).map((code) => ({ code, aantal: aantalVan(lijst, code) }));
  return {
    bekend: aantalVan('bekend', 'bekend'),
    veranderingen: per('verandering'),
    urenMinder: per('uren_minder'),
    kostenMinder: per('kosten_minder'),
  };
}
