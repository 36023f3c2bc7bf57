import * as z from 'zod';

import {
  Doelgroep,
  Knelpunttype,
  LANGE_TEKST,
  Leefgebied,
  Leeftijdscategorie,
  tekst,
  Urgentie,
  Wet,
} from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';

import {
  DOELGROEPEN,
  GEEN_VAN_DEZE_ALLEEN,
  GEEN_VAN_DEZE_IS_ALLES,
  KNELPUNTTYPEN,
  LEEFGEBIEDEN,
  uniek,
  WETTEN,
} from './delen/codes.ts';
import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

const velden = z.strictObject({
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
  samenvatting: 'Geef een signaal betere codes',
  omschrijving: 'Een kortere urgentie verkort wat loopt; spoed bij lokaal brengt het signaal naar de regio.',
  invoer: metRegels(velden, [GEEN_VAN_DEZE_ALLEEN])
    .refine(({ toelichting: _toelichting, ...rest }) => Object.values(rest).some((waarde) => waarde !== undefined), {
      params: { soort: 'te_weinig' },
    })
    .meta({
      id: 'NieuweIndeling',
      description: 'Betere codes. Wat u weglaat, blijft.',
      override: ({ jsonSchema }) => {
        const namen = Object.keys(velden.shape).filter((naam) => naam !== 'toelichting');
        jsonSchema.anyOf = namen.map((naam) => ({ required: [naam] }));
        jsonSchema.allOf = [GEEN_VAN_DEZE_IS_ALLES];
      },
    }),
  velden: {
    doelgroepen: DOELGROEPEN,
    knelpunttypen: KNELPUNTTYPEN,
    wetten: WETTEN,
    leefgebieden: LEEFGEBIEDEN,
    leeftijdscategorie: {},
    urgentie: {},
    toelichting: TOELICHTING,
  },
  geheel: { te_weinig: 'Wijzig minstens één code.' },
  opdracht: ({ toelichting, ...codes }) => ({
    indeling: Object.fromEntries(Object.entries(codes).filter(([, waarde]) => waarde !== undefined)),
    ...magTekst('toelichting', toelichting),
  }),
});
