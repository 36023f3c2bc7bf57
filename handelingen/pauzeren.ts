import * as z from 'zod';

import { datum, LANGE_TEKST, tekst, voorwaarde } from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { PAUZEREGELS } from '#domain/signaal/opdrachten/pauzeren.ts';

import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

const velden = z.strictObject({
  reden: z.enum(codesVan('pauzereden')).meta({ description: 'Waarom het signaal rust.' }),
  totEnMetDatum: datum('Tot en met welke dag: hoogstens 40 werkdagen, of tot de datum van een besluit.'),
  toelichting: tekst(LANGE_TEKST, 'Meer uitleg. Verplicht bij anders.').optional(),
});

export const pauzeren = handeling({
  soort: 'pauzeren',
  pad: 'pauzes',
  operatie: 'pauzeerSignaal',
  samenvatting: 'Laat een signaal rusten',
  omschrijving: 'De termijn staat stil tot en met de datum. Daarna gaat het vanzelf verder.',
  invoer: metRegels(velden, PAUZEREGELS).meta({
    id: 'NieuwePauze',
    description: 'Het signaal laten rusten.',
    override: ({ jsonSchema }) => {
      jsonSchema.allOf = [voorwaarde({ properties: { reden: { const: 'anders' } } }, { required: ['toelichting'] })];
    },
  }),
  velden: {
    reden: { verplicht: 'Vertel waarom.' },
    totEnMetDatum: { verplicht: 'Kies tot en met welke dag.' },
    toelichting: TOELICHTING,
  },
  opdracht: ({ reden, totEnMetDatum, toelichting }) => ({
    reden,
    tot: totEnMetDatum,
    ...magTekst('toelichting', toelichting),
  }),
});
