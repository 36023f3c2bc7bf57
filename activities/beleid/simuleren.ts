import { leesBeleidsversies, leesMensen, verdeelLevens } from '#db/queries/termijnbeleid.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { controleerBeleid } from '#domain/beleid/controleer-beleid.ts';
import { uitslagVan } from '#domain/simulatie/uitslag.ts';
import type { Naspeelvraag, Simulatieverslag } from '#domain/simulatie/verslag.ts';
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
  const versies = (await leesBeleidsversies(db)).map(({ beleid: eerder }) => eerder);
  const versie = Math.max(...versies.map(({ versie: nummer }) => nummer));
  const mensen = await leesMensen(db);
  const { gevonden, bladen } = await verdeelLevens(db, periode, PER_BLAD, grens.signalen);
  const kandidaat = { ...beleid, versie: versie + 1, geldigVanaf: periode.van };
  // Dealt out like cards, so that the newest are played first.
  const delen = Array.from({ length: Math.min(threads.aantal, bladen.length) }, (_, deel): Simulatiedeel => {
    const eigen = bladen.filter((_blad, nr) => nr % threads.aantal === deel);
    return { bladen: eigen, kandidaat, versies, mensen, periode, ms: grens.ms };
  });
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
