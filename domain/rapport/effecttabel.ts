import { codesVan, labelVan } from '../beleid/codelijsten.ts';
import type { Rapportinhoud } from './inhoud.ts';
import type { Rapporttabel } from './tabel.ts';

/** What it came to for families: of how many that is known, and nothing about the others. */
export function effecten({ effecten: alle, kleinste }: Rapportinhoud): Rapporttabel[] {
  if (alle === undefined) return [];
  const inTientallen = (vanaf: number | null): string =>
    vanaf === null ? `minder dan ${kleinste}` : `${vanaf} of meer`;
  const bekend = alle.find(({ lijst }) => lijst === 'bekend');
  return [
    {
      naam: 'effecten',
      titel: 'Wat het scheelde voor gezinnen',
      zin:
        bekend === undefined
          ? 'Van geen signaal vertelde de melder wat het scheelde voor het gezin.'
          : `Van ${inTientallen(bekend.vanaf)} signalen is dit bekend. Over de andere zegt dit niets.`,
      noot: 'Dit vertelden melders zelf, nadat het signaal was gesloten. Tijd en geld zijn schattingen. Er is niets bij geteld.',
      koppen: ['Volgens de melder', 'Signalen'],
      rijen: (['verandering', 'uren_minder', 'kosten_minder'] as const).flatMap((lijst) =>
        codesVan(lijst).flatMap((code) => {
          const gezegd = alle.find((een) => een.lijst === lijst && een.code === code);
          return gezegd === undefined ? [] : [{ naam: labelVan(lijst, code), cellen: [inTientallen(gezegd.vanaf)] }];
        }),
      ),
    },
  ];
}
