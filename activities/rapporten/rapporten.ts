import type { Database } from '#db/database.ts';
import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { type Db, jsonb, rows, type Sql, sql } from '#db/sql.ts';
import { isLeeg } from '#domain/rapport/inhoud.ts';
import { bezwaarTegen, type Rapportdaad } from '#domain/rapport/loop.ts';
import { grenzenVan, type Halfjaar, laatstVoorbij } from '#domain/rapport/periode.ts';
import { bezwaarTegenVerhalen } from '#domain/rapport/vignetten.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { inTransactie } from '../schrijven/transactie.ts';
import {
  haalWegWatNietMag,
  neem,
  neemLaatste,
  neemVerhalenMee,
  noteer,
  type Rapportnaam,
  telOp,
  vignetstandVan,
  voegToe,
  zet,
} from './rij.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'rapporten' } as const;

/** Somebody does something with a report. `standen`: the versions of it that will do; undefined when any will. */
export interface Rapportopdracht extends Rapportnaam {
  wie: string;
  standen: readonly number[] | undefined;
  /** The id of the request, which changes the row of a report once; absent where nothing comes twice. */
  opdracht?: string;
  /** On the clock of the world. */
  nu: Tijdstip;
}

/** What became of it. */
export type Rapportuitslag =
  | { soort: 'gedaan'; rapport: Rapportnaam }
  | { soort: 'bestaat_niet' }
  | { soort: 'intussen_gewijzigd' }
  | { soort: 'kan_niet'; waarom: string };

/** The only writer of reports. Of all of these: asked again by the same person it is as they want it, and nothing changes. */
export interface Rapporten {
  /** The first version of a half year that is over. */
  readonly maak: (periode: Halfjaar, wie: string, nu: Tijdstip) => Promise<Rapportuitslag>;
  /** That of the half year that was over last, when there is none and something happened in it; whether it made one. */
  readonly maakHalfjaarlijks: (nu: Tijdstip) => Promise<boolean>;
  readonly schrijf: (opdracht: Rapportopdracht, inleiding: string | null) => Promise<Rapportuitslag>;
  readonly hertel: (opdracht: Rapportopdracht) => Promise<Rapportuitslag>;
  /** `opmerking`: what must be different first; null when it is good. */
  readonly kijkNa: (opdracht: Rapportopdracht, opmerking: string | null) => Promise<Rapportuitslag>;
  readonly geefVrij: (opdracht: Rapportopdracht) => Promise<Rapportuitslag>;
  /** Makes the next version of one that is final. */
  readonly verbeter: (opdracht: Rapportopdracht, wijziging: string) => Promise<Rapportuitslag>;
  readonly gooiWeg: (opdracht: Rapportopdracht) => Promise<Rapportuitslag>;
}

