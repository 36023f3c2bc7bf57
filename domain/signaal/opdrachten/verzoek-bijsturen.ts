import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Verzoek, Verzoekstatus } from '../staat.ts';
import { isOpen, stapVan } from '../verzoeken.ts';
import { zoekVerzoek } from './verzoek-beantwoorden.ts';

type Van<S extends Opdrachtinhoud['soort']> = Extract<Opdrachtinhoud, { soort: S }>;

/** The behandelaar answers `meer_informatie_nodig`; the question begins anew, with whoever asked for it. */
export function informatieGeven(besluit: Besluit, { verzoek: id }: Van<'informatieGeven'>): void {
  const verzoek = eisOpenVerzoek(besluit, id);
  if (verzoek.status !== 'wacht_op_informatie')
    throw new DomainError('antwoord_past_niet', 'De partij heeft niet om informatie gevraagd.');
  besluit.noteer({ soort: 'informatie_gegeven', verzoek: id });
  const soort = verzoek.hogerop ? 'vraag_hogerop' : 'vraag';
  besluit.beginStap(soort, cijfers(besluit.kader.beleid.stappen[soort], besluit.staat.urgentie), { verzoek: id });
}

/** The behandelaar holds the question to the escalation contact back, once. */
export function tegenhouden(besluit: Besluit, { verzoek: id }: Van<'tegenhouden'>): void {
  const verzoek = eisOpenVerzoek(besluit, id);
  const stap = stapVan(besluit.staat, id);
  if (verzoek.tegengehouden) throw new DomainError('al_eens_gedaan', 'U hebt dit al eens tegengehouden.');
  if (stap?.soort !== 'vraag' || !verzoek.escalatiecontact) {
    throw new DomainError('antwoord_past_niet', 'Er is nu geen vraag aan een escalatiecontact om tegen te houden.');
  }
  besluit.noteer({
    soort: 'tegengehouden',
    verzoek: id,
    stap: stap.sleutel,
    uitloop: besluit.kader.beleid.tegenhouden,
  });
}

/** The behandelaar takes the verzoek back; its link dies. */
export function verzoekIntrekken(besluit: Besluit, { verzoek: id }: Van<'verzoekIntrekken'>): void {
  eisOpenVerzoek(besluit, id);
  beeindig(besluit, id, 'ingetrokken');
}

/** Another contact of the same party gets the question, on the same clock. */
export function verzoekVerleggen(besluit: Besluit, { verzoek: id, loket }: Van<'verzoekVerleggen'>): void {
  const { organisatie } = eisOpenVerzoek(besluit, id);
  if (organisatie === null)
    throw new DomainError('geen_ketenpartner', 'Dit verzoek gaat naar één persoon. Trek het in en vraag een ander.');
  besluit.noteer({ soort: 'verzoek_verlegd', verzoek: id, ...(loket !== undefined && { loket }) });
}

/** The mail bounced. That is no silence: the verzoek ends, and the behandelaar is told at once. */
export function verzoekOnbestelbaar(besluit: Besluit, { verzoek: id }: Van<'verzoekOnbestelbaar'>): void {
  if (isOpen(zoekVerzoek(besluit.staat, id))) beeindig(besluit, id, 'onbestelbaar');
}

function beeindig(besluit: Besluit, id: string, status: Verzoekstatus): void {
  besluit.noteer({ soort: 'verzoek_geeindigd', verzoek: id, status });
  const stap = stapVan(besluit.staat, id);
  if (stap !== undefined) besluit.eindigStap(stap, 'vervallen');
}

function eisOpenVerzoek({ staat }: Besluit, id: string): Verzoek {
  const verzoek = zoekVerzoek(staat, id);
  if (!isOpen(verzoek)) throw new DomainError('verzoek_gesloten', 'Dit verzoek is al beantwoord of gesloten.');
  return verzoek;
}
