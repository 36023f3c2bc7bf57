import * as z from 'zod';

import type { Genoemd } from '#db/queries/namen.ts';
import type { Verhaalplek } from '#db/queries/rapporten.ts';
import type { VastgelegdeToestemming } from '#db/queries/toestemmingen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import {
  bezwarenTegenToestemming,
  CASUSDELEN,
  geldt,
  type Toestemming,
  type Toestemmingbezwaar,
  type Toestemmingsontvanger,
} from '#domain/casus.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { datum, kalenderdag, PadSignaal, PersoonSchema, tijdstip } from './basis.ts';
import { Casusdeelnaam, type Casusstand, gekendeToestemmingen, trektToestemmingIn } from './casus.ts';
import type { Foutsoort } from './invoerfout.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbereikIn } from './leesbereik.ts';
import { Periode } from './rapport.ts';
import type { Velden } from './velden.ts';

const AFSPRAAK = {
  van: z.enum(codesVan('toestemmer')).meta({ description: 'Wie toestemming gaf.' }),
  wijze: z.enum(codesVan('toestemmingwijze')).meta({ description: 'Hoe die toestemming is gegeven.' }),
  delen: z
    .array(Casusdeelnaam)
    .min(1)
    .max(CASUSDELEN.length)
    .meta({ description: 'Welke delen gelezen mogen worden.' }),
  gegevenDatum: datum('Wanneer de toestemming is gegeven.'),
  totEnMetDatum: datum('De laatste dag waarop zij geldt. Hoogstens een jaar.', '2027-09-25'),
};
/** For telling of it in a report, without saying who it is: no part is opened. */
const { delen: _delen, ...ZONDER_DELEN } = AFSPRAAK;
export const Verhaaltoestemming = z
  .strictObject(ZONDER_DELEN)
  .meta({ id: 'NieuweVerhaaltoestemming', description: 'Toestemming om er in een rapport over te vertellen.' });

const Hoger = z.enum(['regionaal', 'landelijk']).meta({ description: 'Het niveau waarop het gelezen mag worden.' });

/** For a level. */
export const NieuweToestemming = z.strictObject({ niveau: Hoger, ...AFSPRAAK }).meta({
  id: 'NieuweToestemming',
  description: 'Toestemming om delen te laten lezen door wie het hogerop behandelt.',
});

/** For the party of the verzoek in the path. */
export const Partijtoestemming = z
  .strictObject(AFSPRAAK)
  .meta({ id: 'NieuwePartijtoestemming', description: 'Toestemming om delen te laten lezen door één ketenpartner.' });

const AFSPRAAKZINNEN = {
  van: { verplicht: 'Kies wie toestemming gaf.' },
  wijze: { verplicht: 'Kies hoe de toestemming is gegeven.' },
  delen: {
    verplicht: 'Kies wat gelezen mag worden.',
    te_weinig: 'Kies wat gelezen mag worden.',
    te_veel: 'Noem elk deel één keer.',
  },
  gegevenDatum: {
    verplicht: 'Geef de datum waarop de toestemming is gegeven.',
    toekomst: 'Deze datum ligt in de toekomst. Leg de toestemming vast als u die hebt.',
  },
  totEnMetDatum: {
    verplicht: 'Spreek met het gezin een laatste dag af.',
    verleden: 'Deze datum is voorbij. De toestemming zou niets openen.',
    te_veel: 'Een toestemming geldt hoogstens een jaar. Vraag het daarna opnieuw.',
  },
} as const;

export const TOESTEMMINGZINNEN: Velden<z.input<typeof NieuweToestemming>> = {
  niveau: { verplicht: 'Kies voor welk niveau de toestemming is.' },
  ...AFSPRAAKZINNEN,
};
export const PARTIJTOESTEMMINGZINNEN: Velden<z.input<typeof Partijtoestemming>> = AFSPRAAKZINNEN;

const { delen: _zin, ...ZONDER_DELENZIN } = AFSPRAAKZINNEN;
export const VERHAALTOESTEMMINGZINNEN: Velden<z.input<typeof Verhaaltoestemming>> = ZONDER_DELENZIN;

/** Where each objection is told, and as which fault. */
const BIJ_BEZWAAR: Readonly<Record<Toestemmingbezwaar, { pad: string[]; soort: Foutsoort }>> = {
  nog_niet_gegeven: { pad: ['gegevenDatum'], soort: 'toekomst' },
  al_voorbij: { pad: ['totEnMetDatum'], soort: 'verleden' },
  te_lang: { pad: ['totEnMetDatum'], soort: 'te_veel' },
};

export const PadToestemming = PadSignaal.extend({
  toestemming: z.uuid().meta({ description: 'Id van de toestemming.' }),
});

