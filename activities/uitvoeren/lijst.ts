import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import { type Schakel, volgensDeRegels } from './verloop.ts';

/** Writes the row by which a signaal is found in lists. */
export async function schrijfSignaal(db: Db, nummer: string, staat: Staat, verloop: readonly Schakel[]): Promise<void> {
  const eerste = verloop[0]?.gebeurtenis;
  const kolommen = { ...volgensDeRegels(() => uitStaat(staat)), afgesloten_op: sluiting(verloop) };
  if (eerste?.soort === 'ingediend') {
    await rows(
      db,
      sql`insert into signaal
          select (jsonb_populate_record(null::signaal, ${jsonb({ ...kolommen, ...uitIndiening(eerste), nummer })})).*`,
    );
    return;
  }
  await rows(
    db,
    sql`update signaal s
           set behandelaar = n.behandelaar, behandelaars = n.behandelaars, niveau = n.niveau, status = n.status,
               urgentie = n.urgentie, regio = n.regio, organisatie = n.organisatie, uitkomst = n.uitkomst,
               laatste_op = n.laatste_op, termijn_op = n.termijn_op,
               afgesloten_op = case when n.status = 'afgesloten' then coalesce(n.afgesloten_op, s.afgesloten_op) end
          from jsonb_populate_record(null::signaal, ${jsonb(kolommen)}) n
         where s.id = n.id`,
  );
}

/** What acts and the clock may change. */
function uitStaat(staat: Staat): Record<string, unknown> {
  const { id, behandelaar, niveau, status, urgentie, regio, organisatie, uitkomst, laatsteOp: laatste_op } = staat;
  const behandelaars = [...new Set(staat.laatsteBehandelaars.map(({ persoon }) => persoon))];
  const termijn_op = uiterlijkOp(staat);
  return {
    id,
    behandelaar,
    behandelaars,
    niveau,
    status,
    urgentie,
    regio,
    organisatie,
    uitkomst,
    laatste_op,
    termijn_op,
  };
}

/** What stays as it was filed. */
function uitIndiening(ingediend: Extract<Gebeurtenis, { soort: 'ingediend' }>): Record<string, unknown> {
  const { melder, wens, gegevens, op: ingediend_op } = ingediend;
  const { gemeente, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie } = gegevens;
  return { melder, wens, ingediend_op, gemeente, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie };
}

function sluiting(verloop: readonly Schakel[]): string | null {
  return verloop.findLast(({ gebeurtenis }) => gebeurtenis.soort === 'afgesloten')?.gebeurtenis.op ?? null;
}
