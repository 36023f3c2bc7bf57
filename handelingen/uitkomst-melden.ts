import * as z from 'zod';

import { LANGE_TEKST, Systeemreden, tekst, voorwaarde } from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { TERUGKOPPELING } from '#contract/zinnen.ts';
import { HANDUITKOMSTEN } from '#domain/beleid/codelijsten.ts';
import { UITKOMSTREGELS } from '#domain/signaal/opdrachten/uitkomst-melden.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

const velden = z.strictObject({
  uitkomst: z.enum(HANDUITKOMSTEN).meta({ description: 'Wat er van het signaal is gekomen.' }),
  systeemreden: Systeemreden.optional().meta({ description: 'Verplicht bij niet_oplosbaar, en alleen dan.' }),
  toelichting: tekst(LANGE_TEKST, 'Hoe het is gelopen.'),
  terugkoppeling: tekst(
    LANGE_TEKST,
    'Het antwoord aan de melder in gewone taal. Hiermee sluit het signaal.',
  ).optional(),
});

export const uitkomstMelden = handeling({
  soort: 'uitkomstMelden',
  pad: 'uitkomsten',
  operatie: 'meldUitkomst',
  samenvatting: 'Meld wat er van een signaal is gekomen',
  omschrijving: 'Het signaal sluit pas als de melder het antwoord heeft gekregen; dat kan in dezelfde opdracht.',
  invoer: metRegels(velden, UITKOMSTREGELS).meta({
    id: 'UitkomstMelding',
    description: 'De uitkomst van een signaal.',
    override: ({ jsonSchema }) => {
      jsonSchema.allOf = [
        voorwaarde(
          { properties: { uitkomst: { const: 'niet_oplosbaar' } } },
          { required: ['systeemreden'] },
          { properties: { systeemreden: false } },
        ),
      ];
    },
  }),
  velden: {
    uitkomst: { verplicht: 'Kies wat er van het signaal is gekomen.' },
    systeemreden: {},
    toelichting: TOELICHTING,
    terugkoppeling: TERUGKOPPELING,
  },
  opdracht: ({ uitkomst, systeemreden, toelichting, terugkoppeling }) => ({
    uitkomst,
    systeemreden: systeemreden ?? null,
    terugkoppeling: terugkoppeling !== undefined,
    tekst: { toelichting, ...(terugkoppeling !== undefined && { terugkoppeling }) },
  }),
});
