import * as z from 'zod';

import type { Genoemd } from '#db/queries/namen.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { VastgelegdeToestemming } from '#db/queries/toestemmingen.ts';
import { type Casusdeel, codesVan } from '#domain/beleid/codelijsten.ts';
import { type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import {
  BESTANDSDELEN,
  bezwarenTegenToestemming,
  CASUSDELEN,
  geldt,
  GESCHREVEN_DELEN,
  type GeschrevenDeel,
  leesbareDelen,
  magCasusBijhouden,
  type Toestemmingsontvanger,
  type Toestemming,
  type Toestemmingbezwaar,
  type Casusteksten as Casusinhoud,
} from '#domain/casus.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { datum, kalenderdag, LANGE_TEKST, PadSignaal, PersoonSchema, tijdstip, vertrouwelijk } from './basis.ts';
import { BIJLAGESOORTEN } from './bijlage.ts';
import type { Foutsoort } from './invoerfout.ts';
import { toon, vanZaken } from './kijker.ts';
import type { Velden } from './velden.ts';

/** To who may read a signaal and not who it is about. */
export const ALLEEN_MET_TOESTEMMING =
  'U ziet hier niet over wie dit signaal gaat. Dat kan alleen als het gezin daar toestemming voor gaf. Bel de melder als u het moet weten.';
/** To who may read it and not write in it. */
export const ALLEEN_WIE_HET_GEZIN_KENT =
  'Alleen de melder, of wie het signaal lokaal behandelt, schrijft hier iets op en legt toestemming vast.';

const OVER_WIE = {
  overWie: 'over_wie',
  contactGezin: 'contact_gezin',
  toelichting: 'toelichting',
} as const satisfies Record<string, GeschrevenDeel>;

export const Casusteksten = z
  .strictObject({
    overWie: vertrouwelijk(LANGE_TEKST, 'Over wie het gaat.', 'Bas, 24 jaar, en zijn moeder Ria.').optional(),
    contactGezin: vertrouwelijk(
      LANGE_TEKST,
      'Hoe het gezin te bereiken is.',
      'Ria: 06 12345678, na 16 uur.',
    ).optional(),
    toelichting: vertrouwelijk(LANGE_TEKST, 'Wat er verder nodig is om te weten.').optional(),
  })
  .meta({ id: 'Casusteksten', description: 'Wat er in de casusbijlage staat. Wat u weglaat, wordt leeg.' });

const LEEG = { leeg: 'Hier staat niets leesbaars. Schrijf iets op, of laat het weg.' };

export const CASUSZINNEN: Velden<z.input<typeof Casusteksten>> = {
  overWie: LEEG,
  contactGezin: LEEG,
  toelichting: LEEG,
};

/** What was filled in, by the parts of the rules. */
export function casustekstenVan(ingevuld: z.output<typeof Casusteksten>): Casusinhoud {
  return Object.fromEntries(
    Object.entries(OVER_WIE).flatMap(([veld, deel]) => {
      const tekst = ingevuld[veld as keyof typeof OVER_WIE];
      return tekst === undefined ? [] : [[deel, tekst]];
    }),
  );
}

/** What is written now, by the field in which one changes it. */
export function veldenVanCasusteksten(
  teksten: readonly { deel: GeschrevenDeel; tekst: string }[],
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(OVER_WIE).map(([veld, deel]) => [
      veld,
      teksten.filter((een) => een.deel === deel).map(({ tekst }) => tekst),
    ]),
  );
}

export const PadCasusbestand = PadSignaal.extend({
  bestand: z.uuid().meta({ description: 'Id van het bestand.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' }),
});

const Deel = z.enum(CASUSDELEN).meta({ id: 'Casusdeel', description: 'Een deel van de casusbijlage.' });

export const Casusbijlage = vanZaken(
  z
    .strictObject({
      leesbareDelen: z.array(Deel).meta({ description: 'De delen die u mag lezen.' }),
      magBijhouden: z.boolean().meta({ description: 'Of u hier iets mag opschrijven en toestemming mag vastleggen.' }),
      teksten: z.array(
        z
          .strictObject({
            deel: z.enum(GESCHREVEN_DELEN).meta({ description: 'Welk deel het is.' }),
            tekst: z.string().meta({ description: 'Wat er staat.' }),
            op: tijdstip('Wanneer het is opgeschreven.'),
          })
          .meta({ id: 'Casustekst', description: 'Een geschreven deel van de casusbijlage.' }),
      ),
      bestanden: z.array(
        z
          .strictObject({
            id: z.uuid().meta({ description: 'Id van het bestand.' }),
            deel: z.enum(BESTANDSDELEN).meta({ description: 'Welk deel het is.' }),
            naam: z.string().meta({ description: 'Hoe het bestand heet.' }),
            mediatype: z.enum(BIJLAGESOORTEN).meta({ description: 'Wat het bestand echt is.' }),
            grootte: z.int().meta({ description: 'In bytes.' }),
            op: tijdstip('Wanneer het kwam.'),
          })
          .meta({ id: 'Casusbestand', description: 'Een bestand in de casusbijlage.' }),
      ),
    })
    .meta({ id: 'Casusbijlage', description: 'Over wie het signaal gaat, voor zover u dat mag lezen.' }),
);

