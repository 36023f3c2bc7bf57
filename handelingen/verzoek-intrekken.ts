import { MagToelichting, magTekst, TOELICHTING } from './delen/toelichting.ts';
import { verzoekhandeling } from './handeling.ts';

export const verzoekIntrekken = verzoekhandeling({
  soort: 'verzoekIntrekken',
  pad: 'intrekkingen',
  operatie: 'trekVerzoekIn',
  samenvatting: 'Neem een verzoek terug',
  omschrijving: 'De link van de partij werkt daarna niet meer.',
  invoer: MagToelichting.meta({ id: 'VerzoekIntrekking', description: 'Een verzoek terugnemen.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: (invoer) => magTekst('toelichting', invoer?.toelichting),
});
