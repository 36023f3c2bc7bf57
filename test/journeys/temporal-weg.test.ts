import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { reis } from '#activities/reis/reizen.ts';
import { opUur, type Datum } from '#domain/tijd/amsterdam.ts';
import type { TemporalServer } from '#platform/temporal.ts';

import { eigenTemporal } from '../support/temporal.ts';
import { tot, Werkplaats } from '../support/worker.ts';

/** Between the lines. */
const OVERGESLAGEN = ['stap_begonnen', 'stap_geeindigd'];

describe('a week without Temporal in the middle of a journey', () => {
  let huis: string;
  let temporal: TemporalServer;
  let start: () => Promise<TemporalServer>;
  let werkplaats: Werkplaats;

  before(async () => {
    huis = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-week-'));
    start = await eigenTemporal(huis);
    temporal = await start();
    werkplaats = await Werkplaats.open({ address: temporal.address, vertrek: opUur('2026-05-06', 10) });
    await werkplaats.startWorker();
  });
  after(async () => {
    await werkplaats.sluit();
    await temporal.stop();
    await rm(huis, { recursive: true, force: true });
  });

  it('everything owed happens once and in order, whether somebody acted meanwhile or nobody did', async () => {
    const stil = await vraagGesteld();
    const bezig = await vraagGesteld();
    await Promise.all([stil, bezig].map((id) => reisNaar(id, '2026-05-18', 12)));

    await temporal.stop();
    for (const id of [stil, bezig]) await werkplaats.uitvoeren.leesStand(id, opUur('2026-05-26', 10));
    // People notice nothing; what the clock owes comes before what they do.
    await werkplaats.doe(bezig, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Gebeld, niemand nam op.' } });
    assert.deepEqual(await gedaan(bezig), [...VOOR, ...INGEHAALD]);
    assert.deepEqual(await gedaan(stil), VOOR);

    temporal = await start();
    for (const id of [stil, bezig])
      await tot(() =>
        werkplaats.wekken.hervat(id).then(
          () => true,
          () => false,
        ),
      );
    await Promise.all([stil, bezig].map((id) => tot(async () => (await gedaan(id)).length > VOOR.length)));
    await Promise.all([stil, bezig].map((id) => reisNaar(id, '2026-06-03', 12)));
    for (const id of [stil, bezig]) assert.deepEqual(await gedaan(id), [...VOOR, ...INGEHAALD, ...DAARNA], id);
  });

  async function vraagGesteld(): Promise<string> {
    const id = await werkplaats.dienIn();
    await werkplaats.doe(id, 'metgezel.noord', {
      soort: 'verzoekDoen',
      verzoek: randomUUID(),
      verzoeksoort: 'vraag',
      organisatie: 'GM0014',
      persoon: null,
      escalatiecontact: true,
      tekst: { vraag: 'Wanneer neemt u een besluit?' },
    });
    return id;
  }

  function reisNaar(id: string, datum: Datum, uur: number): Promise<void> {
    const { database, client, uitvoeren, wekken } = werkplaats;
    return reis({ database, client, uitvoeren, wekken, bezorg: () => Promise.resolve() }, id, opUur(datum, uur));
  }

  /** What the clock did, with when it was owed and, when that was another day, when it was done. */
  async function gedaan(id: string): Promise<string[]> {
    return (await werkplaats.doorDeKlok(id))
      .filter(({ soort }) => !OVERGESLAGEN.includes(soort))
      .map(({ soort, op, verschuldigd_op: verschuldigd, data }) => {
        const wat = [data['stapsoort'], data['mijlpaal']].filter((deel) => typeof deel === 'string').join(' ');
        const laat =
          moment(op).slice(0, 10) === moment(verschuldigd ?? op).slice(0, 10) ? '' : ` op ${moment(op).slice(0, 10)}`;
        return `${moment(verschuldigd ?? op)} ${soort}${wat === '' ? '' : ` ${wat}`}${data['definitief'] === true ? ' definitief' : ''}${laat}`;
      });
  }
});

function moment(op: string): string {
  return new Date(op).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16);
}

/** Until Temporal stops, on 18 May 2026. */
const VOOR = ['2026-05-13 09:00 herinnerd vraag herinnering:5'];

/**
 * What came due from then until Tuesday 26 May, the day after Pinksteren, and is recorded on that day: of each step its last act, in
 * the order in which those were due, and just before it the reminders that it overtakes.
 */
const INGEHAALD = [
  '2026-05-22 09:00 mijlpaal_vervallen behandelen herinnering:10 op 2026-05-26',
  '2026-05-20 09:00 mijlpaal_vervallen vraag herinnering:8 op 2026-05-26',
  '2026-05-22 09:00 mijlpaal_vervallen vraag herinnering:10 op 2026-05-26',
  '2026-05-23 00:00 geen_reactie op 2026-05-26',
];

/** The question to the escalation contact begins when it was put, so its days count from 26 May. */
const DAARNA = [
  '2026-05-29 09:00 herinnerd vraag_hogerop herinnering:3',
  '2026-06-02 09:00 herinnerd vraag_hogerop herinnering:5',
  '2026-06-02 09:00 mijlpaal_vervallen behandelen herinnering:16',
  '2026-06-03 00:00 geen_reactie definitief',
];
