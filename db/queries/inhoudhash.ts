import { type Sql, sql } from '../sql.ts';

/** What a line of the log holds of what stood before and after a change: its SHA-256 with salt, so that nobody can guess it once that was erased. */
export function inhoudhash(zout: Sql, voor: Sql, na: Sql): Sql {
  return sql`sha256(${zout} || convert_to(jsonb_build_array(${voor}, ${na})::text, 'UTF8'))`;
}
