import { MagToelichting, magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const intrekken = handeling({
  soort: 'intrekken',
  pad: 'intrekkingen',
  operatie: 'trekSignaalIn',
  samenvatting: 'Trek een signaal in',
  omschrijving: 'Alleen de melder. Het signaal sluit meteen.',
  invoer: MagToelichting.meta({ id: 'Intrekking', description: 'Het signaal intrekken.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: (invoer) => magTekst('toelichting', invoer?.toelichting),
});
