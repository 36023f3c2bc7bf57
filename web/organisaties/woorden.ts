import { REGIOS } from '#domain/beleid/regios.ts';

import type { Woordenlijst } from '../doen/veldwoorden.ts';

/** Where an organisatie works. */
export function werkgebied(regios: readonly string[]): string {
  const namen = REGIOS.filter(({ code }) => regios.includes(code)).map(({ label }) => label);
  return namen.length === 0 ? 'Heel Nederland' : namen.join(', ');
}

const CONTACT = (groep: string): Woordenlijst => ({
  [`${groep}.naam`]: { label: 'Naam' },
  [`${groep}.email`]: { label: 'E-mailadres' },
  [`${groep}.telefoon`]: { label: 'Telefoon' },
});

const REDEN = { label: 'Waarom wijzigt u dit?', hint: 'Dit blijft erbij staan.' };

export const LOKETWOORDEN: Woordenlijst = {
  naam: { label: 'Hoe heet het loket?', hint: 'Bijvoorbeeld: Wmo-loket.' },
  contact: { label: 'Wie antwoordt daar?' },
  ...CONTACT('contact'),
  escalatie: {
    label: 'Wie krijgt de vraag als het loket niet antwoordt?',
    hint: 'Dit hoeft niet. Zonder zo iemand gaat de vraag niet hogerop.',
  },
  ...CONTACT('escalatie'),
  reden: REDEN,
};

export const SLUITWOORDEN: Woordenlijst = { reden: { ...REDEN, label: 'Waarom sluit dit loket?' } };

export const SLUITINGWOORDEN: Woordenlijst = {
  vanDatum: { label: 'Wat is de eerste dag dat de organisatie gesloten is?' },
  totEnMetDatum: { label: 'En de laatste dag?' },
  reden: { label: 'Waarom is de organisatie gesloten?', hint: 'Bijvoorbeeld: zomersluiting.' },
};
