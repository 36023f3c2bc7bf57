import * as z from 'zod';

import {
  Doelgroep,
  Knelpunttype,
  LANGE_TEKST,
  Leefgebied,
  Leeftijdscategorie,
  Onderwerp,
  tekst,
  Urgentie,
  Wet,
} from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { ONDERWERP } from '#contract/zinnen.ts';
import { INDELINGREGELS } from '#domain/signaal/opdrachten/indeling-wijzigen.ts';

import { DOELGROEPEN, GEEN_VAN_DEZE_IS_ALLES, KNELPUNTTYPEN, LEEFGEBIEDEN, uniek, WETTEN } from './delen/codes.ts';
import { magTeksten, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

const velden = z.strictObject({
  onderwerp: Onderwerp.optional().meta({ description: 'Waar het over gaat, in één regel.' }),
  doelgroepen: uniek(Doelgroep, 1, 6).optional().meta({ description: 'Eén tot zes, of alleen GEEN_VAN_DEZE.' }),
  knelpunttypen: uniek(Knelpunttype, 1, 3).optional().meta({ description: 'Een tot drie, de belangrijkste eerst.' }),
  wetten: uniek(Wet, 0, 10).optional().meta({ description: 'Wetten waar het mee te maken heeft.' }),
  leefgebieden: uniek(Leefgebied, 0, 16).optional().meta({ description: 'De delen van het leven die het raakt.' }),
  leeftijdscategorie: Leeftijdscategorie.optional(),
  urgentie: Urgentie.optional(),
  toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
});

export const indelingWijzigen = handeling({
  soort: 'indelingWijzigen',
  pad: 'indelingen',
  operatie: 'wijzigIndeling',
  samenvatting: 'Geef een signaal een beter onderwerp of betere codes',
  omschrijving: 'Een kortere urgentie verkort wat loopt; spoed bij lokaal brengt het signaal naar de regio.',
  invoer: metRegels(velden, INDELINGREGELS).meta({
    id: 'NieuweIndeling',
    description: 'Een beter onderwerp, betere codes. Wat u weglaat, blijft.',
    override: ({ jsonSchema }) => {
      const namen = Object.keys(velden.shape).filter((naam) => naam !== 'toelichting');
      jsonSchema.anyOf = namen.map((naam) => ({ required: [naam] }));
      jsonSchema.allOf = [GEEN_VAN_DEZE_IS_ALLES];
    },
  }),
  velden: {
    onderwerp: ONDERWERP,
    doelgroepen: DOELGROEPEN,
    knelpunttypen: KNELPUNTTYPEN,
    wetten: WETTEN,
    leefgebieden: LEEFGEBIEDEN,
    leeftijdscategorie: {},
    urgentie: {},
    toelichting: TOELICHTING,
  },
  opdracht: ({ toelichting, onderwerp, ...codes }) => ({
    indeling: Object.fromEntries(Object.entries(codes).filter(([, waarde]) => waarde !== undefined)),
    ...magTeksten({ onderwerp, toelichting }),
  }),
});
