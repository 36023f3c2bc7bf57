import type { Niveau } from '#domain/beleid/codelijsten.ts';
import type { Berichtsoort, Reden } from '#domain/signaal/berichten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Zaak } from './zaak.ts';

/** The words of one kind of bericht: as a letter of its own, and as a line in a digest. */
export interface Tekst {
  onderwerp: (zaak: Zaak) => string;
  /** The paragraphs of the letter. */
  alineas: (zaak: Zaak) => string[];
  /** What the letter shows apart from its paragraphs; the digest shows the term alone. */
  toont: readonly ('termijn' | 'behandelaar' | 'door')[];
  /** What is asked or told, in a line. The digest puts the number before it and the term behind it. */
  regel: (zaak: Zaak) => string;
  knop: string;
}

const LIGT: Readonly<Record<Niveau, string>> = {
  lokaal: 'op lokaal niveau',
  regionaal: 'bij de regio',
  landelijk: 'bij het landelijke team',
};

/** What the clock does at the end of the last day, by the level at which the signaal is. */
const GEVOLG: Readonly<Record<Niveau, string>> = {
  lokaal: 'Dan gaat het signaal na die dag vanzelf naar de regio.',
  regionaal: 'Dan gaat het signaal na die dag vanzelf naar het landelijke team.',
  landelijk: 'Dan hoort de programmaleiding dat.',
};

