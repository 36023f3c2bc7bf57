import { hkdfSync } from 'node:crypto';

import { bytes } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { seal, unseal } from '#platform/seal.ts';
import { hashOfSecret } from '#platform/secret.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'sessies' } as const;

/** What was typed is kept this long, and no more forms of one person than this. */
export const INGEVULD = { minuten: 60, hoogstens: 5 } as const;

/** Every value of every field, by its name. */
export type Ingevuld = Readonly<Record<string, readonly string[]>>;

/**
 * The only writer of what was sent when a session had run out. `browser` is the secret of one browser: with it what was typed is
 * encrypted, so that nobody else can read it, here or elsewhere.
 */
export interface IngevuldeFormulieren {
  readonly bewaar: (browser: string, adres: string, gebruiker: string, velden: Ingevuld) => Promise<void>;
  /** Takes what this person typed at this address; null when there is nothing. What another typed there is gone as well. */
  readonly neem: (browser: string, adres: string, gebruiker: string) => Promise<Ingevuld | null>;
}

export function createIngevuldeFormulieren(database: Database): IngevuldeFormulieren {
  const opTijd = sql`op > clock_timestamp() - ${INGEVULD.minuten} * interval '1 minute'`;
  return {
    bewaar: (browser, adres, gebruiker, velden) =>
      database.inTransaction(ALS, async (db) => {
        const inhoud = seal(sleutelVan(browser), Buffer.from(JSON.stringify(velden)), plaatsVan(adres, gebruiker));
        await rows(
          db,
          sql`insert into ingevuld (browser, adres, gebruiker, velden, op)
              values (${hashOfSecret(browser)}, ${adres}, ${gebruiker}, ${inhoud}, clock_timestamp())
              on conflict (browser, adres) do update set gebruiker = excluded.gebruiker, velden = excluded.velden, op = excluded.op`,
        );
        await rows(
          db,
          sql`delete from ingevuld where (browser, adres) in (
                select browser, adres from ingevuld where gebruiker = ${gebruiker} order by op desc, adres offset ${INGEVULD.hoogstens})`,
        );
      }),
    neem: async (browser, adres, gebruiker) => {
      const [gevonden] = await rows(
        database.voor(ALS),
        sql`with gevonden as (
              delete from ingevuld where browser = ${hashOfSecret(browser)} and adres = ${adres} returning gebruiker, velden, op)
            select velden from gevonden where gebruiker = ${gebruiker} and ${opTijd}`,
        { velden: bytes },
      );
      if (gevonden === undefined) return null;
      const open = unseal(sleutelVan(browser), gevonden.velden, plaatsVan(adres, gebruiker));
      return JSON.parse(open.toString()) as Ingevuld;
    },
  };
}

function sleutelVan(browser: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', browser, '', 'ingevuld', 32));
}

function plaatsVan(adres: string, gebruiker: string): string {
  return `${gebruiker} ${adres}`;
}
