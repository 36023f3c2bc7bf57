import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { LESBELEID } from '#domain/beleid/lesbeleid.ts';

import {
  code,
  datum,
  Doelgroep,
  eenRegel,
  Ketenpartnertype,
  Knelpunttype,
  Organisatiecode,
  Patroonnummer,
  Regiocode,
  Signaalnummer,
  tekst,
  Wet,
} from './basis.ts';
import { metRegels } from './regels.ts';
import { BEVESTIGDVELDEN, metBevestiging } from './twijfel.ts';
import type { Velden, Veldenboom } from './velden.ts';
import { ORGANISATIE } from './zinnen.ts';

export const Lesnummer = code(16, /^L-\d{4}-\d{4,9}$/).meta({
  description: 'Nummer van de les.',
  example: 'L-2027-0001',
});

/** What a les comes from. */
export const Bronnummer = z
  .union([Signaalnummer, Patroonnummer])
  .meta({ description: 'Nummer van het signaal of patroon dat is opgelost.', example: 'S-2027-0001' });

/** Where the path names one les. */
export const PadLes = z.strictObject({ les: Lesnummer });

const TITEL = 100;
const WAT_WERKTE = 2000;
const WAAROM = 500;

const codes = <T extends z.ZodType>(schema: T, hoogstens: number, description: string) =>
  z.array(schema).max(hoogstens).meta({ description });

const INHOUD = {
  titel: eenRegel(TITEL, 'Wat u hebt geleerd, in één regel.', 'Vraag het zorgkantoor om een bewuste-keuzegesprek'),
  watWerkte: tekst(
    WAT_WERKTE,
    'Wat er is gedaan en waarom het werkte, zonder namen van mensen.',
    'De casemanager vroeg een gesprek aan met het zorgkantoor en de gemeente samen.',
  ),
  knelpunttypen: codes(Knelpunttype, 3, 'Bij welke knelpunten het helpt.').min(1),
  doelgroepen: codes(Doelgroep, 10, 'Voor wie het werkte. Leeg: voor iedereen.').optional(),
  wetten: codes(Wet, 10, 'Met welke wetten het te maken heeft.').optional(),
  regios: codes(Regiocode, 5, 'Waar het werkte. Leeg: overal.').optional(),
  ketenpartnertype: Ketenpartnertype.optional(),
  organisatie: Organisatiecode.optional().meta({
    description: 'De organisatie die het deed. Alleen een die bij het signaal of patroon is betrokken.',
  }),
  geldigTotDatum: datum('De laatste dag waarop de les zeker nog klopt. Daarvoor vragen wij u of het nog werkt.'),
};

/** What somebody learned: the text of one version of a les. */
export const Lesinhoud = metBevestiging(
  z.strictObject(INHOUD).meta({ id: 'Lesinhoud', description: 'Wat werkte, voor wie en waar.' }),
);

/** The same of a first version, with what it comes from. */
export const NieuweLes = metBevestiging(
  z
    .strictObject({
      bron: Bronnummer,
      ...INHOUD,
    })
    .meta({ id: 'NieuweLes', description: 'Een les uit een opgelost signaal of patroon.' }),
);

const KORTER = 'Kies er minder.';

export const LESZINNEN: Velden<z.input<typeof Lesinhoud>> & Veldenboom = {
  titel: { verplicht: 'Schrijf in één regel wat u hebt geleerd.', leeg: 'Schrijf in één regel wat u hebt geleerd.' },
  watWerkte: { verplicht: 'Schrijf wat er is gedaan en waarom het werkte.', leeg: 'Schrijf wat er is gedaan.' },
  knelpunttypen: {
    verplicht: 'Kies bij welk knelpunt het helpt.',
    te_weinig: 'Kies bij welk knelpunt het helpt.',
    te_veel: 'Kies hoogstens drie knelpunten.',
  },
  doelgroepen: { te_veel: KORTER },
  wetten: { te_veel: KORTER },
  regios: { te_veel: KORTER },
  ketenpartnertype: {},
  organisatie: {
    ...ORGANISATIE,
    onbekend: 'Noem alleen een organisatie die bij het signaal of patroon is betrokken, of noem alleen de soort.',
  },
  geldigTotDatum: {
    verplicht: 'Kies tot wanneer de les zeker nog klopt.',
    verleden: 'Deze dag is voorbij. Kies een latere dag.',
    te_laat: `Kies een dag binnen ${LESBELEID.geldigDagen / 365} jaar. Daarna kijkt u er opnieuw naar.`,
  },
  ...BEVESTIGDVELDEN,
};

