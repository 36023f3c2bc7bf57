import * as z from 'zod';

import type { Rapportkop, VolledigRapport } from '#db/queries/rapporten.ts';
import { RAPPORTSTATUSSEN } from '#domain/rapport/loop.ts';
import { dagenVan, type Halfjaar, isHalfjaar } from '#domain/rapport/periode.ts';
import { celInWoorden, type Rapporttabel } from '#domain/rapport/tabel.ts';
import { tabellenVan } from '#domain/rapport/tabellen.ts';
import { VERHAAL_WEG } from '#domain/rapport/vignetten.ts';
import { RAPPORTVORMEN, type Rapportvorm } from '#domain/rapport/vormen.ts';

import { code, Gebruikersnaam, kalenderdag, LANGE_TEKST, tekst, tijdstip } from './basis.ts';
import { BEVESTIGDVELDEN, metBevestiging } from './twijfel.ts';
import type { Velden } from './velden.ts';

export const Periode = code(6, /^(?:19|20)\d{2}-[12]$/)
  .refine(isHalfjaar)
  .meta({ description: 'Een half jaar: 2027-1 is januari tot en met juni.', example: '2027-1' });

const RAPPORTCODE = /^((?:19|20)\d{2}-[12])-v([1-9]\d{0,2})$/;

/** Where the path names one version of one report. */
export const PadRapport = z.strictObject({
  rapport: code(12, RAPPORTCODE).meta({ description: 'Het half jaar en de versie.', example: '2027-1-v1' }),
});

/** The forms that a report has as a file. */
export const RAPPORTMEDIATYPEN = Object.values(RAPPORTVORMEN).map(({ mediatype }) => mediatype);

export const PadRapportbestand = PadRapport.extend({
  vorm: z
    .enum(Object.keys(RAPPORTVORMEN) as Rapportvorm[])
    .meta({ description: 'Welk soort bestand u wilt.', example: 'pdf' }),
});

/** How a report is called in an address. */
export function rapportcode({ periode, versie }: { periode: Halfjaar; versie: number }): string {
  return `${periode}-v${versie}`;
}

/** Which report that is; null when it is none. */
export function rapportVan(rapport: string): { periode: Halfjaar; versie: number } | null {
  const [, periode = '', versie] = RAPPORTCODE.exec(rapport) ?? [];
  return isHalfjaar(periode) ? { periode, versie: Number(versie) } : null;
}

export const NieuwRapport = z
  .strictObject({ periode: Periode })
  .meta({ id: 'NieuwRapport', description: 'Over welk half jaar het rapport gaat.' });

export const NIEUW_RAPPORT_ZINNEN: Velden<z.input<typeof NieuwRapport>> = {
  periode: {
    verplicht: 'Kies een half jaar.',
    vorm: 'Schrijf een half jaar als 2027-1 of 2027-2.',
  },
};

export const Rapportinleiding = metBevestiging(
  z
    .strictObject({
      inleiding: tekst(
        LANGE_TEKST,
        'Wat boven de tabellen staat. Weglaten: niets.',
        'Dit half jaar viel op dat …',
      ).optional(),
    })
    .meta({ id: 'Rapportinleiding', description: 'Wat mensen bij de getallen schrijven.' }),
);

export const INLEIDINGZINNEN: Velden<z.input<typeof Rapportinleiding>> = {
  inleiding: { leeg: 'Schrijf iets, of laat het weg.' },
  ...BEVESTIGDVELDEN,
};

export const Rapportopmerking = metBevestiging(
  z
    .strictObject({
      opmerking: tekst(LANGE_TEKST, 'Wat er eerst anders moet.', 'De uitleg bij de tweede tabel ontbreekt.'),
    })
    .meta({ id: 'Rapportopmerking', description: 'Wat er eerst anders moet.' }),
);

