import type { Woordenlijst } from './veldwoorden.ts';

const WAT_HET_SCHEELT = 'Wat scheelt het voor het gezin? Dit hoeft niet';
const ALLEEN_ALS_U_HET_WEET = 'Alleen als u het weet.';

/** How it goes now, and folded what it came to for the family. */
export const ERVARINGWOORDEN: Woordenlijst = {
  ervaring: { label: 'Helpt het?', uit: 'ervaring' },
  veranderingen: {
    label: 'Wat is er veranderd voor het gezin?',
    hint: ALLEEN_ALS_U_HET_WEET,
    uit: 'verandering',
    vouw: WAT_HET_SCHEELT,
  },
  urenMinder: {
    label: 'Hoeveel minder tijd is het gezin, en wie het helpt, kwijt aan regelen?',
    hint: `Een schatting. ${ALLEEN_ALS_U_HET_WEET}`,
    uit: 'uren_minder',
    vouw: WAT_HET_SCHEELT,
  },
  kostenMinder: {
    label: 'Hoeveel minder kost het, voor wie het betaalt?',
    hint: `Een schatting. ${ALLEEN_ALS_U_HET_WEET}`,
    uit: 'kosten_minder',
    vouw: WAT_HET_SCHEELT,
  },
  toelichting: { label: 'Wilt u er iets bij schrijven?', hint: 'Dit hoeft niet.' },
};
