import type { Request } from 'express';

import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { hexHash } from '#platform/hash.ts';

import type { Call, Contract } from './contract.ts';
import { Probleem } from './problem.ts';

/** Throws Probleem 409 when the key of this request was used for any other. A refusal leaves the key free. */
export async function metEigenSleutel<T>(
  operatie: string,
  call: Pick<Call<Contract>, 'params' | 'query' | 'body' | 'diensten' | 'opdracht'>,
  sleutel: string,
  handel: () => Promise<T>,
): Promise<T> {
  const { params = null, query = {}, diensten, opdracht } = call;
  const { sleutels } = diensten;
  const body: unknown = call.body instanceof Uint8Array ? hexHash(call.body) : (call.body ?? null);
  // With the key in it, which is kept nowhere, what was sent cannot be guessed from its hash.
  const inhoud = JSON.stringify([sleutel, operatie, params, query, body]);
  const gebruik = await sleutels.gebruik(opdracht, hexHash(inhoud));
  if (gebruik === 'anders') throw new Probleem('sleutel_hergebruikt', { detail: NIET_BEGONNEN.sleutel_hergebruikt });
  try {
    return await handel();
  } catch (error) {
    if (gebruik === 'nieuw' && error instanceof Probleem && error.status < 500) await sleutels.laatLos(opdracht);
    throw error;
  }
}

/** Keys are per person, so that nobody can meet another's answer. */
export function opdrachtId(req: Request, gebruiker: Pick<Gebruiker, 'id'>): string {
  const sleutel = sleutelIn(req);
  return sleutel === '' ? '' : hexHash(`${gebruiker.id}\n${sleutel}`, 40);
}

export function sleutelIn(req: Request): string {
  return req.get('idempotency-key') ?? '';
}