/** Every mail that the service sends, in one place. */
export const TEKSTEN: Readonly<Record<Berichtsoort, Tekst>> = {
  ontvangen: {
    onderwerp: ({ nummer }) => `Wij hebben signaal ${nummer} ontvangen`,
    alineas: (zaak) => [`Dank u wel voor uw signaal. Het nummer is ${zaak.nummer}.`, ...watNu(zaak)],
    toont: [],
    regel: () => 'Wij hebben uw signaal ontvangen.',
    knop: 'Bekijk uw signaal',
  },
  opgepakt: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is opgepakt`,
    alineas: ({ behandelaar }) => [
      `Goed nieuws: ${behandelaar?.naam ?? 'een collega'} gaat met uw signaal aan de slag.`,
      'Heeft u een vraag, of weet u iets nieuws? Bel dan gerust.',
    ],
    toont: ['behandelaar'],
    regel: ({ behandelaar }) => `${behandelaar?.naam ?? 'Een collega'} gaat met uw signaal aan de slag.`,
    knop: 'Bekijk uw signaal',
  },
  verplaatst: {
    onderwerp: ({ nummer, niveau }) => `Signaal ${nummer} ligt nu ${LIGT[niveau]}`,
    alineas: (zaak) => [verplaatsing(zaak), ...watNaVerplaatsing(zaak)],
    toont: ['behandelaar'],
    regel: verplaatsing,
    knop: 'Bekijk het signaal',
  },
  teruggekoppeld: {
    onderwerp: ({ nummer }) => `Er is een antwoord op signaal ${nummer}`,
    alineas: ({ status, behandelaar }) => [
      'Er is een antwoord op uw signaal. U leest het in Signaalpunt.',
      ...(status === 'afgesloten'
        ? ['Het signaal is nu afgesloten. Over ongeveer vier weken vragen wij u hoe het gaat.']
        : []),
      ...(behandelaar === null ? [] : ['Is het antwoord niet duidelijk? Bel dan gerust met de behandelaar.']),
    ],
    toont: ['behandelaar'],
    regel: () => 'Er is een antwoord op uw signaal.',
    knop: 'Lees het antwoord',
  },
  ingetrokken: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is ingetrokken`,
    alineas: () => ['De melder heeft dit signaal ingetrokken. Het is nu afgesloten. U hoeft niets meer te doen.'],
    toont: [],
    regel: () => 'De melder heeft dit signaal ingetrokken. U hoeft niets meer te doen.',
    knop: 'Bekijk het signaal',
  },
  aan_u_toegewezen: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is aan u toegewezen`,
    alineas: (zaak) => ['U bent nu de behandelaar van dit signaal. Wilt u ermee aan de slag gaan?', ...anders(zaak)],
    toont: ['termijn', 'door'],
    regel: () => 'Dit signaal is aan u toegewezen. Wilt u ermee aan de slag gaan?',
    knop: 'Open het signaal',
  },
  aan_u_overgedragen: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} ligt nu bij u`,
    alineas: (zaak) => [
      verplaatsing(zaak),
      'U heeft het hier eerder behandeld. Daarom bent u nu weer de behandelaar.',
      ...(zaak.klokmotief === null
        ? []
        : ['Er is nog geen overdracht. Die hebben wij aan de vorige behandelaar gevraagd.']),
      ...anders(zaak),
    ],
    toont: ['termijn', 'door'],
    regel: (zaak) => `${verplaatsing(zaak)} U bent weer de behandelaar.`,
    knop: 'Open het signaal',
  },
  aan_u_teruggelegd: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is aan u teruggelegd`,
    alineas: (zaak) => [
      'U bent nu de behandelaar van dit signaal. In Signaalpunt leest u het antwoord, of waarom het terugkomt.',
      ...anders(zaak),
    ],
    toont: ['termijn', 'door'],
    regel: () => 'Dit signaal is aan u teruggelegd. U bent nu de behandelaar.',
    knop: 'Lees waarom',
  },
  wacht_op_oppakken: {
    onderwerp: ({ nummer, urgentie }) =>
      `${urgentie === 'spoed' ? 'Spoed: signaal' : 'Signaal'} ${nummer} wacht op een behandelaar`,
    alineas: (zaak) => [
      `Er ligt een nieuw signaal ${LIGT[zaak.niveau]}. Wilt u het oppakken, of aan iemand toewijzen?`,
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: () => 'Dit signaal wacht op een behandelaar. Wilt u het oppakken of toewijzen?',
    knop: 'Open het signaal',
  },
  overdracht_gevraagd: {
    onderwerp: ({ nummer }) => `Wilt u een overdracht schrijven voor signaal ${nummer}?`,
    alineas: (zaak) => [
      verplaatsing(zaak),
      'Wilt u voor wie het nu behandelt kort opschrijven wat u heeft geprobeerd, wat u heeft gevraagd en wat er nu nodig is? Het signaal gaat intussen gewoon door.',
    ],
    toont: [],
    regel: (zaak) => `${verplaatsing(zaak)} Wilt u een korte overdracht schrijven?`,
    knop: 'Schrijf de overdracht',
  },
  herinnering_oppakken: {
    onderwerp: ({ nummer }) => `Herinnering: signaal ${nummer} wacht op een behandelaar`,
    alineas: (zaak) => [
      'Nog niemand behandelt dit signaal. Wilt u het oppakken, of aan iemand toewijzen?',
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: () => 'Nog niemand behandelt dit signaal. Wilt u het oppakken of toewijzen?',
    knop: 'Open het signaal',
  },
  herinnering_behandelen: {
    onderwerp: ({ nummer, ...zaak }) => `Herinnering: signaal ${nummer} heeft nog geen uitkomst${looptTot(zaak)}`,
    alineas: (zaak) => [watTeDoen(zaak), ...anders(zaak)],
    toont: ['termijn'],
    regel: ({ niveau }) =>
      niveau === 'landelijk' ? 'Wilt u de uitkomst vastleggen?' : 'Wilt u de uitkomst vastleggen, of hulp vragen?',
    knop: 'Open het signaal',
  },
  herinnering_terugkoppelen: {
    onderwerp: ({ nummer }) => `Herinnering: de melder van signaal ${nummer} wacht op uw antwoord`,
    alineas: () => [
      'De uitkomst is bekend, maar de melder heeft nog geen antwoord. Wilt u het antwoord in gewone taal opschrijven?',
      'Zonder antwoord aan de melder kan het signaal niet worden afgesloten.',
    ],
    toont: ['termijn'],
    regel: () => 'De melder heeft nog geen antwoord. Wilt u dat geven?',
    knop: 'Geef antwoord',
  },
  niet_opgepakt: {
    onderwerp: ({ nummer }) => `Niemand heeft signaal ${nummer} opgepakt`,
    alineas: (zaak) => [
      `Dit signaal ligt ${LIGT[zaak.niveau]}, maar niemand heeft het op tijd opgepakt. Wilt u het aan iemand toewijzen?`,
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: ({ niveau }) => `Dit signaal ligt ${LIGT[niveau]} en is niet op tijd opgepakt. Wilt u het toewijzen?`,
    knop: 'Open het signaal',
  },
  termijn_verstreken: {
    onderwerp: ({ nummer }) => `De termijn van signaal ${nummer} is voorbij`,
    alineas: ({ niveau }) => [
      `Dit signaal ligt ${LIGT[niveau]} en heeft nog geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?`,
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'Er is nog geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?',
    knop: 'Open het signaal',
  },
  terugkoppeling_te_laat: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} wacht nog op antwoord`,
    alineas: () => [
      'De uitkomst van dit signaal is bekend, maar de melder heeft niet op tijd antwoord gekregen. Wilt u dat met de behandelaar bespreken?',
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De melder heeft niet op tijd antwoord gekregen. Wilt u dat met de behandelaar bespreken?',
    knop: 'Open het signaal',
  },
  duurt_lang: {
    onderwerp: ({ nummer, dag }) => `Signaal ${nummer} is na ${werkdagen(dag)} nog niet afgesloten`,
    alineas: ({ niveau, dag }) => [
      `Dit signaal is na ${werkdagen(dag)} nog niet afgesloten. Het ligt nu ${LIGT[niveau]}. Wilt u nagaan wat er nodig is?`,
    ],
    toont: ['behandelaar'],
    regel: ({ dag }) => `Dit signaal is na ${werkdagen(dag)} nog niet afgesloten. Wilt u nagaan wat er nodig is?`,
    knop: 'Open het signaal',
  },
  terugblik: {
    onderwerp: ({ nummer }) => `Hoe gaat het nu? Uw signaal ${nummer}`,
    alineas: () => [
      'Uw signaal is een tijdje geleden afgesloten. Hoe gaat het nu? Helpt de oplossing nog steeds?',
      'Wilt u het ons laten weten? Ook als het niet helpt: dan kijken wij opnieuw.',
    ],
    toont: ['termijn'],
    regel: () => 'Hoe gaat het nu? Helpt de oplossing nog steeds?',
    knop: 'Vertel hoe het gaat',
  },
};