export function createRapporten(database: Database): Rapporten {
  const doe = (opdracht: Rapportopdracht, daad: Daad): Promise<Rapportuitslag> =>
    inTransactie(database, ALS, (db) => voerUit(db, opdracht, daad));
  const maakEerste = (periode: Halfjaar, wie: string | null, nu: Tijdstip): Promise<Rapportuitslag> =>
    inTransactie(database, ALS, (db) => begin(db, periode, wie, nu));
  return {
    maak: maakEerste,
    maakHalfjaarlijks: async (nu) => (await maakEerste(laatstVoorbij(datumVan(nu)), null, nu)).soort === 'gedaan',
    schrijf: (opdracht, inleiding) =>
      doe(opdracht, {
        naam: 'schrijven',
        isGedaan: ({ teksten }) => teksten !== null && teksten.inleiding === inleiding && teksten.opmerking === null,
        zet: ({ teksten }) => sql`teksten = ${jsonb({ ...teksten, inleiding, opmerking: null })}, ${ookVan(opdracht)}`,
      }),
    hertel: (opdracht) =>
      doe(opdracht, {
        naam: 'hertellen',
        zet: async ({ teksten }, db) => {
          const { inhoud, titels } = await telOp(db, opdracht.periode, opdracht.nu);
          return sql`inhoud = ${jsonb(inhoud)}, teksten = ${jsonb({ ...teksten, titels })}, ${ookVan(opdracht)}`;
        },
      }),
    kijkNa: (opdracht, opmerking) =>
      doe(opdracht, {
        naam: 'nakijken',
        isGedaan: ({ nagekekenDoor, teksten }) =>
          opmerking === null ? nagekekenDoor?.id === opdracht.wie : teksten?.opmerking === opmerking,
        ...(opmerking === null && { bezwaar: bezwaarVanVerhalen }),
        zet: ({ teksten }) =>
          opmerking === null
            ? sql`status = 'nagekeken', nagekeken_op = ${opdracht.nu}::timestamptz, nagekeken_door = ${opdracht.wie}`
            : sql`teksten = ${jsonb({ ...teksten, opmerking })}`,
      }),
    geefVrij: (opdracht) =>
      doe(opdracht, {
        naam: 'vrijgeven',
        isGedaan: ({ vrijgegevenDoor }) => vrijgegevenDoor?.id === opdracht.wie,
        bezwaar: bezwaarVanVerhalen,
        zet: async (_rapport, db) => {
          await haalWegWatNietMag(db, opdracht);
          return sql`status = 'definitief', vrijgegeven_op = ${opdracht.nu}::timestamptz, vrijgegeven_door = ${opdracht.wie}`;
        },
      }),
    verbeter: (opdracht, wijziging) => inTransactie(database, ALS, (db) => verbeter(db, opdracht, wijziging)),
    gooiWeg: (opdracht) => inTransactie(database, ALS, (db) => gooiWeg(db, opdracht)),
  };
}

/** Something that changes the row of a report. */
interface Daad {
  naam: Rapportdaad;
  /** It is so already. */
  isGedaan?: (rapport: VolledigRapport) => boolean;
  /** Why it cannot be done with what is in it; null when it can. */
  bezwaar?: (rapport: VolledigRapport) => string | null;
  zet: (rapport: VolledigRapport, db: Db) => Sql | Promise<Sql>;
}

async function voerUit(db: Db, opdracht: Rapportopdracht, daad: Daad): Promise<Rapportuitslag> {
  const rapport = await neem(db, opdracht);
  const { periode, versie, wie } = opdracht;
  const isWeer = opdracht.opdracht !== undefined && !(await isEersteKeer(db, opdracht.opdracht));
  if (rapport !== null && (isWeer || daad.isGedaan?.(rapport) === true))
    return { soort: 'gedaan', rapport: { periode, versie } };
  const beletsel = beletselVoor(rapport, daad.naam, opdracht);
  if (rapport === null || beletsel !== null) return beletsel ?? { soort: 'bestaat_niet' };
  const bezwaar = daad.bezwaar?.(rapport) ?? null;
  if (bezwaar !== null) return { soort: 'kan_niet', waarom: bezwaar };
  await zet(db, opdracht, await daad.zet(rapport, db));
  const na = await neem(db, opdracht);
  await noteer(db, opdracht, { operatie: `rapport_${daad.naam}`, wie, voor: inLog(rapport), na: inLog(na) });
  return { soort: 'gedaan', rapport: { periode, versie } };
}

function beletselVoor(
  rapport: VolledigRapport | null,
  daad: Rapportdaad,
  { wie, standen }: Rapportopdracht,
): Rapportuitslag | null {
  if (rapport === null) return { soort: 'bestaat_niet' };
  if (standen?.includes(rapport.stand) === false) return { soort: 'intussen_gewijzigd' };
  const waarom = bezwaarTegen(daad, wie, { ...rapport, nagekekenDoor: rapport.nagekekenDoor?.id ?? null });
  return waarom === null ? null : { soort: 'kan_niet', waarom };
}

