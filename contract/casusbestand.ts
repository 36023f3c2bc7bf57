import * as z from 'zod';

import { BESTANDSDELEN } from '#domain/casus.ts';

export const Casusbestandvragen = z.strictObject({
  deel: z.enum(BESTANDSDELEN).meta({ description: 'Of het een brief of een foto is.' }),
  bestandsnaam: z
    .string()
    .min(1)
    .max(255)
    .meta({ description: 'Hoe het bestand heet. Wordt versleuteld bewaard.', example: 'besluit.pdf' }),
});

export const Casusbestandinhoud = z.instanceof(Uint8Array).meta({
  description:
    'Een PDF, JPEG of PNG van hoogstens 10 MB: het bestand zelf. Van een foto blijft alleen het beeld, niet waar en wanneer die is gemaakt.',
});
