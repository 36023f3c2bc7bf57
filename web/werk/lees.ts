import type * as z from 'zod';

import { bewaardefilters, bruikbaar, presentBewaardeWeergaven } from '#contract/bewaarde-weergave.ts';
import type { Signaalfilter } from '#contract/lijst.ts';
import { presentWeergaven, TEL_TOT, weergavefilters } from '#contract/weergaven.ts';
import { genoemdInStanden, presentWerklijst, type Werkregel } from '#contract/werklijst.ts';
import { leesBewaardeWeergaven } from '#db/queries/bewaarde-weergaven.ts';
import type { Filter } from '#db/queries/filter.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesNieuws } from '#db/queries/nieuws.ts';
import { leesSignaalstanden } from '#db/queries/signaal.ts';
import { type Blad, leesRegels, telSignalen, telVast, vindSignalen } from '#db/queries/signalen.ts';
import type { Lijstzicht } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Paginavraag } from '../signalen/paginavraag.tsx';

/** Who asks for a page of lists, and on which day. */
export interface Werkvraag extends Paginavraag {
  /** Where queries run that walk along all that is open, on a connection of their own: what else the page asks does not wait for them. */
  ernaast: () => Db;
  zicht: Lijstzicht;
  vandaag: Datum;
}

/** A page of the signalen that this person sees, each with how it stands. */
export async function leesWerklijst(
  vraag: Lezer,
  filter: Filter,
  blad: Blad,
): Promise<{ signalen: Werkregel[]; cursor: string | null }> {
  return metStand(vraag, await vindWerk(vraag, filter, { ...blad, limiet: blad.limiet + 1 }), blad);
}

/** Which signalen that page shows, by id, in their order. */
export function vindWerk({ db, zicht }: Pick<Lezer, 'db' | 'zicht'>, filter: Filter, blad: Blad): Promise<string[]> {
  return vindSignalen(db, zicht, filter, blad);
}

/** These signalen, in this order, as far as this person sees them. */
export async function leesWerkregels(vraag: Lezer, ids: readonly string[]): Promise<Werkregel[]> {
  return (await metStand(vraag, ids, { volgorde: 'termijn', limiet: ids.length })).signalen;
}

type Lezer = Pick<Werkvraag, 'db' | 'persoon' | 'zicht'>;

async function metStand(
  { db, persoon, zicht }: Lezer,
  ids: readonly string[],
  blad: Pick<Blad, 'volgorde' | 'limiet'>,
): Promise<{ signalen: Werkregel[]; cursor: string | null }> {
  const [regels, standen, nieuws] = await Promise.all([
    leesRegels(db, zicht, ids),
    leesSignaalstanden(db, ids),
    leesNieuws(db, persoon.id, ids),
  ]);
  const namen = await leesNamen(db, genoemdInStanden(standen, persoon));
  return presentWerklijst(regels, { standen, namen, nieuws }, blad, persoon);
}

/** The views of this person's list, with how many are in each. */
export async function leesWeergaven({ db, ernaast, persoon, zicht, vandaag }: Werkvraag): Promise<Weergavekeuze[]> {
  const telBewaarde = async () => {
    const weergaven = bruikbaar(await leesBewaardeWeergaven(db, persoon.id));
    const telling = await telSignalen(ernaast(), zicht, bewaardefilters(weergaven, persoon, vandaag), TEL_TOT);
    return presentBewaardeWeergaven(weergaven, telling, persoon).weergaven;
  };
  const [telling, bewaarde] = await Promise.all([
    telVast(ernaast(), zicht, weergavefilters(persoon, vandaag), TEL_TOT),
    telBewaarde(),
  ]);
  const vaste = presentWeergaven(telling, persoon).weergaven;
  return [
    ...vaste.map((weergave) => ({ ...weergave, bewaard: false })),
    ...bewaarde.map((weergave) => ({ ...weergave, bewaard: true })),
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