async function begin(db: Db, periode: Halfjaar, wie: string | null, nu: Tijdstip): Promise<Rapportuitslag> {
  if (grenzenVan(periode).voor > nu)
    return { soort: 'kan_niet', waarom: 'Dit half jaar is nog niet voorbij. Kies een ander half jaar.' };
  const eerste = { periode, versie: 1 };
  if ((await neemLaatste(db, periode)) > 0) {
    const al = await neem(db, eerste);
    if (wie !== null && al?.gemaaktDoor?.id === wie && al.status === 'concept')
      return { soort: 'gedaan', rapport: eerste };
    return { soort: 'kan_niet', waarom: 'Over dit half jaar is er al een rapport.' };
  }
  const { inhoud, titels } = await telOp(db, periode, nu);
  // Before the programme began there is nothing to tell of.
  if (wie === null && isLeeg(inhoud)) return { soort: 'kan_niet', waarom: 'In dit half jaar is niets gebeurd.' };
  const teksten = { inleiding: null, wijziging: null, opmerking: null, titels };
  await voegToe(db, eerste, { wie, nu, inhoud, teksten });
  await noteer(db, eerste, { operatie: 'rapport_maken', wie, voor: null, na: { versie: 1 } });
  return { soort: 'gedaan', rapport: eerste };
}

async function verbeter(db: Db, opdracht: Rapportopdracht, wijziging: string): Promise<Rapportuitslag> {
  const { periode, wie, nu } = opdracht;
  await neemLaatste(db, periode);
  const volgende = { periode, versie: opdracht.versie + 1 };
  const al = await neem(db, volgende);
  if (al?.gemaaktDoor?.id === wie && al.teksten?.wijziging === wijziging) return { soort: 'gedaan', rapport: volgende };
  const rapport = await neem(db, opdracht);
  const beletsel = beletselVoor(rapport, 'verbeteren', opdracht);
  if (rapport === null || beletsel !== null) return beletsel ?? { soort: 'bestaat_niet' };
  const { inhoud, titels } = await telOp(db, periode, nu);
  const inleiding = rapport.teksten?.inleiding ?? null;
  await voegToe(db, volgende, { wie, nu, inhoud, teksten: { inleiding, wijziging, opmerking: null, titels } });
  await neemVerhalenMee(db, opdracht, volgende);
  await noteer(db, volgende, { operatie: 'rapport_verbeteren', wie, voor: null, na: { versie: volgende.versie } });
  return { soort: 'gedaan', rapport: volgende };
}

async function gooiWeg(db: Db, opdracht: Rapportopdracht): Promise<Rapportuitslag> {
  const { periode, versie, wie } = opdracht;
  const rapport = await neem(db, opdracht);
  const beletsel = beletselVoor(rapport, 'weggooien', opdracht);
  if (beletsel !== null) return beletsel;
  await rows(db, sql`delete from rapport where periode = ${periode} and versie = ${versie}::int`);
  await noteer(db, opdracht, { operatie: 'rapport_weggooien', wie, voor: inLog(rapport), na: null });
  return { soort: 'gedaan', rapport: { periode, versie } };
}

function bezwaarVanVerhalen({ vignetten }: VolledigRapport): string | null {
  return bezwaarTegenVerhalen(vignetten.map(vignetstandVan));
}

/** Whoever writes in it is one of its authors from then on. */
function ookVan({ wie }: Rapportopdracht): Sql {
  return sql`auteurs = array(select distinct unnest(auteurs || ${[wie]}::text[]))`;
}

function inLog(rapport: VolledigRapport | null): object | null {
  if (rapport === null) return null;
  const { status, stand, inhoud, teksten } = rapport;
  return { status, stand, geteldOp: inhoud.geteldOp, inleiding: teksten?.inleiding, opmerking: teksten?.opmerking };
}
