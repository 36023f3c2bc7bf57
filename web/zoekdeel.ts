import type { Request } from 'express';

import type { Gepost } from './formulier.ts';

/** What stands after the question mark, as if it had been posted. */
export function gepostUit(query: Request['query']): Gepost {
  return Object.fromEntries(
    Object.entries(query).map(([naam, waarde]) => [
      naam,
      (Array.isArray(waarde) ? waarde : [waarde]).filter((een) => typeof een === 'string'),
    ]),
  );
}
