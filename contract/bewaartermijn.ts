import * as z from 'zod';

import type { Bewaartermijnstand } from '#db/queries/wissingen.ts';
import { maandenGrenzen, SINDS, TERMIJNSOORTEN, type Termijnsoort } from '#domain/beleid/bewaartermijnen.ts';

import { LANGE_TEKST, tekst, tijdstip } from './basis.ts';
import type { Foutsoort } from './invoerfout.ts';
import type { Velden } from './velden.ts';
import { WISWAT } from './wissing.ts';

export const PadBewaartermijn = z.strictObject({
  soort: z.enum(TERMIJNSOORTEN).meta({ description: 'Wat er wordt bewaard.', example: 'lessen' }),
});

const MAANDEN = z.int().min(1).max(240);

/** Another term, with its source. */
export const NieuweBewaartermijn = z
  .strictObject({
    maanden: MAANDEN.meta({ description: 'Hoeveel maanden het blijft.', example: 24 }),
    bron: tekst(LANGE_TEKST, 'Waarom het zo lang is, en waar dat staat.', 'DPIA van maart 2027, maatregel 12.'),
  })
  .meta({ id: 'NieuweBewaartermijn', description: 'Een andere termijn, als voorstel.' });

export const BEWAARTERMIJNZINNEN: Velden<z.input<typeof NieuweBewaartermijn>> = {
  maanden: {
    verplicht: 'Vul in hoeveel maanden het blijft.',
    type: 'Vul een heel aantal maanden in.',
    te_klein: 'Dit is korter dan mag.',
    te_groot: 'Kies hoogstens 240 maanden.',
  },
  bron: { verplicht: 'Schrijf op waarom het zo lang is.', leeg: 'Schrijf op waarom het zo lang is.' },
};

export const Bewaartermijnlijst = z
  .strictObject({
    bewaartermijnen: z.array(
      z
        .strictObject({
          soort: z.enum(TERMIJNSOORTEN).meta({ description: 'Wat er wordt bewaard.' }),
          wat: z.string().meta({ description: 'Wat dat is, in woorden.' }),
          maanden: MAANDEN.meta({ description: 'Hoeveel maanden het blijft.' }),
          sinds: z.string().meta({ description: 'Vanaf wanneer dat telt, in woorden.' }),
          bron: z.string().meta({ description: 'Waarom het zo lang is.' }),
          voorstel: z
            .strictObject({
              maanden: MAANDEN.meta({ description: 'Hoeveel maanden het zou blijven.' }),
              bron: z.string().meta({ description: 'Waarom.' }),
              door: z.strictObject({ id: z.string(), naam: z.string() }).meta({ description: 'Wie het voorstelde.' }),
              op: tijdstip('Wanneer.'),
            })
            .nullable()
            .meta({ description: 'Wat iemand voorstelde. null: niets.' }),
        })
        .meta({ id: 'Bewaartermijn', description: 'Hoelang iets blijft, en waarom.' }),
    ),
  })
  .meta({ id: 'Bewaartermijnen', description: 'Hoelang wij wat bewaren.' });

export function presentBewaartermijnen(termijnen: readonly Bewaartermijnstand[]): z.infer<typeof Bewaartermijnlijst> {
  return {
    bewaartermijnen: termijnen.map((termijn) => ({
      ...termijn,
      wat: WISWAT[termijn.soort],
      sinds: SINDS[termijn.soort],
    })),
  };
}

/** What is wrong with a term of this kind that no schema knows. */
export function termijnfouten(soort: Termijnsoort, maanden: number): { pad: string[]; soort: Foutsoort }[] {
  return maanden < maandenGrenzen(soort).minstens ? [{ pad: ['maanden'], soort: 'te_klein' }] : [];
}
