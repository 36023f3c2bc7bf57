import * as z from 'zod';

import type { Regiocode as Regioofgeen } from '#domain/beleid/regios.ts';
import { ALLE, type Noemer, perHonderd } from '#domain/rapport/noemers.ts';

import { datum, Regiocode } from './basis.ts';

export const Clientencijfers = z
  .strictObject({
    peildatum: datum('De dag waarop de cliënten zijn geteld: de laatste die bekend is.'),
    bron: z.string().meta({ description: 'Waar dat aantal staat.' }),
    regios: z.array(
      z.strictObject({
        regio: Regiocode.or(z.literal('ONBEKEND')),
        clienten: z.int().min(0).meta({ description: 'Cliënten op die dag.' }),
        ingediend: z.int().min(0).meta({ description: 'Ingediend in deze dagen.' }),
        perHonderd: z.number().min(0).nullable().meta({
          description: 'Ingediend op elke honderd cliënten, met één decimaal; null zonder cliënten.',
        }),
      }),
    ),
  })
  .nullable()
  .meta({ description: 'Hoeveel er is ingediend naast hoeveel cliënten er zijn; null zolang dat niet bekend is.' });

/** Of the regions of which is known how many clients they have; `noemers` are those of one day. */
export function clientencijfers(
  instroom: readonly { regio: Regioofgeen; aantal: number }[],
  regios: readonly Regioofgeen[],
  noemers: readonly Noemer[],
): z.infer<typeof Clientencijfers> {
  const perRegio = noemers.filter(
    ({ doelgroep, regio }) => doelgroep === ALLE && regios.some((code) => code === regio),
  );
  const [eerste] = perRegio;
  if (eerste === undefined) return null;
  return {
    peildatum: eerste.peildatum,
    bron: [...new Set(perRegio.map(({ bron }) => bron))].join('; '),
    regios: regios.flatMap((regio) => {
      const clienten = perRegio.find((een) => een.regio === regio)?.aantal;
      if (clienten === undefined) return [];
      const ingediend = instroom.reduce((tot, een) => (een.regio === regio ? tot + een.aantal : tot), 0);
      return [{ regio, clienten, ingediend, perHonderd: perHonderd(ingediend, clienten) }];
    }),
  };
}
