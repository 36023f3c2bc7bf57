import { MagToelichting, magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const hervatten = handeling({
  soort: 'hervatten',
  pad: 'hervattingen',
  operatie: 'hervatSignaal',
  samenvatting: 'Ga verder voor het einde van de pauze',
  invoer: MagToelichting.meta({ id: 'Hervatting', description: 'Verdergaan voor het einde van de pauze.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: (invoer) => magTekst('toelichting', invoer?.toelichting),
});
