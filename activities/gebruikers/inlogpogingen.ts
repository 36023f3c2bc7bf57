import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { hashOfSecret } from '#platform/secret.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'sessies' } as const;

/** How long somebody may take at the provider: a password that was forgotten, a telephone that is upstairs. */
export const POGING_MINUTEN = 15;

/** What must be known again when somebody comes back from the provider. */
export interface Inlogstart {
  nonce: string;
  verifier: string;
  /** The address of ours to which it leads. */
  terug: string;
}

/** The only writer of who is on the way to the provider. A poging belongs to one browser and is taken once. */
export interface Inlogpogingen {
  readonly begin: (state: string, browser: string, poging: Inlogstart) => Promise<void>;
  /** Takes the poging away; null when there is none of this browser, or when it took too long. Of two at once one gets it. */
  readonly neem: (state: string, browser: string) => Promise<Inlogstart | null>;
}

export function createInlogpogingen(database: Database): Inlogpogingen {
  const db = () => database.voor(ALS);
  const opTijd = sql`op > clock_timestamp() - ${POGING_MINUTEN} * interval '1 minute'`;
  return {
    begin: async (state, browser, { nonce, verifier, terug }) => {
      await rows(
        db(),
        sql`insert into inlogpoging (state, browser, nonce, verifier, terug, op)
            values (${hashOfSecret(state)}, ${hashOfSecret(browser)}, ${nonce}, ${verifier}, ${terug}, clock_timestamp())`,
      );
    },
    neem: async (state, browser) => {
      const [poging] = await rows(
        db(),
        sql`delete from inlogpoging where state = ${hashOfSecret(state)} and browser = ${hashOfSecret(browser)} and ${opTijd}
            returning nonce, verifier, terug`,
        { nonce: text, verifier: text, terug: text },
      );
      return poging ?? null;
    },
  };
}
