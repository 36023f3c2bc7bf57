import { type Db, rows, sql } from '../sql.ts';
import { neem, ROL } from './rollen.ts';

/** From here until its end the transaction `db` is that of who writes signalen, whoever asked until now. */
export async function wordSchrijver(db: Db): Promise<void> {
  await rows(db, sql.raw(neem(ROL.schrijver)));
}
