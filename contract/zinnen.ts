import type { Zinnen } from './invoerfout.ts';

/** Sentences of fields that several acts have. */
export const ORGANISATIE = {
  vorm: 'Geef het id van een organisatie, zoals CIZ.',
  onbekend: 'Deze organisatie kennen wij niet.',
} as const satisfies Zinnen;

export const PERSOON = {
  vorm: 'Geef de gebruikersnaam van een persoon, zoals metgezel.noord.',
  onbekend: 'Deze persoon kennen wij niet.',
} as const satisfies Zinnen;

export const ONDERWERP = {
  leeg: 'Schrijf in één regel waar het over gaat.',
} as const satisfies Zinnen;

export const DATUM = {
  verplicht: 'Geef de datum.',
  toekomst: 'Deze datum ligt in de toekomst.',
} as const satisfies Zinnen;

export const NAAM = { verplicht: 'Geef de naam.', leeg: 'Geef de naam.' } as const satisfies Zinnen;

export const EMAIL = {
  verplicht: 'Geef een e-mailadres.',
  vorm: 'Geef een e-mailadres, zoals naam@voorbeeld.nl.',
} as const satisfies Zinnen;

export const LOKET = {
  vorm: 'Geef het id van een loket.',
  onbekend: 'Dit loket is niet van deze organisatie, of het is gesloten.',
} as const satisfies Zinnen;

export const TERUGKOPPELING = {
  verplicht: 'Schrijf het antwoord aan de melder.',
  leeg: 'Schrijf het antwoord aan de melder.',
} as const satisfies Zinnen;

export const VANAF = { verplicht: 'Kies vanaf welke dag.' } as const satisfies Zinnen;

export const TOT_EN_MET = { verplicht: 'Kies tot en met welke dag.' } as const satisfies Zinnen;
