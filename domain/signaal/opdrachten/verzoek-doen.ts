import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { seinDomeindiscussie } from '../domeindiscussie.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud, Verzoekinhoud } from '../opdracht.ts';
import { eisBehandelaar, eisLopend, wieHandelt } from './eisen.ts';

type VerzoekDoen = Extract<Opdrachtinhoud, { soort: 'verzoekDoen' }>;

/** The behandelaar asks a party: a ketenpartner to act or answer or take over, an expert to think along, the filer for information. */
export function verzoekDoen(besluit: Besluit, opdracht: VerzoekDoen): void {
  const persoon = wieHandelt(besluit);
  const { staat, kader } = besluit;
  eisLopend(staat);
  eisBehandelaar(persoon, staat);
  const { verzoek, verzoeksoort, organisatie, persoon: deskundige, escalatiecontact } = opdracht;
  if (staat.verzoeken.some(({ id }) => id === verzoek))
    throw new DomainError('al_eens_gedaan', 'Dit verzoek is al gedaan.');
  eisPartij(besluit, opdracht);
  if (organisatie !== null && persoon.organisatie === organisatie) {
    throw new DomainError(
      'belangenconflict',
      'Deze vraag gaat naar uw eigen werkgever. Laat eerst een ander het signaal behandelen.',
    );
  }
  const gevraagde = verzoeksoort === 'navraag' ? staat.melder : deskundige;
  besluit.noteer({ soort: 'verzoek_gedaan', verzoek, verzoeksoort, organisatie, persoon: gevraagde, escalatiecontact });
  const { vraag, navraag } = kader.beleid.stappen;
  if (verzoeksoort === 'navraag') besluit.beginStap('navraag', cijfers(navraag, staat.urgentie), { verzoek });
  else besluit.beginStap('vraag', cijfers(vraag, staat.urgentie), { verzoek });
  seinDomeindiscussie(besluit, organisatie);
}

function eisPartij({ staat, kader }: Besluit, { verzoeksoort, organisatie, persoon }: Verzoekinhoud): void {
  if (organisatie !== null && staat.programma) {
    throw new DomainError(
      'geen_ketenpartner',
      'Dit knelpunt ligt in het programma zelf. Daarover stellen we ketenpartners geen vragen.',
    );
  }
  const metOrganisatie = verzoeksoort === 'vraag' || verzoeksoort === 'warme_overdracht';
  if (metOrganisatie && organisatie === null)
    throw new DomainError('geen_ketenpartner', 'Kies aan welke organisatie u dit vraagt.');
  if (verzoeksoort === 'navraag' && staat.melder === staat.behandelaar) {
    throw new DomainError('ontvanger_ongeschikt', 'U bent zelf de melder.');
  }
  const deskundige = persoon === null ? undefined : kader.personen[persoon];
  if (verzoeksoort === 'consultatie' && organisatie === null && deskundige?.actief !== true) {
    throw new DomainError('ontvanger_ongeschikt', 'Kies wie u wilt laten meedenken.');
  }
}
