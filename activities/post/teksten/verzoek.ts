import type { Berichtsoort, Reden } from '#domain/signaal/berichten.ts';

import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { belOfHoger } from './zinnen.ts';

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
    alineas: () => ['De melder heeft uw vraag niet op tijd beantwoord. Wilt u de melder bellen?'],
    toont: [],
    regel: () => 'De melder heeft uw vraag niet op tijd beantwoord. Wilt u bellen?',
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
      NIEUWS[zaak.waarom] === undefined
        ? [reactie(zaak), 'U leest de reactie in Signaalpunt.']
        : [`${NIEUWS[zaak.waarom]} U hoeft nu niets te doen.`],
    toont: ['behandelaar'],
    regel: (zaak) => NIEUWS[zaak.waarom] ?? reactie(zaak),
    knop: 'Lees de reactie',
  },
  partij_zwijgt: {
    onderwerp: ({ nummer }) => `Nog geen antwoord op een vraag bij signaal ${nummer}`,
    alineas: (zaak) => zwijgt(zaak),
    toont: ['termijn'],
    regel: (zaak) => zwijgt(zaak).slice(0, 2).join(' '),
    knop: 'Open het signaal',
  },
  geen_reactie: {
    onderwerp: ({ nummer }) => `De termijn voor antwoord op een vraag bij signaal ${nummer} is voorbij`,
    alineas: (zaak) => [
      zaak.verzoek?.hogerop === true
        ? 'Ook het escalatiecontact heeft niet op tijd geantwoord.'
        : 'Er is niet op tijd geantwoord.',
      belOfHoger(zaak),
    ],
    toont: [],
    regel: (zaak) => `Er is geen antwoord gekomen op een vraag. ${belOfHoger(zaak)}`,
    knop: 'Open het signaal',
  },
  niet_nagekomen: {
    onderwerp: ({ nummer }) => `Een toezegging bij signaal ${nummer} is niet nagekomen`,
    alineas: (zaak) => [
      'Een partij zou iets doen voor een bepaalde datum. Wij hebben niet gehoord dat het is gelukt.',
      belOfHoger(zaak),
    ],
    toont: [],
    regel: (zaak) => `Een toezegging is niet nagekomen. ${belOfHoger(zaak)}`,
    knop: 'Open het signaal',
  },
  onbestelbaar: {
    onderwerp: ({ nummer }) => `Een vraag bij signaal ${nummer} is niet aangekomen`,
    alineas: () => [
      'Het mailadres van de partij werkt niet. Uw vraag is daar dus niet gelezen, en is nu gesloten.',
      'Wilt u bellen, en de vraag daarna opnieuw stellen aan een adres dat wel werkt?',
    ],
    toont: [],
    regel: () => 'Een vraag is niet aangekomen. Wilt u bellen, en de vraag opnieuw stellen?',
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
    alineas: ({ niveau }) => [
      'Organisaties zeggen dat dit niet bij hen hoort, of verwijzen naar elkaar. Wilt u hen samen laten overleggen?',
      ...(niveau === 'landelijk' ? [] : ['Lukt dat niet? Leg het signaal dan een niveau hoger.']),
    ],
    toont: [],
    regel: () => 'Organisaties verwijzen naar elkaar. Wilt u hen samen laten overleggen?',
    knop: 'Open het signaal',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

function nietAangekomen({ waarom, onbereikt, verzoek }: Zaak): string {
  if (waarom === 'melder')
    return 'Onze mail aan de cliëntondersteuner namens wie u dit signaal indiende, is niet aangekomen.';
  if (verzoek !== null) return 'Onze mail aan een partij die al antwoord gaf, is niet aangekomen.';
  return `Onze mail aan ${onbereikt?.naam ?? 'een collega'} over dit signaal is niet aangekomen.`;
}

function watDaarmee({ verzoek, onbereikt }: Zaak): string {
  if (verzoek !== null) return 'Haar antwoord blijft staan. Wilt u bellen als u nog iets verwacht?';
  const nummer = onbereikt === null ? '' : ` (${onbereikt.telefoon})`;
  return `Wilt u bellen${nummer} en vertellen wat er is gebeurd?`;
}

/** For whom an answer is only news. */
const NIEUWS: Partial<Record<Reden, string>> = {
  melder: 'Er is een reactie op een vraag over uw signaal.',
  consulent: 'Er is een reactie op een vraag over dit signaal.',
};

function reactie({ verzoek }: Zaak): string {
  switch (verzoek?.antwoord) {
    case 'meer_informatie_nodig':
      return 'Er is meer informatie nodig om uw vraag te beantwoorden. Wilt u die geven?';
    case 'uitstel_gevraagd':
      return 'Er is meer tijd gevraagd om te antwoorden. Die tijd is gegeven.';
    case 'doorgegeven':
      return 'Uw vraag is doorgegeven aan een collega. De termijn blijft gelijk.';
    default:
      return 'Er is een reactie op uw vraag.';
  }
}

/** Before the silence is recorded the behandelaar may hold the next step back; afterwards she hears what was done. */
function zwijgt({ aanleiding, verzoek }: Zaak): string[] {
  if (aanleiding === 'geen_reactie') {
    return ['Er is niet op tijd geantwoord op uw vraag.', 'Daarom vragen wij het nu aan het escalatiecontact.'];
  }
  const eerst = 'Er is nog geen antwoord op uw vraag. De termijn is bijna voorbij.';
  if (verzoek?.escalatiecontact !== true) return [eerst, 'Wilt u bellen?'];
  return [
    eerst,
    'Komt er geen antwoord, dan vragen wij het daarna aan het escalatiecontact.',
    'Wilt u dat niet? Dan kunt u die stap één keer uitstellen.',
  ];
}
