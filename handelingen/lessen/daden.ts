import type * as z from 'zod';

import { leesbereikIn } from '#contract/leesbereik.ts';
import type { Lesgebruik, Lesinhoud, Lesintrekking, Lesoordeel, Lesverlenging, NieuweLes } from '#contract/les.ts';
import { voorop } from '#contract/present-les.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Les } from '#db/queries/lessen.ts';
import { leesSignaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import { opDatum } from '#domain/bevoegdheden.ts';
import { DomainError } from '#domain/errors.ts';
import {
  bezwaarTegenBeoordelen,
  bezwaarTegenGebruikBij,
  bezwaarTegenGebruiken,
  bezwaarTegenOnderhoud,
  bezwaarTegenVerlengen,
  type GezienLes,
  type Lesopdracht,
  type Lesversie,
} from '#domain/les.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import type { Veldfout } from '../handeling.ts';
import { vindBron } from './bron.ts';
import { foutenInDag, foutenInLes, lestekstVan } from './inhoud.ts';

/** Who acts, and on which day in Amsterdam. */
export interface Lessituatie {
  db: Db;
  persoon: Gebruiker;
  vandaag: Datum;
}

/** What will be asked of the writer, or everything that is wrong with the input, or why this person may not. */
export type Lesvoorstel = Lesopdracht | { fouten: readonly Veldfout[] } | { bezwaar: DomainError };

/** What is done to a les that is there. */
export type Lesdaad = 'verbeteren' | 'beoordelen' | 'verlengen' | 'intrekken' | 'gebruiken';

/** Every version of a les that who acts may read, the newest first; there is at least one. */
export type Versies = readonly Les[];

/** Why this person does not do that to this les now; null when they may. */
export function bezwaarTegen(
  daad: Lesdaad,
  versies: Versies,
  { persoon, vandaag }: Pick<Lessituatie, 'persoon' | 'vandaag'>,
): DomainError | null {
  const wie = opDatum(persoon, vandaag);
  const laatste = zoalsDeRegels(versies[0] ?? voorop(versies));
  switch (daad) {
    case 'verbeteren':
    case 'intrekken':
      return bezwaarTegenOnderhoud(wie, laatste);
    case 'beoordelen':
      return bezwaarTegenBeoordelen(wie, laatste);
    case 'gebruiken':
      return bezwaarTegenGebruiken(wie, voorop(versies));
    case 'verlengen':
      return bezwaarTegenVerlengen(wie, zoalsDeRegels(voorop(versies)));
  }
}

/** Writes the first version; `id` is that of the les. */
export async function schrijfLes(
  { db, persoon, vandaag }: Lessituatie,
  id: string,
  { bron: nummer, ...inhoud }: z.output<typeof NieuweLes>,
): Promise<Lesvoorstel> {
  const bron = await vindBron(db, nummer, persoon);
  const fouten = foutenInLes(inhoud, bron?.organisaties ?? [], vandaag);
  if (bron === null) return { fouten: [{ pad: ['bron'], soort: 'onbekend' }, ...fouten] };
  if (bron.bezwaar !== null) return { bezwaar: bron.bezwaar };
  return fouten.length > 0 ? { fouten } : { soort: 'schrijven', id, bron: bron.id, tekst: lestekstVan(inhoud) };
}

/** Writes the next version. */
export async function verbeterLes(
  situatie: Lessituatie,
  versies: Versies,
  inhoud: z.output<typeof Lesinhoud>,
): Promise<Lesvoorstel> {
  const { db, persoon, vandaag } = situatie;
  const { bron, organisatie } = voorop(versies);
  const noembaar = bron === null ? [] : ((await vindBron(db, bron, persoon))?.organisaties ?? []);
  // What was named stays named, also by who may not read where it comes from.
  const fouten = foutenInLes(inhoud, [...noembaar, ...(organisatie === null ? [] : [organisatie.id])], vandaag);
  return tenzij('verbeteren', situatie, versies, fouten, (gezien) => ({
    soort: 'verbeteren',
    gezien,
    tekst: lestekstVan(inhoud),
  }));
}

/** Shows it to all, or sends it back. */
export function beoordeelLes(
  situatie: Lessituatie,
  versies: Versies,
  { oordeel, opmerking }: z.output<typeof Lesoordeel>,
): Lesvoorstel {
  return tenzij('beoordelen', situatie, versies, [], (gezien) => ({
    soort: oordeel,
    gezien,
    opmerking: opmerking ?? null,
  }));
}

/** It still works, to the end of that day. */
export function verlengLes(
  situatie: Lessituatie,
  versies: Versies,
  { geldigTotDatum: geldigTot }: z.output<typeof Lesverlenging>,
): Lesvoorstel {
  const fouten = foutenInDag(geldigTot, situatie.vandaag);
  return tenzij('verlengen', situatie, versies, fouten, (gezien) => ({ soort: 'verlengen', gezien, geldigTot }));
}

/** It does not work any more. */
export function trekLesIn(
  situatie: Lessituatie,
  versies: Versies,
  { reden }: z.output<typeof Lesintrekking>,
): Lesvoorstel {
  return tenzij('intrekken', situatie, versies, [], (gezien) => ({ soort: 'intrekken', gezien, reden }));
}

/** Says that it was used for a signaal that this person reads in whole and works on, or that it was not after all. */
export async function gebruikLes(
  situatie: Lessituatie,
  versies: Versies,
  { signaal: gezocht, gebruik }: z.output<typeof Lesgebruik>,
): Promise<Lesvoorstel> {
  const { db, persoon } = situatie;
  const bezwaar = bezwaarTegen('gebruiken', versies, situatie);
  if (bezwaar !== null) return { bezwaar };
  const { nummer, versie, bron } = voorop(versies);
  const stand = await leesSignaalstand(db, gezocht);
  if (stand === null || stand.staat.gewist !== undefined || leesbereikIn(stand, persoon) !== 'alles')
    return { fouten: [{ pad: ['signaal'], soort: 'onbekend' }] };
  if (bron === stand.nummer) return { bezwaar: KOMT_HIERUIT };
  const { id, staat, nu } = stand;
  const bezwaarDaar = bezwaarTegenGebruikBij(opDatum(persoon, datumVan(nu)), staat, gebruik);
  if (bezwaarDaar !== null) return { bezwaar: bezwaarDaar };
  return { soort: 'gebruiken', nummer, versie, signaal: { id, nummer: stand.nummer }, gebruik };
}

const KOMT_HIERUIT = new DomainError('status_staat_niet_toe', 'Deze les komt zelf uit dit signaal.');

function tenzij(
  daad: Lesdaad,
  situatie: Lessituatie,
  versies: Versies,
  fouten: readonly Veldfout[],
  opdracht: (gezien: GezienLes) => Lesopdracht,
): Lesvoorstel {
  const bezwaar = bezwaarTegen(daad, versies, situatie);
  if (bezwaar !== null) return { bezwaar };
  const { nummer, stand } = voorop(versies);
  return fouten.length > 0 ? { fouten } : opdracht({ nummer, stand });
}

function zoalsDeRegels({ status, eigenaar, geschrevenDoor }: Les): Lesversie {
  return { status, eigenaar: eigenaar.id, geschrevenDoor: geschrevenDoor.id };
}
