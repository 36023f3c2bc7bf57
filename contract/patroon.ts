import * as z from 'zod';

import type { Antwoordontvanger, Patroondossier, Patroonregel } from '#db/queries/patronen.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { PATROONSTAPPEN } from '#domain/beleid/patroonbeleid.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { FOUTCODES } from '#domain/errors.ts';
import { antwoordOpMaat } from '#domain/patroon/antwoord-op-maat.ts';
import { PATROONDADEN, waaromNiet } from '#domain/patroon/beslis.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import { laatsteDagVan, type Patroongevolg, patroongevolgInWoorden } from '#domain/patroon/vooraf.ts';
import { patroonverslag } from '#domain/patroon/zinnen.ts';

import {
  Fase,
  kalenderdag,
  Orgaan,
  Patroonnummer,
  PersoonSchema,
  Regiocode,
  Signaalnummer,
  Status,
  Systeemreden,
  tijdstip,
  Uitkomst,
} from './basis.ts';
import { toon, vanZaken } from './kijker.ts';

const aantal = (description: string) => z.int().min(0).meta({ description });

const PatroonRegel = z
  .strictObject({
    nummer: Patroonnummer,
    titel: z.string().meta({ description: 'Waar het over gaat.' }),
    fase: Fase,
    eigenaar: z.strictObject({
      id: z.string().meta({ description: 'Id.' }),
      naam: z.string().meta({ description: 'Naam.' }),
    }),
    totEnMet: kalenderdag('Tot en met welke dag de fase loopt.').nullable().meta({ description: 'null: gesloten.' }),
    signalen: aantal('Hoeveel signalen die u mag zien erbij horen.'),
    regios: aantal('In hoeveel regio’s.'),
    open: aantal('Hoeveel daarvan nog lopen.'),
  })
  .meta({ id: 'PatroonRegel', description: 'Een patroon in een lijst.' });

export const Patronenlijst = vanZaken(
  z
    .strictObject({ patronen: z.array(PatroonRegel).meta({ description: 'De lopende eerst.' }) })
    .meta({ id: 'Patronenlijst', description: 'De patronen.' }),
);

const PatroonSignaal = z.strictObject({
  nummer: Signaalnummer,
  onderwerp: z.string().nullable().meta({ description: 'Waar het signaal over gaat. null: het is gewist.' }),
  gewistOp: tijdstip('Wanneer het is gewist.').nullable().meta({ description: 'null: het is niet gewist.' }),
  regio: Regiocode.nullable(),
  status: Status,
  uitkomst: Uitkomst.nullable(),
  ingediendOp: tijdstip('Wanneer het is ingediend.'),
  antwoord: aantal('Welke versie van het antwoord de melder heeft.')
    .nullable()
    .meta({ description: 'null: nog geen.' }),
  heropend: aantal('Hoe vaak het na dat antwoord weer open ging.'),
});

const PatroonFeit = z.strictObject({
  volgnummer: z.int().meta({ description: 'De plaats in het verslag.' }),
  zin: z.string().meta({ description: 'Wat er gebeurde, in één zin.' }),
  op: tijdstip('Wanneer.'),
  teksten: z.record(z.string(), z.string()).meta({ description: 'Wat erbij is geschreven, per veld.' }),
});

export const PatroonWeergave = vanZaken(
  z
    .strictObject({
      nummer: Patroonnummer,
      titel: z.string().meta({ description: 'Waar het over gaat.' }),
      omschrijving: z.string().meta({ description: 'Wat er bij meer gezinnen vastloopt.' }),
      fase: Fase,
      systeemreden: Systeemreden.nullable(),
      eigenaar: PersoonSchema,
      organisatie: z
        .strictObject({ id: z.string().meta({ description: 'Id.' }), naam: z.string().meta({ description: 'Naam.' }) })
        .nullable(),
      inhoudsversie: z.int().meta({ description: 'De versie, voor If-Match.' }),
      termijnen: z
        .array(
          z.strictObject({
            soort: z.enum(PATROONSTAPPEN).meta({ description: 'Welke stap.' }),
            orgaan: Orgaan.nullable(),
            laatsteDag: kalenderdag('Tot en met welke dag.'),
          }),
        )
        .meta({ description: 'Wat er loopt.' }),
      antwoord: z
        .strictObject({
          versie: z.int().meta({ description: 'De hoeveelste versie.' }),
          status: z
            .enum(['concept', 'onderweg', 'gestopt', 'verstuurd'])
            .meta({ description: 'Waar het antwoord is.' }),
          tekst: z.string().meta({ description: 'Het antwoord, voordat het per melder is aangepast.' }),
          gekregen: aantal('Hoeveel melders deze versie hebben.'),
        })
        .nullable(),
      opbrengst: z
        .strictObject({
          geantwoord: aantal('Hoeveel melders vertelden hoe het nu gaat.'),
          geholpen: aantal('Hoeveel van hen zeiden dat het helpt, of een beetje.'),
          heropend: aantal('Hoeveel signalen na het antwoord weer open gingen.'),
        })
        .meta({ description: 'Wat het antwoord heeft gedaan.' }),
      signalen: z.array(PatroonSignaal).meta({ description: 'De signalen die u mag zien.' }),
      gebeurtenissen: z.array(PatroonFeit).meta({ description: 'Hoe het liep.' }),
      handelingen: z
        .array(
          z.strictObject({
            handeling: z.enum(PATROONDADEN).meta({ description: 'Wat u kunt doen.' }),
            mag: z.boolean().meta({ description: 'Of u dit nu mag doen.' }),
            code: z.enum(FOUTCODES).nullable().meta({ description: 'Waarom niet. null: het mag.' }),
            reden: z.string().nullable().meta({ description: 'Waarom niet, in gewone taal.' }),
          }),
        )
        .meta({ description: 'Wat u met het patroon kunt doen.' }),
    })
    .meta({ id: 'Patroon', description: 'Een patroon: hetzelfde knelpunt bij meer gezinnen.' }),
);
export type PatroonWeergave = z.infer<typeof PatroonWeergave>;

