import { ALLEEN_WIE_HET_GEZIN_KENT, houdtCasusBij } from '#contract/casus.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';

import type { Call, Contract } from '../contract.ts';
import { Probleem } from '../problem.ts';
import { eisStand } from './doe.ts';

/** Who asks about the casusbijlage of which signaal. */
export type Casusvraag = Pick<Call<Contract>, 'gebruiker' | 'diensten' | 'versies'> & { params: { signaal: string } };

export function standVoor({ diensten, params, gebruiker }: Casusvraag): Promise<Signaalstand> {
  return eisStand(diensten, params.signaal, gebruiker);
}

/** Throws Probleem 404, and 412 for who saw another version of the signaal. */
export async function eisStandNu(vraag: Casusvraag): Promise<Signaalstand> {
  const stand = await standVoor(vraag);
  if (vraag.versies?.includes(stand.staat.inhoudsversie) === false)
    throw new Probleem('verouderd', { detail: 'Haal het signaal opnieuw op en kijk wat er veranderde.' });
  return stand;
}

/** Throws the same, and 403 for who does not know the family. */
export async function eisBijhouder(vraag: Casusvraag): Promise<Signaalstand> {
  const stand = await eisStandNu(vraag);
  if (!houdtCasusBij(stand, vraag.gebruiker)) throw new Probleem('geen_toegang', { detail: ALLEEN_WIE_HET_GEZIN_KENT });
  return stand;
}

export function plekVan({ gebruiker }: Casusvraag, { id, nu }: Signaalstand) {
  return { stroom: id, door: gebruiker.id, op: nu };
}
