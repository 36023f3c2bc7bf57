import type { Request } from 'express';
import type * as z from 'zod';

import type { Leesmoment } from '#activities/gebruikers/gelezen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Verslag } from '#contract/verslag.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { isInhoud } from '#domain/signaal/betekenis.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

type Gebeurtenisweergave = z.infer<typeof Verslag>['gebeurtenissen'][number];

/** A line of the record that is told in a sentence. */
export type Verloopregel = Gebeurtenisweergave & { zin: string };

/** How somebody looks at what happened. */
export interface Kijk {
  /** Without what the clock did. */
  alleenMensen: boolean;
  /** Also what lies so far back that the page leaves it out. */
  vanafHetBegin: boolean;
}

/** As many of the last as are on the page; what came before is behind a link. */
export const OP_DE_PAGINA = 50;

export function leesKijk({ verloop, vanaf }: Request['query']): Kijk {
  return { alleenMensen: verloop === 'mensen', vanafHetBegin: vanaf === 'begin' };
}

/** The page of a signaal, looked at like that. */
export function kijkadres(nummer: string, { alleenMensen, vanafHetBegin }: Kijk): string {
  const vragen = new URLSearchParams({
    ...(alleenMensen && { verloop: 'mensen' }),
    ...(vanafHetBegin && { vanaf: 'begin' }),
  });
  const adres = ADRESSEN.signaal({ nummer });
  return `${vragen.size === 0 ? adres : `${adres}?${vragen.toString()}`}#verloop`;
}

/** Nobody did it: the clock, or a mail server. */
export function isVanzelf({ door }: Pick<Gebeurtenisweergave, 'door'>): boolean {
  return door === null || door.id === DIENST;
}

/** Somebody else did it since then, or nobody did and it changes something for who reads. */
export function isNieuw(
  een: Gebeurtenisweergave,
  { volgnummer }: Pick<Leesmoment, 'volgnummer'>,
  { id }: Pick<Kijker, 'id'>,
): boolean {
  if (een.volgnummer <= volgnummer || een.door?.id === id) return false;
  return !isVanzelf(een) || isInhoud(een.soort);
}

/** What is told, the last first. */
export function verteldIn(gebeurtenissen: readonly Gebeurtenisweergave[]): Verloopregel[] {
  return gebeurtenissen.filter((een): een is Verloopregel => een.zin !== null).toReversed();
}
