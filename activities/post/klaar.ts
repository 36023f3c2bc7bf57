import { type Db, rows, sql } from '#db/sql.ts';
import type { Berichtsoort, Reden } from '#domain/signaal/berichten.ts';
import type { Feit } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

/** The clock of a stream `s`: the world's, moved by its klokverschil, and never before what already happened. */
const NU = sql`greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')`;

/** A bericht whose time has come, with what its mail is made of. Instants are on the clock of its stream. */
export interface KlaarBericht {
  id: string;
  stroom: string;
  nummer: string;
  volgnummer: number;
  soort: Berichtsoort;
  bundel: 'direct' | 'dag';
  waarom: Reden;
  stap: string | null;
  nietVoor: Tijdstip;
  nu: Tijdstip;
  staat: Staat;
  /** The gebeurtenis behind it: what, by whom, and when the clock owed it. */
  feit: Feit;
  door: string | null;

  verschuldigdOp: Tijdstip | null;
  /** The same person was told something newer about the same step. */
  ingehaald: boolean;
}

export interface Ontvanger {
  id: string;
  naam: string;
  email: string;
  actief: boolean;
}

/** Who has berichten whose time has come, the longest waiting first. */
export async function wieKrijgtPost(db: Db): Promise<string[]> {
  const wachtenden = await rows<{ gebruiker: string }>(
    db,
    sql`select b.gebruiker from bericht b join stroom s on s.id = b.stroom
         where b.status = 'wacht' and b.niet_voor <= ${NU}
         group by b.gebruiker order by min(b.niet_voor), b.gebruiker`,
  );
  return wachtenden.map(({ gebruiker }) => gebruiker);
}

/** Keeps everybody else from bundling for this person until the end of the transaction; undefined when somebody already does. */
export async function neemOntvanger(db: Db, id: string): Promise<Ontvanger | undefined> {
  const [ontvanger] = await rows<Ontvanger>(
    db,
    sql`select id, naam, email, actief from gebruiker where id = ${id} for no key update skip locked`,
  );
  return ontvanger;
}

/** Takes the berichten of one person whose time has come, in the order in which they arose. */
export function neemBerichten(db: Db, ontvanger: string): Promise<KlaarBericht[]> {
  return rows<KlaarBericht>(
    db,
    sql`select b.id, b.stroom, s.nummer, b.volgnummer, b.soort, b.bundel, b.waarom, b.stap,
               tijdstip(b.niet_voor) as "nietVoor", tijdstip(${NU}) as nu, s.staat,
               jsonb_build_object('soort', g.soort) || g.data as feit, g.door,
 tijdstip(g.verschuldigd_op) as "verschuldigdOp",
               exists (select from bericht later
                        where later.gebruiker = b.gebruiker and later.stroom = b.stroom and later.stap = b.stap
                          and later.volgnummer > b.volgnummer) as ingehaald
          from bericht b
          join stroom s on s.id = b.stroom
          join gebeurtenis g on g.stroom = b.stroom and g.volgnummer = b.volgnummer
         where b.gebruiker = ${ontvanger} and b.status = 'wacht' and b.niet_voor <= ${NU}
         order by b.id
           for update of b skip locked`,
  );
}
