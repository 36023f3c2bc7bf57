import type { Ingang, Logafloop, Verrichting } from '#domain/audit/logregel.ts';

/** What somebody did, as it is told. */
export const VERRICHTINGWOORDEN: Readonly<Record<Verrichting, string>> = {
  lezen: 'Gelezen',
  lijst: 'Lijst bekeken',
  zoeken: 'Gezocht',
  bestand: 'Bestand opgehaald',
  uitvoer: 'Gegevens meegenomen',
  inloggen: 'Ingelogd',
  uitloggen: 'Uitgelogd',
  daad: 'Iets gedaan met een signaal',
  klok: 'Door de klok gedaan',
  wijziging: 'Beheer gewijzigd',
  anders: 'Iets anders opgevraagd',
};

export const AFLOOPWOORDEN: Readonly<Record<Logafloop, string>> = {
  gelukt: 'Gelukt',
  geweigerd: 'Geweigerd',
  mislukt: 'Mislukt',
};

export const INGANGWOORDEN: Readonly<Record<Ingang, string>> = {
  api: 'Een ander systeem, of een eigen programma',
  pagina: 'De website',
  link: 'De link uit een mail',
  dienst: 'Signaalpunt zelf',
};
