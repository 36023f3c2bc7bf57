import { CIJFERVRAAGZINNEN } from '#contract/cijfers.ts';
import type { Zinnen, Zinzoeker } from '#contract/invoerfout.ts';

/** Sentences for a parameter, a header or the body as a whole, where the general one would say too little. */
const PER_VELD: Readonly<Record<string, Zinnen>> = {
  gemeente: { vorm: 'Geef een gemeentecode van het CBS, zoals GM0344, of ONBEKEND.' },
  organisatie: { vorm: 'Geef het id van een organisatie, zoals CIZ.' },
  gebruiker: { vorm: 'Geef het id van een gebruiker, zoals metgezel.noord.' },
  tekst: { leeg: 'Zoek op een stuk van de naam.' },
  verzoek: { vorm: 'Geef het id van het verzoek.' },
  waarneming: { vorm: 'Geef het id van de waarneming.' },
  tijdvak: CIJFERVRAAGZINNEN.tijdvak,
  signaal: { vorm: 'Geef het nummer van een signaal, zoals S-2027-0001, of zijn id.' },
  limiet: {
    type: 'Vraag 1 tot en met 100 tegelijk.',
    te_klein: 'Vraag er minstens 1.',
    te_groot: 'Vraag er hoogstens 100.',
  },
  cursor: { vorm: 'Gebruik de cursor uit het vorige antwoord.' },
  naam: { verplicht: 'Zoek op een stuk van de naam.', leeg: 'Zoek op een stuk van de naam.' },
  'Idempotency-Key': {
    verplicht: 'Stuur een Idempotency-Key mee: een eigen sleutel, zoals een uuid, zodat herhalen veilig is.',
    vorm: 'Gebruik 1 tot en met 255 zichtbare ASCII-tekens, zonder spaties.',
    te_lang: 'Gebruik 1 tot en met 255 zichtbare ASCII-tekens, zonder spaties.',
  },
  'If-Match': { te_lang: 'Stuur de ETag van het signaal, zoals "3".' },
  '': {
    verplicht: 'Stuur een JSON-object mee.',
    type: 'Stuur een JSON-object.',
  },
};

/** The sentence for what is wrong with a parameter, a header or the body as a whole, where it has one of its own. */
export const zinVan: Zinzoeker = (pad, soort) => {
  const veld = String(pad.at(-1) ?? '');
  return Object.hasOwn(PER_VELD, veld) ? PER_VELD[veld]?.[soort] : undefined;
};
