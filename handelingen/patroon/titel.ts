import { eenRegel } from '#contract/basis.ts';

/** What a patroon is called, also by who reads no more of it: nobody can be recognised by it. */
export const Patroontitel = eenRegel(
  120,
  'Waar het patroon over gaat, in één regel.',
  'Gezinnen wachten op een Wlz-besluit tussen twee gemeenten',
);
export const TITEL = { verplicht: 'Schrijf een titel.', leeg: 'Schrijf een titel.' } as const;
export const OMSCHRIJVING = {
  verplicht: 'Schrijf wat er bij meer gezinnen vastloopt.',
  leeg: 'Schrijf wat er bij meer gezinnen vastloopt.',
} as const;
