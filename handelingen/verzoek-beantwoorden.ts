import * as z from 'zod';

import { datum, Emailadres, LANGE_TEKST, naam, Organisatiecode, tekst, voorwaarde } from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { EMAIL, NAAM, ORGANISATIE } from '#contract/zinnen.ts';
import { type Antwoordsoort, codesVan } from '#domain/beleid/codelijsten.ts';
import type { Antwoord } from '#domain/signaal/opdracht.ts';
import { ANTWOORDREGELS, COLLEGA, MET_WOORDEN } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';

import { onbekendeOrganisaties } from './bestaat.ts';
import { TOELICHTING } from './delen/toelichting.ts';
import { type Verzoeksituatie, verzoekhandeling } from './handeling.ts';

const velden = z.strictObject({
  antwoord: z
    .enum(codesVan('antwoord'))
    .meta({ description: 'Het antwoord; welke er passen hangt af van het verzoek.' }),
  toegezegdDatum: datum('Voor wanneer het is toegezegd. Verplicht bij toegezegd, en alleen dan.').optional(),
  bevoegd: Organisatiecode.optional().meta({ description: 'Wie het wel kan. Alleen bij niet_bevoegd.' }),
  toelichting: tekst(
    LANGE_TEKST,
    'Wat is geantwoord. Verplicht als het antwoord zonder uitleg niets zegt, en bij niet_bevoegd zonder organisatie.',
  ).optional(),
  collega: z
    .strictObject({ naam: naam('Naam.'), email: Emailadres })
    .optional()
    .meta({ description: 'Wie het nu oppakt, en de vraag per mail krijgt. Verplicht bij doorgegeven, en alleen dan.' }),
});
type Invoer = z.output<typeof velden>;

/** An answer, as the party gives it or as the behandelaar heard it on the phone. */
export const verzoekBeantwoorden = verzoekhandeling({
  soort: 'verzoekBeantwoorden',
  pad: 'antwoorden',
  operatie: 'beantwoordVerzoek',
  samenvatting: 'Beantwoord een verzoek, of leg vast wat een partij antwoordde',
  omschrijving:
    'De gevraagde persoon antwoordt zelf. De behandelaar legt vast wat een ketenpartner aan de telefoon zei.',
  invoer: metRegels(velden, ANTWOORDREGELS).meta({
    id: 'NieuwAntwoord',
    description: 'Een antwoord op een verzoek.',
    override: ({ jsonSchema }) => {
      const code = (...codes: Antwoordsoort[]) => ({ properties: { antwoord: { enum: codes } } });
      jsonSchema.allOf = [
        voorwaarde(code('toegezegd'), { required: ['toegezegdDatum'] }, { properties: { toegezegdDatum: false } }),
        voorwaarde(
          code('niet_bevoegd'),
          { anyOf: [{ required: ['bevoegd'] }, { required: ['toelichting'] }] },
          { properties: { bevoegd: false } },
        ),
        voorwaarde(code('doorgegeven'), { required: ['collega'] }, { properties: { collega: false } }),
        voorwaarde(code(...MET_WOORDEN), { required: ['toelichting'] }),
      ];
    },
  }),
  velden: {
    antwoord: { verplicht: 'Kies het antwoord.' },
    toegezegdDatum: {},
    bevoegd: ORGANISATIE,
    toelichting: TOELICHTING,
    collega: { velden: { naam: NAAM, email: EMAIL } },
  },
  // Who answers by link has neither an account nor a sight of the signaal.
  opdracht: async (invoer, { db }: Pick<Verzoeksituatie, 'db' | 'verzoek'>) => {
    const { bevoegd, toelichting, collega } = invoer;
    const fouten = await onbekendeOrganisaties(db, [[['bevoegd'], bevoegd]]);
    if (fouten.length > 0) return { fouten };
    const tekst: Teksten = {
      ...(toelichting !== undefined && { toelichting }),
      ...(collega !== undefined && { [COLLEGA.naam]: collega.naam, [COLLEGA.email]: collega.email }),
    };
    return { antwoord: antwoordVan(invoer), ...(Object.keys(tekst).length > 0 && { tekst }) };
  },
});

function antwoordVan({ antwoord: soort, toegezegdDatum, bevoegd }: Invoer): Antwoord {
  if (soort === 'niet_bevoegd') return { soort, bevoegd: bevoegd ?? null };
  if (soort !== 'toegezegd') return { soort };
  if (toegezegdDatum === undefined) throw new TypeError('The schema lets no promise through without its date');
  return { soort, datum: toegezegdDatum };
}
