import * as z from 'zod';

import type { Gevraagdin } from '#db/queries/gevraagd.ts';
import type { Genoemd } from '#db/queries/namen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import { gevraagdAan, GEVRAAGDSOORTEN } from '#domain/signaal/gevraagd.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { resterend } from '#domain/tijd/resterend.ts';

import { kalenderdag, Signaalid, Signaalnummer, tijdstip } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbareStaat } from './leesbereik.ts';

const GevraagdSchema = z
  .strictObject({
    soort: z.enum(GEVRAAGDSOORTEN).meta({ description: 'Wat voor vraag het is.' }),
    signaal: Signaalid,
    nummer: Signaalnummer,
    onderwerp: z.string().nullable().meta({ description: 'Waar het signaal over gaat. null: het is gewist.' }),
    verzoek: z.uuid().nullable().meta({ description: 'Het verzoek waar het over gaat. null: het signaal zelf.' }),
    wie: z.string().nullable().meta({ description: 'Wie het vraagt, of wie iets toezegde. null: Signaalpunt zelf.' }),
    vraag: z.string().nullable().meta({ description: 'De vraag. null: hoe het nu gaat.' }),
    gesteldOp: tijdstip('Wanneer het is gevraagd.').nullable(),
    totEnMetDatum: kalenderdag('Tot en met welke dag u kunt antwoorden.'),
    resterend: z.string().meta({ description: 'Hoe lang dat nog is.', example: 'nog 3 werkdagen' }),
    antwoorden: z
      .array(z.enum([...codesVan('antwoord'), ...codesVan('ervaring')]))
      .meta({ description: 'Wat u kunt antwoorden.' }),
  })
  .meta({ id: 'GevraagdAanU', description: 'Iets wat op uw antwoord wacht.' });

export const GevraagdAanU = vanZaken(
  z
    .strictObject({ vragen: z.array(GevraagdSchema).meta({ description: 'Wat het eerst afloopt eerst.' }) })
    .meta({ id: 'VragenAanU', description: 'Alles wat op uw antwoord wacht.' }),
);
export type GevraagdAanU = z.infer<typeof GevraagdAanU>;

/** Whose names `presentGevraagd` needs, by id. */
export function genoemdInGevraagd(gevonden: readonly Gevraagdin[]): string[] {
  return [
    ...new Set(
      gevonden.flatMap(({ vragen, staat }) => [
        ...vragen.map(({ door }) => door),
        ...staat.verzoeken.flatMap(({ organisatie }) => organisatie ?? []),
      ]),
    ),
  ];
}

/** What waits for the answer of this viewer. */
export function presentGevraagd(
  gevonden: readonly Gevraagdin[],
  namen: Readonly<Record<string, Genoemd>>,
  kijker: Kijker,
): GevraagdAanU {
  const naam = (id: string | null | undefined): string | null => (id == null ? null : (namen[id]?.naam ?? id));
  const vragen = gevonden.flatMap((stand) => {
    const staat = leesbareStaat(stand, kijker);
    if (staat === null) return [];
    return gevraagdAan(opDatum(kijker, datumVan(stand.nu)), staat).map(({ totEnMet, ...een }) => {
      const gesteld = stand.vragen.find(({ verzoek }) => verzoek === een.verzoek);
      const partij = staat.verzoeken.find(({ id }) => id === een.verzoek)?.organisatie;
      return toon(kijker, {
        ...een,
        antwoorden: [...een.antwoorden],
        signaal: stand.id,
        nummer: stand.nummer,
        onderwerp: stand.onderwerp,
        wie: naam(een.soort === 'toezegging' ? partij : gesteld?.door),
        vraag: gesteld?.vraag ?? null,
        gesteldOp: gesteld?.op ?? null,
        totEnMetDatum: totEnMet,
        resterend: resterend(totEnMet, datumVan(stand.nu), staat.kalender),
      });
    });
  });
  return toon(kijker, {
    vragen: vragen.toSorted((een, ander) => een.totEnMetDatum.localeCompare(ander.totEnMetDatum)),
  });
}
