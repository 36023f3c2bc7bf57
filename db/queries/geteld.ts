import type { Ketenpartnertype } from '#domain/beleid/codelijsten.ts';
import type { Cijfercode } from '#domain/cijfers.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Sql, sql } from '../sql.ts';

/** What a signaal is counted as, and between which instants (UTC; absent for no bound) that happened. */
export interface Geteld {
  als: Cijfercode;
  vanaf?: Tijdstip | undefined;
  voor?: Tijdstip | undefined;
  /** To what kind of organisatie it was asked. */
  aan?: Ketenpartnertype | undefined;
}

/** What the line of a signaal tells; the rest is in its record. */
export const OP_DE_REGEL: readonly Cijfercode[] = ['afgesloten'];

/** The signaal in row `r` counts as that. */
export function isGeteld({ als, vanaf, voor, aan }: Geteld): Sql {
  const in_tijd = (op: Sql): Sql =>
    sql`${op} >= coalesce(${vanaf ?? null}::timestamptz, '-infinity') and ${op} < coalesce(${voor ?? null}::timestamptz, 'infinity')`;
  const sluiting = (eis: Sql): Sql =>
    sql`exists (select from jsonb_to_recordset(r.levensloop -> 'sluitingen')
                  as x (op timestamptz, soort text, terugkoppeling text, terugblik text, heropend boolean)
                 where ${in_tijd(sql`x.op`)} and x.soort = any(array['teruggekoppeld', 'eigen_uitkomst']) and ${eis})`;
  const verblijf = (niveau: string): Sql =>
    sql`exists (select from jsonb_to_recordset(r.levensloop -> 'verblijven') as x (niveau text, tot timestamptz)
                 where x.niveau = ${niveau} and ${in_tijd(sql`x.tot`)})`;
  const tel: Readonly<Record<Cijfercode, () => Sql>> = {
    afgesloten: () => sql`(r.status = 'afgesloten' and ${in_tijd(sql`r.afgesloten_op`)})`,
    van_lokaal: () => verblijf('lokaal'),
    van_regionaal: () => verblijf('regionaal'),
    van_landelijk: () => verblijf('landelijk'),
    gevraagd: () =>
      sql`exists (select from jsonb_to_recordset(r.levensloop -> 'vragen') as x (organisatie text, gesteld timestamptz)
                    join organisatie o on o.id = x.organisatie
                   where ${in_tijd(sql`x.gesteld`)} and o.type = coalesce(${aan ?? null}::text, o.type))`,
    gesloten: () => sluiting(sql`true`),
    teruggekoppeld: () => sluiting(sql`x.terugkoppeling is not null`),
    op_tijd_teruggekoppeld: () => sluiting(sql`x.terugkoppeling = 'op_tijd'`),
    terugblik_gevraagd: () => sluiting(sql`x.terugblik is not null`),
    terugblik_beantwoord: () => sluiting(sql`x.terugblik = any(array['helpt', 'helpt_deels', 'helpt_niet'])`),
    terugblik_helpt: () => sluiting(sql`x.terugblik = 'helpt'`),
    terugblik_helpt_deels: () => sluiting(sql`x.terugblik = 'helpt_deels'`),
    terugblik_helpt_niet: () => sluiting(sql`x.terugblik = 'helpt_niet'`),
    heropend: () => sluiting(sql`x.heropend`),
  };
  return tel[als]();
}
