import type * as z from 'zod';

import { bewaardefilters, bruikbaar, presentBewaardeWeergaven } from '#contract/bewaarde-weergave.ts';
import type { Signaalfilter } from '#contract/lijst.ts';
import { presentWeergaven, TEL_TOT, weergavefilters } from '#contract/weergaven.ts';
import { genoemdInStanden, presentWerklijst, type Werkregel } from '#contract/werklijst.ts';
import { leesBewaardeWeergaven } from '#db/queries/bewaarde-weergaven.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesNieuws } from '#db/queries/nieuws.ts';
import { leesSignaalstanden } from '#db/queries/signaal.ts';
import {
  type Blad,
  type Filter,
  leesRegels,
  lijstSignalen,
  type Signaalregel,
  telSignalen,
} from '#db/queries/signalen.ts';
import type { Zicht } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Paginavraag } from '../signalen/paginavraag.tsx';

/** Who asks for a page of lists, and on which day. */
export interface Werkvraag extends Paginavraag {
  zicht: Zicht;
  vandaag: Datum;
}

/** A page of the signalen that this person sees, each with how it stands. */
export async function leesWerklijst(
  vraag: Lezer,
  filter: Filter,
  blad: Blad,
): Promise<{ signalen: Werkregel[]; cursor: string | null }> {
  const { db, persoon, zicht } = vraag;
  const kijkt = { zicht, waarnemingen: persoon.waarnemingen };
  return metStand(vraag, await lijstSignalen(db, kijkt, filter, { ...blad, limiet: blad.limiet + 1 }), blad);
}

/** These signalen, in this order, as far as this person sees them. */
export async function leesWerkregels(vraag: Lezer, ids: readonly string[]): Promise<Werkregel[]> {
  const { db, persoon, zicht } = vraag;
  const regels = await leesRegels(db, { zicht, waarnemingen: persoon.waarnemingen }, ids);
  return (await metStand(vraag, regels, { volgorde: 'termijn', limiet: ids.length })).signalen;
}

type Lezer = Pick<Werkvraag, 'db' | 'persoon' | 'zicht'>;

async function metStand(
  { db, persoon }: Lezer,
  regels: readonly Signaalregel[],
  blad: Pick<Blad, 'volgorde' | 'limiet'>,
): Promise<{ signalen: Werkregel[]; cursor: string | null }> {
  const ids = regels.map(({ id }) => id);
  const standen = await leesSignaalstanden(db, ids);
  const nieuws = await leesNieuws(db, persoon.id, ids);
  const namen = await leesNamen(db, genoemdInStanden(standen, persoon));
  return presentWerklijst(regels, { standen, namen, nieuws }, blad, persoon);
}

/** The views of this person's list, with how many are in each. */
export async function leesWeergaven({ db, persoon, zicht, vandaag }: Werkvraag): Promise<Weergavekeuze[]> {
  const kijkt = { zicht, waarnemingen: persoon.waarnemingen };
  const bewaard = bruikbaar(await leesBewaardeWeergaven(db, persoon.id));
  const filters = { ...weergavefilters(persoon, vandaag), ...bewaardefilters(bewaard, persoon, vandaag) };
  const telling = await telSignalen(db, kijkt, filters, TEL_TOT);
  return [
    ...presentWeergaven(telling, persoon).weergaven.map((weergave) => ({ ...weergave, bewaard: false })),
    ...presentBewaardeWeergaven(bewaard, telling, persoon).weergaven.map((weergave) => ({
      ...weergave,
      bewaard: true,
    })),
  ];
}

/** A view above a list. */
export interface Weergavekeuze {
  naam: string;
  filter: z.output<typeof Signaalfilter>;
  aantal: number;
  /** Somebody gave it its name. */
  bewaard: boolean;
}
