import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { createFeestdagen } from '#activities/kalender/feestdagen.ts';
import { json, number, text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { mijlpalen } from '#domain/signaal/mijlpalen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { type Datum, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { isWerkdag, plusWerkdagen } from '#domain/tijd/werkdagen.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

describe('a day that comes into the calendar', () => {
  let kamer: Schrijfkamer;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
  });
  afterEach(() => kamer.sluit());

  const voerDoor = (): Promise<number> => voerKalenderDoor(kamer.database, kamer.uitvoeren.voerUit);

  const voegToe = async (datum: Datum): Promise<void> => {
    const gelukt = await createFeestdagen(kamer.database).voegToe(
      { datum, naam: 'extra vrije dag', bron: 'test', volledigTotEnMet: null },
      'beheer',
    );
    assert.ok(gelukt);
  };

  async function staatVan(id: string): Promise<Staat> {
    const [rij] = await kamer.sql(sql`select staat from stroom where id = ${id}`, { staat: json<Staat>() });
    return rij!.staat;
  }

  /** `key instant` of everything that the clock still has to do. */
  const komend = async (id: string): Promise<[string, string][]> =>
    mijlpalen(await staatVan(id)).map(({ sleutel, op }) => [sleutel, op]);

  const versies = async (): Promise<number[]> =>
    (
      await kamer.sql(sql`select distinct (staat -> 'kalender' ->> 'versie')::int as versie from stroom order by 1`, {
        versie: number,
      })
    ).map(({ versie }) => versie);

  it('moves exactly the days after it, and nothing that came before', async () => {
    const id = await kamer.dienIn();
    await kamer.volgendeMijlpaal(id);
    const { kalender } = await staatVan(id);
    const voor = await komend(id);
    const verslag = await kamer.verslag(id);
    const vrij = plusWerkdagen(datumVan(voor[0]![1]), 1, kalender);
    await voegToe(vrij);
    assert.equal(await voerDoor(), 1);

    const na = new Map(await komend(id));
    assert.equal(na.size, voor.length);
    for (const [sleutel, op] of voor) {
      const dag = datumVan(op);
      // A term ends at midnight after its last day, so that midnight belongs to the day before.
      const isMiddernacht = datumVan(new Date(Date.parse(op) - 1).toISOString()) !== dag;
      const laatste = isMiddernacht ? plusDagen(dag, -1) : dag;
      const isGeraakt = laatste >= vrij;
      if (isGeraakt) assert.ok(na.get(sleutel)! > op, `${sleutel} moves`);
      else assert.equal(na.get(sleutel), op, `${sleutel} stays`);
    }
    assert.ok(voor.some(([sleutel, op]) => na.get(sleutel) !== op));
    assert.ok(
      voor.some(([sleutel, op]) => na.get(sleutel) === op),
      'what comes before the new free day stays',
    );
    assert.deepEqual((await kamer.verslag(id)).slice(0, verslag.length), verslag);
    assert.match((await kamer.verslag(id)).at(-1)!, /kalender_gewijzigd signaalpunt$/);
    const [stroom] = await kamer.sql(sql`select tijdstip(volgende_op) as op from stroom where id = ${id}`, {
      op: text,
    });
    assert.equal(stroom?.op, (await komend(id))[0]![1]);
  });

  it('is told to those whose days moved, and to nobody else', async () => {
    const [geraakt, klaar] = [await kamer.dienIn(), await kamer.dienIn({ wens: 'melden' })];
    const { kalender } = await staatVan(geraakt);
    await voegToe(plusWerkdagen(datumVan((await kamer.stand(geraakt)).nu), 6, kalender));
    await voerDoor();
    assert.ok(
      (await kamer.berichten(geraakt)).includes('metgezel.noord termijn_verschoven'),
      String(await kamer.berichten(geraakt)),
    );
    assert.ok(!(await kamer.berichten(klaar)).some((regel) => regel.includes('termijn_verschoven')));
  });

  it('a second time, and by two workers at once, does nothing more', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => kamer.dienIn()));
    await voegToe(eersteWerkdagNa(60));
    await Promise.all([voerDoor(), voerDoor()]);
    assert.equal(await voerDoor(), 0);
    for (const id of ids) assert.equal(await wijzigingen(id), 1);
  });

  it('a new signaal begins with the newest calendar', async () => {
    await voegToe(eersteWerkdagNa(60));
    await kamer.dienIn();
    assert.equal(await voerDoor(), 0);
    assert.deepEqual(await versies(), [2]);
  });

  it('a parked signaal holds up nobody, and gets it when it is released', async () => {
    const [kapot] = [await kamer.dienIn(), await kamer.dienIn()];
    await kamer.sql(sql`update stroom set geparkeerd_op = clock_timestamp() where id = ${kapot}`);
    await voegToe(eersteWerkdagNa(60));
    assert.equal(await voerDoor(), 1);
    await kamer.sql(sql`update stroom set geparkeerd_op = null where id = ${kapot}`);
    assert.equal(await voerDoor(), 1);
  });

  it('a worker that is killed halfway leaves nothing twice and nothing out', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => kamer.dienIn()));
    await voegToe(eersteWerkdagNa(60));
    const kind = await startKind(kamer.url, 7);
    await once(kind.stdout!, 'data');
    kind.kill('SIGKILL');
    await once(kind, 'exit');
    assert.deepEqual(await versies(), [1, 2], 'halfway');
    assert.ok((await voerDoor()) < 20);
    assert.deepEqual(await versies(), [2]);
    for (const id of ids) assert.equal(await wijzigingen(id), 1);
  });

  const wijzigingen = async (id: string): Promise<number> =>
    (await kamer.verslag(id)).filter((regel) => /kalender_(gewijzigd|overgenomen)/.test(regel)).length;
});

function eersteWerkdagNa(dagen: number): Datum {
  let datum = plusDagen(datumVan(new Date().toISOString()), dagen);
  while (!isWerkdag(datum, { versie: 1, dagen: {} })) datum = plusDagen(datum, 1);
  return datum;
}

async function startKind(databaseUrl: string, aantal: number): Promise<ChildProcess> {
  const bestand = fileURLToPath(new URL('../support/kalender-worker.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', bestand, databaseUrl, String(aantal)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
