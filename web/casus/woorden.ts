import type { Verhaalplek } from '#db/queries/rapporten.ts';
import { type Casusdeel, labelVan } from '#domain/beleid/codelijsten.ts';

import type { Woordenlijst } from '../doen/veldwoorden.ts';

export const CASUSWOORDEN: Woordenlijst = {
  overWie: { label: 'Over wie gaat het?', hint: 'Bijvoorbeeld de naam en de leeftijd. Schrijf nooit een BSN op.' },
  contactGezin: { label: 'Hoe is het gezin te bereiken?', hint: 'Bijvoorbeeld wie u belt, en wanneer dat past.' },
  toelichting: { label: 'Wat moet wie helpt verder weten?' },
};

const AFSPRAAK: Woordenlijst = {
  van: { label: 'Wie gaf toestemming?', uit: 'toestemmer' },
  wijze: { label: 'Hoe?', uit: 'toestemmingwijze' },
  delen: { label: 'Wat mag gelezen worden?', uit: 'casusdeel' },
  gegevenDatum: { label: 'Wanneer is de toestemming gegeven?' },
  totEnMetDatum: {
    label: 'Tot en met welke dag geldt de toestemming?',
    hint: 'Hoogstens een jaar. Daarna vraagt u het opnieuw.',
  },
};

export const TOESTEMMINGWOORDEN: Woordenlijst = {
  niveau: {
    label: 'Wie mag het lezen?',
    hint: 'Alleen wie het signaal op dat niveau behandelt, of voor die persoon waarneemt.',
    uit: 'niveau',
  },
  ...AFSPRAAK,
};
const { delen: _delen, ...ZONDER_DELEN } = AFSPRAAK;
export const VERHAALTOESTEMMINGWOORDEN: Woordenlijst = ZONDER_DELEN;
export const PARTIJTOESTEMMINGWOORDEN: Woordenlijst = AFSPRAAK;

/** Parts as one reads them in a sentence. */
export function delenInWoorden(delen: readonly Casusdeel[]): string {
  if (delen.length === 0) return 'een verhaal in een rapport';
  return delen.map((deel) => labelVan('casusdeel', deel).toLowerCase()).join(', ');
}

/** Who works for an organisatie that it concerns may not know in which reports it stands, so every case is told. */
const VERHAAL_INGETROKKEN = [
  'Staat het verhaal in een rapport dat nog niet definitief is? Dan gaat het daar meteen uit, als er geen andere toestemming voor geldt.',
  'Staat het al in een definitief rapport? Dan blijft het in die versie staan. Zeg dat tegen het gezin.',
];

/** What withdrawing a toestemming for a story comes to; `plekken`: null for who may not know where it stands. */
export function gevolgVoorVerhaal(plekken: readonly Verhaalplek[] | null): readonly string[] {
  if (plekken === null) return VERHAAL_INGETROKKEN;
  return [
    ...(plekken.some(({ periode }) => periode === null)
      ? [
          'Het verhaal gaat meteen uit het rapport dat nog niet definitief is, als er geen andere toestemming voor geldt.',
        ]
      : []),
    ...(plekken.some(({ periode }) => periode !== null)
      ? ['In een definitief rapport blijft het staan. Zeg dat tegen het gezin.']
      : []),
  ];
}
