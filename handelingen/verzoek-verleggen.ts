import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';
import { LOKET } from '#contract/zinnen.ts';

import { onbekendLoket } from './bestaat.ts';
import { Loketid } from './delen/loket.ts';
import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { verzoekhandeling } from './handeling.ts';

export const verzoekVerleggen = verzoekhandeling({
  soort: 'verzoekVerleggen',
  pad: 'verleggingen',
  operatie: 'verlegVerzoek',
  samenvatting: 'Leg een verzoek bij een ander van dezelfde organisatie',
  omschrijving: 'De klok loopt door. Zonder loket gaat het opnieuw naar het contact dat dit loket nu heeft.',
  invoer: z
    .strictObject({
      loket: Loketid.optional().meta({ description: 'Een ander loket van dezelfde organisatie.' }),
      toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
    })
    .optional()
    .meta({
      id: 'Verlegging',
      description: 'Hetzelfde verzoek aan een ander bij dezelfde organisatie, op dezelfde klok.',
    }),
  velden: { loket: LOKET, toelichting: TOELICHTING },
  opdracht: async (invoer, { db, stand, verzoek }) => {
    const { loket, toelichting } = invoer ?? {};
    const organisatie = stand.staat.verzoeken.find(({ id }) => id === verzoek)?.organisatie ?? null;
    const fouten = organisatie === null ? [] : await onbekendLoket(db, organisatie, loket);
    if (fouten.length > 0) return { fouten };
    return { ...(loket !== undefined && { loket }), ...magTekst('toelichting', toelichting) };
  },
});
