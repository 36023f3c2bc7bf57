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

/** What it was, with what its address tells of who a signaal is about: that is what one looks for. */
export function watVan({ verrichting, operatie }: { verrichting: Verrichting; operatie: string }): string {
  const gevonden = OVER_WIE.find((een) => een.verrichting === verrichting && een.operatie.test(operatie));
  return gevonden?.tekst ?? VERRICHTINGWOORDEN[verrichting];
}

const OVER_WIE: readonly { verrichting: Verrichting; operatie: RegExp; tekst: string }[] = [
  {
    verrichting: 'lezen',
    operatie: /\/(over-wie|casusbijlage|over-wie\/schrijven)$/,
    tekst: 'Over wie het gaat, gelezen',
  },
  { verrichting: 'daad', operatie: /\/(casusteksten|over-wie\/schrijven)$/, tekst: 'Over wie het gaat, opgeschreven' },
  {
    verrichting: 'daad',
    operatie: /toestemming.*\/intrek(ken|kingen)$/,
    tekst: 'Toestemming van een gezin ingetrokken',
  },
  { verrichting: 'daad', operatie: /toestemming(en)?$/, tekst: 'Toestemming van een gezin vastgelegd' },
];

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
