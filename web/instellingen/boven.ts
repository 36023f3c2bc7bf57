import { ADRESSEN } from '#contract/adressen.ts';

/** What lies above each page of settings. */
export const BOVEN = [
  { adres: ADRESSEN.start(), tekst: 'Start' },
  { adres: ADRESSEN.instellingen(), tekst: 'Instellingen' },
];
