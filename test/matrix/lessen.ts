import { type Doe, nieuweLes, schrijfGoed } from '#test/support/les.ts';

import type { Situatie } from './verwacht.ts';
import type { Wereld, Zaak } from './zaken.ts';

/** What was learned of two signalen that were solved, by who handled them; the second concerns an employer. */
export async function plantLessen(
  doe: Doe,
  zaken: readonly Zaak[],
  plant: (situatie: Situatie) => string,
): Promise<Pick<Wereld, 'les' | 'opgelost'>> {
  const leer = (gezocht: Situatie, wie: string): Promise<string> => {
    const nummer = zaken.find(({ situatie }) => situatie === gezocht)?.nummer ?? '';
    return schrijfGoed(doe, wie, nieuweLes(nummer, { titel: plant(gezocht), watWerkte: plant(gezocht) }));
  };
  const les = await leer('gesloten', 'coordinator.noord');
  await leer('belang_bij_naam', 'coordinator.oost');
  return { les, opgelost: zaken.find(({ situatie }) => situatie === 'gesloten')?.nummer ?? '' };
}
