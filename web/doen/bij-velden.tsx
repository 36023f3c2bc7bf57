import type { ReactNode } from 'react';
import type * as z from 'zod';

import { twijfelsIn } from '#contract/twijfel.ts';
import type { Handeling } from '#handelingen/handeling.ts';

import type { Twijfelveld } from '../components/mag-blijven.tsx';
import { type Gepost, invoerUit } from '../formulier.ts';
import type { Eerder } from './eerder.ts';
import type { Keuzes } from './keuzes.ts';
import { Voorstellen } from './pages/voorstellen.tsx';
import { voorstellenUit } from './voorstellen.ts';

/** Below what runs aground: what that text proposes and what was solved before, once that was asked. */
export async function onderVelden(
  { soort }: Handeling,
  gepost: Gepost,
  keuzes: Keuzes,
  lees: (tekst: string) => Promise<readonly Eerder[]>,
): Promise<ReadonlyMap<string, ReactNode>> {
  if (soort !== 'indienen') return new Map();
  const [tekst = ''] = gepost['knelpunt'] ?? [];
  const gevraagd = gepost['stap'] !== undefined;
  const voorstellen = gevraagd ? voorstellenUit(tekst, keuzes.get('organisatie') ?? []) : null;
  const eerder = gevraagd ? await lees(tekst) : [];
  return new Map([['knelpunt', <Voorstellen key="voorstellen" {...{ voorstellen, eerder }} getypt={gepost} />]]);
}

/** What may tell who somebody is, in the texts of this form. */
export function twijfelvelden(schema: z.ZodType, gepost: Gepost): Twijfelveld[] {
  const twijfels = twijfelsIn(schema, invoerUit(schema, gepost));
  return twijfels.map(({ pad, vondst }) => ({ veld: pad.join('.'), woorden: vondst.stuk }));
}
