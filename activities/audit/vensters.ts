import type { Db } from '#db/sql.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { eersteZegeldag } from './bewaard.ts';
import type { Zegelmap } from './zegelmap.ts';

/** The first and the last of some days of which there are seals, inside the database or outside. */
interface Zegelvenster {
  van: Datum;
  tot: Datum;
}

/** A seal each minute makes 10,080 of these: what of a log of years is in memory at a time. */
const DAGEN = 7;

/** All of these days, or from the first on, a week at a time; days on which there is no seal, inside or outside, are passed over. */
export async function* zegelvensters(
  db: Db,
  zegelmap: Zegelmap,
  vanaf: Datum | null,
  totEnMet: Datum | null = null,
): AsyncGenerator<Zegelvenster> {
  for (let begin = vanaf; ;) {
    const van = await volgendeDag(db, zegelmap, begin);
    if (van === null || (totEnMet !== null && van > totEnMet)) return;
    const einde = plusDagen(van, DAGEN - 1);
    const tot = totEnMet !== null && totEnMet < einde ? totEnMet : einde;
    yield { van, tot };
    begin = plusDagen(tot, 1);
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
