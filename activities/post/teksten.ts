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
  /** What the letter shows apart from its paragraphs. */
  toont: readonly ('behandelaar' | 'door' | 'termijn')[];
  /** What is asked or told, in one line. The digest adds the number and the date. */
  regel: (zaak: Zaak) => string;
  knop: string;
}

const BIJ: Readonly<Record<Niveau, string>> = { lokaal: 'de metgezel', regionaal: 'de regio', landelijk: 'het landelijke team' };
const HIERBOVEN: Readonly<Record<Niveau, string>> = {
  lokaal: 'Dan gaat het signaal vanzelf naar de regio.',
  regionaal: 'Dan gaat het signaal vanzelf naar het landelijke team.',
  landelijk: 'Dan hoort de programmaleiding dat.',
};

/** Every mail that the service sends, in one place. */
export const TEKSTEN: Readonly<Record<Berichtsoort, Tekst>> = {
  ontvangen: {
    onderwerp: ({ nummer }) => `Wij hebben signaal ${nummer} ontvangen`,
    alineas: (zaak) => [`Dank u wel voor uw signaal. Het nummer is ${zaak.nummer}.`, ...watNu(zaak)],
    toont: ['termijn'],
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
    regel: ({ behandelaar }) => `${behandelaar?.naam ?? 'Een collega'} heeft uw signaal opgepakt.`,
    knop: 'Bekijk uw signaal',
  },
  verplaatst: {
    onderwerp: ({ nummer, niveau }) => `Signaal ${nummer} ligt nu bij ${BIJ[niveau]}`,
    alineas: (zaak) => [
      waarheen(zaak),
      zaak.behandelaar === null
        ? 'U hoort van ons zodra iemand het signaal oppakt. U hoeft nu niets te doen.'
        : `${zaak.behandelaar.naam} behandelt het nu. Heeft u een vraag? Bel dan gerust.`,
    ],
    toont: ['behandelaar'],
    regel: waarheen,
    knop: 'Bekijk het signaal',
  },
  teruggekoppeld: {
    onderwerp: ({ nummer }) => `Er is een antwoord op signaal ${nummer}`,
    alineas: ({ status }) => [
      'Er is een antwoord op uw signaal. U leest het in Signaalpunt.',
      ...(status === 'afgesloten'
        ? ['Het signaal is nu afgesloten. Over ongeveer vier weken vragen wij u hoe het gaat.']
        : []),
      'Is het antwoord niet duidelijk? Bel dan met de behandelaar.',
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
    alineas: (zaak) => ['U bent nu de behandelaar van dit signaal. Wilt u er werk van maken?', ...watErvoorNodigIs(zaak)],
    toont: ['termijn', 'door'],
    regel: () => 'Dit signaal is aan u toegewezen. Wilt u er werk van maken?',
    knop: 'Open het signaal',
  },
  aan_u_overgedragen: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} ligt nu bij u`,
    alineas: (zaak) => [
      `Dit signaal is naar ${BIJ[zaak.niveau]} gegaan. U heeft het hier eerder behandeld en bent nu weer de behandelaar.`,
      ...(zaak.door === null ? ['De termijn was voorbij. Daarom ging het vanzelf en is er nog geen overdracht.'] : []),
      ...watErvoorNodigIs(zaak),
    ],
    toont: ['termijn', 'door'],
    regel: ({ niveau }) => `Dit signaal is naar ${BIJ[niveau]} gegaan. U bent weer de behandelaar.`,
    knop: 'Open het signaal',
  },
  aan_u_teruggelegd: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is aan u teruggelegd`,
    alineas: (zaak) => [
      'U bent nu de behandelaar van dit signaal. Bij het signaal staat een antwoord, of de reden waarom het terugkomt.',
      ...watErvoorNodigIs(zaak),
    ],
    toont: ['termijn', 'door'],
    regel: () => 'Dit signaal is aan u teruggelegd. U bent nu de behandelaar.',
    knop: 'Lees waarom',
  },
  wacht_op_oppakken: {
    onderwerp: ({ nummer, urgentie }) => `${urgentie === 'spoed' ? 'Spoed: signaal' : 'Signaal'} ${nummer} wacht op een behandelaar`,
    alineas: (zaak) => [
      `Er ligt een signaal bij ${BIJ[zaak.niveau]} dat nog niemand behandelt. Wilt u het oppakken of aan iemand toewijzen?`,
      ...nietOpTijd(zaak),
    ],
    toont: ['termijn'],
    regel: () => 'Nog niemand behandelt dit signaal. Wilt u het oppakken of toewijzen?',
    knop: 'Open het signaal',
  },
  overdracht_gevraagd: {
    onderwerp: ({ nummer }) => `Wilt u een overdracht schrijven voor signaal ${nummer}?`,
    alineas: (zaak) => [
      waarheen(zaak),
      'Wilt u voor uw opvolger kort opschrijven wat u heeft geprobeerd, wat u heeft gevraagd en wat er nu nodig is? Het signaal gaat intussen gewoon door.',
    ],
    toont: [],
    regel: (zaak) => `${waarheen(zaak)} Wilt u een korte overdracht schrijven?`,
    knop: 'Schrijf de overdracht',
  },
  herinnering_oppakken: {
    onderwerp: ({ nummer }) => `Herinnering: signaal ${nummer} wacht op een behandelaar`,
    alineas: (zaak) => ['Nog niemand behandelt dit signaal. Wilt u het oppakken of aan iemand toewijzen?', ...nietOpTijd(zaak)],
    toont: ['termijn'],
    regel: () => 'Nog niemand behandelt dit signaal. Wilt u het oppakken of toewijzen?',
    knop: 'Open het signaal',
  },
  herinnering_behandelen: {
    onderwerp: ({ nummer, totEnMet }) => `Herinnering: de termijn van signaal ${nummer} ${eindigt(totEnMet)}`,
    alineas: (zaak) => ['Wilt u de uitkomst vastleggen, of het signaal hogerop leggen als u er niet uitkomt?', ...nietOpTijd(zaak)],
    toont: ['termijn'],
    regel: () => 'Wilt u de uitkomst vastleggen, of het signaal hogerop leggen?',
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
      `Dit signaal ligt bij ${BIJ[zaak.niveau]}, maar niemand heeft het op tijd opgepakt. Wilt u zorgen dat het een behandelaar krijgt?`,
      ...(zaak.niveau === 'landelijk' ? [] : nietOpTijd(zaak)),
    ],
    toont: ['termijn'],
    regel: ({ niveau }) => `Bij ${BIJ[niveau]} heeft niemand dit signaal op tijd opgepakt. Wilt u het toewijzen?`,
    knop: 'Open het signaal',
  },
  termijn_verstreken: {
    onderwerp: ({ nummer }) => `De termijn van signaal ${nummer} is voorbij`,
    alineas: ({ niveau }) => [
      `Dit signaal ligt bij ${BIJ[niveau]} en heeft nog geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?`,
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De termijn is voorbij en er is nog geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?',
    knop: 'Open het signaal',
  },
  terugkoppeling_te_laat: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} wacht nog op antwoord`,
    alineas: () => [
      'De uitkomst van dit signaal is bekend, maar de melder heeft nog geen antwoord. Wilt u met de behandelaar bespreken hoe dat er komt?',
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De melder heeft niet op tijd antwoord gekregen. Wilt u dat met de behandelaar bespreken?',
    knop: 'Open het signaal',
  },
  duurt_lang: {
    onderwerp: ({ nummer, dag }) => `Signaal ${nummer} loopt al ${dagen(dag)}`,
    alineas: ({ niveau, dag }) => [
      `Dit signaal is na ${dagen(dag)} nog niet afgesloten. Het ligt nu bij ${BIJ[niveau]}. Wilt u nagaan wat er nodig is?`,
    ],
    toont: ['behandelaar'],
    regel: ({ dag }) => `Dit signaal is na ${dagen(dag)} nog niet afgesloten. Wilt u nagaan wat er nodig is?`,
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
  coordinator: { een: 'u als coördinator dit signaal volgt', meer: 'u als coördinator signalen volgt' },
  programmaleiding: { een: 'u bij de programmaleiding hoort', meer: 'u bij de programmaleiding hoort' },
};

/** "tot en met maandag 10 mei 2027". */
export function totEnMet(datum: Datum): string {
  return `tot en met ${voluit(datum)}`;
}

function watNu({ status, isBehandelaar, niveau, totEnMet: datum, uitloopTotEnMet }: Zaak): string[] {
  if (status === 'afgesloten') return ['U wilde dit alleen melden. Wij tellen het mee en u hoort wat ermee gebeurt. U hoeft nu niets te doen.'];
  if (isBehandelaar) {
    return [
      `U probeert het eerst zelf.${datum === null ? '' : ` Daarvoor heeft u tijd ${totEnMet(datum)}.`} Komt u er niet uit? Vraag dan eerder hulp aan de regio.`,
      ...(uitloopTotEnMet === null ? [] : [`Is er ${totEnMet(uitloopTotEnMet)} geen uitkomst? ${HIERBOVEN[niveau]}`]),
    ];
  }
  return [`Uw signaal ligt bij ${BIJ[niveau]}. U hoort van ons zodra iemand het oppakt. U hoeft nu niets te doen.`];
}

function waarheen({ niveau, door }: Zaak): string {
  const waar = niveau === 'lokaal' ? 'Het signaal ligt weer bij de metgezel.' : `Het signaal is naar ${BIJ[niveau]} gegaan.`;
  return door === null ? `De termijn was voorbij. ${waar}` : waar;
}

function watErvoorNodigIs({ totEnMet: datum }: Zaak): string[] {
  return datum === null ? [] : [`Leg de uitkomst vast ${totEnMet(datum)}, of vraag eerder hulp als u er niet uitkomt.`];
}

function nietOpTijd({ niveau, uitloopTotEnMet }: Zaak): string[] {
  return uitloopTotEnMet === null ? [] : [`Gebeurt er niets ${totEnMet(uitloopTotEnMet)}? ${HIERBOVEN[niveau]}`];
}

function eindigt(datum: Datum | null): string {
  return datum === null ? 'loopt af' : `loopt ${totEnMet(datum)}`;
}

function dagen(dag: number | null): string {
  return dag === null ? 'lange tijd' : `${dag} werkdagen`;
}
