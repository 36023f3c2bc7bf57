import { type Db, rows, sql } from '#db/sql.ts';

import type { KlaarBericht } from './klaar.ts';
import { type Contact, gaverIn, onbereikteIn } from './zaak.ts';

/** Name and telephone number by id of everybody whom the mails may name. */
export type Contacten = ReadonlyMap<string, Contact & { actief: boolean }>;

/** Looks up the filers and behandelaars of these berichten and the people whose acts they tell of. */
export async function contacten(db: Db, berichten: readonly KlaarBericht[]): Promise<Contacten> {
  const ids = new Set(
    berichten
      .flatMap(({ staat, door, feit }) => [staat.melder, staat.behandelaar, door, onbereikteIn(feit), gaverIn(feit)])
      .filter((id) => id !== null),
  );
  const mensen = await rows<Contact & { id: string; actief: boolean }>(
    db,
    sql`select id, naam, telefoon, actief from gebruiker where id = any(${[...ids]}::text[])`,
  );
  return new Map(mensen.map(({ id, naam, telefoon, actief }) => [id, { naam, telefoon, actief }]));
}
