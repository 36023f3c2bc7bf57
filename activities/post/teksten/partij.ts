import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Doorgegeven } from '../doorgegeven.ts';
import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { bel, DE_KNOP, gevraagde, hoofdletter, METGEZEL, totEnMet } from './zinnen.ts';

const ZO_LEEST_U = `U leest de vraag met ${DE_KNOP} hieronder. U hebt geen account nodig. U krijgt eerst een code in een aparte mail.`;

/** What a ketenpartner hears, who knows nothing of the service, and an expert of the programme, who does. */
export const PARTIJ = {
  consultatie: {
    onderwerp: ({ nummer }) => `Wilt u advies geven bij signaal ${nummer}?`,
    alineas: () => [
      'Een collega vraagt u om advies. U leest de vraag in Signaalpunt en kunt daar ook antwoorden.',
      'Is dit niet uw deskundigheid? Laat dat dan ook weten.',
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'Een collega vraagt u om advies.',
    knop: 'Lees de vraag',
  },
  verzoek: {
    onderwerp: (zaak) => `${hoofdletter(watGevraagd(zaak))} van Metgezel (signaal ${zaak.nummer})`,
    alineas: (zaak) => [
      `${METGEZEL} ${wieVraagt(zaak)} ${opening(zaak)}${voorWie(zaak)}`,
      ZO_LEEST_U,
      `${kanUitstel(zaak) ? 'Is het niet voor u, of hebt u meer tijd nodig?' : 'Kunt of wilt u dat niet?'} Ook dat kunt u daar aangeven. ${zonderAntwoord(zaak)}`,
    ],
    toont: ['termijn', 'behandelaar'],
    regel: (zaak) => `${wieVraagt(zaak)} ${opening(zaak)}`,
    knop: 'Lees de vraag',
  },
  herinnering_verzoek: {
    onderwerp: ({ nummer }) => `Herinnering: wilt u antwoorden bij signaal ${nummer}?`,
    alineas: (zaak) => [
      `${isPartij(zaak) ? `${METGEZEL} ` : ''}${wieVraagt(zaak)} ${opening(zaak)}${voorWie(zaak)} Wij hebben uw antwoord nog niet ontvangen.`,
      ...(isPartij(zaak) ? [ZO_LEEST_U] : []),
      `${kanUitstel(zaak) ? 'Hebt u meer tijd nodig, of is het niet voor u?' : 'Lukt het niet, of is het niet voor u?'} Laat ook dat weten. ${isPartij(zaak) ? zonderAntwoord(zaak) : 'Dan weten wij waar wij aan toe zijn.'}`,
      bellen(zaak),
    ],
    toont: ['termijn', 'behandelaar'],
    regel: (zaak) => `${wieVraagt(zaak)} ${opening(zaak)} Wij hebben uw antwoord nog niet ontvangen.`,
    knop: 'Beantwoord de vraag',
  },
  verzoek_hogerop: {
    onderwerp: ({ nummer }) => `Uw organisatie heeft nog niet geantwoord (signaal ${nummer})`,
    alineas: (zaak) => [
      `${METGEZEL} ${wieVraagt(zaak)} ${zaak.verzoek?.wie ?? 'uw organisatie'} om een antwoord. Dat is niet op tijd gekomen.`,
      'U bent bij ons bekend als de persoon die dan kan helpen. Wilt u zorgen dat er een antwoord komt?',
      ZO_LEEST_U,
      zonderAntwoord(zaak),
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'Uw organisatie heeft niet op tijd geantwoord. Wilt u zorgen dat er een antwoord komt?',
    knop: 'Lees de vraag',
  },
  verzoek_vervallen: {
    onderwerp: ({ nummer }) => `U hoeft niet meer te antwoorden bij signaal ${nummer}`,
    alineas: (zaak) => [
      `U hoeft de vraag ${isPartij(zaak) ? 'van Metgezel ' : ''}niet meer te beantwoorden. Dank u wel voor uw moeite.`,
    ],
    toont: ['behandelaar'],
    regel: (zaak) => `U hoeft de vraag ${isPartij(zaak) ? 'van Metgezel ' : ''}niet meer te beantwoorden.`,
    knop: 'Bekijk de vraag',
  },
  informatie: {
    onderwerp: ({ nummer }) => `Er is meer informatie bij de vraag aan u (signaal ${nummer})`,
    alineas: (zaak) => [
      'U vroeg om meer informatie. Die is er nu. Kunt u daarmee de vraag beantwoorden?',
      bellen(zaak),
    ],
    toont: ['termijn', 'behandelaar'],
    regel: () => 'De informatie die u vroeg is er nu. Wilt u de vraag beantwoorden?',
    knop: 'Lees de informatie',
  },
  nakoming: {
    onderwerp: ({ nummer }) => `Is het gelukt? Een toezegging bij signaal ${nummer}`,
    alineas: (zaak) =>
      isGevraagde(zaak)
        ? [
            'U hebt toegezegd dat u iets zou doen. De datum daarvoor is geweest. Is het gelukt?',
            `Laat het ons weten${tot(zaak)}. Is het nog niet gelukt? Noem dan een nieuwe datum. Horen wij niets? Dan gaan wij ervan uit dat het niet is gelukt.`,
          ]
        : [
            `${gevraagde(zaak)} heeft iets toegezegd, en de datum daarvoor is geweest. Weet u of het is gelukt?`,
            `Wij hebben het daar ook gevraagd. ${bel(zaak)} Hoort u het eerder? Leg het dan vast.`,
          ],
    toont: ['behandelaar'],
    regel: (zaak) =>
      isGevraagde(zaak)
        ? 'U hebt iets toegezegd. Is het gelukt?'
        : `${gevraagde(zaak)} heeft iets toegezegd. De datum is geweest. Weet u of het is gelukt? ${bel(zaak)}`,
    knop: 'Laat weten of het is gelukt',
  },
  bevestiging: {
    onderwerp: ({ nummer, op }) => `Wij hebben uw antwoord ontvangen op ${voluit(datumVan(op))} (signaal ${nummer})`,
    alineas: (zaak) => [dank(zaak), ...watBlijft(zaak), `Klopt er iets niet? Bel dan ${wie(zaak)}.`],
    toont: ['behandelaar'],
    regel: () => 'Wij hebben uw antwoord ontvangen. Dank u wel.',
    knop: 'Bekijk uw antwoord',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

/** Which answer, so that it can be proved; its words are not for a mail. */
function dank(zaak: Zaak): string {
  const soort = zaak.verzoek?.antwoord ?? null;
  const antwoord = soort === null ? '' : `: “${labelVan('antwoord', soort)}”`;
  return `Dank u wel voor uw antwoord${antwoord}. ${hoofdletter(wie(zaak))} krijgt er bericht van.`;
}

/** Only a question knows more time, and only once. */
function kanUitstel({ verzoek }: Zaak): boolean {
  return verzoek?.soort === 'vraag' && !verzoek.uitgesteld;
}

/** An answer in between leaves the question open. */
function watBlijft(zaak: Zaak): string[] {
  const { verzoek, totEnMet: datum } = zaak;
  if (verzoek?.isKlaar === true) return ['U hoeft niets meer te doen.'];
  switch (verzoek?.antwoord) {
    case 'toegezegd': {
      const wanneer = verzoek.datum === null ? 'Na de datum die u noemde' : `U noemde ${voluit(verzoek.datum)}. Daarna`;
      return [`${wanneer} vragen wij of het is gelukt.`];
    }
    case 'uitstel_gevraagd':
      return datum === null ? ['U krijgt meer tijd.'] : [`U krijgt meer tijd, ${totEnMet(datum)}.`];
    case 'meer_informatie_nodig':
      return [`${hoofdletter(wie(zaak))} geeft u meer informatie. U hoeft tot die tijd niets te doen.`];
    default:
      return ['U hoeft niets meer te doen.'];
  }
}

/** A party does not know who works for whom. */
function wieVraagt(zaak: Zaak): string {
  const naam = zaak.behandelaar?.naam;
  if (!isPartij(zaak)) return `${naam ?? 'Een collega'} vraagt`;
  return naam === undefined ? 'Metgezel vraagt' : `${naam} van Metgezel vraagt`;
}

/** Why it comes to this reader. Who never heard of it hears who named them, to ask there whether it is true. */
function voorWie(zaak: Zaak): string {
  const organisatie = zaak.verzoek?.wie ?? null;
  const doorgegeven = zaak.verzoek?.doorgegeven ?? null;
  if (doorgegeven !== null) return ` ${naarU(doorgegeven, organisatie)}`;
  return isPartij(zaak) && organisatie !== null ? ` U bent daarvoor ons contact bij ${organisatie}.` : '';
}

function naarU({ door, vastgelegd }: Doorgegeven, organisatie: string | null): string {
  const iemand = organisatie === null ? 'Een collega van u' : `Iemand van ${organisatie}`;
  if (vastgelegd) return `${iemand} liet ons weten dat wij u deze vraag kunnen stellen.`;
  return door === null
    ? `${iemand} heeft deze vraag aan u doorgegeven.`
    : `${iemand} (${door}) heeft deze vraag aan u doorgegeven. Vraag het daar gerust na.`;
}

/** What happens when nothing is done. */
function zonderAntwoord({ verzoek, aanleiding }: Zaak): string {
  const verder =
    verzoek?.escalatiecontact === true && !verzoek.hogerop
      ? 'vragen wij het aan een ander bij uw organisatie'
      : 'gaan wij zonder uw antwoord verder';
  return aanleiding === 'herinnerd'
    ? `Horen wij niets? Dan ${verder}.`
    : `Horen wij niets? Dan sturen wij een herinnering. Daarna ${verder}.`;
}

/** Who handles it, by name: a party has never heard of a behandelaar. */
function wie({ behandelaar }: Zaak): string {
  return behandelaar?.naam ?? 'de behandelaar';
}

function bellen(zaak: Zaak): string {
  return `Komt u er niet uit? Bel dan gerust ${wie(zaak)}.`;
}

function isPartij({ waarom }: Zaak): boolean {
  return waarom === 'partij';
}

function watGevraagd({ verzoek }: Zaak): string {
  if (verzoek?.soort === 'warme_overdracht') return 'een overdracht';
  return verzoek?.soort === 'consultatie' ? 'een vraag om advies' : 'een vraag';
}

function opening({ verzoek }: Zaak): string {
  if (verzoek?.soort === 'warme_overdracht') return 'of u iets van ons wilt overnemen.';
  return verzoek?.soort === 'consultatie' ? 'u om advies.' : 'u om een antwoord.';
}

function isGevraagde(zaak: Zaak): boolean {
  return isPartij(zaak) || zaak.waarom === 'deskundige';
}

function tot({ uitloopTotEnMet: datum }: Zaak): string {
  return datum === null ? '' : ` ${totEnMet(datum)}`;
}
