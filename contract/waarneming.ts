import * as z from 'zod';

import type { Waarneming, Waarnemingzicht } from '#db/queries/waarnemingen.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';

import { datum, Gebruikersnaam, kalenderdag, PersoonSchema } from './basis.ts';
import { metRegels } from './regels.ts';
import type { Velden } from './velden.ts';
import { PERSOON, TOT_EN_MET, VANAF } from './zinnen.ts';

export const PadWaarneming = z.strictObject({ waarneming: z.uuid().meta({ description: 'Id van de waarneming.' }) });

export const NieuweWaarneming = metRegels(
  z.strictObject({
    afwezige: Gebruikersnaam.optional().meta({
      description: 'Id van wie er niet is. Zonder id: u zelf.',
      example: 'coordinator.noord',
    }),
    waarnemer: Gebruikersnaam.meta({ description: 'Id van wie waarneemt.', example: 'coordinator.oost' }),
    vanDatum: datum('Vanaf welke dag.'),
    totEnMetDatum: datum('Tot en met welke dag.'),
  }),
  [
    {
      veld: 'totEnMetDatum',
      soort: 'volgorde',
      klopt: ({ vanDatum, totEnMetDatum }) =>
        vanDatum === undefined || totEnMetDatum === undefined || vanDatum <= totEnMetDatum,
    },
  ],
).meta({ id: 'NieuweWaarneming', description: 'Iemand die namens een ander handelt.' });

/** Why somebody who is away gets no second deputy on the same day. */
export const WAARNEMING_OVERLAPT = 'Beëindig eerst de andere, of kies andere dagen.';

export const WAARNEMINGZINNEN: Velden<z.input<typeof NieuweWaarneming>> = {
  afwezige: PERSOON,
  waarnemer: {
    verplicht: 'Kies wie waarneemt.',
    vorm: PERSOON.vorm,
    onbekend: 'Deze persoon kennen wij niet, of kan geen signalen behandelen.',
    niet_zelf: 'Iemand kan niet voor zichzelf waarnemen.',
  },
  vanDatum: VANAF,
  totEnMetDatum: {
    ...TOT_EN_MET,
    volgorde: 'De laatste dag komt niet voor de eerste.',
    verleden: 'Deze dag is voorbij. Kies vandaag of later.',
  },
};

export const WaarnemingSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id.' }),
    afwezige: PersoonSchema,
    waarnemer: PersoonSchema,
    vanDatum: kalenderdag('Vanaf welke dag.'),
    totEnMetDatum: kalenderdag('Tot en met welke dag. Ligt die voor de eerste dag, dan gaat het niet door.'),
  })
  .meta({ id: 'Waarneming', description: 'Wie in welke dagen namens wie handelt.' });

export const Waarnemingenlijst = z
  .strictObject({ waarnemingen: z.array(WaarnemingSchema).meta({ description: 'De eerste eerst.' }) })
  .meta({ id: 'Waarnemingenlijst', description: 'Wat nu loopt en wat nog komt.' });

export function presentWaarneming({ van, tot, ...wie }: Waarneming): z.infer<typeof WaarnemingSchema> {
  return { ...wie, vanDatum: van, totEnMetDatum: tot };
}

/** Whose waarnemingen this person sees: their own, a coordinator those of the region, the landelijk team all. */
export function waarnemingzicht(kijker: Kijker): Waarnemingzicht {
  const regios = heeftRol(kijker, 'regiocoordinator') ? kijker.regios : [];
  return { persoon: kijker.id, alles: heeftRol(kijker, 'landelijk_team'), regios };
}