/** What is kept of it, as it is read. */
export interface Gelezenstuk {
  id: string;
  soort: Casusdeel;
  tekst: string | null;
  bestand: { naam: string; mediatype: (typeof BIJLAGESOORTEN)[number]; grootte: number } | null;
  op: Tijdstip;
}

type Casusstand = Pick<Signaalstand, 'nummer' | 'staat' | 'nu'>;

/** The parts that this viewer may read of a signaal, today on its clock. */
export function leesbaarIn(
  { staat, nu }: Casusstand,
  toestemmingen: readonly VastgelegdeToestemming[],
  kijker: Kijker,
): readonly Casusdeel[] {
  const vandaag = datumVan(nu);
  return leesbareDelen(opDatum(kijker, vandaag), staat, toestemmingen, vandaag);
}

export function houdtCasusBij({ staat, nu }: Casusstand, kijker: Kijker): boolean {
  return magCasusBijhouden(opDatum(kijker, datumVan(nu)), staat);
}

export function presentCasusbijlage(
  stukken: readonly Gelezenstuk[],
  toestemmingen: readonly VastgelegdeToestemming[],
  stand: Casusstand,
  kijker: Kijker,
): z.infer<typeof Casusbijlage> {
  const delen = leesbaarIn(stand, toestemmingen, kijker);
  const leesbaar = stukken.filter(({ soort }) => delen.includes(soort));
  return toon(kijker, {
    leesbareDelen: [...delen],
    magBijhouden: houdtCasusBij(stand, kijker),
    teksten: leesbaar.flatMap(({ soort, tekst, op }) =>
      isGeschreven(soort) && tekst !== null ? [{ deel: soort, tekst, op }] : [],
    ),
    bestanden: leesbaar.flatMap(({ id, soort, bestand, op }) =>
      !isGeschreven(soort) && bestand !== null ? [{ id, deel: soort, ...bestand, op }] : [],
    ),
  });
}

function isGeschreven(deel: Casusdeel): deel is GeschrevenDeel {
  return GESCHREVEN_DELEN.some((een) => een === deel);
}

const AFSPRAAK = {
  van: z.enum(codesVan('toestemmer')).meta({ description: 'Wie toestemming gaf.' }),
  wijze: z.enum(codesVan('toestemmingwijze')).meta({ description: 'Hoe die toestemming is gegeven.' }),
  delen: z.array(Deel).min(1).max(CASUSDELEN.length).meta({ description: 'Welke delen gelezen mogen worden.' }),
  gegevenDatum: datum('Wanneer de toestemming is gegeven.'),
  totEnMetDatum: datum('De laatste dag waarop zij geldt. Hoogstens een jaar.', '2027-09-25'),
};
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

/** Where each objection is told, and as which fault. */
const BIJ_BEZWAAR: Readonly<Record<Toestemmingbezwaar, { pad: string[]; soort: Foutsoort }>> = {
  nog_niet_gegeven: { pad: ['gegevenDatum'], soort: 'toekomst' },
  al_voorbij: { pad: ['totEnMetDatum'], soort: 'verleden' },
  te_lang: { pad: ['totEnMetDatum'], soort: 'te_veel' },
};

export const PadToestemming = PadSignaal.extend({
  toestemming: z.uuid().meta({ description: 'Id van de toestemming.' }),
});

export const Toestemmingenlijst = vanZaken(
  z
    .strictObject({
      toestemmingen: z.array(
        z
          .strictObject({
            id: z.uuid().meta({ description: 'Id van de toestemming.' }),
            niveau: Hoger.nullable(),
            verzoek: z.uuid().nullable().meta({ description: 'Het verzoek, als zij voor een ketenpartner is.' }),
            ...AFSPRAAK,
            gegevenDatum: kalenderdag('Wanneer de toestemming is gegeven.'),
            totEnMetDatum: kalenderdag('De laatste dag waarop zij geldt.'),
            geldt: z.boolean().meta({ description: 'Of zij vandaag iets opent.' }),
            vastgelegdDoor: PersoonSchema,
            vastgelegdOp: tijdstip('Wanneer zij is vastgelegd.'),
            ingetrokkenOp: tijdstip('Wanneer zij is ingetrokken.').nullable(),
          })
          .meta({ id: 'Toestemming', description: 'Wat iemand van het gezin toestond.' }),
      ),
    })
    .meta({ id: 'Toestemmingenlijst', description: 'Wat het gezin toestond; de nieuwste eerst.' }),
);

export function presentToestemmingen(
  toestemmingen: readonly VastgelegdeToestemming[],
  namen: Readonly<Record<string, Genoemd>>,
  { nu }: Casusstand,
  kijker: Kijker,
): z.infer<typeof Toestemmingenlijst> {
  return toon(kijker, {
    toestemmingen: toestemmingen.map((een) => ({
      id: een.id,
      niveau: een.niveau,
      verzoek: een.verzoek,
      van: een.van,
      wijze: een.wijze,
      delen: [...een.delen],
      gegevenDatum: een.gegevenOp,
      totEnMetDatum: een.totEnMet,
      geldt: geldt(een, datumVan(nu)),
      vastgelegdDoor: namen[een.door] ?? { id: een.door, naam: een.door, telefoon: null },
      vastgelegdOp: een.op,
      ingetrokkenOp: een.ingetrokkenOp,
    })),
  });
}

/** What was filled in, as the rules know it. */
export function toestemmingVan(
  { van, wijze, delen, gegevenDatum, totEnMetDatum }: z.output<typeof Partijtoestemming>,
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
