import { MagToelichting, magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const vrijgeven = handeling({
  soort: 'vrijgeven',
  pad: 'vrijgevingen',
  operatie: 'laatSignaalLos',
  samenvatting: 'Laat een signaal los',
  omschrijving: 'De behandelaar laat het los, of een coördinator haalt het daar weg. Iemand anders moet het oppakken.',
  invoer: MagToelichting.meta({ id: 'Vrijgeving', description: 'Het signaal loslaten.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: (invoer) => magTekst('toelichting', invoer?.toelichting),
});
