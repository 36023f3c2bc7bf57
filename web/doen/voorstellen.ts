import { labelVan } from '#domain/beleid/codelijsten.ts';
import { genoemdeIn, HOOGSTENS, stelKnelpunttypenVoor, stelWettenVoor } from '#domain/voorstel/voorstel.ts';

import type { Gepost } from '../formulier.ts';
import type { Optie } from './keuzes.ts';

/** Something that the text seems to tell, to be taken over or not. */
export interface Vermoeden {
  /** The field of the form, beside that of the act: what is chosen here is taken over there. */
  naam: string;
  vraag: string;
  opties: readonly Optie[];
}

/** Into which field of the act what is chosen goes, and how much that holds. */
const NAAR = {
  'voorstel.knelpunttype': { veld: 'knelpunttypen', hoogstens: HOOGSTENS },
  'voorstel.wet': { veld: 'wetten', hoogstens: 10 },
  'voorstel.organisatie': { veld: 'organisatie', hoogstens: 1 },
} as const;

/** What a text that is about to be filed proposes, out of the organisaties that can be chosen. Nothing is decided by it. */
export function voorstellenUit(tekst: string, organisaties: readonly Optie[]): Vermoeden[] {
  const genoemd = genoemdeIn(
    tekst,
    organisaties.map((optie) => ({ ...optie, naam: optie.tekst })),
  );
  const alles: Vermoeden[] = [
    {
      naam: 'voorstel.knelpunttype',
      vraag: 'Wat voor knelpunt is het? Past dit?',
      opties: stelKnelpunttypenVoor(tekst).map((code) => ({ waarde: code, tekst: labelVan('knelpunttype', code) })),
    },
    {
      naam: 'voorstel.wet',
      vraag: 'Met welke wet heeft het te maken? Past dit?',
      opties: stelWettenVoor(tekst).map((code) => ({ waarde: code, tekst: labelVan('wet', code) })),
    },
    {
      naam: 'voorstel.organisatie',
      vraag: 'Om welke organisatie gaat het? Past dit?',
      opties: genoemd.map(({ waarde, naam }) => ({ waarde, tekst: naam })),
    },
  ];
  return alles.filter(({ opties }) => opties.length > 0);
}

/** The form with what was taken over in the fields of the act. What somebody filled in there themselves stays. */
export function metOvergenomen(gepost: Gepost): Gepost {
  const over = Object.entries(NAAR).flatMap(([naam, { veld, hoogstens }]) => {
    const gekozen = (gepost[naam] ?? []).filter((waarde) => waarde !== '');
    const er = (gepost[veld] ?? []).filter((waarde) => waarde !== '');
    return gekozen.length === 0 ? [] : [[veld, [...new Set([...er, ...gekozen])].slice(0, hoogstens)] as const];
  });
  return { ...gepost, ...Object.fromEntries(over) };
}
