import { text } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Meldingsoort } from '#domain/beleid/meldingsoorten.ts';

import { type NieuweMelding, noteer } from './noteren.ts';
import { vergelijk, type Verschilvraag } from './werkstromen.ts';

const SOORTEN: readonly Meldingsoort[] = ['signaal_zonder_workflow', 'workflow_zonder_signaal'];

/** Records that nobody listens to Temporal, and why; null: somebody does. */
export function noteerStilte(db: Db, waarom: string | null): Promise<NieuweMelding[]> {
  const gevonden = sql`select 'temporal' as onderwerp, null::uuid as stroom, null as nummer, ${waarom} as toelichting
                        where ${waarom}::text is not null`;
  return noteer(db, 'niemand_luistert', gevonden);
}

/** Records that the log is not sealed, or that its seals do not come outside the database, and why; null: they do. */
export function noteerVerzegeling(db: Db, waarom: string | null): Promise<NieuweMelding[]> {
  const gevonden = sql`select 'logboek' as onderwerp, null::uuid as stroom, null as nummer, ${waarom} as toelichting
                        where ${waarom}::text is not null`;
  return noteer(db, 'zegels_blijven_uit', gevonden);
}

/** Records which signalen and workflows do not belong together: of all of them when `alles`, else of those that did not before. */
export async function noteerVerschillen(
  db: Db,
  waar: Pick<Verschilvraag, 'database' | 'client'>,
  alles: boolean,
): Promise<NieuweMelding[]> {
  const open = await rows(
    db,
    sql`select stroom from waakhondmelding where opgelost_op is null and soort = any(${SOORTEN}::text[])`,
    { stroom: text },
  );
  if (!alles && open.length === 0) return [];
  const verdacht = open.map(({ stroom }) => stroom);
  const { zonderWorkflow, zonderSignaal } = await vergelijk({ ...waar, alles, verdacht });
  const nieuw = [
    ...(await noteer(db, 'signaal_zonder_workflow', stromenMet(zonderWorkflow))),
    ...(await noteer(db, 'workflow_zonder_signaal', stromenMet(zonderSignaal))),
  ];
  if (alles) await rows(db, sql`update waakhondronde set vergeleken_op = clock_timestamp()`);
  return nieuw;
}

function stromenMet(ids: readonly string[]) {
  return sql`select w.id as onderwerp, w.id::uuid as stroom, s.nummer, null as toelichting
               from jsonb_array_elements_text(${jsonb(ids)}) as w (id) left join stroom s on s.id = w.id::uuid`;
}
