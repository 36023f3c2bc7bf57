import { randomUUID } from 'node:crypto';

import { createBezorgen } from '#activities/reis/bezorgen.ts';
import { reis } from '#activities/reis/reizen.ts';
import { createUitvoeren } from '#activities/uitvoeren.ts';
import { createWekken } from '#activities/wekken.ts';
import { haalToken } from '#api/token/haal-token.ts';
import { initOrm } from '#db/orm.ts';
import type { Db } from '#db/sql.ts';
import { opUur, type Datum } from '#domain/tijd/amsterdam.ts';
import type { Running } from '#platform/lokaal/running.ts';
import { connectTemporal } from '#platform/temporal-client.ts';

/** The mailbox is ours, so post that does not come is a fault and not a mail server that is away. */
const GEDULD_MS = 30_000;

/** A whole Signaalpunt on a clock that can be moved: the same API, worker and post as in production. */
export interface Wereld {
  dienIn: (wie: string, signaal: Record<string, unknown>) => Promise<Zaak>;
  /** What the API answers to this person; throws when it is no success. */
  vraag: (wie: string, pad: string) => Promise<Record<string, unknown>>;
  db: Db;
  postDir: string;
  close: () => Promise<void>;
}

/** One filed signaal. */
export interface Zaak {
  id: string;
  nummer: string;
  melder: string;
  /** A person acts through the API. */
  doe: (wie: string, daad: string, inhoud?: Record<string, unknown>) => Promise<void>;
  /** The signaal's own clock moves to this Amsterdam time; what falls due on the way happens on the way. */
  reisNaar: (datum: Datum, tijd: string) => Promise<void>;
}

export async function openWereld(running: Running): Promise<Wereld> {
  const orm = await initOrm(running.databaseUrl);
  const payloadKey = Buffer.from(running.payloadKey, 'base64');
  const { client, close } = connectTemporal({
    address: running.temporalAddress,
    namespace: running.temporalNamespace,
    payloadKey,
  });
  const uitvoeren = createUitvoeren({ orm, reizen: true });
  const wekken = createWekken({ orm, client });
  const bezorg = createBezorgen(orm, GEDULD_MS);
  const api = `${running.apiUrl}/api/v1`;

  async function roep(wie: string, pad: string, inhoud?: Record<string, unknown>): Promise<Record<string, unknown>> {
    const antwoord = await fetch(`${api}${pad}`, {
      method: inhoud === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await haalToken(running.apiUrl, wie)}`,
        ...(inhoud !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(inhoud !== undefined && { body: JSON.stringify(inhoud) }),
    });
    const gezegd = (await antwoord.json()) as Record<string, unknown>;
    if (!antwoord.ok) throw new Error(`${wie} ${pad}: ${antwoord.status} ${JSON.stringify(gezegd)}`);
    return gezegd;
  }

  async function dienIn(melder: string, signaal: Record<string, unknown>): Promise<Zaak> {
    const { id, nummer } = (await roep(melder, '/signalen', signaal)) as { id: string; nummer: string };
    return {
      id,
      nummer,
      melder,
      doe: async (wie, daad, inhoud = {}) => void (await roep(wie, `/signalen/${nummer}/${daad}`, inhoud)),
      reisNaar: (datum, tijd) => {
        const [uur, minuut] = tijd.split(':').map(Number);
        return reis({ orm, client, uitvoeren, wekken, bezorg }, id, opUur(datum, uur ?? 0, minuut));
      },
    };
  }

  return {
    dienIn,
    vraag: roep,
    db: orm.em.getKysely(),
    postDir: running.postDir ?? '',
    close: async () => {
      await close();
      await orm.close();
    },
  };
}