export const OPMERKINGZINNEN: Velden<z.input<typeof Rapportopmerking>> = {
  opmerking: { verplicht: 'Schrijf wat er anders moet.', leeg: 'Schrijf wat er anders moet.' },
  ...BEVESTIGDVELDEN,
};

export const Rapportverbetering = metBevestiging(
  z
    .strictObject({
      wijziging: tekst(
        LANGE_TEKST,
        'Wat er anders is dan in de vorige versie.',
        'Drie signalen stonden in de verkeerde regio.',
      ),
    })
    .meta({ id: 'Rapportverbetering', description: 'Waarom er een nieuwe versie komt.' }),
);

export const VERBETERINGZINNEN: Velden<z.input<typeof Rapportverbetering>> = {
  wijziging: { verplicht: 'Schrijf wat er anders is.', leeg: 'Schrijf wat er anders is.' },
  ...BEVESTIGDVELDEN,
};

const Wie = z
  .strictObject({ id: Gebruikersnaam, naam: z.string().meta({ description: 'Naam.' }) })
  .meta({ id: 'Rapportpersoon', description: 'Wie iets met het rapport deed.' });

const KOP = {
  rapport: z.string().meta({ description: 'Het half jaar en de versie.', example: '2027-1-v1' }),
  periode: z.string().meta({ description: 'Het half jaar.', example: '2027-1' }),
  vanDatum: kalenderdag('De eerste dag ervan.'),
  totEnMetDatum: kalenderdag('De laatste dag ervan.'),
  versie: z.int().meta({ description: 'De eerste is 1; een verbetering is de volgende.' }),
  status: z.enum(RAPPORTSTATUSSEN).meta({ description: 'Hoe ver het is.' }),
  gemaaktOp: tijdstip('Wanneer het is gemaakt.'),
  gemaaktDoor: Wie.nullable(),
  nagekekenOp: tijdstip('Wanneer een ander het nakeek.').nullable(),
  nagekekenDoor: Wie.nullable(),
  vrijgegevenOp: tijdstip('Vanaf wanneer het definitief is.').nullable(),
  vrijgegevenDoor: Wie.nullable(),
};

const Rapportregel = z.strictObject(KOP).meta({ id: 'Rapportregel', description: 'Een rapport in de lijst.' });

export const Rapportenlijst = z
  .strictObject({ rapporten: z.array(Rapportregel).meta({ description: 'Het nieuwste eerst.' }) })
  .meta({ id: 'Rapporten', description: 'De rapporten die u mag lezen.' });

const Cel = z
  .strictObject({
    getal: z.number().nullable().meta({ description: 'Het getal. null: afgeschermd, niet bekend, of geen getal.' }),
    tekst: z.string().meta({ description: 'Zoals het in het rapport staat.' }),
  })
  .meta({ id: 'Rapportcel', description: 'Wat in één cel van een tabel staat.' });

const Tabelschema = z
  .strictObject({
    naam: z.string().meta({ description: 'Waar de tabel aan te herkennen is.', example: 'ingediend' }),
    titel: z.string().meta({ description: 'Wat erboven staat.' }),
    zin: z.string().meta({ description: 'Wat de tabel zegt, in woorden.' }),
    noot: z.string().nullable().meta({ description: 'Hoe er is geteld.' }),
    koppen: z.array(z.string()).meta({ description: 'De koppen van de kolommen. De eerste is die van de namen.' }),
    rijen: z
      .array(
        z
          .strictObject({
            naam: z.string().meta({ description: 'De naam van de regel.' }),
            cellen: z.array(Cel).meta({ description: 'In de volgorde van de koppen.' }),
          })
          .meta({ id: 'Rapportrij', description: 'Een regel van een tabel.' }),
      )
      .meta({ description: 'De regels.' }),
  })
  .meta({ id: 'Rapporttabel', description: 'Een tabel, met wat die zegt in één zin.' });

