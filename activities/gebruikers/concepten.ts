import { bytes, instant, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { seal, unseal } from '#platform/seal.ts';

/** For whom its queries run; what somebody kept is read as that person. */
const ALS = { rol: 'dienst', dienst: 'concepten' } as const;

/** A draft is kept this long after it was changed, and no more of one person than this. */
export const CONCEPT = { dagen: 30, hoogstens: 20 } as const;

/** What somebody began to file: the input of the act as far as it goes, right or wrong. */
export type Conceptinhoud = Readonly<Record<string, unknown>>;

export interface Concept {
  readonly id: string;
  readonly inhoud: Conceptinhoud;
  readonly gewijzigdOp: Tijdstip;
}

/** The only writer and reader of drafts, which are encrypted: in PostgreSQL nobody can read them. */
export interface Concepten {
  /** Keeps it under this id (a UUID), in the place of what was there. The oldest beyond what one person may have go. */
  readonly bewaar: (gebruiker: string, id: string, inhoud: Conceptinhoud) => Promise<void>;
  /** All of this person that the key of now opens, the last changed first. */
  readonly lees: (gebruiker: string) => Promise<Concept[]>;
  /** True when it was there. */
  readonly wis: (gebruiker: string, id: string) => Promise<boolean>;
}

/** `sleutel`: 32 bytes. */
export function createConcepten(database: Database, sleutel: Uint8Array): Concepten {
  return {
    bewaar: (gebruiker, id, inhoud) =>
      database.inTransaction(ALS, async (db) => {
        const dicht = seal(sleutel, Buffer.from(JSON.stringify(inhoud)), plaatsVan(gebruiker, id));
        await rows(
          db,
          sql`insert into concept (gebruiker, id, inhoud, gewijzigd_op)
              values (${gebruiker}, ${id}, ${dicht}, clock_timestamp())
              on conflict (gebruiker, id) do update set inhoud = excluded.inhoud, gewijzigd_op = excluded.gewijzigd_op`,
        );
        await rows(
          db,
          sql`delete from concept where gebruiker = ${gebruiker} and id in (
                select id from concept where gebruiker = ${gebruiker} order by gewijzigd_op desc, id offset ${CONCEPT.hoogstens})`,
        );
      }),
    lees: async (gebruiker) => {
      const gevonden = await rows(
        database.voor({ rol: 'lezer', persoon: gebruiker }),
        sql`select id, inhoud, tijdstip(gewijzigd_op) as "gewijzigdOp" from concept
             where gebruiker = ${gebruiker} and gewijzigd_op > ${OUDSTE} order by gewijzigd_op desc, id`,
        { id: text, inhoud: bytes, gewijzigdOp: instant },
      );
      return gevonden.flatMap(({ id, inhoud, gewijzigdOp }) => {
        const open = openIn(sleutel, inhoud, plaatsVan(gebruiker, id));
        return open === null ? [] : [{ id, gewijzigdOp, inhoud: open }];
      });
    },
    wis: async (gebruiker, id) => {
      const gewist = await rows(
        database.voor(ALS),
        sql`delete from concept where gebruiker = ${gebruiker} and id = ${id} returning id`,
        { id: text },
      );
      return gewist.length > 0;
    },
  };
}

const OUDSTE = sql`clock_timestamp() - ${CONCEPT.dagen} * interval '1 day'`;

/** Forgets what nobody went on with. */
export async function ruimConceptenOp(database: Database): Promise<void> {
  await rows(database.voor(ALS), sql`delete from concept where gewijzigd_op <= ${OUDSTE}`);
}

/** null for what another key closed: it is there again with that key, and the rest does not wait for it. */
function openIn(sleutel: Uint8Array, inhoud: Buffer, plaats: string): Conceptinhoud | null {
  try {
    return JSON.parse(unseal(sleutel, inhoud, plaats).toString()) as Conceptinhoud;
  } catch {
    return null;
  }
}

function plaatsVan(gebruiker: string, id: string): string {
  return `${gebruiker} ${id}`;
}
