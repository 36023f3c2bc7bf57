import { type Codelijst, CODELIJSTEN } from '../beleid/codelijsten.ts';
import { REGIOS } from '../beleid/regios.ts';

/** Why somebody takes all data of a period out of the service: it stands in the log. Codes, as a line of the log is never erased. */
export const UITVOERDOELEN = ['verantwoording', 'onderzoek', 'narekenen', 'eigen_analyse'] as const;
export type Uitvoerdoel = (typeof UITVOERDOELEN)[number];

export const UITVOERDOELNAMEN: Readonly<Record<Uitvoerdoel, string>> = {
  verantwoording: 'Verantwoording aan VWS of de Tweede Kamer',
  onderzoek: 'Onderzoek waarover afspraken zijn gemaakt',
  narekenen: 'Cijfers of een rapport narekenen',
  eigen_analyse: 'Eigen analyse van het landelijk team',
};

interface Uitvoercode {
  readonly code: string;
  readonly label: string;
}

/** A column of a table that leaves the service: what stands in it, and what may. */
export interface Uitvoerveld {
  readonly naam: string;
  readonly type: 'integer' | 'string' | 'date' | 'boolean';
  readonly wat: string;
  /** The codes that it holds, each with its name. */
  readonly codes?: readonly Uitvoercode[];
  /** It is never empty. */
  readonly altijd?: true;
}

export interface Uitvoertabel {
  readonly titel: string;
  readonly wat: string;
  readonly velden: readonly Uitvoerveld[];
  /** The columns in which each line is another; none where lines may be the same. */
  readonly sleutel: readonly string[];
  /** Where lines of another table are named. */
  readonly verwijst: readonly {
    readonly velden: readonly string[];
    readonly naar: string;
    readonly daar: readonly string[];
  }[];
}

export const UITVOERTABELNAMEN = [
  'signalen',
  'indelingen',
  'verblijven',
  'vragen',
  'sluitingen',
  'veranderingen',
  'codelijsten',
] as const;
export type Uitvoertabelnaam = (typeof UITVOERTABELNAMEN)[number];

/** How a signaal is coded: of these it may have more than one. */
export const INDELINGEN = ['doelgroep', 'knelpunttype', 'wet', 'leefgebied'] as const satisfies readonly Codelijst[];

const uit = (lijst: Codelijst): readonly Uitvoercode[] => CODELIJSTEN[lijst];
const woorden = (waarden: Readonly<Record<string, string>>): Uitvoercode[] =>
  Object.entries(waarden).map(([code, label]) => ({ code, label }));
const SIGNAAL: Uitvoerveld = {
  naam: 'signaal',
  type: 'integer',
  wat: 'Het hoeveelste signaal van dit bestand. In een ander bestand heeft hetzelfde signaal een ander getal.',
  altijd: true,
};
const NAAR_SIGNAAL = [{ velden: ['signaal'], naar: 'signalen', daar: ['signaal'] }];

/**
 * All that leaves the service of a period: codes, days and counts. No number of a signaal, no gemeente, no organisatie by name, nobody's
 * account and nothing that people wrote; nothing of a casusbijlage.
 */
