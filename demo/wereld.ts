import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { createBezorgen } from '#activities/reis/bezorgen.ts';
import { reis, type Reisonderdelen } from '#activities/reis/reizen.ts';
import { createWakeContext } from '#activities/wake-context.ts';
import { haalToken } from '#api/token/haal-token.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { opUur, type Datum } from '#domain/tijd/amsterdam.ts';
import { serviceOf } from '#platform/embedded/find-service.ts';
import type { Running } from '#platform/embedded/running.ts';

import { beantwoord, type Brievenbus, lees } from './ketenpartner.ts';

/** The mailbox is ours, so post that does not come is a fault and not a mail server that is away. */
const GEDULD_MS = 30_000;

type Inhoud = Readonly<Record<string, unknown>>;

/** A whole Signaalpunt on a clock that can be moved: the same API, pages, worker and post as in production. */
export interface Wereld {
  dienIn: (wie: string, signaal: Inhoud) => Promise<Zaak>;
  /** What the API answers to this person, a POST when there is something to say; throws when it is no success. */
  roep: (wie: string, pad: string, inhoud?: Inhoud) => Promise<Inhoud>;
  /** Has the post about this signaal that is due delivered. */
  bezorg: (zaak: Zaak) => Promise<void>;
  db: Db;
  postDir: string;
}

/** One filed signaal. */
export interface Zaak {
  id: string;
  nummer: string;
  melder: string;
  /** A person acts through the API. Returns the signaal as that left it. */
  doe: (wie: string, daad: string, inhoud?: Inhoud) => Promise<Inhoud>;
  /** Whoever reads this mail address answers through the link and the code that were mailed there; fields as the page names them. */
  antwoordt: (adres: string, soort: Antwoordsoort, velden?: Readonly<Record<string, string>>) => Promise<void>;
  /** Whoever reads this mail address opens the link that was mailed there. Returns the page. */
  leest: (adres: string) => Promise<string>;
  /** The signaal's own clock moves to this Amsterdam time; what falls due on the way happens on the way. */
  reisNaar: (datum: Datum, tijd: string) => Promise<void>;
}

/** What a world is made of. */
export interface Wereldonderdelen extends Reisonderdelen, Brievenbus {
  database: Database;
  /** Of the web process, without a slash at the end. */
  apiUrl: string;
}

export function maakWereld(onderdelen: Wereldonderdelen): Wereld {
  const { apiUrl, postDir } = onderdelen;
  const db = onderdelen.database.voor({ rol: 'dienst', dienst: 'reis' });
  const tokens = new Map<string, Promise<string>>();

  async function roep(wie: string, pad: string, inhoud?: Inhoud): Promise<Inhoud> {
    const token = tokens.get(wie) ?? haalToken(apiUrl, wie);
    tokens.set(wie, token);
    const antwoord = await fetch(`${apiUrl}/api/v1${pad}`, {
      method: inhoud === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await token}`,
        ...(inhoud !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(inhoud !== undefined && { body: JSON.stringify(inhoud) }),
    });
    const gezegd = (await antwoord.json()) as Inhoud;
    if (!antwoord.ok) throw new Error(`${wie} ${pad}: ${antwoord.status} ${JSON.stringify(gezegd)}`);
    return gezegd;
  }

  async function dienIn(melder: string, signaal: Inhoud): Promise<Zaak> {
    const { id, nummer } = (await roep(melder, '/signalen', signaal)) as { id: string; nummer: string };
    return {
      id,
      nummer,
      melder,
      doe: (wie, daad, inhoud = {}) => roep(wie, `/signalen/${nummer}/${daad}`, inhoud),
      antwoordt: async (adres, soort, velden = {}) => {
        await onderdelen.bezorg(id);
        await beantwoord(onderdelen, adres, soort, velden);
      },
      leest: async (adres) => {
        await onderdelen.bezorg(id);
        return lees(onderdelen, adres);
      },
      reisNaar: (datum, tijd) => {
        const [uur, minuut] = tijd.split(':').map(Number);
        return reis(onderdelen, id, opUur(datum, uur ?? 0, minuut));
      },
    };
  }

  return { dienIn, roep, bezorg: ({ id }) => onderdelen.bezorg(id), db, postDir };
}

/** The world of a running `npm start`. */
export async function openWereld(running: Running): Promise<Wereld & AsyncDisposable> {
  const { [Symbol.asyncDispose]: dispose, ...context } = await createWakeContext(serviceOf(running));
  const { database } = context;
  const wereld = maakWereld({
    ...context,
    bezorg: createBezorgen(database, GEDULD_MS),
    apiUrl: running.apiUrl,
    postDir: running.postDir ?? '',
    verzend: (adres) => isVerzonden(database.voor({ rol: 'dienst', dienst: 'reis' }), adres),
  });
  return {
    ...wereld,
    [Symbol.asyncDispose]: dispose,
  };
}

async function isVerzonden(db: Db, adres: string): Promise<void> {
  const geduld = performance.now() + GEDULD_MS;
  while ((await rows(db, sql`select from zending where adres = ${adres} and status = 'wacht'`)).length > 0) {
    if (performance.now() > geduld) throw new Error(`The mail to ${adres} does not leave`);
    await sleep(50);
  }
}
