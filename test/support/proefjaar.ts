import type { Database } from '#db/database.ts';

import { type Proefjaar, vulProefjaar } from '../../demo/proefjaar/vul.ts';

/** A year in small, the same each time but for the days on which it falls: every level, status and outcome is there. */
export async function kleinProefjaar(database: Database, aantal = 60): Promise<Proefjaar> {
  const gevuld = await vulProefjaar(database, { zaad: 'klein', aantal });
  if (gevuld === null) throw new Error('This year was there already');
  return gevuld;
}
