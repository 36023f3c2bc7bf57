import type * as z from 'zod';

import type { Lesinhoud } from '#contract/les.ts';
import { type Lestekst, uiterlijkGeldig } from '#domain/les.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Veldfout } from '../handeling.ts';

/** Everything that only the data can tell of what somebody writes in a les: the day, and whom they may name. */
export function foutenInLes(
  { geldigTotDatum, organisatie }: z.output<typeof Lesinhoud>,
  noembaar: readonly string[],
  vandaag: Datum,
): Veldfout[] {
  const onbekend = organisatie !== undefined && !noembaar.includes(organisatie);
  return [
    ...(onbekend ? [{ pad: ['organisatie'], soort: 'onbekend' } as const] : []),
    ...foutenInDag(geldigTotDatum, vandaag),
  ];
}

/** What is wrong with the last day that somebody gives a les. */
export function foutenInDag(geldigTotDatum: Datum, vandaag: Datum): Veldfout[] {
  if (geldigTotDatum <= vandaag) return [{ pad: ['geldigTotDatum'], soort: 'verleden' }];
  return geldigTotDatum > uiterlijkGeldig(vandaag) ? [{ pad: ['geldigTotDatum'], soort: 'te_laat' }] : [];
}

/** What is kept of it. */
export function lestekstVan(invoer: z.output<typeof Lesinhoud>): Lestekst {
  const { titel, watWerkte, knelpunttypen, doelgroepen = [], wetten = [], regios = [], geldigTotDatum } = invoer;
  const { ketenpartnertype = null, organisatie = null } = invoer;
  return {
    titel,
    watWerkte,
    knelpunttypen,
    doelgroepen,
    wetten,
    regios,
    ketenpartnertype,
    organisatie,
    geldigTot: geldigTotDatum,
  };
}
