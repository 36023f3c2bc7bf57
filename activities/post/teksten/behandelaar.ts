import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';

import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { anders, totEnMet, verplaatsing } from './zinnen.ts';

/** What mostly the behandelaar hears. */
export const BEHANDELAAR = {
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
      'U hebt het hier eerder behandeld. Daarom bent u nu weer de behandelaar.',
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
  overdracht_gevraagd: {
    onderwerp: ({ nummer }) => `Wilt u een overdracht schrijven voor signaal ${nummer}?`,
    alineas: (zaak) => [
      verplaatsing(zaak),
      'Wilt u voor wie het nu behandelt kort opschrijven wat u hebt geprobeerd, wat u hebt gevraagd en wat er nu nodig is? Het signaal gaat intussen gewoon door.',
    ],
    toont: [],
    regel: (zaak) => `${verplaatsing(zaak)} Wilt u een korte overdracht schrijven?`,
    knop: 'Schrijf de overdracht',
  },
  overdracht_vastgelegd: {
    onderwerp: ({ nummer }) => `De overdracht van signaal ${nummer} is er`,
    alineas: (zaak) => [
      'Dit signaal kwam zonder overdracht. Die is er nu. U leest wat is geprobeerd, wat is gevraagd en wat er nu nodig is.',
      ...anders(zaak),
    ],
    toont: ['termijn', 'door'],
    regel: () => 'De overdracht is er nu. Lees wat er nodig is.',
    knop: 'Lees de overdracht',
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
  ingetrokken: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is ingetrokken`,
    alineas: () => ['De melder heeft dit signaal ingetrokken. Het is nu afgesloten. U hoeft niets meer te doen.'],
    toont: [],
    regel: () => 'De melder heeft dit signaal ingetrokken. U hoeft niets meer te doen.',
    knop: 'Bekijk het signaal',
  },
  losgelaten: {
    onderwerp: ({ nummer }) => `U bent niet meer de behandelaar van signaal ${nummer}`,
    alineas: ({ behandelaar }) => [
      behandelaar === null
        ? 'Dit signaal wacht nu op een nieuwe behandelaar.'
        : `${behandelaar.naam} behandelt dit signaal nu.`,
      'U hoeft niets meer te doen.',
    ],
    toont: ['door'],
    regel: () => 'U bent niet meer de behandelaar. U hoeft niets meer te doen.',
    knop: 'Bekijk het signaal',
  },
  hervat: {
    onderwerp: ({ nummer }) => `De pauze van signaal ${nummer} is voorbij`,
    alineas: (zaak) => ['Dit signaal loopt weer. Wilt u ermee verder gaan?', ...anders(zaak)],
    toont: ['termijn'],
    regel: () => 'De pauze is voorbij. Wilt u verder gaan met dit signaal?',
    knop: 'Open het signaal',
  },
  aanpak_verlopen: {
    onderwerp: ({ nummer }) => `Wilt u opnieuw kijken naar de aanpak van signaal ${nummer}?`,
    alineas: (zaak) => [
      'Vandaag zou u opnieuw naar de aanpak kijken. Werkt die, of is er iets anders nodig?',
      'De termijn om het signaal te behandelen is opnieuw begonnen.',
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: () => 'Wilt u opnieuw naar de aanpak kijken? De termijn is opnieuw begonnen.',
    knop: 'Open het signaal',
  },
  duplicaat: {
    onderwerp: ({ nummer }) => `Een dubbel signaal hoort nu bij signaal ${nummer}`,
    alineas: () => [
      'Een ander signaal ging over hetzelfde. Dat is nu gesloten en gaat verder in dit signaal.',
      'Wilt u lezen wat erin staat? De melder van dat signaal krijgt later hetzelfde antwoord als de melder van dit signaal.',
    ],
    toont: ['door'],
    regel: () => 'Een dubbel signaal hoort nu bij dit signaal. Wilt u lezen wat erin staat?',
    knop: 'Open het signaal',
  },
  vraag_gestopt: {
    onderwerp: ({ nummer }) => `Uw vraag bij signaal ${nummer} is gestopt`,
    alineas: () => [
      'Dit signaal gaat over hetzelfde als een ander signaal, en gaat daarin verder. Daarom is dit signaal gesloten. U hoeft het niet meer te behandelen.',
      'Er liep nog een vraag. Die is nu ook gesloten. Niemand hoeft er nog op te antwoorden.',
      'Is het antwoord nog nodig? Bel dan wie dit heeft gedaan. Dan kan de vraag opnieuw worden gesteld vanuit het andere signaal.',
    ],
    toont: ['door'],
    regel: () =>
      'Dit signaal gaat verder in een ander signaal, en uw vraag is gestopt. Bel als het antwoord nog nodig is.',
    knop: 'Bekijk het signaal',
  },
  melder_vertrokken: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} werkt hier niet meer`,
    alineas: () => [
      'Het account van de melder is gestopt. Een antwoord op dit signaal bereikt nu niemand.',
      'Wilt u uitzoeken wie het gezin nu begeleidt, en die persoon zelf vertellen wat er met het signaal gebeurt?',
    ],
    toont: [],
    regel: () => 'De melder werkt hier niet meer. Wilt u uitzoeken wie het gezin nu begeleidt?',
    knop: 'Open het signaal',
  },
  aangevuld: {
    onderwerp: ({ nummer, isOvergekomen }) =>
      isOvergekomen ? `Signaal ${nummer} is aangevuld` : `De melder heeft signaal ${nummer} aangevuld`,
    alineas: (zaak) => [`${wieVulde(zaak)} heeft iets toegevoegd aan dit signaal. Wilt u het lezen?`],
    toont: ['door'],
    regel: (zaak) => `${wieVulde(zaak)} heeft dit signaal aangevuld. Wilt u het lezen?`,
    knop: 'Lees de aanvulling',
  },
  termijn_verschoven: {
    onderwerp: ({ nummer }) => `De termijn van signaal ${nummer} is veranderd`,
    alineas: (zaak) => [
      zaak.aanleiding === 'kalender_gewijzigd'
        ? 'De kalender met vrije dagen is veranderd. Daardoor is ook de termijn van dit signaal veranderd.'
        : 'De termijn van dit signaal is verlengd. Waarom, leest u in Signaalpunt.',
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: () => 'De termijn is veranderd.',
    knop: 'Bekijk de termijn',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

function watTeDoen({ niveau }: Zaak): string {
  return niveau === 'landelijk'
    ? 'Wilt u de uitkomst vastleggen?'
    : 'Wilt u de uitkomst vastleggen? Komt u er niet uit, leg het signaal dan een niveau hoger.';
}

function looptTot({ totEnMet: datum, vandaag }: Pick<Zaak, 'totEnMet' | 'vandaag'>): string {
  if (datum === null) return '';
  return datum < vandaag ? ` (termijn was ${totEnMet(datum)})` : ` (termijn ${totEnMet(datum)})`;
}

function wieVulde({ isOvergekomen }: Zaak): string {
  return isOvergekomen ? 'De melder van een dubbel signaal' : 'De melder';
}
