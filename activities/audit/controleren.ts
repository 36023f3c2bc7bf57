import { instant, number } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { inhoudhash } from '#db/queries/inhoudhash.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { type Controleverslag, createKetencontrole, type Ketenbevinding } from '#domain/audit/controle.ts';
import { tekstVan, type Zegel } from '#domain/audit/keten.ts';
import { terechtOpgeruimdTot } from '#domain/audit/opruiming.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';
import type { IsSigned } from '#platform/signing.ts';

import { bewaardeRegels, bewaardeZegels, laatsteOpruiming, zegelMetVolgende, zegelVoor } from './bewaard.ts';
import { zegelvensters } from './vensters.ts';
import type { Zegelmap } from './zegelmap.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'verzegelen' } as const;

export interface Controleonderdelen {
  database: Database;
  zegelmap: Zegelmap;
  isSigned: IsSigned;
}

/**
 * Holds the lines of the log against the seals in the database and those outside: all of them, or those sealed on these days. A week of seals is
 * in memory at a time, however long the log is.
 */
export async function controleer(
  onderdelen: Controleonderdelen,
  vanaf: Datum | null = null,
  totEnMet: Datum | null = null,
): Promise<Controleverslag> {
  const { database, zegelmap, isSigned } = onderdelen;
  const db = database.voor(ALS);
  const vorige = vanaf === null ? null : await zegelVoor(db, vanaf);
  const na = vorige?.tot ?? 0;
  const opruiming = await laatsteOpruiming(db, na);
  const { nu } = await stand(db);
  const controle = createKetencontrole({
    hash: hexHash,
    isOndertekend: (zegel) => isSigned(tekstVan(zegel), zegel.handtekening, zegel.sleutel),
    vorige,
    opgeruimd: terechtOpgeruimdTot(opruiming, await zegelMetVolgende(db, opruiming?.zegel ?? 0), nu),
    nu,
  });
  let gelezen: Pick<Zegel, 'tot'> | null = vorige;
  const lees = async (tot: number): Promise<void> => {
    for await (const regel of bewaardeRegels(db, gelezen, tot)) controle.regel(regel);
    gelezen = { tot: Math.max(tot, gelezen?.tot ?? tot) };
  };
  for await (const { van, tot } of zegelvensters(db, zegelmap, vanaf, totEnMet)) {
    // First those outside: what is written there stood in the database before.
    const buiten = await zegelmap.lees(van, tot);
    const zegels = await bewaardeZegels(db, van, tot);
    controle.dagen(zegels, buiten);
    if (zegels.length > 0) await lees(zegels.reduce((hoogste, zegel) => Math.max(hoogste, zegel.tot), 0));
  }
  if (totEnMet === null) await lees((await stand(db)).tot);
  const verslag = controle.klaar();
  const bevindingen = [...verslag.bevindingen, ...(await andereInhoud(db, na, gelezen?.tot ?? na))];
  if (bevindingen.length === 0) return verslag;
  // Lines whose term was over may have gone while this was reading: by now the log says so.
  const isOpgeruimd = (await laatsteOpruiming(db, na))?.zegel !== opruiming?.zegel;
  return isOpgeruimd ? controleer(onderdelen, vanaf, totEnMet) : { ...verslag, bevindingen };
}

/** What stood before or after a change, where it is not what the line says; what was erased is not there. */
async function andereInhoud(db: Db, na: number, tot: number): Promise<Ketenbevinding[]> {
  const gevonden = await rows(
    db,
    sql`select l.nr::float8 as nr, tijdstip(l.op) as op from loginhoud i join logregel l on l.nr = i.regel
         where i.regel > ${na} and i.regel <= ${tot} and l.inhoud is distinct from ${inhoudhash(sql`i.zout`, sql`i.voor`, sql`i.na`)}
         order by l.nr limit ${BEVINDINGEN}`,
    { nr: number, op: instant },
  );
  return gevonden.map(({ nr, op }) => ({ soort: 'inhoud_anders', zegel: null, van: nr, tot: nr, op }));
}

/** More says nothing new. */
const BEVINDINGEN = 100;

/** More than somebody waits for: some seconds of lines, and of seals, of which each signature is checked. A seal each minute makes 44,640 a month. */
const HOOGSTENS = { regels: 200_000, zegels: 50_000 };

/** The same while somebody waits: `te_veel` when there is more than can be read in a moment, which a command can do. */
export type Logboekcontrole = (vanaf: Datum) => Promise<Controleverslag | 'te_veel'>;

export function createLogboekcontrole(onderdelen: Controleonderdelen): Logboekcontrole {
  const { database } = onderdelen;
  return async (vanaf) => {
    const db = database.voor(ALS);
    const { tot = 0, nummer = 0 } = (await zegelVoor(db, vanaf)) ?? {};
    const [rij] = await rows(
      db,
      sql`select (select count(*)::int from (select from logregel where nr > ${tot} limit ${HOOGSTENS.regels + 1}) r) as regels,
                 (select count(*)::int from (select from logzegel where nummer > ${nummer} limit ${HOOGSTENS.zegels + 1}) z) as zegels`,
      { regels: number, zegels: number },
    );
    const isTeVeel = rij !== undefined && (rij.regels > HOOGSTENS.regels || rij.zegels > HOOGSTENS.zegels);
    return isTeVeel ? 'te_veel' : controleer(onderdelen, vanaf);
  };
}

async function stand(db: Db) {
  const [rij] = await rows(
    db,
    sql`select coalesce(max(nr), 0)::float8 as tot, tijdstip(clock_timestamp()) as nu from logregel`,
    { tot: number, nu: instant },
  );
  if (rij === undefined) throw new Error('No answer');
  return rij;
}