export const RapportWeergave = z
  .strictObject({
    ...KOP,
    inleiding: z.string().nullable().meta({ description: 'Wat mensen erbij schreven.' }),
    wijziging: z.string().nullable().meta({ description: 'Wat er anders is dan in de vorige versie.' }),
    opmerking: z.string().nullable().meta({ description: 'Wat er volgens de tweede persoon eerst anders moet.' }),
    geteldOp: tijdstip('De stand waarvan is geteld.'),
    kleinste: z.int().meta({ description: 'Getallen hieronder zijn afgeschermd, en wat ze zou verraden.' }),
    codelijsten: z.record(z.string(), z.int()).meta({ description: 'De versie van elke codelijst.' }),
    vignetten: z
      .array(
        z
          .strictObject({
            vignet: z.uuid().meta({ description: 'Id van het verhaal.' }),
            titel: z.string().nullable().meta({ description: 'Hoe het heet. null: de tekst is weg.' }),
            verhaal: z.string().nullable().meta({ description: 'Wat een gezin meemaakte. null: de tekst is weg.' }),
            weg: z
              .enum(VERHAAL_WEG)
              .nullable()
              .meta({ description: 'Waarom de tekst weg is: het gezin trok de toestemming in, of die is verlopen.' }),
            geschrevenDoor: Wie,
            nagekekenDoor: z.array(Wie).meta({ description: 'Wie het nakeken: twee anderen.' }),
            toegestaan: z.boolean().nullable().meta({
              description:
                'Of het gezin nu toestaat dat dit wordt verteld. null: u ziet het signaal niet, of het is gewist.',
            }),
          })
          .meta({ id: 'Vignet', description: 'Een kort verhaal, met toestemming van het gezin.' }),
      )
      .meta({ description: 'De verhalen in het rapport.' }),
    tabellen: z.array(Tabelschema).meta({ description: 'Alle tabellen van het rapport.' }),
  })
  .meta({ id: 'Rapport', description: 'Een rapport over een half jaar.' });

export function presentRapportregel(kop: Rapportkop): z.infer<typeof Rapportregel> {
  const {
    periode,
    versie,
    status,
    gemaaktOp,
    gemaaktDoor,
    nagekekenOp,
    nagekekenDoor,
    vrijgegevenOp,
    vrijgegevenDoor,
  } = kop;
  const { van, totEnMet } = dagenVan(periode);
  return {
    rapport: rapportcode(kop),
    periode,
    vanDatum: van,
    totEnMetDatum: totEnMet,
    versie,
    status,
    gemaaktOp,
    gemaaktDoor,
    nagekekenOp,
    nagekekenDoor,
    vrijgegevenOp,
    vrijgegevenDoor,
  };
}

export function presentRapport(rapport: VolledigRapport): z.infer<typeof RapportWeergave> {
  const { inhoud, teksten, vignetten } = rapport;
  const { inleiding = null, wijziging = null, opmerking = null, titels = {} } = teksten ?? {};
  return {
    ...presentRapportregel(rapport),
    inleiding,
    wijziging,
    opmerking,
    geteldOp: inhoud.geteldOp,
    kleinste: inhoud.kleinste,
    codelijsten: inhoud.codelijsten,
    vignetten: vignetten.map(({ id, titel, verhaal, weg, geschrevenDoor, akkoorden, isToegestaan }) => ({
      vignet: id,
      titel,
      verhaal,
      weg,
      geschrevenDoor,
      nagekekenDoor: akkoorden,
      toegestaan: isToegestaan,
    })),
    tabellen: tabellenVan(inhoud, titels).map(presentTabel),
  };
}

function presentTabel({ noot, koppen, rijen, tab: _tab, ...tabel }: Rapporttabel): z.infer<typeof Tabelschema> {
  return {
    ...tabel,
    noot: noot ?? null,
    koppen: [...koppen],
    rijen: rijen.map(({ naam, cellen }) => ({
      naam,
      cellen: cellen.map((cel) => ({ getal: typeof cel === 'number' ? cel : null, tekst: celInWoorden(cel) })),
    })),
  };
}
