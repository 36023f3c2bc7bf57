import { BEWAARSOORTEN, TERMIJNSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { WISSTATUSSEN, type Wisstatus } from '#domain/wissen.ts';

import { arrayOf, boolean, date, instant, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { isActief } from './actief.ts';

const BEVESTIGING = orNull(
  object({
    door: object({ id: text, naam: text, rollen: arrayOf(oneOf(codesVan('rol'))), actief: boolean }),
    op: instant,
  }),
);

const WISSING_RIJ = {
  id: text,
  stroom: text,
  nummer: text,
  soort: oneOf(BEWAARSOORTEN),
  grond: oneOf(codesVan('wisgrond')),
  maanden: orNull(number),
  reden: orNull(text),
  gevraagdDoor: orNull(text),
  op: instant,
  afgeslotenOp: orNull(instant),
  geslotenOp: orNull(instant),
  status: oneOf(WISSTATUSSEN),
  eerste: BEVESTIGING,
  tweede: BEVESTIGING,
  bewarenTotEnMetDatum: orNull(date),
  bewaarreden: orNull(text),
  gewistOp: orNull(instant),
};

/**
 * That a signaal is to be erased, or was. Instants are the world's, but for the closings, which are on the clock of the signaal: `afgeslotenOp` is
 * that of which it was proposed, `geslotenOp` how it is now, null while it is open.
 */
export type Wissing = Row<typeof WISSING_RIJ>;

const bevestiging = (wie: 'eerste' | 'tweede') => sql`
  (select jsonb_build_object('door', jsonb_build_object('id', g.id, 'naam', g.naam, 'rollen', g.rollen, 'actief', ${isActief(sql`g`)}), 'op', tijdstip(w.${sql.raw(`${wie}_op`)}))
     from gebruiker g where g.id = w.${sql.raw(`${wie}_door`)})`;

const WISSING = sql`
  select w.id, w.stroom, w.nummer, w.soort, w.grond, w.maanden, w.reden, w.gevraagd_door as "gevraagdDoor", tijdstip(w.op) as op,
         tijdstip(w.afgesloten_op) as "afgeslotenOp", tijdstip(gesloten_op(w.stroom)) as "geslotenOp", w.status, ${bevestiging('eerste')} as eerste, ${bevestiging('tweede')} as tweede,
         w.behouden_tot::text as "bewarenTotEnMetDatum", w.behouden_reden as bewaarreden, tijdstip(w.gewist_op) as "gewistOp"
    from wissing w`;

/** What is so far, the longest waiting first, or what is done, the latest first; and how many there are of it. */
export async function leesWissingen(
  db: Db,
  { status, limiet }: { status: Wisstatus; limiet: number },
): Promise<{ aantal: number; wissingen: Wissing[] }> {
  const volgorde =
    status === 'voorgesteld' ? sql`w.op, w.id` : sql`coalesce(w.gewist_op, w.tweede_op, w.op) desc, w.id`;
  const [{ aantal } = { aantal: 0 }] = await rows(
    db,
    sql`select count(*)::int as aantal from wissing where status = ${status}`,
    { aantal: number },
  );
  const wissingen = await rows(
    db,
    sql`${WISSING} where w.status = ${status} order by ${volgorde} limit ${limiet}`,
    WISSING_RIJ,
  );
  return { aantal, wissingen };
}

export async function leesWissing(db: Db, id: string): Promise<Wissing | null> {
  const [wissing] = await rows(db, sql`${WISSING} where w.id = ${id}`, WISSING_RIJ);
  return wissing ?? null;
}

const TERMIJN_RIJ = {
  soort: oneOf(TERMIJNSOORTEN),
  maanden: number,
  bron: text,
  voorstel: orNull(object({ maanden: number, bron: text, door: object({ id: text, naam: text }), op: instant })),
};

/** How long what is kept, and why, with another term that somebody proposed, for who may know of that. */
export type Bewaartermijnstand = Row<typeof TERMIJN_RIJ>;

export function leesBewaartermijnen(db: Db): Promise<Bewaartermijnstand[]> {
  return rows(
    db,
    sql`select t.soort, t.maanden, t.bron,
               (select jsonb_build_object('maanden', v.maanden, 'bron', v.bron, 'op', tijdstip(v.op),
                         'door', jsonb_build_object('id', v.door, 'naam', coalesce(g.naam, v.door)))
                  from bewaartermijnvoorstel v left join gebruiker g on g.id = v.door
                 where v.soort = t.soort and v.bevestigd_door is null) as voorstel
          from bewaartermijn t order by array_position(${[...TERMIJNSOORTEN]}::text[], t.soort)`,
    TERMIJN_RIJ,
  );
}
