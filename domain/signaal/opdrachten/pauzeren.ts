import type { Pauzereden } from '../../beleid/codelijsten.ts';
import { DomainError } from '../../errors.ts';
import { eisVelden, type Veldregel } from '../../stroom/veldregels.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisDatumVooruit, eisLopend } from './eisen.ts';

type Pauzeren = Extract<Opdrachtinhoud, { soort: 'pauzeren' }>;

interface Ingevuld {
  reden: Pauzereden;
  toelichting?: string | undefined;
}

/** "Anders" says nothing without words. */
export const PAUZEREGELS: readonly Veldregel<Ingevuld>[] = [
  {
    veld: 'toelichting',
    soort: 'verplicht',
    code: 'motief_ontbreekt',
    reden: 'Schrijf een toelichting.',
    klopt: ({ reden, toelichting }) => reden !== 'anders' || toelichting !== undefined,
  },
];

/** Working days in a year, roughly: how far ahead a statutory date may lie. */
const JAAR = 260;

/** The behandelaar waits until a date has passed: at most 40 working days, or until the statutory date of a decision. */
export function pauzeren(decision: Decision, { reden, tot, tekst = {} }: Pauzeren): void {
  eisVelden(PAUZEREGELS, { reden, toelichting: tekst['toelichting'] });
  eisDatumVooruit(decision, tot, reden === 'wacht_op_besluit' ? JAAR : decision.kader.beleid.stappen.pauze.uiterlijk);
  decision.noteer({ soort: 'gepauzeerd', reden, tot });
  decision.beginStap('pauze', { n: 0, uitloop: 0, herinneringsdagen: [], herhaling: null }, { datum: tot });
}

/** Throws DomainError unless a term runs that can be stopped. */
export function kanPauzeren({ staat }: Decision): void {
  eisLopend(staat);
  if (!staat.stappen.some(({ soort }) => soort === 'behandelen') || staat.status === 'gepauzeerd') {
    throw new DomainError('status_staat_niet_toe', 'Er loopt nu geen termijn die u kunt pauzeren.');
  }
}
