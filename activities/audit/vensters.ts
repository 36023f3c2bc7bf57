import type { Db } from '#db/sql.ts';
import type { Buiten } from '#domain/audit/controle.ts';
import type { GetekendZegel } from '#domain/audit/keten.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { bewaardeZegels, eersteZegeldag } from './bewaard.ts';
import type { Zegelmap } from './zegelmap.ts';

/** The seals of some days, inside the database and outside. */
interface Zegelvenster {
  zegels: GetekendZegel[];
  buiten: Buiten;
}

/** A seal each minute makes 10,080 of these: what of a log of years is in memory at a time. */
const DAGEN = 7;

/** All seals of these days, or from the first on, a week at a time; days on which there is none, inside or outside, are passed over. */
export async function* zegelvensters(
  db: Db,
  zegelmap: Zegelmap,
  vanaf: Datum | null,
  totEnMet: Datum | null = null,
): AsyncGenerator<Zegelvenster> {
  for (let begin = vanaf; ;) {
    const dag = await volgendeDag(db, zegelmap, begin);
    if (dag === null || (totEnMet !== null && dag > totEnMet)) return;
    const einde = plusDagen(dag, DAGEN - 1);
    const laatste = totEnMet !== null && totEnMet < einde ? totEnMet : einde;
    // First those outside: what is written there stood in the database before.
    const buiten = await zegelmap.lees(dag, laatste);
    yield { buiten, zegels: await bewaardeZegels(db, dag, laatste) };
    begin = plusDagen(laatste, 1);
  }
}

async function volgendeDag(db: Db, zegelmap: Zegelmap, vanaf: Datum | null): Promise<Datum | null> {
  const buiten = (await zegelmap.dagen()).find((dag) => vanaf === null || dag >= vanaf);
  const binnen = await eersteZegeldag(db, vanaf);
  return [buiten, binnen].reduce<Datum | null>(
    (eerste, dag) => (dag == null || (eerste !== null && eerste < dag) ? eerste : dag),
    null,
  );
}
