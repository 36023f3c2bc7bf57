import type { Decision } from './decision.ts';
import type { Opdracht, Opdrachtsoort } from './opdracht.ts';
import { kanAanpakVaststellen, aanpakVaststellen } from './opdrachten/aanpak-vaststellen.ts';
import { aanvullen, kanAanvullen } from './opdrachten/aanvullen.ts';
import { eisBehandelaar, eisCoordinator, eisDienst, eisLopend, eisMelder, eisOpen } from './opdrachten/eisen.ts';
import { kanErvaringMelden, ervaringMelden } from './opdrachten/ervaring-melden.ts';
import { eisEscaleerder, escaleren, kanEscaleren } from './opdrachten/escaleren.ts';
import { eisHeropener, heropenen, kanHeropenen } from './opdrachten/heropenen.ts';
import { kanHervatten, hervatten } from './opdrachten/hervatten.ts';
import { kanIndelingWijzigen, indelingWijzigen } from './opdrachten/indeling-wijzigen.ts';
import { eisIndiener, indienen } from './opdrachten/indienen.ts';
import { intrekken } from './opdrachten/intrekken.ts';
import { kalenderWijzigen } from './opdrachten/kalender-wijzigen.ts';
import { eisUitnodiger, meedenkerToevoegen } from './opdrachten/meedenker-toevoegen.ts';
import { melderVertrokken } from './opdrachten/melder-vertrokken.ts';
import { eisLezer, notitie } from './opdrachten/notitie.ts';
import { kanOppakken, oppakken } from './opdrachten/oppakken.ts';
import { eisOverdrager, kanOverdrachtVastleggen, overdrachtVastleggen } from './opdrachten/overdracht-vastleggen.ts';
import { kanOverdragen, overdragen } from './opdrachten/overdragen.ts';
import {
  bijPatroonVoegen,
  kanBijPatroonVoegen,
  kanUitPatroonHalen,
  patroonantwoordGeven,
  uitPatroonHalen,
} from './opdrachten/patroon.ts';
import { kanPauzeren, pauzeren } from './opdrachten/pauzeren.ts';
import { aanvullingDoorgeven, antwoordDoorgeven, duplicaatOpnemen, samenvoegen } from './opdrachten/samenvoegen.ts';
import { kanSpoedVragen, spoedVragen } from './opdrachten/spoed-vragen.ts';
import { kanTerugkoppelen, terugkoppelen } from './opdrachten/terugkoppelen.ts';
import { eisTeruglegger, kanTerugleggen, terugleggen } from './opdrachten/terugleggen.ts';
import { eisToewijzer, toewijzen } from './opdrachten/toewijzen.ts';
import { uitkomstMelden } from './opdrachten/uitkomst-melden.ts';
import { eisVerlenger, kanVerlengen, verlengen } from './opdrachten/verlengen.ts';
import { eisAntwoorder, kanBeantwoorden, verzoekBeantwoorden } from './opdrachten/verzoek-beantwoorden.ts';
import {
  eisOpenVerzoek,
  informatieGeven,
  kanInformatieGeven,
  kanTegenhouden,
  kanVerleggen,
  tegenhouden,
  postOnbestelbaar,
  verzoekIntrekken,
  verzoekOnbestelbaar,
  verzoekVerleggen,
} from './opdrachten/verzoek-bijsturen.ts';
import { verzoekDoen } from './opdrachten/verzoek-doen.ts';
import { eisVrijgever, kanVrijgeven, vrijgeven } from './opdrachten/vrijgeven.ts';
import { eisNietGewist, wissen } from './opdrachten/wissen.ts';

export type Van<S extends Opdrachtsoort> = Extract<Opdracht, { soort: S }>;

/** What an act is about before anything is filled in: the verzoek, for those that are done to one. */
export type Over<S extends Opdrachtsoort> = Pick<Van<S>, Extract<keyof Van<S>, 'verzoek'>>;

/** Who can do an act, as somebody would point them out. */
export type Kring =
  | 'behandelaar'
  | 'vorige_behandelaar'
  | 'coordinator'
  | 'hoger_niveau'
  | 'melder'
  | 'programmaleiding'
  | 'gevraagde'
  | 'lezer'
  | 'dienst';

/** One act: who may do it, what the signaal must allow whatever is filled in, and what then happens. */
export interface Regel<S extends Opdrachtsoort, W = unknown> {
  readonly kring: readonly Kring[];
  /** Throws DomainError for who may not. */
  readonly wie: (decision: Decision, over: Over<S>) => W;
  /** Throws DomainError for what may not be done now. */
  readonly kan: (decision: Decision, over: Over<S>, wie: W) => void;
  /** Records what happens. Throws DomainError for what may not be filled in. */
  readonly doe: (decision: Decision, opdracht: Van<S>, wie: W) => void;
}

/** The acts that are done to one verzoek of a signaal. */
export const VERZOEKDADEN = [
  'verzoekBeantwoorden',
  'informatieGeven',
  'tegenhouden',
  'verzoekIntrekken',
  'verzoekVerleggen',
  'verzoekOnbestelbaar',
] as const satisfies readonly Opdrachtsoort[];
export type Verzoekdaad = (typeof VERZOEKDADEN)[number];

