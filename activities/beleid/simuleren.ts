import { leesBeleidsversies, leesGeldendBeleid, leesMensen, verdeelLevens } from '#db/queries/termijnbeleid.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { controleerBeleid } from '#domain/beleid/controleer-beleid.ts';
import { uitslagVan } from '#domain/simulatie/uitslag.ts';
import type { Naspeelvraag, Simulatieverslag } from '#domain/simulatie/verslag.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

import type { Simulatiedeel } from './deel.ts';
import type { Simulatiethreads } from './threads.ts';

/** What is asked of a simulation, and by whom. */
export interface Simulatieopdracht extends Naspeelvraag {
  door: string;
  grens: Rekengrens;
}

export interface Rekengrens {
  signalen: number;
  ms: number;
}

/** How much one simulation may play: ten years of the programme, and no longer than somebody waits. */
export const GRENS: Rekengrens = { signalen: 100_000, ms: 120_000 };
/** So small that one hears how far it is, and so large that asking for it takes no time. */
const PER_BLAD = 50;

/** How many a thread must play before it is as fast as it gets: half a second of work, once. */
const INSPELEN: Rekengrens = { signalen: 1000, ms: 5000 };

/** Who follows it. Throws from `signaal` when it should stop. */
export interface Volger {
  stand: (gespeeld: number, gevonden: number) => void;
  signaal: AbortSignal;
}

/** Replays the past under another policy, and remembers that it was shown. What takes long is done by `threads`. */
export async function simuleer(
  db: Db,
  threads: Simulatiethreads,
  { beleid, periode, door, grens }: Simulatieopdracht,
  { stand, signaal }: Volger,
): Promise<Simulatieverslag> {
  // They load their code while PostgreSQL finds what they will play.
  threads.begin();
  const { delen, mensen, versie, gevonden } = await verdeel(db, threads, { beleid, periode, grens });
  let gespeeld = 0;
  const telMee = (aantal: number): void => stand((gespeeld += aantal), Math.min(gevonden, grens.signalen));
  telMee(0);
  const uitslag = uitslagVan(await threads.speel(delen, telMee, signaal));
  const bevindingen = controleerBeleid(beleid, Object.values(mensen.personen));
  const afgekapt = waardoor(uitslag.signalen, gevonden, grens);
  const getoond = { periode, gevonden, afgekapt, totaal: uitslag.totaal, bevindingen };
  const vingerafdruk = hashVan({ beleid, versie, door, getoond, uitslag });
  await onthoud(db, { vingerafdruk, beleid: hashVan(beleid), versie, door, getoond });
  return { vingerafdruk, versie, periode, gevonden, afgekapt, uitslag, bevindingen };
}

/**
 * Has the threads begin and play some of the year before `vandaag`, of which nothing is kept: V8 compiles the rules while nobody waits.
 * Returns how many signalen they played; none when they had begun before.
 */
export async function speelIn(
  db: Db,
  threads: Simulatiethreads,
  vandaag: Datum,
  signaal: AbortSignal,
): Promise<number> {
  if (!threads.begin()) return 0;
  const beleid = await leesGeldendBeleid(db, vandaag);
  if (beleid === null) return 0;
  const periode = { van: plusDagen(vandaag, -365), tot: vandaag };
  const { delen } = await verdeel(db, threads, { beleid, periode, grens: INSPELEN });
  const standen = await threads.speel(delen, () => undefined, signaal);
  return standen.reduce((totaal, { signalen }) => totaal + signalen, 0);
}

type Teverdelen = Naspeelvraag & { grens: Rekengrens };

/** What each of the threads plays: stretches dealt out like cards, so that the newest are played first. */
async function verdeel(db: Db, threads: Simulatiethreads, { beleid, periode, grens }: Teverdelen) {
  const versies = (await leesBeleidsversies(db)).map(({ beleid: eerder }) => eerder);
  const versie = Math.max(...versies.map(({ versie: nummer }) => nummer));
  const mensen = await leesMensen(db);
  const { gevonden, bladen } = await verdeelLevens(db, periode, PER_BLAD, grens.signalen);
  const kandidaat = { ...beleid, versie: versie + 1, geldigVanaf: periode.van };
  const delen = Array.from({ length: Math.min(threads.aantal, bladen.length) }, (_, deel): Simulatiedeel => {
    const eigen = bladen.filter((_blad, nr) => nr % threads.aantal === deel);
    return { bladen: eigen, kandidaat, versies, mensen, periode, ms: grens.ms };
  });
  return { delen, mensen, versie, gevonden };
}

/** Why not all was played. */
function waardoor(gespeeld: number, gevonden: number, grens: Rekengrens): Simulatieverslag['afgekapt'] {
  if (gespeeld < Math.min(gevonden, grens.signalen)) return 'tijd';
  return gespeeld < gevonden ? 'aantal' : null;
}

interface Getoond {
  vingerafdruk: string;
  beleid: string;
  versie: number;
  door: string;
  getoond: Record<string, unknown>;
}

async function onthoud(db: Db, { vingerafdruk, beleid, versie, door, getoond }: Getoond): Promise<void> {
  await rows(db, sql`delete from simulatie where op < clock_timestamp() - interval '30 days'`);
  await rows(
    db,
    sql`insert into simulatie (vingerafdruk, beleid, versie, door, op, getoond)
        values (${vingerafdruk}, ${beleid}, ${versie}, ${door}, clock_timestamp(), ${jsonb(getoond)})
        on conflict (vingerafdruk) do update set op = excluded.op`,
  );
}

/** The contract parses a policy into one order of keys, so equal policies have one text. */
export function hashVan(inhoud: unknown): string {
  return hexHash(JSON.stringify(inhoud));
}
