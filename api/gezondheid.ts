import { bewaakHoofdsleutels } from '#activities/hoofdsleutel/bewaken.ts';
import type { Database } from '#db/database.ts';
import { raadpleeg } from '#db/queries/gezondheid.ts';
import type { KeyRing } from '#platform/key-ring.ts';

import type { Gezondheid } from './health.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'gezondheid' } as const;

/** Which one, functioneel beheer reads with the guard: this answer is for everybody. */
const SLEUTEL_WEG = 'een hoofdsleutel ontbreekt; de waakhond zegt welke';

interface Bewaking {
  gezondheid: Gezondheid;
  /** Looks whether a master key is missing, and tells functioneel beheer. */
  bewaakSleutels: () => Promise<void>;
}

/** How one web process is, as far as it knows itself. */
export function createGezondheid(database: Database, sleutelbos: KeyRing, stopt: () => boolean): Bewaking {
  let ontbrekend: readonly string[] = [];
  return {
    gezondheid: {
      raadpleegDatabase: () => raadpleeg(database.voor(ALS)),
      letOp: () => (ontbrekend.length === 0 ? null : SLEUTEL_WEG),
      stopt,
    },
    bewaakSleutels: async () => {
      ontbrekend = await bewaakHoofdsleutels(database, sleutelbos);
    },
  };
}
