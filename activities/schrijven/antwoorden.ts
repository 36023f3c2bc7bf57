import { json, orNull, text } from '#db/columns.ts';
import { leesGevolgen } from '#db/queries/gebeurtenissen.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Foutcode } from '#domain/errors.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

import { OpdrachtBotst } from './fouten.ts';
import type { Gebeurtenisvan, Opdrachtvan } from './soorten.ts';
import type { Stand } from './stroom.ts';

/** What happened, with what it led to; the texts are left out. */
export interface Gedaan<K extends Stroomsoort = 'signaal'> {
  soort: 'gedaan';
  id: string;
  nummer: string;
  stand: Stand;
  gebeurtenissen: Gebeurtenisvan<K>[];
}

/** The rules say no, and why. */
export interface Geweigerd {
  soort: 'geweigerd';
  code: Foutcode;
  reden: string;
}

/** An opdracht, of which stream, and what stands for what is written beside it. */
interface Gevraagd {
  stroom: string;
  opdracht: Opdrachtvan<Stroomsoort>;
  erbij?: string;
}

/** Without the gebeurtenissen, which are on record already. */
type Bewaard = Omit<Gedaan, 'gebeurtenissen'> | Geweigerd;

/**
 * The answer that this opdracht got before, undefined when it is new.
 * Throws OpdrachtBotst when its id was used for anything else.
 */
export async function eerderAntwoord(db: Db, gevraagd: Gevraagd): Promise<Gedaan<Stroomsoort> | Geweigerd | undefined> {
  const { stroom, opdracht } = gevraagd;
  const [eerder] = await rows(
    db,
    sql`select vingerafdruk, antwoord from opdracht where id = ${opdracht.id}
        union all select null, '{}' from sleutel where id = ${opdracht.id}`,
    { vingerafdruk: orNull(text), antwoord: json<Bewaard>() },
  );
  if (eerder === undefined) return undefined;
  if (eerder.vingerafdruk !== vingerafdruk(gevraagd)) {
    throw new OpdrachtBotst('Deze sleutel is al gebruikt voor een ander verzoek.');
  }
  if (eerder.antwoord.soort === 'geweigerd') return eerder.antwoord;
  return { ...eerder.antwoord, gebeurtenissen: await leesGevolgen(db, stroom, opdracht.id) };
}

/** Keeps the answer for when the same is asked again. A refusal is an answer too. */
export async function bewaarAntwoord(
  db: Db,
  gevraagd: Gevraagd,
  antwoord: Gedaan<Stroomsoort> | Geweigerd,
  op: Tijdstip,
): Promise<void> {
  const { stroom, opdracht } = gevraagd;
  const bewaard: Bewaard = antwoord.soort === 'gedaan' ? zonderGebeurtenissen(antwoord) : antwoord;
  await rows(
    db,
    sql`insert into opdracht (id, stroom, door, soort, vingerafdruk, antwoord, op)
        values (${opdracht.id}, ${stroom}, ${opdracht.door}, ${opdracht.soort}, ${vingerafdruk(gevraagd)},
                ${jsonb(bewaard)}, ${op})`,
  );
}

function zonderGebeurtenissen({ gebeurtenissen: _gebeurtenissen, ...rest }: Gedaan<Stroomsoort>): Bewaard {
  return rest;
}

/** The same for the same content, whatever the order in which its fields were written down. */
function vingerafdruk({ stroom, opdracht, erbij }: Gevraagd): string {
  return hexHash(JSON.stringify([stroom, geordend(doorPersoon(opdracht)), ...(erbij === undefined ? [] : [erbij])]));
}

/** What the person asked. Out of which patroon a signaal is taken, was looked up: afterwards it is in none. */
function doorPersoon(opdracht: Opdrachtvan<Stroomsoort>): object {
  return opdracht.soort === 'uitPatroonHalen' ? { ...opdracht, patroon: undefined } : opdracht;
}

function geordend(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(geordend);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.entries(waarde)
    .filter(([, inhoud]) => inhoud !== undefined)
    .toSorted(([een], [ander]) => (een < ander ? -1 : 1))
    .map(([naam, inhoud]) => [naam, geordend(inhoud)]);
}