export function presentPatronen(regels: readonly Patroonregel[], kijker: Kijker): z.infer<typeof Patronenlijst> {
  return toon(kijker, { patronen: [...regels] });
}

/** The patroon as this viewer may read it; what it shows of signalen is what PostgreSQL let this viewer see. */
export function presentPatroon(dossier: Patroondossier, kijker: Kijker): PatroonWeergave {
  const { staat, nummer, titel, omschrijving, organisatie, feiten, personen, nummers, signalen, nu } = dossier;
  const naam = (id: string): string => personen[id]?.naam ?? id;
  const beoordeeld = signalen.filter(({ ervaring }) => ervaring !== null);
  return toon(kijker, {
    nummer,
    titel,
    omschrijving,
    fase: staat.fase,
    systeemreden: staat.systeemreden,
    eigenaar: personen[staat.eigenaar] ?? { id: staat.eigenaar, naam: staat.eigenaar, telefoon: null },
    organisatie,
    inhoudsversie: staat.inhoudsversie,
    termijnen: staat.stappen
      .filter(({ soort }) => soort !== 'versturen')
      .map((stap) => ({
        soort: stap.soort,
        orgaan: staat.gevraagd.find((orgaan) => orgaan === stap.verzoek) ?? null,
        laatsteDag: laatsteDagVan(stap, staat),
      })),
    antwoord: presentAntwoord(dossier),
    opbrengst: {
      geantwoord: beoordeeld.length,
      geholpen: beoordeeld.filter(({ ervaring }) => ervaring !== 'helpt_niet').length,
      heropend: signalen.filter(({ heropend }) => heropend > 0).length,
    },
    signalen: signalen.map(({ ervaring: _ervaring, ...signaal }) => signaal),
    gebeurtenissen: patroonverslag(feiten, naam, (signaal) => nummers[signaal] ?? null).map(({ feit, zin }) => ({
      volgnummer: feit.volgnummer,
      zin,
      op: feit.op,
      teksten: { ...feit.tekst },
    })),
    handelingen: PATROONDADEN.map((handeling) => {
      const reden = waaromNiet(handeling, staat, kijker, nu);
      return { handeling, mag: reden === null, code: reden?.code ?? null, reden: reden?.message ?? null };
    }),
  });
}

function presentAntwoord({
  staat: { antwoord },
  antwoord: tekst,
  signalen,
}: Patroondossier): PatroonWeergave['antwoord'] {
  if (antwoord === null || tekst === null) return null;
  return {
    ...antwoord,
    tekst,
    gekregen: signalen.filter((signaal) => (signaal.antwoord ?? 0) >= antwoord.versie).length,
  };
}

export const PatroongevolgSchema = vanZaken(
  z
    .strictObject({
      inWoorden: z.array(z.string()).meta({ description: 'Wat er gebeurt als u dit doet, in zinnen.' }),
      fase: Fase,
      antwoordNaar: aantal('Van hoeveel signalen de melder het antwoord krijgt.'),
    })
    .meta({ id: 'Patroongevolg', description: 'Wat een opdracht zou doen. Er is niets veranderd.' }),
);

/** `voor` is the staat before it, null for a patroon that is still to be opened. */
export function presentPatroongevolg(
  gevolg: Patroongevolg,
  voor: Patroonstaat | null,
  naam: (id: string) => string,
  kijker: Kijker,
): z.infer<typeof PatroongevolgSchema> {
  const namen = {
    naam,
    fasenaam: (fase: string) => labelVan('fase', fase).toLowerCase(),
    orgaannaam: (orgaan: string) => labelVan('orgaan', orgaan),
  };
  const { fase, antwoordNaar } = gevolg;
  return toon(kijker, { inWoorden: patroongevolgInWoorden(gevolg, voor, namen), fase, antwoordNaar });
}

export const Voorbeelden = vanZaken(
  z
    .strictObject({
      antwoorden: z
        .array(
          z.strictObject({
            nummer: Signaalnummer,
            melder: z.string().meta({ description: 'Naam van de melder.' }),
            tekst: z.string().meta({ description: 'Wat deze melder leest.' }),
          }),
        )
        .meta({ description: 'Per signaal dat het nog niet heeft, hoogstens honderd.' }),
    })
    .meta({ id: 'Antwoordvoorbeelden', description: 'Het antwoord zoals elke melder het leest.' }),
);

/** The answer as each of these reporters would read it. */
export function presentVoorbeelden(
  antwoord: string,
  ontvangers: readonly Antwoordontvanger[],
  naam: (id: string) => string,
  kijker: Kijker,
): z.infer<typeof Voorbeelden> {
  return toon(kijker, {
    antwoorden: ontvangers.map((ontvanger) => ({
      nummer: ontvanger.nummer,
      melder: naam(ontvanger.melder),
      tekst: antwoordOpMaat(antwoord, ontvanger),
    })),
  });
}
