import type * as z from 'zod';

import type { Cijfers } from '#contract/cijfers.ts';
import type { Regiocode } from '#domain/beleid/regios.ts';

/** What every part of the page gets. */
export interface Deel {
  cijfers: z.infer<typeof Cijfers>;
  /** Within which regions was counted; null for everywhere. */
  gebied: readonly Regiocode[] | null;
  /** Who looks may read of every signaal what the numbers say of it, and so have them as a list. */
  leestAlles: boolean;
}