/** Who may do what, and when: docs/opdrachten.md is made from it. */
export const REGELS: { readonly [S in Opdrachtsoort]: Regel<S> } = {
  indienen: regel(['melder'], eisIndiener, altijd, indienen),
  oppakken: regel(['coordinator'], eisCoordinator, kanOppakken, oppakken),
  toewijzen: regel(['coordinator', 'programmaleiding'], eisToewijzer, eisOpen, toewijzen),
  vrijgeven: regel(['behandelaar', 'coordinator'], eisVrijgever, kanVrijgeven, vrijgeven),
  escaleren: regel(['behandelaar', 'coordinator'], eisEscaleerder, kanEscaleren, escaleren),
  terugleggen: regel(['behandelaar'], eisTeruglegger, kanTerugleggen, terugleggen),
  pauzeren: regel(['behandelaar'], eisBehandelaar, kanPauzeren, pauzeren),
  hervatten: regel(['behandelaar'], eisBehandelaar, kanHervatten, hervatten),
  verlengen: regel(['behandelaar', 'hoger_niveau'], eisVerlenger, kanVerlengen, verlengen),
  aanpakVaststellen: regel(['behandelaar'], eisBehandelaar, kanAanpakVaststellen, aanpakVaststellen),
  overdragen: regel(['coordinator'], eisCoordinator, kanOverdragen, overdragen),
  overdrachtVastleggen: regel(
    ['vorige_behandelaar', 'behandelaar'],
    eisOverdrager,
    kanOverdrachtVastleggen,
    overdrachtVastleggen,
  ),
  indelingWijzigen: regel(['coordinator'], eisCoordinator, kanIndelingWijzigen, indelingWijzigen),
  meedenkerToevoegen: regel(['behandelaar', 'coordinator'], eisUitnodiger, eisOpen, meedenkerToevoegen),
  aanvullen: regel(['melder'], eisMelder, kanAanvullen, aanvullen),
  spoedVragen: regel(['melder'], eisMelder, kanSpoedVragen, spoedVragen),
  verzoekDoen: regel(['behandelaar'], eisBehandelaar, loopt, verzoekDoen),
  verzoekBeantwoorden: regel(['gevraagde', 'behandelaar'], eisAntwoorder, kanBeantwoorden, verzoekBeantwoorden),
  informatieGeven: regel(['behandelaar'], eisBehandelaar, kanInformatieGeven, informatieGeven),
  tegenhouden: regel(['behandelaar'], eisBehandelaar, kanTegenhouden, tegenhouden),
  verzoekIntrekken: regel(['behandelaar'], eisBehandelaar, eisOpenVerzoek, verzoekIntrekken),
  verzoekVerleggen: regel(['behandelaar'], eisBehandelaar, kanVerleggen, verzoekVerleggen),
  verzoekOnbestelbaar: regel(['dienst'], eisDienst, altijd, verzoekOnbestelbaar),
  postOnbestelbaar: regel(['dienst'], eisDienst, altijd, postOnbestelbaar),
  uitkomstMelden: regel(['behandelaar'], eisBehandelaar, loopt, uitkomstMelden),
  terugkoppelen: regel(['behandelaar'], eisBehandelaar, kanTerugkoppelen, terugkoppelen),
  intrekken: regel(['melder'], eisMelder, eisOpen, intrekken),
  samenvoegen: regel(['coordinator'], eisCoordinator, eisOpen, samenvoegen),
  duplicaatOpnemen: regel(['coordinator'], eisCoordinator, altijd, duplicaatOpnemen),
  bijPatroonVoegen: regel(['coordinator'], eisCoordinator, kanBijPatroonVoegen, bijPatroonVoegen),
  uitPatroonHalen: regel(['coordinator'], eisCoordinator, kanUitPatroonHalen, uitPatroonHalen),
  patroonantwoordGeven: regel(['dienst'], eisDienst, altijd, patroonantwoordGeven),
  antwoordDoorgeven: regel(['dienst'], eisDienst, altijd, antwoordDoorgeven),
  aanvullingDoorgeven: regel(['dienst'], eisDienst, altijd, aanvullingDoorgeven),
  melderVertrokken: regel(['dienst'], eisDienst, eisOpen, melderVertrokken),
  ervaringMelden: regel(['melder'], eisMelder, kanErvaringMelden, ervaringMelden),
  heropenen: regel(['melder', 'coordinator'], eisHeropener, kanHeropenen, heropenen),
  notitie: regel(['lezer'], eisLezer, altijd, notitie),
  kalenderWijzigen: regel(['dienst'], eisDienst, altijd, kalenderWijzigen),
  wissen: regel(['dienst'], eisDienst, altijd, wissen),
};

function regel<S extends Opdrachtsoort, W>(
  kring: readonly Kring[],
  wie: Regel<S, W>['wie'],
  kan: Regel<S, W>['kan'],
  doe: Regel<S, W>['doe'],
): Regel<S> {
  return {
    kring,
    wie,
    kan: (decision, over, wieHetIs) => {
      eisNietGewist(decision);
      kan(decision, over, wieHetIs as W);
    },
    doe: doe as Regel<S>['doe'],
  };
}

function loopt({ staat }: Decision): void {
  eisLopend(staat);
}

function altijd(): void {}
