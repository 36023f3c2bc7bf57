import * as z from 'zod';

import type { Signaalstand } from '#db/queries/signaal.ts';
import type { VastgelegdeToestemming } from '#db/queries/toestemmingen.ts';
import { type Casusdeel } from '#domain/beleid/codelijsten.ts';
import { coordineert, type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import {
  BESTANDSDELEN,
  CASUSDELEN,
  geldt,
  GESCHREVEN_DELEN,
  type GeschrevenDeel,
  leesbareDelen,
  magCasusBijhouden,
  magToestemmingIntrekken,
  magVoorPartijVastleggen,
  niveauVanToestemming,
  type Casusteksten as Casusinhoud,
} from '#domain/casus.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { LANGE_TEKST, PadSignaal, tijdstip, vertrouwelijk } from './basis.ts';
import { BIJLAGESOORTEN } from './bijlage.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbareStaat } from './leesbereik.ts';
import type { Velden } from './velden.ts';

const ALLEEN_MET_TOESTEMMING =
  'U ziet hier niet over wie dit signaal gaat. Dat kan alleen als het gezin daar toestemming voor gaf. Bel de melder als u het moet weten.';
const ALLEEN_WIE_BEHANDELT =
  'U ziet hier niet over wie dit signaal gaat. Het gezin gaf toestemming aan wie het signaal behandelt. Bel de melder als u het moet weten.';
const EERST_OPPAKKEN =
  'Pak het signaal eerst op. Het gezin gaf toestemming aan wie het signaal behandelt, en nog niemand doet dat.';
/** To who may read it and not write in it. */
export const ALLEEN_WIE_HET_GEZIN_KENT =
  'Alleen de melder, of de Metgezel of consulent die het signaal lokaal behandelt, schrijft hier iets op en legt toestemming vast.';
/** To who may read the signaal and does not hear from the family. */
export const ALLEEN_WIE_HET_BEHANDELT =
  'Alleen de melder, of wie het signaal behandelt of coördineert, trekt een toestemming in.';

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

export const Casusdeelnaam = z.enum(CASUSDELEN).meta({ id: 'Casusdeel', description: 'Een deel van de casusbijlage.' });

export const Casusbijlage = vanZaken(
  z
    .strictObject({
      leesbareDelen: z.array(Casusdeelnaam).meta({ description: 'De delen die u mag lezen.' }),
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

export type Casusstand = Pick<Signaalstand, 'nummer' | 'staat' | 'nu'>;

/** The parts that this viewer may read of a signaal, today on its clock. */
export function leesbaarIn(
  { staat, nu }: Casusstand,
  toestemmingen: readonly VastgelegdeToestemming[],
  kijker: Kijker,
): readonly Casusdeel[] {
  const vandaag = datumVan(nu);
  return leesbareDelen(opDatum(kijker, vandaag), staat, toestemmingen, vandaag);
}

/** To who may read a signaal and not who it is about: what it takes. */
export function waaromNietLeesbaar(
  { staat, nu }: Casusstand,
  toestemmingen: readonly VastgelegdeToestemming[],
  kijker: Kijker,
): string {
  const vandaag = datumVan(nu);
  const niveau = niveauVanToestemming(staat);
  if (!toestemmingen.some((een) => een.niveau === niveau && geldt(een, vandaag))) return ALLEEN_MET_TOESTEMMING;
  const kanOppakken = staat.behandelaar === null && coordineert(opDatum(kijker, vandaag), staat);
  return kanOppakken && staat.status !== 'afgesloten' ? EERST_OPPAKKEN : ALLEEN_WIE_BEHANDELT;
}

export function houdtCasusBij({ staat, nu }: Casusstand, kijker: Kijker): boolean {
  return magCasusBijhouden(opDatum(kijker, datumVan(nu)), staat);
}

export function trektToestemmingIn({ staat, nu }: Casusstand, kijker: Kijker): boolean {
  return magToestemmingIntrekken(opDatum(kijker, datumVan(nu)), staat);
}

/** `melder`: the account of the filer; null for none. */
export function legtVastVoorPartij({ staat, nu }: Casusstand, kijker: Kijker, melder: Kijker | null): boolean {
  return magVoorPartijVastleggen(opDatum(kijker, datumVan(nu)), staat, melder);
}

/** A party that was asked something. */
export interface Gevraagdepartij {
  verzoek: string;
  organisatie: string;
  /** Whether its link may still open: only then does a toestemming let it read anything. */
  kanLezen: boolean;
}

/** The parties of whom this viewer may know that they were asked. */
export function partijenIn(stand: Casusstand, kijker: Kijker): readonly Gevraagdepartij[] {
  const verzoeken = leesbareStaat(stand, kijker)?.verzoeken ?? [];
  return verzoeken.flatMap(({ id, organisatie, status }) =>
    organisatie === null
      ? []
      : [{ verzoek: id, organisatie, kanLezen: status !== 'ingetrokken' && status !== 'onbestelbaar' }],
  );
}

/** Of what the family allows as much as this viewer may know: of a party only who may know that it was asked, or recorded it. */
export function gekendeToestemmingen(
  gegeven: readonly VastgelegdeToestemming[],
  stand: Casusstand,
  kijker: Kijker,
): readonly VastgelegdeToestemming[] {
  const bekend = partijenIn(stand, kijker);
  return gegeven.filter(
    ({ verzoek, door }) => verzoek === null || door === kijker.id || bekend.some((een) => een.verzoek === verzoek),
  );
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
