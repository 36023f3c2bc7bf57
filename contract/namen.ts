import type * as z from 'zod';

import type { Signaaldossier } from '#db/queries/signaal.ts';

import type { PersoonSchema } from './basis.ts';
import type { OrganisatieKort } from './signaal-delen.ts';

/** Names for ids. */
export interface Namen {
  wie: (id: string) => z.infer<typeof PersoonSchema>;
  welke: (id: string) => z.infer<typeof OrganisatieKort>;
}

/** Of everybody and every organisation in a dossier. */
export function namenIn({ personen, organisaties }: Pick<Signaaldossier, 'personen' | 'organisaties'>): Namen {
  return {
    wie: (id) => personen[id] ?? { id, naam: id, telefoon: null },
    welke: (id) => organisaties[id] ?? { id, naam: id },
  };
}
