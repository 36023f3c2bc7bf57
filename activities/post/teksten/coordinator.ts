import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';

import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { anders, GEEN_OVERDRACHT, LIGT } from './zinnen.ts';

/** What mostly those hear who coordinate, and programmaleiding. */
export const COORDINATOR = {
  wacht_op_oppakken: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} wacht op een behandelaar`,
    alineas: (zaak) => [
      zaak.zonderOverdracht
        ? `De termijn was voorbij. Daarom ligt dit signaal nu ${LIGT[zaak.niveau]}. ${GEEN_OVERDRACHT}`
        : `Er ligt een nieuw signaal ${LIGT[zaak.niveau]}.`,
      'Wilt u het oppakken, of aan iemand toewijzen?',
      ...anders(zaak),
    ],
    toont: ['termijn', 'melder'],
    regel: ({ zonderOverdracht }) =>
      `Dit signaal ${zonderOverdracht ? `ging vanzelf een niveau hoger en wacht op een behandelaar. ${GEEN_OVERDRACHT}` : 'wacht op een behandelaar.'} Wilt u het oppakken of toewijzen?`,
    knop: 'Open het signaal',
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
  niet_opgepakt: {
    onderwerp: ({ nummer, isHerhaald, dag }) =>
      isHerhaald
        ? `Na ${werkdagen(dag)} heeft nog niemand signaal ${nummer} opgepakt`
        : `Niemand heeft signaal ${nummer} opgepakt`,
    alineas: (zaak) => [
      `Dit signaal ligt ${LIGT[zaak.niveau]}, maar niemand heeft het ${zaak.isHerhaald ? `na ${werkdagen(zaak.dag)}` : 'op tijd'} opgepakt. ${wieNu(zaak)}`,
      ...anders(zaak),
    ],
    toont: ['termijn'],
    regel: (zaak) =>
      `Dit signaal ligt ${LIGT[zaak.niveau]} en is ${zaak.isHerhaald ? `na ${werkdagen(zaak.dag)} nog niet` : 'niet op tijd'} opgepakt. ${wieNu(zaak)}`,
    knop: 'Open het signaal',
  },
  termijn_verstreken: {
    onderwerp: ({ nummer, isHerhaald, dag }) =>
      isHerhaald
        ? `Signaal ${nummer} heeft na ${werkdagen(dag)} nog geen uitkomst`
        : `De termijn van signaal ${nummer} is voorbij`,
    alineas: ({ niveau }) => [
      `Dit signaal ligt ${LIGT[niveau]} en heeft nog geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?`,
    ],
    toont: ['termijn', 'behandelaar'],
    regel: (zaak) => `Er is ${nog(zaak)} geen uitkomst. Wilt u met de behandelaar bespreken wat er nodig is?`,
    knop: 'Open het signaal',
  },
  terugkoppeling_te_laat: {
    onderwerp: ({ nummer, isHerhaald, dag }) =>
      isHerhaald
        ? `De melder van signaal ${nummer} wacht na ${werkdagen(dag)} nog op antwoord`
        : `De melder van signaal ${nummer} wacht nog op antwoord`,
    alineas: () => [
      'De uitkomst van dit signaal is bekend, maar de melder heeft niet op tijd antwoord gekregen. Wilt u dat met de behandelaar bespreken?',
    ],
    toont: ['termijn', 'behandelaar'],
    regel: (zaak) =>
      `De melder heeft ${zaak.isHerhaald ? `${nog(zaak)} geen` : 'niet op tijd'} antwoord gekregen. Wilt u dat met de behandelaar bespreken?`,
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
  spoed_gevraagd: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} vraagt om spoed`,
    alineas: () => [
      'De melder vindt dat dit signaal spoed heeft. Wilt u dat vandaag beoordelen?',
      'U kunt de urgentie aanpassen in Signaalpunt. Twijfelt u? Bel dan de melder.',
    ],
    toont: ['door', 'termijn'],
    regel: () => 'De melder vraagt om spoed. Wilt u dat vandaag beoordelen?',
    knop: 'Open het signaal',
  },
  helpt_niet: {
    onderwerp: ({ nummer }) => `De melder van signaal ${nummer} is niet geholpen`,
    alineas: () => ['De melder laat opnieuw weten dat het niet helpt. Wilt u beslissen of het signaal weer open gaat?'],
    toont: ['door'],
    regel: () => 'De melder laat opnieuw weten dat het niet helpt. Gaat het signaal weer open?',
    knop: 'Open het signaal',
  },
  meedenken: {
    onderwerp: ({ nummer }) => `Wilt u meedenken over signaal ${nummer}?`,
    alineas: () => [
      'Een collega vraagt u om mee te denken over dit signaal. U kunt het nu lezen, en opschrijven wat u ervan vindt.',
    ],
    toont: ['door', 'behandelaar'],
    regel: () => 'Een collega vraagt u om mee te denken.',
    knop: 'Lees het signaal',
  },
  herinnering_indelen: {
    onderwerp: ({ nummer }) => `Herinnering: welk soort knelpunt is signaal ${nummer}?`,
    alineas: () => ['Bij dit signaal past nog geen soort knelpunt uit de lijst. Wilt u er een kiezen?'],
    toont: ['termijn'],
    regel: () => 'Wilt u kiezen welk soort knelpunt dit is?',
    knop: 'Deel het signaal in',
  },
  indeling_te_laat: {
    onderwerp: ({ nummer, isHerhaald, dag }) =>
      isHerhaald
        ? `Signaal ${nummer} is na ${werkdagen(dag)} nog niet ingedeeld`
        : `Signaal ${nummer} is nog niet ingedeeld`,
    alineas: ({ niveau }) => [
      `Dit signaal ligt ${LIGT[niveau]}. Niemand heeft nog gekozen welk soort knelpunt het is. Wilt u dat bespreken?`,
    ],
    toont: ['termijn', 'behandelaar'],
    regel: (zaak) => `Niemand heeft ${nog(zaak)} gekozen welk soort knelpunt dit is. Wilt u dat bespreken?`,
    knop: 'Open het signaal',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

/** Programmaleiding gives a signaal to nobody: the landelijk team does. */
function wieNu({ waarom }: Zaak): string {
  return waarom === 'programmaleiding'
    ? 'Wilt u met het landelijk team bespreken wie het oppakt?'
    : 'Wilt u het aan iemand toewijzen?';
}

function nog({ isHerhaald, dag }: Zaak): string {
  return isHerhaald ? `na ${werkdagen(dag)} nog` : 'nog';
}

function werkdagen(dag: number | null): string {
  return dag === null ? 'lange tijd' : `${dag} werkdagen`;
}
