import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { beginVan, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { alsSchrijver } from './schrijver.ts';
import { legVast } from './vastleggen.ts';
import type { Schakel } from './verloop.ts';

/** A signaal that lived by the rules elsewhere, from its filing on. */
export interface GeleefdSignaal {
  id: string;
  verloop: readonly Schakel[];
}

/**
 * Writes signalen with a past, by the same hand as all others: each with all that happened to it until `nu`, in one transaction. For a
 * proefjaar; the rules are not asked again. What should have been mailed before today lapses. False when the first of
 * them is there already: then nothing is written.
 */
export function schrijfLevens(
  database: Database,
  levens: readonly GeleefdSignaal[],
  { nu, kader }: { nu: Tijdstip; kader: Pick<Kader, 'kalender' | 'beleid' | 'personen'> },
): Promise<boolean> {
  const omgeving = { nu, klokverschilMs: 0, kader: { ...kader, loket: null } };
  return alsSchrijver(database, async (db) => {
    if (await isErAl(db, levens[0])) return false;
    for (const { verloop } of levens) await legVast(db, 'signaal', undefined, verloop, omgeving, { wek: true });
    await laatOudePostVervallen(db, levens, nu);
    return true;
  });
}

async function isErAl(db: Db, leven: GeleefdSignaal | undefined): Promise<boolean> {
  if (leven === undefined) return false;
  return (await rows(db, sql`select from stroom where id = ${leven.id}`)).length > 0;
}

async function laatOudePostVervallen(db: Db, levens: readonly GeleefdSignaal[], nu: Tijdstip): Promise<void> {
  const vandaag = beginVan(datumVan(nu));
  await rows(
    db,
    sql`update bericht set status = 'vervallen'
         where stroom = any(${levens.map(({ id }) => id)}::uuid[]) and niet_voor < ${vandaag}`,
  );
}
