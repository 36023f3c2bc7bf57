import type { Db } from '#db/sql.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import { por } from './jobs.ts';
import type { Omgeving } from './omgeving.ts';
import { PROJECTIES } from './projecties.ts';
import type { Staatvan } from './soorten.ts';
import { moetWekken, schrijfStroom, type Stand, standVan, type Stroom, volgendeVan } from './stroom.ts';
import { type Schakel, volgensDeRegels } from './verloop.ts';

/** Writes what happened: the stream, then all that is kept beside it, and pokes for the worker. */
export async function legVast<K extends Stroomsoort>(
  db: Db,
  soort: K,
  stroom: Stroom<K> | undefined,
  verloop: readonly Schakel<K>[],
  { nu, klokverschilMs, kader }: Omgeving,
  { wek }: { wek: boolean },
): Promise<Stand> {
  const staat: Staatvan<K> | undefined = verloop.at(-1)?.na;
  const eerste = verloop[0];
  if (staat === undefined || eerste === undefined) {
    if (stroom === undefined) throw new Error('A new stream without a gebeurtenis');
    return standVan(stroom, nu);
  }
  const volgende = volgensDeRegels(staat.id, () => volgendeVan(soort, staat));
  const moetWakker = wek && moetWekken(soort, stroom, staat, volgende);

  const nieuw = { id: staat.id, soort, staat, volgende, klokverschilMs };
  const nummer = await schrijfStroom(db, nieuw, {
    begonnen: stroom === undefined ? eerste.gebeurtenis.op : null,
    wek: moetWakker,
  });
  let post = false;
  for (const projectie of PROJECTIES[soort]) {
    const laatPostNa = await projectie(db, { nummer, staat, verloop, kader, nu, klokverschilMs });
    post ||= laatPostNa;
  }
  await por(db, staat.id, { wek: moetWakker, post });
  return standVan({ ...nieuw, nummer, geparkeerd: false }, nu);
}
