import { ADRESSEN } from '#contract/adressen.ts';
import type { Lesdaad } from '#handelingen/lessen/daden.ts';

/** What one can do with a les, the likeliest first, and the page on which. */
export const LESPAGINADADEN: readonly { daad: Lesdaad; tekst: string; adres: (les: string) => string }[] = [
  { daad: 'beoordelen', tekst: 'Kijk deze les na', adres: (les) => ADRESSEN.lesBeoordelen({ les }) },
  { daad: 'verlengen', tekst: 'Zeg of dit nog werkt', adres: (les) => ADRESSEN.lesVerlengen({ les }) },
  { daad: 'gebruiken', tekst: 'Dit heb ik gebruikt', adres: (les) => ADRESSEN.lesGebruiken({ les }) },
  { daad: 'verbeteren', tekst: 'Verbeter deze les', adres: (les) => ADRESSEN.lesVerbeteren({ les }) },
  { daad: 'intrekken', tekst: 'Trek deze les in', adres: (les) => ADRESSEN.lesIntrekken({ les }) },
];
