import { instant } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { tekstVan } from '#domain/audit/keten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { StartError } from '#platform/start-error.ts';

import { laatsteZegelVanVoor } from './bewaard.ts';
import type { Zegelmap } from './zegelmap.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'verzegelen' } as const;

/** The worker seals each minute; what is not there after ten rounds does not come by itself. */
const LANG = sql`(clock_timestamp() - interval '10 minutes')`;

/**
 * Why the log is not sealed, or what must stand outside the database does not, in a sentence for functioneel beheer; null when all is well.
 * `leesJournaal`: reads what else stands in that folder. Throws what the database throws.
 */
export async function waaromNietVerzegeld(
  { database, zegelmap }: { database: Database; zegelmap: Zegelmap },
  leesJournaal: () => Promise<unknown>,
): Promise<string | null> {
  const db = database.voor(ALS);
  const open = await oudsteOnverzegelde(db);
  if (open !== undefined) return `De oudste regel zonder zegel is van ${voluit(datumVan(open.op))}.`;
  try {
    await leesJournaal();
    return await waaromNietBuiten(db, zegelmap);
  } catch (fout) {
    if (fout instanceof StartError) return fout.message;
    throw fout;
  }
}

async function waaromNietBuiten(db: Db, zegelmap: Zegelmap): Promise<string | null> {
  const zegel = await laatsteZegelVanVoor(db, LANG);
  if (zegel === null) return null;
  const { zegels, onleesbaar } = await zegelmap.lees(zegel.dag, zegel.dag);
  const waar = `het bestand van ${voluit(zegel.dag)} in de map met zegels`;
  if (onleesbaar.length > 0) return `De worker kan ${waar} niet lezen.`;
  return zegels.some((een) => tekstVan(een) === tekstVan(zegel))
    ? null
    : `Zegel ${zegel.nummer} staat niet in ${waar}.`;
}

async function oudsteOnverzegelde(db: Db) {
  const [oudste] = await rows(
    db,
    sql`select tijdstip(l.op) as op from logregel l
         where l.nr > coalesce((select max(tot) from logzegel), 0) and l.op < ${LANG} order by l.nr limit 1`,
    { op: instant },
  );
  return oudste;
}
