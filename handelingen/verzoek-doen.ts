import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, Organisatiecode, tekst, voorwaarde } from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { LOKET, ORGANISATIE, PERSOON } from '#contract/zinnen.ts';
import type { Db } from '#db/sql.ts';
import { codesVan, type Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { AAN_ORGANISATIE, VERZOEKREGELS } from '#domain/signaal/opdrachten/verzoek-doen.ts';
import { uuidOf } from '#platform/uuid.ts';

import { onbekendeOrganisaties, onbekendePersoon, onbekendLoket } from './bestaat.ts';
import { Loketid } from './delen/loket.ts';
import { handeling, type Veldfout } from './handeling.ts';

const velden = z.strictObject({
  soort: z.enum(codesVan('verzoeksoort')).meta({ description: 'Wat voor verzoek het is.' }),
  organisatie: Organisatiecode.optional().meta({ description: 'Aan welke organisatie. Niet bij een navraag.' }),
  loket: Loketid.optional(),
  persoon: Gebruikersnaam.optional().meta({ description: 'Aan welke deskundige. Alleen bij een consultatie.' }),
  vraag: tekst(
    LANGE_TEKST,
    'Wat u vraagt. Schrijf geen namen of andere persoonsgegevens op.',
    'Wilt u binnen de termijn een besluit nemen op de aanvraag van 2 maart?',
  ),
});

export const verzoekDoen = handeling({
  soort: 'verzoekDoen',
  pad: 'verzoeken',
  operatie: 'doeVerzoek',
  samenvatting: 'Vraag iets aan een ketenpartner, een deskundige of de melder',
  omschrijving:
    'vraag: doe iets of antwoord. consultatie: denk mee. warme_overdracht: neem het over. navraag: vertel meer. ' +
    'Zolang een ketenpartner de tijd heeft, gaat het signaal niet vanzelf omhoog. ' +
    'Aan een organisatie zonder loket waar mail aankomt vraagt u niets: dan volgt 409 met wat u wel kunt doen. ' +
    'Het antwoord zegt ook of de organisatie gesloten is.',
  invoer: metRegels(velden, VERZOEKREGELS).meta({
    id: 'NieuwVerzoek',
    description: 'Iets vragen aan een ketenpartner, een deskundige of de melder.',
    override: ({ jsonSchema }) => {
      const soort = (codes: readonly Verzoeksoort[]) => ({ properties: { soort: { enum: codes } } });
      jsonSchema.allOf = [
        voorwaarde(soort(AAN_ORGANISATIE), { required: ['organisatie'], properties: { persoon: false } }),
        voorwaarde(soort(['consultatie']), { oneOf: [{ required: ['organisatie'] }, { required: ['persoon'] }] }),
        voorwaarde(soort(['navraag']), { properties: { organisatie: false, persoon: false } }),
        { dependentRequired: { loket: ['organisatie'] } },
      ];
    },
  }),
  velden: {
    soort: { verplicht: 'Kies welke soort.' },
    organisatie: ORGANISATIE,
    loket: LOKET,
    persoon: PERSOON,
    vraag: { verplicht: 'Schrijf de vraag.', leeg: 'Schrijf de vraag.' },
  },
  opdracht: async ({ soort, organisatie, persoon, loket, vraag }, { db, id }) => {
    const fouten = [
      ...(await onbekendePersoon(db, ['persoon'], persoon)),
      ...(organisatie === undefined ? [] : await onbekendePartij(db, organisatie, loket)),
    ];
    if (fouten.length > 0) return { fouten };
    return {
      verzoek: uuidOf('verzoek', id),
      verzoeksoort: soort,
      organisatie: organisatie ?? null,
      persoon: persoon ?? null,
      escalatiecontact: organisatie !== undefined,
      ...(loket !== undefined && { loket }),
      tekst: { vraag },
    };
  },
});

/** Of an organisatie that nobody knows no desk is looked for. */
async function onbekendePartij(db: Db, organisatie: string, loket: string | undefined): Promise<Veldfout[]> {
  const fouten = await onbekendeOrganisaties(db, [[['organisatie'], organisatie]]);
  return fouten.length > 0 ? fouten : onbekendLoket(db, organisatie, loket);
}
