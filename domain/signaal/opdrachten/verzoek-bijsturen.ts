import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisPostruimte, eisTeVerleggen } from '../ruimte.ts';
import type { Stap, Verzoek, Verzoekstatus } from '../staat.ts';
import { hoeHetEindigde, isOpen, stapVan } from '../verzoeken.ts';
import { zoekVerzoek } from './verzoek-beantwoorden.ts';
import { eisLoket } from './verzoek-doen.ts';

type Over = { verzoek: string };
type Van<S extends Opdrachtinhoud['soort']> = Extract<Opdrachtinhoud, { soort: S }>;

/** The behandelaar answers `meer_informatie_nodig`; the question begins anew, with whoever asked for it. */
export function informatieGeven(decision: Decision, { verzoek: id }: Van<'informatieGeven'>): void {
  const verzoek = zoekVerzoek(decision.staat, id);
  decision.noteer({ soort: 'informatie_gegeven', verzoek: id });
  const soort = verzoek.hogerop ? 'vraag_hogerop' : 'vraag';
  decision.beginStap(soort, cijfers(decision.kader.beleid.stappen[soort], decision.staat.urgentie), { verzoek: id });
}

/** The behandelaar holds the question to the escalation contact back, once. */
export function tegenhouden(decision: Decision, { verzoek: id }: Van<'tegenhouden'>): void {
  const { sleutel } = kanTegenhouden(decision, { verzoek: id });
  decision.noteer({
    soort: 'tegengehouden',
    verzoek: id,
    stap: sleutel,
    uitloop: decision.kader.beleid.tegenhouden,
  });
}

/** The behandelaar takes the verzoek back; its link dies. */
export function verzoekIntrekken(decision: Decision, { verzoek: id }: Van<'verzoekIntrekken'>): void {
  beeindig(decision, id, 'ingetrokken');
}

/**
 * Another contact of the same party gets the question, on the same clock. Whether somebody above it can be asked later goes by the
 * desk it is with from now on.
 */
export function verzoekVerleggen(
  decision: Decision,
  { verzoek: id, loket, escalatiecontact: mag = true }: Van<'verzoekVerleggen'>,
): void {
  const { soort, organisatie } = zoekVerzoek(decision.staat, id);
  if (organisatie !== null) eisPostruimte(decision.staat, organisatie, decision.nu);
  const escalatiecontact = eisLoket(decision.kader) && mag && soort !== 'consultatie';
  decision.noteer({ soort: 'verzoek_verlegd', verzoek: id, escalatiecontact, ...(loket !== undefined && { loket }) });
}

/**
 * A mail to the party bounced. That is no silence: a question that waits ends, and the behandelaar is told at once. An answer that
 * the party gave stands, whatever becomes of the mails around it.
 */
export function verzoekOnbestelbaar(
  decision: Decision,
  { verzoek: id, na = Infinity }: Van<'verzoekOnbestelbaar'>,
): void {
  const verzoek = zoekVerzoek(decision.staat, id);
  if (!isOpen(verzoek)) return;
  const { status, hogerop, geantwoordBij = 0 } = verzoek;
  if (status === 'gesteld' && geantwoordBij <= na) return beeindig(decision, id, 'onbestelbaar');
  decision.noteer({ soort: 'post_onbestelbaar', aan: { soort: 'partij', verzoek: id, hogerop } });
}

/** A mail to somebody else about the signaal bounced. */
export function postOnbestelbaar(decision: Decision, { persoon }: Van<'postOnbestelbaar'>): void {
  const aan = persoon === null ? ({ soort: 'consulent' } as const) : ({ soort: 'persoon', persoon } as const);
  decision.noteer({ soort: 'post_onbestelbaar', aan });
}

function beeindig(decision: Decision, id: string, status: Verzoekstatus): void {
  decision.noteer({ soort: 'verzoek_geeindigd', verzoek: id, status });
  const stap = stapVan(decision.staat, id);
  if (stap !== undefined) decision.eindigStap(stap, 'vervallen');
}

/** Throws DomainError unless the party waits for information. */
export function kanInformatieGeven(decision: Decision, over: Over): void {
  if (eisOpenVerzoek(decision, over).status !== 'wacht_op_informatie')
    throw new DomainError('antwoord_past_niet', 'De partij heeft niet om informatie gevraagd.');
}

/** The step that can be held back. Throws DomainError when there is none, or it was held back before. */
export function kanTegenhouden(decision: Decision, over: Over): Stap {
  const { tegengehouden, escalatiecontact } = eisOpenVerzoek(decision, over);
  const stap = stapVan(decision.staat, over.verzoek);
  if (tegengehouden) throw new DomainError('al_eens_gedaan', 'Dit is al eens tegengehouden.');
  if (stap?.soort !== 'vraag' || !escalatiecontact) {
    throw new DomainError('antwoord_past_niet', 'Er is nu geen vraag aan een escalatiecontact om tegen te houden.');
  }
  return stap;
}

/** Throws DomainError unless an organisation is asked, which has others to ask. */
export function kanVerleggen(decision: Decision, over: Over): void {
  const verzoek = eisOpenVerzoek(decision, over);
  if (verzoek.organisatie === null)
    throw new DomainError('geen_ketenpartner', 'Dit verzoek gaat naar één persoon. Trek het in en vraag een ander.');
  eisTeVerleggen(verzoek);
}

/** The verzoek while it waits for something. Throws DomainError `verzoek_bestaat_niet`, `verzoek_gesloten`. */
export function eisOpenVerzoek({ staat }: Decision, { verzoek: id }: Over): Verzoek {
  const verzoek = zoekVerzoek(staat, id);
  if (!isOpen(verzoek)) throw new DomainError('verzoek_gesloten', hoeHetEindigde(verzoek));
  return verzoek;
}