const Verhaalplekschema = z
  .strictObject({
    definitief: z
      .boolean()
      .meta({ description: 'Of het rapport definitief is. Dan gaat het verhaal er niet meer uit.' }),
    periode: Periode.nullable().meta({ description: 'Over welk half jaar. null: het rapport is niet definitief.' }),
    versie: z.int().nullable().meta({ description: 'Welke versie. null: het rapport is niet definitief.' }),
    vervangen: z.boolean().meta({ description: 'Of er een nieuwere definitieve versie is.' }),
    bellen: PersoonSchema.nullable().meta({ description: 'Wie u van het landelijk team kunt bellen.' }),
  })
  .meta({ id: 'Verhaalplek', description: 'Een rapport waarin een verhaal over dit signaal staat.' });

export const Toestemmingenlijst = vanZaken(
  z
    .strictObject({
      toestemmingen: z.array(
        z
          .strictObject({
            id: z.uuid().meta({ description: 'Id van de toestemming.' }),
            niveau: Hoger.nullable(),
            verzoek: z.uuid().nullable().meta({ description: 'Het verzoek, als zij voor een ketenpartner is.' }),
            verhaal: z.boolean().meta({ description: 'Of zij is om er in een rapport over te vertellen.' }),
            ...AFSPRAAK,
            delen: z.array(Casusdeelnaam).meta({ description: 'Welke delen gelezen mogen worden.' }),
            gegevenDatum: kalenderdag('Wanneer de toestemming is gegeven.'),
            totEnMetDatum: kalenderdag('De laatste dag waarop zij geldt.'),
            geldt: z.boolean().meta({ description: 'Of zij vandaag iets opent.' }),
            vastgelegdDoor: PersoonSchema,
            vastgelegdOp: tijdstip('Wanneer zij is vastgelegd.'),
            ingetrokkenOp: tijdstip('Wanneer zij is ingetrokken.').nullable(),
          })
          .meta({ id: 'Toestemming', description: 'Wat iemand van het gezin toestond.' }),
      ),
      verhalen: z
        .array(Verhaalplekschema)
        .nullable()
        .meta({ description: 'Waar een verhaal over dit signaal staat. null: u mag dat niet weten.' }),
    })
    .meta({ id: 'Toestemmingenlijst', description: 'Wat het gezin toestond; de nieuwste eerst.' }),
);

/** For who may withdraw what the family allows, and does not work for an organisatie that it concerns; null for everybody else. */
export function gekendeVerhaalplekken(
  plekken: readonly Verhaalplek[],
  stand: Casusstand,
  kijker: Kijker,
): readonly Verhaalplek[] | null {
  return trektToestemmingIn(stand, kijker) && leesbereikIn(stand, kijker) === 'alles' ? plekken : null;
}

export function presentToestemmingen(
  { toestemmingen, plekken }: { toestemmingen: readonly VastgelegdeToestemming[]; plekken: readonly Verhaalplek[] },
  namen: Readonly<Record<string, Genoemd>>,
  stand: Casusstand,
  kijker: Kijker,
): z.infer<typeof Toestemmingenlijst> {
  return toon(kijker, {
    toestemmingen: gekendeToestemmingen(toestemmingen, stand, kijker).map((een) => ({
      id: een.id,
      niveau: een.niveau,
      verzoek: een.verzoek,
      verhaal: een.niveau === null && een.verzoek === null,
      van: een.van,
      wijze: een.wijze,
      delen: [...een.delen],
      gegevenDatum: een.gegevenOp,
      totEnMetDatum: een.totEnMet,
      geldt: geldt(een, datumVan(stand.nu)),
      vastgelegdDoor: namen[een.door] ?? { id: een.door, naam: een.door, telefoon: null },
      vastgelegdOp: een.op,
      ingetrokkenOp: een.ingetrokkenOp,
    })),
    verhalen:
      gekendeVerhaalplekken(plekken, stand, kijker)?.map(({ periode, versie, isVervangen, bellen }) => ({
        definitief: periode !== null,
        periode,
        versie,
        vervangen: isVervangen,
        bellen,
      })) ?? null,
  });
}

/** What was filled in, as the rules know it. */
export function toestemmingVan(
  {
    van,
    wijze,
    delen = [],
    gegevenDatum,
    totEnMetDatum,
  }: z.output<typeof Verhaaltoestemming> & Partial<Pick<z.output<typeof Partijtoestemming>, 'delen'>>,
  ontvanger: Toestemmingsontvanger,
  id: string,
): Omit<Toestemming, 'ingetrokkenOp'> {
  return { ...ontvanger, id, van, wijze, delen: [...new Set(delen)], gegevenOp: gegevenDatum, totEnMet: totEnMetDatum };
}

/** What is wrong with it today, on the clock of the signaal, at the field of each. */
export function foutenIn(
  toestemming: Pick<Toestemming, 'gegevenOp' | 'totEnMet'>,
  { nu }: Casusstand,
): { pad: string[]; soort: Foutsoort }[] {
  return bezwarenTegenToestemming(toestemming, datumVan(nu)).map((bezwaar) => BIJ_BEZWAAR[bezwaar]);
}
