import type { Db } from '#db/sql.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { leesOmgeving } from '../schrijven/omgeving.ts';
import { isSignaalstroom, leesStroom } from '../schrijven/stroom.ts';
import { verloopVan } from '../schrijven/verloop.ts';

/** A signaal on the clock of its stream, with all that the clock owes. */
export interface Bijgewerkt {
  nummer: string;
  staat: Staat;
  geparkeerd: boolean;
  nu: Tijdstip;
  kader: Kader;
}

/** Reads a signaal as it is now, and writes nothing. A parked one is as it was when its rules failed. */
export async function leesBijgewerkt(db: Db, id: string): Promise<Bijgewerkt | undefined> {
  const stroom = await leesStroom(db, id);
  if (stroom === undefined || !isSignaalstroom(stroom)) return undefined;
  const { nu, kader } = await leesOmgeving(db, stroom, {});
  const { nummer, staat, geparkeerd } = stroom;
  const ingehaald = geparkeerd ? [] : verloopVan('signaal', id, staat, haalIn(staat, nu, kader));
  return { nummer, staat: ingehaald.at(-1)?.na ?? staat, geparkeerd, nu, kader };
}