export const UITVOERTABELLEN: Readonly<Record<Uitvoertabelnaam, Uitvoertabel>> = {
  signalen: {
    titel: 'Signalen',
    wat: 'Elk signaal dat voor het einde van de periode is ingediend, en dat daarna nog open was of waaraan nog iets gebeurde, zoals het nu is.',
    velden: [
      SIGNAAL,
      { naam: 'ingediendDatum', type: 'date', wat: 'De dag van indienen.', altijd: true },
      { naam: 'regio', type: 'string', wat: 'De regio waar het gezin woont.', codes: REGIOS, altijd: true },
      {
        naam: 'niveau',
        type: 'string',
        wat: 'Waar het nu is, of waar het is afgesloten.',
        codes: uit('niveau'),
        altijd: true,
      },
      { naam: 'status', type: 'string', wat: 'Hoe ver het is.', codes: uit('status'), altijd: true },
      { naam: 'urgentie', type: 'string', wat: 'Hoeveel haast erbij is.', codes: uit('urgentie'), altijd: true },
      { naam: 'wens', type: 'string', wat: 'Wat de melder vroeg.', codes: uit('wens'), altijd: true },
      {
        naam: 'leeftijdscategorie',
        type: 'string',
        wat: 'Hoe oud degene is om wie het gaat.',
        codes: uit('leeftijdscategorie'),
      },
      {
        naam: 'ketenpartnertype',
        type: 'string',
        wat: 'Om wat voor organisatie het gaat.',
        codes: uit('ketenpartnertype'),
      },
      { naam: 'domeindiscussie', type: 'boolean', wat: 'Of twee organisaties naar elkaar wezen.', altijd: true },
      { naam: 'inPatroon', type: 'boolean', wat: 'Of het bij een patroon hoort.', altijd: true },
      { naam: 'afgeslotenDatum', type: 'date', wat: 'De dag van de laatste afsluiting, als het dicht is.' },
      { naam: 'uitkomst', type: 'string', wat: 'Wat ervan kwam.', codes: uit('uitkomst') },
      { naam: 'systeemreden', type: 'string', wat: 'Waarom het niet op te lossen was.', codes: uit('systeemreden') },
    ],
    sleutel: ['signaal'],
    verwijst: [],
  },
  indelingen: {
    titel: 'Indelingen',
    wat: 'Hoe elk signaal is ingedeeld. Een signaal kan bij een soort meer dan één code hebben.',
    velden: [
      SIGNAAL,
      {
        naam: 'soort',
        type: 'string',
        wat: 'De codelijst.',
        codes: woorden({
          doelgroep: 'Doelgroep',
          knelpunttype: 'Soort knelpunt',
          wet: 'Wet',
          leefgebied: 'Leefgebied',
        }),
        altijd: true,
      },
      { naam: 'code', type: 'string', wat: 'De code in die lijst.', altijd: true },
    ],
    sleutel: ['signaal', 'soort', 'code'],
    verwijst: [...NAAR_SIGNAAL, { velden: ['soort', 'code'], naar: 'codelijsten', daar: ['lijst', 'code'] }],
  },
  verblijven: {
    titel: 'Verblijven',
    wat: 'Hoe lang elk signaal op een niveau was: van aankomst tot de uitkomst, of tot het naar een ander niveau ging.',
    velden: [
      SIGNAAL,
      { naam: 'niveau', type: 'string', wat: 'Het niveau.', codes: uit('niveau'), altijd: true },
      { naam: 'vanDatum', type: 'date', wat: 'De dag van aankomst.', altijd: true },
      { naam: 'totDatum', type: 'date', wat: 'De dag van vertrek. Leeg: het is er nog.' },
      { naam: 'werkdagen', type: 'integer', wat: 'Zoveel werkdagen later was het klaar of weg.' },
    ],
    sleutel: [],
    verwijst: NAAR_SIGNAAL,
  },
  vragen: {
    titel: 'Vragen aan ketenpartners',
    wat: 'Wat aan organisaties is gevraagd, en of er een antwoord kwam.',
    velden: [
      SIGNAAL,
      {
        naam: 'ketenpartnertype',
        type: 'string',
        wat: 'Aan wat voor organisatie.',
        codes: uit('ketenpartnertype'),
        altijd: true,
      },
      { naam: 'gesteldDatum', type: 'date', wat: 'De dag van de vraag.', altijd: true },
      { naam: 'geantwoordDatum', type: 'date', wat: 'De dag van het eerste antwoord.' },
      { naam: 'werkdagen', type: 'integer', wat: 'Zoveel werkdagen later kwam het antwoord.' },
      { naam: 'stil', type: 'boolean', wat: 'Of niemand antwoordde, ook hoger in de organisatie niet.', altijd: true },
    ],
    sleutel: [],
    verwijst: NAAR_SIGNAAL,
  },
  sluitingen: {
    titel: 'Afsluitingen',
    wat: 'Elke keer dat een signaal werd afgesloten, en hoe het daarna ging.',
    velden: [
      SIGNAAL,
      { naam: 'datum', type: 'date', wat: 'De dag van afsluiten.', altijd: true },
      {
        naam: 'soort',
        type: 'string',
        wat: 'Hoe het dicht ging.',
        codes: woorden({
          teruggekoppeld: 'De melder hoorde de uitkomst',
          eigen_uitkomst: 'De melder gaf zelf de uitkomst',
          alleen_gemeld: 'Alleen gemeld',
          ingetrokken: 'Ingetrokken',
          samengevoegd: 'Samengevoegd met een ander signaal',
        }),
        altijd: true,
      },
      {
        naam: 'terugkoppeling',
        type: 'string',
        wat: 'Of de melder de uitkomst op tijd hoorde. Leeg: dat hoefde niet.',
        codes: woorden({ op_tijd: 'Op tijd', te_laat: 'Te laat' }),
      },
      {
        naam: 'terugblik',
        type: 'string',
        wat: 'Wat de melder later zei over hoe het gaat. Leeg: dat is nog niet gevraagd.',
        codes: [...woorden({ gevraagd: 'Gevraagd', onbeantwoord: 'Niet beantwoord' }), ...CODELIJSTEN.ervaring],
      },
      { naam: 'heropend', type: 'boolean', wat: 'Of het daarna weer open ging.', altijd: true },
      {
        naam: 'urenMinder',
        type: 'string',
        wat: 'Hoeveel tijd het scheelt, volgens de melder. Leeg: dat is niet bekend.',
        codes: uit('uren_minder'),
      },
      {
        naam: 'kostenMinder',
        type: 'string',
        wat: 'Hoeveel geld het scheelt, volgens de melder. Leeg: dat is niet bekend.',
        codes: uit('kosten_minder'),
      },
    ],
    sleutel: [],
    verwijst: NAAR_SIGNAAL,
  },
  veranderingen: {
    titel: 'Veranderingen',
    wat: 'Wat er voor het gezin veranderde, volgens de melder. Een signaal dat hier niet staat: dat is niet bekend.',
    velden: [
      SIGNAAL,
      { naam: 'datum', type: 'date', wat: 'De dag van afsluiten.', altijd: true },
      { naam: 'verandering', type: 'string', wat: 'Wat er veranderde.', codes: uit('verandering'), altijd: true },
    ],
    sleutel: [],
    verwijst: NAAR_SIGNAAL,
  },
  codelijsten: {
    titel: 'Codelijsten',
    wat: 'De namen van de codes, met de versie van de lijst.',
    velden: [
      { naam: 'lijst', type: 'string', wat: 'De codelijst.', altijd: true },
      { naam: 'code', type: 'string', wat: 'De code.', altijd: true },
      { naam: 'naam', type: 'string', wat: 'Wat die betekent.', altijd: true },
      { naam: 'versie', type: 'integer', wat: 'De versie van de lijst.', altijd: true },
    ],
    sleutel: ['lijst', 'code'],
    verwijst: [],
  },
};

/** The code lists that its columns are from. */
export const UITGEVOERDE_LIJSTEN: readonly Codelijst[] = [
  ...INDELINGEN,
  'niveau',
  'status',
  'urgentie',
  'wens',
  'leeftijdscategorie',
  'ketenpartnertype',
  'uitkomst',
  'systeemreden',
  'ervaring',
  'verandering',
  'uren_minder',
  'kosten_minder',
];
