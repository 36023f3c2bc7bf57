import * as z from 'zod';

import type { Patroonvoorsteldossier, Patroonvoorstelregel, Patroonzoeking } from '#db/queries/patroonvoorstellen.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { REGIOGEBIEDEN } from '#domain/detectie/regiokaart.ts';
import { onderwerpVan, VINDSOORTEN, zinnenVan } from '#domain/detectie/toelichting.ts';
import { afwijzingInWoorden, stilTotEnMet, VOORSTELBESLUITEN } from '#domain/detectie/voorstel.ts';
import { datumVan, type Datum, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import {
  kalenderdag,
  LANGE_TEKST,
  Patroonnummer,
  Regiocode,
  Signaalnummer,
  Status,
  tekst,
  tijdstip,
  Uitkomst,
  Voorstelid,
} from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import type { Velden } from './velden.ts';

const VELDEN = {
  id: Voorstelid,
  onderwerp: z.string().meta({ description: 'Waar het over gaat en waar, in één regel.' }),
  inWoorden: z.array(z.string()).meta({ description: 'Waarom het opvalt, in zinnen.' }),
  soort: z.enum(VINDSOORTEN).meta({ description: 'Waaraan de signalen bij elkaar zijn gevonden.' }),
  regios: z.array(z.enum(REGIOGEBIEDEN)).meta({ description: 'Leeg: heel Nederland.' }),
  totEnMetDatum: kalenderdag('De laatste dag die is geteld.'),
  dagen: z.int().meta({ description: 'In hoeveel dagen.' }),
  aantal: z.int().meta({ description: 'Hoeveel signalen.' }),
  verwacht: z.number().meta({ description: 'Hoeveel er gewoon zijn in zoveel dagen.' }),
  kans: z.number().meta({ description: 'De kans op zoveel of meer door toeval alleen, op één dag.' }),
  gevondenOp: tijdstip('Wanneer het is gevonden.'),
  besluit: z
    .strictObject({
      besluit: z.enum(VOORSTELBESLUITEN).meta({ description: 'Wat ermee is gedaan.' }),
      op: tijdstip('Wanneer.'),
      door: z.string().meta({ description: 'Wie dat deed.' }),
      reden: z.string().nullable().meta({ description: 'Waarom.' }),
      patroon: z
        .strictObject({ nummer: Patroonnummer, titel: z.string().meta({ description: 'Waar het over gaat.' }) })
        .nullable()
        .meta({ description: 'Het patroon dat het werd, of waar het bij kwam.' }),
    })
    .nullable()
    .meta({ description: 'null: er is nog niet over besloten.' }),
  stilTotEnMetDatum: kalenderdag(
    'Tot en met welke dag hetzelfde niet opnieuw wordt voorgesteld, tenzij het duidelijk groeit.',
  ),
} as const;

const VoorstelRegel = z
  .strictObject(VELDEN)
  .meta({ id: 'PatroonvoorstelRegel', description: 'Een patroonvoorstel in een lijst.' });

export const Zoeking = z
  .strictObject({
    gevraagdOp: tijdstip('Wanneer het zoeken begon of is gevraagd.'),
    door: z.string().nullable().meta({ description: 'Wie erom vroeg. null: het was nacht.' }),
    klaarOp: tijdstip('Wanneer het klaar was.').nullable().meta({ description: 'null: het loopt nog.' }),
    gevonden: z.int().nullable().meta({ description: 'Hoeveel voorstellen het opleverde.' }),
  })
  .meta({ id: 'Patroonzoeking', description: 'Een keer dat Signaalpunt zocht.' });

export const Patroonvoorstellenlijst = vanZaken(
  z
    .strictObject({
      wachtend: z.array(VoorstelRegel).meta({ description: 'Waarover nog niet is besloten, het zeldzaamste eerst.' }),
      laatsteZoeking: Zoeking.nullable().meta({ description: 'De laatste keer dat is gezocht. null: nog nooit.' }),
      eerder: z.array(VoorstelRegel).meta({ description: 'Waarover is besloten, of wat verliep; het laatste eerst.' }),
    })
    .meta({ id: 'Patroonvoorstellenlijst', description: 'Wat Signaalpunt zelf vond.' }),
);

export const PatroonvoorstelWeergave = vanZaken(
  z
    .strictObject({
      ...VELDEN,
      verloop: z.array(z.int()).meta({ description: 'Hoeveel signalen per week, de oudste eerst.' }),
      signalen: z
        .array(
          z.strictObject({
            nummer: Signaalnummer,
            onderwerp: z.string().nullable().meta({ description: 'Waar het signaal over gaat. null: het is gewist.' }),
            gewistOp: tijdstip('Wanneer het is gewist.').nullable().meta({ description: 'null: het is niet gewist.' }),
            regio: Regiocode.nullable(),
            status: Status,
            uitkomst: Uitkomst.nullable(),
            ingediendOp: tijdstip('Wanneer het is ingediend.'),
            patroon: Patroonnummer.nullable().meta({ description: 'Het patroon waar het al bij hoort.' }),
          }),
        )
        .meta({ description: 'De signalen die u mag zien.' }),
      alsAfgewezen: z.array(z.string()).meta({ description: 'Wat er gebeurt als u het vandaag afwijst, in zinnen.' }),
      inhoudsversie: z.int().meta({ description: 'De versie, voor If-Match.' }),
    })
    .meta({ id: 'Patroonvoorstel', description: 'Wat Signaalpunt zelf vond, met het bewijs.' }),
);
export type PatroonvoorstelWeergave = z.infer<typeof PatroonvoorstelWeergave>;
export type Patroonvoorstelregelweergave = z.infer<typeof VoorstelRegel>;

export const Voorstelafwijzing = z
  .strictObject({ reden: tekst(LANGE_TEKST, 'Waarom het geen patroon is.', 'Eén gezin meldde hetzelfde zes keer.') })
  .meta({ id: 'Voorstelafwijzing', description: 'Waarom dit geen patroon is.' });
export const AFWIJZINGZINNEN: Velden<z.input<typeof Voorstelafwijzing>> = {
  reden: { verplicht: 'Schrijf waarom dit geen patroon is.', leeg: 'Schrijf waarom dit geen patroon is.' },
};

/** Why it may not be decided on. */
export const AL_BESLOTEN = 'Over dit voorstel is al besloten. Kijk wat er nu staat.';

export function presentPatroonvoorstellen(
  {
    wachtend,
    eerder,
    laatsteZoeking,
  }: {
    wachtend: readonly Patroonvoorstelregel[];
    eerder: readonly Patroonvoorstelregel[];
    laatsteZoeking: Patroonzoeking | null;
  },
  kijker: Kijker,
): z.infer<typeof Patroonvoorstellenlijst> {
  return toon(kijker, { wachtend: wachtend.map(regelVan), eerder: eerder.map(regelVan), laatsteZoeking });
}

/** As this viewer may see it, at `nu` (UTC). */
export function presentPatroonvoorstel(
  dossier: Patroonvoorsteldossier,
  kijker: Kijker,
  nu: Tijdstip,
): PatroonvoorstelWeergave {
  const { verloop, signalen, aantal } = dossier;
  return toon(kijker, {
    ...regelVan(dossier),
    verloop,
    signalen,
    alsAfgewezen: afwijzingInWoorden(aantal, stilTotEnMet(datumVan(nu))),
    inhoudsversie: versieVan(dossier),
  });
}

/** It is decided on once. */
function versieVan({ besluit }: Pick<Patroonvoorstelregel, 'besluit'>): number {
  return besluit === null ? 1 : 2;
}

function regelVan(voorstel: Patroonvoorstelregel): Patroonvoorstelregelweergave {
  const { id, indeling, regios, dag, dagen, aantal, verwacht, kans, gevondenOp, totEnMet } = voorstel;
  const { besluit, besluitOp, besluitDoor, reden, patroon } = voorstel;
  return {
    id,
    onderwerp: onderwerpVan(voorstel),
    inWoorden: zinnenVan(voorstel),
    soort: indeling,
    regios,
    totEnMetDatum: dag,
    dagen,
    aantal,
    verwacht,
    kans,
    gevondenOp,
    besluit:
      besluit === null ? null : { besluit, op: besluitOp ?? gevondenOp, door: besluitDoor ?? '', reden, patroon },
    stilTotEnMetDatum: totEnMet satisfies Datum,
  };
}
