import { type Adres, ADRESSEN } from '#contract/adressen.ts';
import type { Rapportdaad } from '#domain/rapport/loop.ts';

interface Daadwoorden {
  daad: Rapportdaad;
  adres: Adres;
  titel: string;
  knop: string;
  /** What one reads on the page where it is done. */
  gedaan: string;
  gevolg: readonly string[];
}

/** What one can do with a report on a page of its own, by the last part of its address; the likeliest first. */
export const PAGINADADEN = {
  goedkeuren: {
    daad: 'nakijken',
    adres: ADRESSEN.rapportGoedkeuren,
    titel: 'Keur dit rapport goed',
    knop: 'Keur goed',
    gedaan: 'U hebt het rapport nagekeken. Een ander van het landelijk team geeft het vrij.',
    gevolg: [
      'Het rapport verandert daarna niet meer. Alleen een verhaal kan er nog uit.',
      'Een ander van het landelijk team geeft het vrij.',
    ],
  },
  terugsturen: {
    daad: 'nakijken',
    adres: ADRESSEN.rapportTerugsturen,
    titel: 'Zeg wat er anders moet',
    knop: 'Stuur terug',
    gedaan: 'Uw opmerking staat bij het rapport.',
    gevolg: ['Het rapport blijft een concept. Uw opmerking staat erbij.'],
  },
  vrijgeven: {
    daad: 'vrijgeven',
    adres: ADRESSEN.rapportVrijgeven,
    titel: 'Geef dit rapport vrij',
    knop: 'Geef vrij',
    gedaan: 'Het rapport is definitief.',
    gevolg: [
      'Het rapport is dan definitief en verandert nooit meer.',
      'De programmaleiding kan het lezen.',
      'Is er later iets fout, dan maakt u een verbeterde versie.',
    ],
  },
  schrijven: {
    daad: 'schrijven',
    adres: ADRESSEN.rapportSchrijven,
    titel: 'Schrijf de inleiding',
    knop: 'Bewaar de inleiding',
    gedaan: 'De inleiding is bewaard.',
    gevolg: ['Wie meeschrijft, kan het rapport niet zelf nakijken.'],
  },
  hertellen: {
    daad: 'hertellen',
    adres: ADRESSEN.rapportHertellen,
    titel: 'Tel opnieuw',
    knop: 'Tel opnieuw',
    gedaan: 'Alles is opnieuw geteld.',
    gevolg: ['Alle getallen worden die van nu.', 'Wie opnieuw telt, kan het rapport niet zelf nakijken.'],
  },
  verbeteren: {
    daad: 'verbeteren',
    adres: ADRESSEN.rapportVerbeteren,
    titel: 'Maak een verbeterde versie',
    knop: 'Begin de verbeterde versie',
    gedaan: 'Dit is het concept van de verbeterde versie.',
    gevolg: [
      'Deze versie blijft zoals die is.',
      'Alles wordt opnieuw geteld. Wat nu is afgeschermd, blijft dat.',
      'Bij de nieuwe versie staat wat er anders is.',
    ],
  },
  weggooien: {
    daad: 'weggooien',
    adres: ADRESSEN.rapportWeggooien,
    titel: 'Gooi dit rapport weg',
    knop: 'Gooi weg',
    gedaan: 'Het rapport is weg.',
    gevolg: [
      'Het rapport en de inleiding zijn dan weg. U kunt daarna een nieuw rapport maken. In januari en juli komt er vanzelf een nieuw concept.',
    ],
  },
} as const satisfies Record<string, Daadwoorden>;

/** What one can do with a story in it. */
export const VERHAALDADEN = {
  schrijven: {
    adres: ADRESSEN.vignetSchrijven,
    titel: 'Schrijf een verhaal',
    knop: 'Bewaar het verhaal',
    gedaan: 'Het verhaal staat bij het concept. Twee anderen kijken het na.',
    gevolg: [
      'Dit kan alleen als het gezin toestemming gaf om er in een rapport over te vertellen.',
      'Twee anderen van het landelijk team kijken het na. Wie meeschrijft, kijkt het rapport niet zelf na.',
      'Trekt het gezin de toestemming in voordat het rapport definitief is, of loopt die af? Dan is de tekst meteen weg.',
    ],
  },
  wijzigen: {
    adres: ADRESSEN.vignetWijzigen,
    titel: 'Verander dit verhaal',
    knop: 'Bewaar het verhaal',
    gedaan: 'Het verhaal is veranderd. Twee anderen kijken het na.',
    gevolg: ['Twee anderen kijken het verhaal daarna na. Wie dat al deed, doet het opnieuw: nu met uw nieuwe tekst.'],
  },
  goedkeuren: {
    adres: ADRESSEN.vignetGoedkeuren,
    titel: 'Keur dit verhaal goed',
    knop: 'Keur het verhaal goed',
    gedaan: 'U hebt het verhaal nagekeken.',
    gevolg: ['U zegt hiermee dat het verhaal klopt, en dat niemand eraan te herkennen is.'],
  },
  weghalen: {
    adres: ADRESSEN.vignetWeghalen,
    titel: 'Haal dit verhaal weg',
    knop: 'Haal het verhaal weg',
    gedaan: 'Het verhaal is weg.',
    gevolg: ['Het verhaal is dan weg. Met toestemming van het gezin kunt u een ander verhaal schrijven.'],
  },
} as const satisfies Record<string, Omit<Daadwoorden, 'daad'>>;

export type Verhaaldaad = keyof typeof VERHAALDADEN;

export type Paginadaad = keyof typeof PAGINADADEN;

export function isPaginadaad(daad: unknown): daad is Paginadaad {
  return typeof daad === 'string' && Object.hasOwn(PAGINADADEN, daad);
}
