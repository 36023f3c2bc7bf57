import type { Fase } from '../beleid/codelijsten.ts';
import type { Patroonstap } from '../beleid/patroonbeleid.ts';
import type { Stroomkader } from '../stroom/kader.ts';
import { legDagenUit } from '../stroom/uitleg.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import { beslisPatroon } from './beslis.ts';
import type { Patroonopdracht } from './opdracht.ts';
import { type Antwoordstatus, isOpenFase, type Patroonstaat } from './staat.ts';
import { verwerkPatroon } from './verwerk.ts';

/** What an act on a patroon leads to. */
export interface Patroongevolg {
  fase: Fase;
  eigenaar: string;
  /** The steps that begin, with the last day of each. */
  loopt: { soort: Patroonstap; orgaan: string | null; laatsteDag: Datum }[];
  /** So many signalen join. */
  signalenErbij: number;
  /** An answer goes out to the reporters of so many signalen; 0 for none. */
  antwoordNaar: number;
}

/** What this act would lead to at `nu` (UTC), by the rules that would decide. Throws DomainError when it would be refused. */
export function patroonVooraf(
  id: string,
  staat: Patroonstaat | null,
  opdracht: Patroonopdracht,
  nu: Tijdstip,
  kader: Stroomkader,
): Patroongevolg {
  const gebeurtenissen = beslisPatroon(id, staat, opdracht, nu, kader);
  // What does not exist yet is opened, or `beslisPatroon` refuses: there is a staat afterwards.
  const na = gebeurtenissen.reduce((tot, g) => verwerkPatroon(tot, id, g), staat) as Patroonstaat;
  const erbij = gebeurtenissen.filter(({ soort }) => soort === 'signaal_gekoppeld').length;
  const eerst = new Set(staat?.stappen.map(({ sleutel }) => sleutel));
  const nieuw = na.stappen.filter(({ sleutel, soort }) => !eerst.has(sleutel) && soort !== 'versturen');
  return {
    fase: na.fase,
    eigenaar: na.eigenaar,
    loopt: nieuw.map((stap) => ({ soort: stap.soort, orgaan: stap.verzoek, laatsteDag: laatsteDagVan(stap, na) })),
    signalenErbij: erbij,
    // Who has had it does not get it again because others join.
    antwoordNaar: gebeurtenissen.some(({ soort }) => soort === 'antwoord_vrijgegeven') ? erbij || na.signalen : 0,
  };
}

/** Until when a step of a patroon runs: its term, or the day that a body was given. */
export function laatsteDagVan(stap: Patroonstaat['stappen'][number], staat: Patroonstaat): Datum {
  return stap.datum ?? legDagenUit(stap, staat, stap.n).laatsteDag;
}

/** The same in sentences. `voor` is the staat before it, null for a patroon that is still to be opened. */
export function patroongevolgInWoorden(
  { fase, eigenaar, loopt, signalenErbij, antwoordNaar }: Patroongevolg,
  voor: Patroonstaat | null,
  {
    naam,
    fasenaam,
    orgaannaam,
  }: { naam: (id: string) => string; fasenaam: (fase: Fase) => string; orgaannaam: (orgaan: string) => string },
): string[] {
  return [
    ...(voor === null ? ['Het patroon begint met onderzoek.'] : []),
    ...(voor !== null && voor.fase !== fase ? [`De fase wordt: ${fasenaam(fase)}.`] : []),
    ...(voor !== null && isOpenFase(voor) && !isOpenFase({ fase }) ? watOpenBlijft(voor, orgaannaam) : []),
    ...(voor?.eigenaar === eigenaar ? [] : [`${naam(eigenaar)} is dan eigenaar.`]),
    ...loopt.map(({ orgaan, laatsteDag }) =>
      orgaan !== null
        ? `${orgaannaam(orgaan)} heeft tot en met ${voluit(laatsteDag)}. Signaalpunt stuurt daar geen bericht heen: neem zelf contact op. Na die dag vragen wij de eigenaar of er een reactie is.`
        : `Deze fase loopt tot en met ${voluit(laatsteDag)}. De eigenaar krijgt daarvoor een herinnering.`,
    ),
    ...(signalenErbij > 0
      ? [
          signalenErbij === 1
            ? 'Eén signaal hoort er dan bij. De melder hoort wat eruit komt.'
            : `${signalenErbij} signalen horen er dan bij. De melders horen wat eruit komt.`,
        ]
      : []),
    ...(antwoordNaar > 0
      ? [
          antwoordNaar === 1
            ? 'De melder van het ene signaal krijgt het antwoord, met een mail in werktijd.'
            : `De melders van ${antwoordNaar} signalen krijgen het antwoord, met een mail in werktijd. U kunt het nog stoppen zolang het niet bij elk signaal staat.`,
          'Na twintig werkdagen vragen wij hun hoe het nu gaat.',
        ]
      : []),
  ];
}

/** What is not done yet when a patroon closes: closing does none of it. */
function watOpenBlijft(
  { gevraagd, signalen, antwoord }: Patroonstaat,
  orgaannaam: (orgaan: string) => string,
): string[] {
  return [
    ...gevraagd.map((orgaan) => `${orgaannaam(orgaan)} heeft nog niet gereageerd. Wij vragen daar dan niet meer naar.`),
    ...(signalen === 0 ? [] : zonderAntwoord(signalen, antwoord?.status ?? null)),
  ];
}

function zonderAntwoord(signalen: number, status: Antwoordstatus | null): string[] {
  if (status === 'verstuurd') return [];
  if (status === 'onderweg') return ['Het antwoord gaat nog door naar wie het nog niet heeft.'];
  const wie = signalen === 1 ? 'De melder van het ene signaal heeft' : `De melders van ${signalen} signalen hebben`;
  return [
    status === 'gestopt'
      ? 'Het antwoord is gestopt: niet bij elk signaal staat het. Wie het nog niet heeft, krijgt het niet doordat u sluit.'
      : `${wie} nog geen antwoord, en krijg${signalen === 1 ? 't' : 'en'} dat niet doordat u sluit. Stuur het eerst.`,
  ];
}
