import * as z from 'zod';

import { Effect, LANGE_TEKST, tekst } from '#contract/basis.ts';

import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonhandeling } from '../handeling.ts';

export const effectVastleggen = patroonhandeling({
  soort: 'effectVastleggen',
  pad: 'effecten',
  operatie: 'legEffectVast',
  samenvatting: 'Leg vast wat gezinnen ervan merken',
  invoer: z
    .strictObject({ effect: Effect, toelichting: tekst(LANGE_TEKST, 'Waar dat uit blijkt.') })
    .meta({ id: 'PatroonEffect', description: 'Wat gezinnen ervan merken.' }),
  velden: { effect: { verplicht: 'Kies wat gezinnen ervan merken.' }, toelichting: TOELICHTING },
  opdracht: ({ effect, toelichting }) => ({ effect, tekst: { toelichting } }),
});
