import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { bel, belOfHoger, gevraagde, hoofdletter, totEnMet } from './zinnen.ts';

/** What the behandelaar and the filer hear of a verzoek. */
export const VERZOEK = {
  navraag: {
    onderwerp: ({ nummer }) => `De behandelaar van signaal ${nummer} heeft een vraag aan u`,
    alineas: () => ['Wilt u de vraag beantwoorden in Signaalpunt? Bellen met de behandelaar mag ook.'],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De behandelaar heeft een vraag aan u.',
    knop: 'Beantwoord de vraag',
  },
  herinnering_navraag: {
    onderwerp: ({ nummer }) => `Herinnering: wilt u de vraag bij signaal ${nummer} beantwoorden?`,
    alineas: () => [
      'De behandelaar heeft u een vraag gesteld en wacht op uw antwoord. Weet u het niet? Schrijf dat dan op, of bel.',
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De behandelaar wacht op uw antwoord op een vraag.',
    knop: 'Beantwoord de vraag',
  },
  navraag_onbeantwoord: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} heeft nog niet geantwoord`,
    alineas: (zaak) => [`${gevraagde(zaak)} heeft uw vraag niet op tijd beantwoord. ${bel(zaak)}`],
    toont: [],
    regel: (zaak) => `${gevraagde(zaak)} heeft uw vraag niet op tijd beantwoord. ${bel(zaak)}`,
    knop: 'Open het signaal',
  },
  antwoord: {
    onderwerp: ({ nummer, waarom }) =>
      waarom === 'melder'
        ? `Er is nieuws over uw signaal ${nummer}`
        : waarom === 'consulent'
          ? `Er is nieuws over signaal ${nummer}`
          : `Er is een antwoord op een vraag bij signaal ${nummer}`,
    alineas: (zaak) =>
      isNieuws(zaak)
        ? [`${reactie(zaak)} U hoeft nu niets te doen.`]
        : [reactie(zaak), `U leest de reactie in Signaalpunt. Hebt u een vraag? ${bel(zaak)}`],
    toont: ['behandelaar'],
    regel: reactie,
    knop: 'Lees de reactie',
  },
  partij_zwijgt: {
    onderwerp: (zaak) => `${gevraagde(zaak)} heeft nog niet geantwoord (signaal ${zaak.nummer})`,
    alineas: (zaak) => zwijgt(zaak),
    toont: ['termijn'],
    regel: (zaak) => zwijgt(zaak).slice(0, 2).join(' '),
    knop: 'Open het signaal',
  },
  geen_reactie: {
    onderwerp: ({ nummer }) => `De termijn voor antwoord op een vraag bij signaal ${nummer} is voorbij`,
    alineas: (zaak) => [
      zaak.verzoek?.hogerop === true
        ? `${gevraagde(zaak)} heeft niet op tijd geantwoord, ook het escalatiecontact daar niet.`
        : `${gevraagde(zaak)} heeft niet op tijd geantwoord.`,
      belOfHoger(zaak),
    ],
    toont: [],
    regel: (zaak) => `${gevraagde(zaak)} heeft niet op tijd geantwoord. ${belOfHoger(zaak)}`,
    knop: 'Open het signaal',
  },
  niet_nagekomen: {
    onderwerp: ({ nummer }) => `Een toezegging bij signaal ${nummer} is niet nagekomen`,
    alineas: (zaak) => [
      `${gevraagde(zaak)} had u iets toegezegd. Wij hebben niet gehoord dat het is gelukt.`,
      belOfHoger(zaak),
    ],
    toont: [],
    regel: (zaak) => `${gevraagde(zaak)} is een toezegging niet nagekomen. ${belOfHoger(zaak)}`,
    knop: 'Open het signaal',
  },
  onbestelbaar: {
    onderwerp: ({ nummer }) => `Een vraag bij signaal ${nummer} is niet aangekomen`,
    alineas: (zaak) => [
      `Het mailadres dat wij hebben van ${zaak.verzoek?.wie ?? 'de partij'} werkt niet. Uw vraag is daar dus niet gelezen, en is nu gesloten.`,
      `${bel(zaak)} Vraag naar een adres dat wel werkt, en stel de vraag daarna opnieuw.`,
    ],
    toont: [],
    regel: (zaak) =>
      `Uw vraag aan ${zaak.verzoek?.wie ?? 'de partij'} is niet aangekomen. ${bel(zaak)} Stel de vraag daarna opnieuw.`,
    knop: 'Open het signaal',
  },
  post_onbestelbaar: {
    onderwerp: ({ nummer }) => `Een mail over signaal ${nummer} is niet aangekomen`,
    alineas: (zaak) => [
      `${nietAangekomen(zaak)} ${watDaarmee(zaak)}`,
      'Klopt het mailadres niet? Laat dat dan verbeteren.',
    ],
    toont: [],
    regel: (zaak) => `${nietAangekomen(zaak)} ${watDaarmee(zaak)}`,
    knop: 'Open het signaal',
  },
  domeindiscussie: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} gaat van het kastje naar de muur`,
    alineas: ({ niveau, nietBevoegd }) => [
      `${wieVerwijzen(nietBevoegd)} Wilt u hen samen laten overleggen?`,
      ...(niveau === 'landelijk' ? [] : ['Lukt dat niet? Leg het signaal dan een niveau hoger.']),
    ],
    toont: [],
    regel: ({ nietBevoegd }) => `${wieVerwijzen(nietBevoegd)} Wilt u hen samen laten overleggen?`,
    knop: 'Open het signaal',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

function nietAangekomen({ waarom, onbereikt, verzoek }: Zaak): string {
  if (waarom === 'melder')
    return 'Onze mail aan de cliëntondersteuner namens wie u dit signaal indiende, is niet aangekomen.';
  if (verzoek !== null)
    return `Onze mail aan ${verzoek.wie ?? 'een partij'}, waarvan het antwoord al binnen is, is niet aangekomen.`;
  return `Onze mail aan ${onbereikt?.naam ?? 'een collega'} over dit signaal is niet aangekomen.`;
}

function watDaarmee({ verzoek, onbereikt }: Zaak): string {
  if (verzoek !== null) return 'Dat antwoord blijft staan. Wilt u bellen als u nog iets verwacht?';
  const nummer = onbereikt === null ? '' : ` (${onbereikt.telefoon})`;
  return `Wilt u bellen${nummer} en vertellen wat er is gebeurd?`;
}

/** For whom an answer is only news. */
function isNieuws({ waarom }: Zaak): boolean {
  return waarom === 'melder' || waarom === 'consulent';
}

/** Who answered, and what. */
function reactie(zaak: Zaak): string {
  // Who has no account reads with a code alone who it was, and what.
  if (zaak.waarom === 'consulent') return 'Er is een reactie op een vraag over dit signaal.';
  const wie = gevraagde(zaak);
  const antwoord = zaak.verzoek?.antwoord ?? null;
  return antwoord === null ? `${wie} heeft geantwoord.` : `${wie} ${ANTWOORD[antwoord](zaak)}`;
}

const ANTWOORD: Readonly<Record<Antwoordsoort, (zaak: Zaak) => string>> = {
  toegezegd: ({ verzoek }) =>
    verzoek?.datum == null ? 'heeft iets toegezegd.' : `heeft iets toegezegd, voor ${voluit(verzoek.datum)}.`,
  opgelost: () => 'laat weten dat het is opgelost.',
  afgewezen: () => 'heeft de vraag afgewezen.',
  niet_bevoegd: () => 'laat weten dat dit daar niet hoort.',
  meer_informatie_nodig: (zaak) => `heeft meer informatie nodig.${isNieuws(zaak) ? '' : ' Wilt u die geven?'}`,
  uitstel_gevraagd: ({ totEnMet: datum }) =>
    `heeft meer tijd gevraagd en gekregen${datum === null ? '' : `, ${totEnMet(datum)}`}.`,
  doorgegeven: () => 'heeft de vraag doorgegeven aan een collega. De termijn blijft gelijk.',
  niet_nagekomen: () => 'laat weten dat het toegezegde niet is gelukt.',
  advies: () => 'heeft advies gegeven.',
  niet_mijn_deskundigheid: () => 'laat weten dat een ander hier meer van weet.',
  aanvaard: () => 'neemt het over.',
  niet_aanvaard: () => 'neemt het niet over.',
  informatie: () => 'heeft uw vraag beantwoord.',
};

function wieVerwijzen(namen: readonly string[]): string {
  if (namen.length === 0) return 'Organisaties zeggen dat dit niet bij hen hoort, of verwijzen naar elkaar.';
  const wie = hoofdletter(new Intl.ListFormat('nl').format(namen));
  return `${wie} ${namen.length === 1 ? 'zegt dat dit daar niet hoort, en een ander verwijst ernaar.' : 'zeggen dat dit niet bij hen hoort.'}`;
}

/** Before the silence is recorded the behandelaar may hold the next step back; afterwards the mail says what was done. */
function zwijgt(zaak: Zaak): string[] {
  const { aanleiding, verzoek } = zaak;
  if (aanleiding === 'geen_reactie') {
    return [
      `${gevraagde(zaak)} heeft niet op tijd geantwoord op uw vraag.`,
      `Daarom vragen wij het nu aan het escalatiecontact${verzoek?.bel == null ? '' : `: ${verzoek.bel.naam}, ${verzoek.bel.telefoon}`}.`,
    ];
  }
  const eerst = `${gevraagde(zaak)} heeft nog niet geantwoord op uw vraag. De termijn is bijna voorbij. ${bel(zaak)}`;
  if (verzoek?.escalatiecontact !== true) return [eerst];
  return [
    eerst,
    'Komt er geen antwoord, dan vragen wij het daarna aan het escalatiecontact.',
    'Wilt u dat niet? Dan kunt u die stap één keer uitstellen.',
  ];
}
