import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { verzoekhandeling } from './handeling.ts';

export const tegenhouden = verzoekhandeling({
  soort: 'tegenhouden',
  pad: 'tegenhoudingen',
  operatie: 'houdEscalatiecontactTegen',
  samenvatting: 'Houd de vraag aan het escalatiecontact één keer tegen',
  invoer: z
    .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom het escalatiecontact nog niet moet worden gevraagd.') })
    .meta({ id: 'Tegenhouding', description: 'De vraag aan het escalatiecontact één keer tegenhouden.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: ({ toelichting }) => ({ tekst: { toelichting } }),
});
