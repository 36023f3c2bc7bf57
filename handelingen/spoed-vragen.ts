import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { handeling } from './handeling.ts';

export const spoedVragen = handeling({
  soort: 'spoedVragen',
  pad: 'spoedvragen',
  operatie: 'vraagSpoed',
  samenvatting: 'Vraag de coördinator om spoed',
  omschrijving: 'Alleen de melder. Bel bij direct gevaar eerst 112, de huisarts of Veilig Thuis.',
  invoer: z
    .strictObject({ reden: tekst(LANGE_TEKST, 'Waarom het nu spoed heeft.') })
    .meta({ id: 'NieuweSpoedvraag', description: 'De coördinator om spoed vragen.' }),
  velden: { reden: { verplicht: 'Vertel waarom.', leeg: 'Vertel waarom.' } },
  opdracht: ({ reden }) => ({ tekst: { reden } }),
});
