import * as z from 'zod';

import { TIJDVAKNAAM } from '#domain/tijd/tijdvak.ts';
import { UITVOERDOELEN, UITVOERDOELNAMEN } from '#domain/uitvoer/tabellen.ts';

import { code } from './basis.ts';

export const PadTijdvak = z.strictObject({
  tijdvak: code(7, TIJDVAKNAAM).meta({ description: 'Een jaar of een kwartaal.', example: '2027-K2' }),
});

export const Uitvoervragen = z.strictObject({
  doel: z.enum(UITVOERDOELEN).meta({
    description: `Waarvoor u de gegevens nodig hebt. Dit komt in het logboek. ${Object.entries(UITVOERDOELNAMEN)
      .map(([doel, naam]) => `${doel}: ${naam}.`)
      .join(' ')}`,
    example: 'onderzoek',
  }),
});
