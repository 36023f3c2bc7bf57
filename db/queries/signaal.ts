import type { Systeemreden } from '#domain/beleid/codelijsten.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { SignaalGegevens } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Db, rows, sql } from '../sql.ts';

export interface Contact {
  id: string;
  naam: string;
  telefoon: string | null;
}

/** Everything that is shown of one signaal, on the clock of its own stream. */
export interface Signaaldossier {
  id: string;
  nummer: string;
  staat: Staat;
  volgnummer: number;
  /** The present of this stream (ontwerp §2, step 3). */
  nu: Tijdstip;
  ingediendOp: Tijdstip;
  afgeslotenOp: Tijdstip | null;
  gegevens: SignaalGegevens;
  /** What the filer wrote, by field. */
  teksten: Record<string, string>;
  gemeente: { code: string; naam: string } | null;
  organisatie: { id: string; naam: string } | null;
  /** Everybody who acted or was named, by id. */
  personen: Record<string, Contact>;
  /** The organisations that were named, by id. */
  organisaties: Record<string, { id: string; naam: string }>;
  systeemreden: Systeemreden | null;
  /** Notices about this signaal that have not left yet. */
  wachtOpVerzending: number;
  beleid: Termijnbeleid;
}

/** The signaal with this id or nummer, whoever asks. */
export async function leesSignaal(db: Db, idOfNummer: string): Promise<Signaaldossier | null> {
  const [dossier] = await rows<Signaaldossier>(
    db,
    sql`select s.id, s.nummer, s.staat, s.volgnummer,
          tijdstip(greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')) as nu,
          tijdstip(r.ingediend_op) as "ingediendOp", tijdstip(r.afgesloten_op) as "afgeslotenOp",
          begin.data -> 'gegevens' as gegevens,
          coalesce((select jsonb_object_agg(t.veld, t.inhoud) from tekst t where t.stroom = s.id and t.volgnummer = begin.volgnummer), '{}') as teksten,
          (select jsonb_build_object('code', g.code, 'naam', g.naam) from gemeente g where g.code = r.gemeente) as gemeente,
          (select jsonb_build_object('id', o.id, 'naam', o.naam) from organisatie o where o.id = r.organisatie) as organisatie,
          (select jsonb_object_agg(p.id, jsonb_build_object('id', p.id, 'naam', p.naam, 'telefoon', p.telefoon))
             from gebruiker p
            where p.id in (select unnest(array[g.door, g.data ->> 'behandelaar', g.data ->> 'persoon'])
                             from gebeurtenis g where g.stroom = s.id)) as personen,
          (select coalesce(jsonb_object_agg(o.id, jsonb_build_object('id', o.id, 'naam', o.naam)), '{}')
             from organisatie o
            where o.id in (select unnest(array[g.data ->> 'organisatie', g.data -> 'antwoord' ->> 'bevoegd'])
                             from gebeurtenis g where g.stroom = s.id)) as organisaties,
          (select u.data ->> 'systeemreden' from gebeurtenis u where u.stroom = s.id and u.soort = 'uitkomst_gemeld'
             order by u.volgnummer desc limit 1) as systeemreden,
          (select count(*)::int from bericht b left join zending z on z.id = b.zending
             where b.stroom = s.id and (b.status = 'wacht' or (b.status = 'gebundeld' and z.status = 'wacht'))) as "wachtOpVerzending",
          (select t.inhoud from termijnbeleid t where t.geldig_vanaf <= current_date order by t.geldig_vanaf desc, t.versie desc limit 1) as beleid
        from stroom s
          join signaal r on r.id = s.id
          join gebeurtenis begin on begin.stroom = s.id and begin.volgnummer = 1
        where ${isUuid(idOfNummer) ? sql`s.id = ${idOfNummer}::uuid` : sql`s.nummer = ${idOfNummer}`}`,
  );
  return dossier ?? null;
}

function isUuid(tekst: string): boolean {
  return tekst.length === 36;
}
