import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';
import { TERUGKOPPELING } from '#contract/zinnen.ts';

import { handeling } from './handeling.ts';

export const terugkoppelen = handeling({
  soort: 'terugkoppelen',
  pad: 'terugkoppelingen',
  operatie: 'koppelTerug',
  samenvatting: 'Geef de melder antwoord',
  invoer: z
    .strictObject({ terugkoppeling: tekst(LANGE_TEKST, 'Het antwoord aan de melder in gewone taal.') })
    .meta({ id: 'Terugkoppeling', description: 'Het antwoord aan de melder. Hiermee sluit het signaal.' }),
  velden: { terugkoppeling: TERUGKOPPELING },
  opdracht: ({ terugkoppeling }) => ({ tekst: { terugkoppeling } }),
});
