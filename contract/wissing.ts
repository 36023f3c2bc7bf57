import * as z from 'zod';

import type { Wissing } from '#db/queries/wissingen.ts';
import { type Bewaarsoort, BEWAARSOORTEN, type Termijnsoort } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan, labelVan, VERZOEKGRONDEN } from '#domain/beleid/codelijsten.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import { bezwaarTegenNu, WISSTATUSSEN } from '#domain/wissen.ts';

import {
  datum,
  Gebruikersnaam,
  kalenderdag,
  LANGE_TEKST,
  LIMIET,
  PersoonSchema,
  Signaalnummer,
  tekst,
  tijdstip,
} from './basis.ts';
import type { Foutsoort } from './invoerfout.ts';
import type { Velden } from './velden.ts';
import { DATUM } from './zinnen.ts';

export const Wisvragen = z.strictObject({
  status: z.enum(WISSTATUSSEN).default('voorgesteld').meta({ description: 'Hoe ver het is.' }),
  limiet: LIMIET,
});

export const PadWissing = z.strictObject({
  wissing: z.uuid().meta({ description: 'Id van het voorstel.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' }),
});

const Bevestiging = z
  .strictObject({ door: PersoonSchema.pick({ id: true, naam: true }), op: tijdstip('Wanneer dat was.') })
  .meta({ id: 'Wisbevestiging', description: 'Wie bevestigde, en wanneer.' });

export const WissingSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id van het voorstel.' }),
    nummer: Signaalnummer,
    soort: z
      .enum(BEWAARSOORTEN)
      .meta({ description: 'Wat er wordt gewist: wie het gezin is, of alles wat is geschreven.' }),
    grond: z.enum(codesVan('wisgrond')).meta({ description: 'Waarom, als code.' }),
    uitleg: z.string().meta({ description: 'Waarom, in woorden.' }),
    maanden: z.int().nullable().meta({ description: 'De bewaartermijn. null: iemand vroeg erom.' }),
    reden: z.string().nullable().meta({ description: 'Wat iemand vroeg. null: niemand vroeg erom, of het is gewist.' }),
    gevraagdDoor: Gebruikersnaam.nullable().meta({ description: 'Wie dat opschreef. null: Signaalpunt zelf.' }),
    op: tijdstip('Wanneer het is voorgesteld.'),
    afgeslotenOp: tijdstip('Wanneer het signaal is afgesloten.').nullable(),
    status: z.enum(WISSTATUSSEN).meta({ description: 'Hoe ver het is.' }),
    waaromNietNu: z
      .string()
      .nullable()
      .meta({ description: 'Waarom niemand het nu kan bevestigen. null: dat kan, of er is over beslist.' }),
    bevestigingen: z.array(Bevestiging).meta({ description: 'Wie al bevestigde. Er zijn er twee nodig.' }),
    bewarenTotEnMetDatum: kalenderdag('Tot en met wanneer het langer blijft.').nullable(),
    bewaarreden: z.string().nullable().meta({ description: 'Waarom het langer blijft.' }),
    gewistOp: tijdstip('Wanneer alles weg was.').nullable(),
  })
  .meta({ id: 'Wissing', description: 'Een signaal dat wordt gewist, met zijn nummer en niets over de zaak.' });

export const Wissingen = z
  .strictObject({
    aantal: z.int().meta({ description: 'Hoeveel het er zijn, ook wat niet in dit antwoord past.' }),
    wissingen: z.array(WissingSchema),
  })
  .meta({ id: 'Wissingen', description: 'Wat kan worden gewist, of al gewist is.' });

/** That somebody whom a signaal is about wants it erased. */
export const Wisverzoek = z
  .strictObject({
    signaal: Signaalnummer,
    grond: z.enum(VERZOEKGRONDEN).meta({ description: 'Waarom iemand dat mag vragen (AVG artikel 17).' }),
    reden: tekst(LANGE_TEKST, 'Wie er om vroeg en wanneer, zonder namen.', 'De moeder vroeg het per brief van 3 mei.'),
  })
  .meta({ id: 'Wisverzoek', description: 'Iemand over wie een signaal gaat, wil dat het wordt gewist.' });