/** Why somebody gets a mail about one signaal, and about several. */
export const WAAROM: Readonly<Record<Reden, { een: string; meer: string }>> = {
  melder: { een: 'u dit signaal heeft ingediend', meer: 'u een signaal heeft ingediend' },
  behandelaar: { een: 'u dit signaal behandelt', meer: 'u een signaal behandelt' },
  vorige_behandelaar: { een: 'u dit signaal hiervoor behandelde', meer: 'u een signaal hiervoor behandelde' },
  coordinator: { een: 'u als coördinator op dit signaal let', meer: 'u als coördinator op signalen let' },
  programmaleiding: { een: 'u bij de programmaleiding hoort', meer: 'u bij de programmaleiding hoort' },
};

/** "tot en met maandag 10 mei 2027". */
export function totEnMet(datum: Datum): string {
  return `tot en met ${voluit(datum)}`;
}

function watNu(zaak: Zaak): string[] {
  const { status, isBehandelaar, niveau, totEnMet: datum } = zaak;
  if (status === 'afgesloten') {
    return [
      'U wilde dit alleen melden. Wij tellen uw signaal mee en u hoort wat ermee gebeurt. U hoeft nu niets te doen.',
    ];
  }
  if (isBehandelaar) {
    const tijd = datum === null ? '' : ` Daarvoor heeft u tijd ${totEnMet(datum)}.`;
    return [
      `U probeert het eerst zelf.${tijd} Komt u er niet uit? Vraag dan eerder hulp aan de regio.`,
      ...anders(zaak),
    ];
  }
  const oppakken =
    status === 'wacht_op_oppakken' && datum !== null ? ` Daar is tijd ${totEnMet(datum)} om het op te pakken.` : '';
  return [
    `Uw signaal ligt ${LIGT[niveau]}.${oppakken}`,
    'U hoort van ons wie uw signaal behandelt. U hoeft nu niets te doen.',
  ];
}

function verplaatsing({ niveau, klokmotief }: Zaak): string {
  const ligt = `ligt het signaal nu ${LIGT[niveau]}`;
  if (klokmotief === 'niet_opgepakt') return `Niemand had het signaal op tijd opgepakt. Daarom ${ligt}.`;
  if (klokmotief === 'termijn_verstreken') return `De termijn was voorbij. Daarom ${ligt}.`;
  return `Het signaal ligt nu ${LIGT[niveau]}.`;
}

function watNaVerplaatsing({ waarom, status, behandelaar }: Zaak): string[] {
  if (waarom === 'vorige_behandelaar') return ['U bent niet meer de behandelaar. U hoeft niets meer te doen.'];
  if (behandelaar !== null) return [`${behandelaar.naam} behandelt het signaal. Heeft u een vraag? Bel dan gerust.`];
  return status === 'wacht_op_oppakken' ? ['U hoort van ons zodra iemand het oppakt. U hoeft nu niets te doen.'] : [];
}

function watTeDoen({ niveau }: Zaak): string {
  return niveau === 'landelijk'
    ? 'Wilt u de uitkomst vastleggen?'
    : 'Wilt u de uitkomst vastleggen? Komt u er niet uit, leg het signaal dan een niveau hoger.';
}

/** What the clock does when nobody does anything, for as long as it has not. */
function anders({ niveau, stapsoort, uitloopTotEnMet: datum, vandaag }: Zaak): string[] {
  if (datum === null || datum < vandaag) return [];
  const dag = voluit(datum);
  const vraag =
    stapsoort === 'oppakken' ? `Heeft het signaal op ${dag} nog geen behandelaar` : `Is er op ${dag} nog geen uitkomst`;
  return [`${vraag}? ${GEVOLG[niveau]}`];
}

function looptTot({ totEnMet: datum, vandaag }: Pick<Zaak, 'totEnMet' | 'vandaag'>): string {
  if (datum === null) return '';
  return datum < vandaag ? ` (termijn was ${totEnMet(datum)})` : ` (termijn ${totEnMet(datum)})`;
}

function werkdagen(dag: number | null): string {
  return dag === null ? 'lange tijd' : `${dag} werkdagen`;
}
