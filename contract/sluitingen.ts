import * as z from 'zod';

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
