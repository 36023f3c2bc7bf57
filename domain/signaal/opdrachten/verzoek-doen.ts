import { heeftConflict } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { seinDomeindiscussie } from '../domeindiscussie.ts';
import type { Persoon } from '../kader.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud, Verzoekinhoud } from '../opdracht.ts';

type VerzoekDoen = Extract<Opdrachtinhoud, { soort: 'verzoekDoen' }>;

/** The behandelaar asks a party: a ketenpartner to act or answer or take over, an expert to think along, the filer for information. */
export function verzoekDoen(besluit: Besluit, opdracht: VerzoekDoen, persoon: Persoon): void {
  const { staat, kader } = besluit;
  const { verzoek, verzoeksoort, loket } = opdracht;
  if (staat.verzoeken.some(({ id }) => id === verzoek))
    throw new DomainError('al_eens_gedaan', 'Dit verzoek is al gedaan.');
  const partij = gevraagde(besluit, opdracht);
  const vragers = Object.values(kader.personen).filter(({ id }) => id === persoon.id || id === staat.behandelaar);
  eisAnderBehandelaar(vragers, partij.organisatie);
  const waar = partij.organisatie === null || loket === undefined ? {} : { loket };
  besluit.noteer({ soort: 'verzoek_gedaan', verzoek, verzoeksoort, ...partij, ...waar });
  const { vraag, navraag } = kader.beleid.stappen;
  if (verzoeksoort === 'navraag') besluit.beginStap('navraag', cijfers(navraag, staat.urgentie), { verzoek });
  else besluit.beginStap('vraag', cijfers(vraag, staat.urgentie), { verzoek });
  seinDomeindiscussie(besluit, partij.organisatie);
}

/** Who is asked: an organisation for a vraag or warme overdracht, either or a person for a consultatie, the filer for a navraag. */
function gevraagde(
  { staat, kader }: Besluit,
  { verzoeksoort, organisatie, persoon, escalatiecontact }: Verzoekinhoud,
): Pick<Verzoekinhoud, 'organisatie' | 'persoon' | 'escalatiecontact'> {
  if (verzoeksoort === 'navraag') {
    if (staat.melder === staat.behandelaar) throw new DomainError('ontvanger_ongeschikt', 'U bent zelf de melder.');
    return { organisatie: null, persoon: staat.melder, escalatiecontact: false };
  }
  if (verzoeksoort === 'consultatie' && persoon !== null) {
    const deskundige = kader.personen[persoon];
    if (deskundige?.actief !== true || heeftConflict(deskundige, staat)) {
      throw new DomainError('ontvanger_ongeschikt', 'Deze persoon kan bij dit signaal niet meedenken.');
    }
    return { organisatie: null, persoon, escalatiecontact: false };
  }
  if (organisatie === null) throw new DomainError('geen_ketenpartner', 'Kies aan wie u dit vraagt.');
  if (staat.programma) {
    throw new DomainError(
      'geen_ketenpartner',
      'Dit knelpunt ligt in het programma zelf. Daarover stellen we ketenpartners geen vragen.',
    );
  }
  return { organisatie, persoon: null, escalatiecontact: escalatiecontact && verzoeksoort !== 'consultatie' };
}

/** A question to the employer of the behandelaar, or of who deputises for her, needs another behandelaar first. */
function eisAnderBehandelaar(vragers: readonly Persoon[], organisatie: string | null): void {
  if (organisatie !== null && vragers.some((vrager) => vrager.organisatie === organisatie)) {
    throw new DomainError(
      'belangenconflict',
      'Deze vraag gaat naar de werkgever van de behandelaar. Laat eerst een ander het signaal behandelen.',
    );
  }
}