/** That something is kept longer than its term. */
export const Bewaaruitstel = z
  .strictObject({
    totEnMetDatum: datum('Tot en met wanneer het langer blijft.'),
    reden: tekst(LANGE_TEKST, 'Waarom dat nodig is, zonder namen.', 'Er loopt nog een klacht.'),
  })
  .meta({ id: 'Bewaaruitstel', description: 'Iets blijft langer dan de bewaartermijn.' });

export const WISVERZOEKZINNEN: Velden<z.input<typeof Wisverzoek>> = {
  signaal: {
    verplicht: 'Noem het nummer van het signaal.',
    onbekend: 'Dit signaal bestaat niet, of u mag het niet zien.',
    vorm: 'Een nummer ziet eruit als S-2027-0001.',
  },
  grond: { verplicht: 'Kies waarom.', keuze: 'Kies waarom.' },
  reden: { verplicht: 'Schrijf op wie erom vroeg, en wanneer.', leeg: 'Schrijf op wie erom vroeg, en wanneer.' },
};

export const BEWAARUITSTELZINNEN: Velden<z.input<typeof Bewaaruitstel>> = {
  totEnMetDatum: { ...DATUM, te_vroeg: 'Kies een dag die nog komt.', te_laat: 'Kies een dag binnen vijf jaar.' },
  reden: { verplicht: 'Schrijf op waarom het langer nodig is.', leeg: 'Schrijf op waarom het langer nodig is.' },
};

/** What is wrong with a day that no schema knows. */
export function uitstelfouten(dag: Datum, vandaag: Datum): { pad: string[]; soort: Foutsoort }[] {
  const fouten: [boolean, Foutsoort][] = [
    [dag <= vandaag, 'te_vroeg'],
    [dag > plusDagen(vandaag, LANGST_DAGEN), 'te_laat'],
  ];
  return fouten.flatMap(([mis, soort]) => (mis ? [{ pad: ['totEnMetDatum'], soort }] : []));
}

const LANGST_DAGEN = 5 * 365;

export function presentWissing({
  stroom: _stroom,
  eerste,
  tweede,
  geslotenOp,
  ...wissing
}: Wissing): z.infer<typeof WissingSchema> {
  const bevestigingen = [eerste, tweede]
    .filter((een) => een !== null)
    .map(({ door: { id, naam }, op }) => ({ door: { id, naam }, op }));
  const waaromNietNu = wissing.status === 'voorgesteld' ? bezwaarTegenNu(wissing, geslotenOp) : null;
  return { ...wissing, uitleg: labelVan('wisgrond', wissing.grond), waaromNietNu, bevestigingen };
}

/** What is gone and what stays, before somebody confirms. */
export const WISGEVOLG: Readonly<Record<Bewaarsoort, readonly string[]>> = {
  casusbijlage: [
    'Wie het gezin is, en alle brieven en foto’s, zijn daarna voorgoed weg. Niemand kan ze terughalen.',
    'Wat er verder in het signaal staat, blijft te lezen.',
  ],
  signaal: [
    'Alles wat mensen schreven, is daarna voorgoed weg: het knelpunt, de antwoorden, de notities, de bestanden en de mails. Niemand kan het terughalen.',
    'Niemand kan het signaal daarna nog lezen, of er iets mee doen.',
    'Het nummer, de codes en de datums blijven. Daardoor kloppen de cijfers nog.',
  ],
};

/** What is erased, in words. */
export const WISWAT: Readonly<Record<Termijnsoort, string>> = {
  casusbijlage: 'Wie het gezin is, met brieven en foto’s',
  signaal: 'Alles wat is geschreven',
  contactgegevens: 'Mailadres en telefoonnummer van wie weg is',
  accountnaam: 'De naam van wie weg is',
  wijzigingen: 'Wat er voor en na een wijziging in beheer stond',
  voorstelreden: 'Waarom iets geen patroon was',
  lessen: 'Lessen die niet meer gelden',
  patroonteksten: 'De teksten van een patroon',
  conceptrapporten: 'Een rapport dat niet is vrijgegeven',
  rapportteksten: 'De teksten en verhalen in een rapport',
  logboek: 'De regels van het logboek: wie wat deed en zag',
};
