import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisPostruimte, eisTeVerleggen } from '../ruimte.ts';
import type { Stap, Verzoek, Verzoekstatus } from '../staat.ts';
import { isOpen, stapVan } from '../verzoeken.ts';
import { zoekVerzoek } from './verzoek-beantwoorden.ts';
import { eisLoket } from './verzoek-doen.ts';

type Over = { verzoek: string };
type Van<S extends Opdrachtinhoud['soort']> = Extract<Opdrachtinhoud, { soort: S }>;

/** The behandelaar answers `meer_informatie_nodig`; the question begins anew, with whoever asked for it. */
export function informatieGeven(besluit: Besluit, { verzoek: id }: Van<'informatieGeven'>): void {
  const verzoek = zoekVerzoek(besluit.staat, id);
  besluit.noteer({ soort: 'informatie_gegeven', verzoek: id });
  const soort = verzoek.hogerop ? 'vraag_hogerop' : 'vraag';
  besluit.beginStap(soort, cijfers(besluit.kader.beleid.stappen[soort], besluit.staat.urgentie), { verzoek: id });
}

/** The behandelaar holds the question to the escalation contact back, once. */
export function tegenhouden(besluit: Besluit, { verzoek: id }: Van<'tegenhouden'>): void {
  const { sleutel } = kanTegenhouden(besluit, { verzoek: id });
  besluit.noteer({
    soort: 'tegengehouden',
    verzoek: id,
    stap: sleutel,
    uitloop: besluit.kader.beleid.tegenhouden,
  });
}

/** The behandelaar takes the verzoek back; its link dies. */
export function verzoekIntrekken(besluit: Besluit, { verzoek: id }: Van<'verzoekIntrekken'>): void {
  beeindig(besluit, id, 'ingetrokken');
}

/**
 * Another contact of the same party gets the question, on the same clock. Whether somebody above it can be asked later goes by the
 * desk it is with from now on.
 */
export function verzoekVerleggen(
  besluit: Besluit,
  { verzoek: id, loket, escalatiecontact: mag = true }: Van<'verzoekVerleggen'>,
): void {
  const { soort, organisatie } = zoekVerzoek(besluit.staat, id);
  if (organisatie !== null) eisPostruimte(besluit.staat, organisatie, besluit.nu);
  const escalatiecontact = eisLoket(besluit.kader) && mag && soort !== 'consultatie';
  besluit.noteer({ soort: 'verzoek_verlegd', verzoek: id, escalatiecontact, ...(loket !== undefined && { loket }) });
}

/**
 * A mail to the party bounced. That is no silence: a question that waits ends, and the behandelaar is told at once. An answer that
 * the party gave stands, whatever becomes of the mails around it.
 */
export function verzoekOnbestelbaar(
  besluit: Besluit,
  { verzoek: id, na = Infinity }: Van<'verzoekOnbestelbaar'>,
): void {
  const verzoek = zoekVerzoek(besluit.staat, id);
  if (!isOpen(verzoek)) return;
  const { status, hogerop, geantwoordBij = 0 } = verzoek;
  if (status === 'gesteld' && geantwoordBij <= na) return beeindig(besluit, id, 'onbestelbaar');
  besluit.noteer({ soort: 'post_onbestelbaar', aan: { soort: 'partij', verzoek: id, hogerop } });
}

/** A mail to somebody else about the signaal bounced. */
export function postOnbestelbaar(besluit: Besluit, { persoon }: Van<'postOnbestelbaar'>): void {
  const aan = persoon === null ? ({ soort: 'consulent' } as const) : ({ soort: 'persoon', persoon } as const);
  besluit.noteer({ soort: 'post_onbestelbaar', aan });
}

function beeindig(besluit: Besluit, id: string, status: Verzoekstatus): void {
  besluit.noteer({ soort: 'verzoek_geeindigd', verzoek: id, status });
  const stap = stapVan(besluit.staat, id);
  if (stap !== undefined) besluit.eindigStap(stap, 'vervallen');
}

/** Throws DomainError unless the party waits for information. */
export function kanInformatieGeven(besluit: Besluit, over: Over): void {
  if (eisOpenVerzoek(besluit, over).status !== 'wacht_op_informatie')
    throw new DomainError('antwoord_past_niet', 'De partij heeft niet om informatie gevraagd.');
}

/** The step that can be held back. Throws DomainError when there is none, or it was held back before. */
export function kanTegenhouden(besluit: Besluit, over: Over): Stap {
  const { tegengehouden, escalatiecontact } = eisOpenVerzoek(besluit, over);
  const stap = stapVan(besluit.staat, over.verzoek);
  if (tegengehouden) throw new DomainError('al_eens_gedaan', 'U hebt dit al eens tegengehouden.');
  if (stap?.soort !== 'vraag' || !escalatiecontact) {
    throw new DomainError('antwoord_past_niet', 'Er is nu geen vraag aan een escalatiecontact om tegen te houden.');
  }
  return stap;
}

/** Throws DomainError unless an organisation is asked, which has others to ask. */
export function kanVerleggen(besluit: Besluit, over: Over): void {
  const verzoek = eisOpenVerzoek(besluit, over);
  if (verzoek.organisatie === null)
    throw new DomainError('geen_ketenpartner', 'Dit verzoek gaat naar één persoon. Trek het in en vraag een ander.');
  eisTeVerleggen(verzoek);
}

/** The verzoek while it waits for something. Throws DomainError `verzoek_bestaat_niet`, `verzoek_gesloten`. */
export function eisOpenVerzoek({ staat }: Besluit, { verzoek: id }: Over): Verzoek {
  const verzoek = zoekVerzoek(staat, id);
  if (!isOpen(verzoek)) throw new DomainError('verzoek_gesloten', 'Dit verzoek is al beantwoord of gesloten.');
  return verzoek;
}