export const NIEUWE_LESZINNEN: Velden<z.input<typeof NieuweLes>> & Veldenboom = {
  bron: {
    verplicht: 'Noem het signaal of patroon dat is opgelost.',
    vorm: 'Geef het nummer van een signaal of patroon, zoals S-2027-0001.',
    onbekend: 'Dit signaal of patroon is er niet, of u mag het niet zien.',
  },
  ...LESZINNEN,
};

export const Lesoordeel = metBevestiging(
  metRegels(
    z.strictObject({
      oordeel: z
        .enum(codesVan('lesoordeel'))
        .meta({ description: 'Goedkeuren: iedereen kan de les lezen. Terugsturen: de schrijver past de les aan.' }),
      opmerking: tekst(
        WAAROM,
        'Wat er anders moet. Nodig bij terugsturen.',
        'Noem de organisatie niet bij naam.',
      ).optional(),
    }),
    [
      {
        veld: 'opmerking',
        soort: 'verplicht',
        klopt: ({ oordeel, opmerking }) => oordeel !== 'terugsturen' || opmerking !== undefined,
      },
    ],
  ).meta({ id: 'Lesoordeel', description: 'Wat een tweede persoon van een les vindt.' }),
);

export const OORDEELZINNEN: Velden<z.input<typeof Lesoordeel>> & Veldenboom = {
  oordeel: { verplicht: 'Kies of u de les goedkeurt of terugstuurt.' },
  opmerking: { verplicht: 'Schrijf wat er anders moet.', leeg: 'Schrijf wat er anders moet.' },
  ...BEVESTIGDVELDEN,
};

export const Lesgebruik = z
  .strictObject({
    signaal: Signaalnummer,
    gebruik: z.enum(codesVan('lesgebruik')).meta({
      description: 'gebruikt: de les is gebruikt bij dit signaal. toch_niet: u neemt dat terug.',
    }),
  })
  .meta({ id: 'Lesgebruik', description: 'Dat een les is gebruikt bij een signaal.' });

export const GEBRUIKZINNEN: Velden<z.input<typeof Lesgebruik>> = {
  signaal: {
    verplicht: 'Vul in bij welk signaal.',
    vorm: 'Geef het nummer van een signaal, zoals S-2027-0001.',
    onbekend: 'Dit signaal is er niet, of u mag het niet zien.',
  },
  gebruik: { verplicht: 'Kies of u de les hebt gebruikt.' },
};

export const Lesverlenging = z
  .strictObject({ geldigTotDatum: INHOUD.geldigTotDatum })
  .meta({ id: 'Lesverlenging', description: 'De les werkt nog, tot en met deze dag.' });

export const VERLENGINGZINNEN: Velden<z.input<typeof Lesverlenging>> = { geldigTotDatum: LESZINNEN.geldigTotDatum };

export const Lesintrekking = metBevestiging(
  z
    .strictObject({ reden: tekst(WAAROM, 'Waarom de les niet meer klopt.', 'De regeling is per 1 januari gestopt.') })
    .meta({ id: 'Lesintrekking', description: 'De les klopt niet meer.' }),
);

export const INTREKKINGZINNEN: Velden<z.input<typeof Lesintrekking>> & Veldenboom = {
  reden: { verplicht: 'Schrijf waarom de les niet meer klopt.', leeg: 'Schrijf waarom de les niet meer klopt.' },
  ...BEVESTIGDVELDEN,
};
