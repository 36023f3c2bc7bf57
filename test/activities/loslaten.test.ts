import assert from 'node:assert/strict';

import { laatLos, meldVertrokkenMelders } from '#activities/loslaten.ts';
import { text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

describe('a behandelaar whose account has ended', () => {
  let kamer: Schrijfkamer;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
  });
  afterEach(() => kamer.sluit());

  const los = (): Promise<number> => laatLos(kamer.database, kamer.uitvoeren.voerUit);
  const zetActief = (gebruiker: string, actief: boolean): Promise<unknown> =>
    kamer.sql(
      sql`update gebruiker set actief_tot = case when not ${actief} then date '2026-01-01' end where id = ${gebruiker}`,
    );

  it('lets go of what was in hand: it waits to be picked up, and the region is told', async () => {
    const id = await kamer.dienIn();
    const ander = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(ander, 'coordinator.noord', { soort: 'oppakken' });
    await zetActief('metgezel.noord', false);
    assert.equal(await los(), 1);
    assert.equal((await kamer.stand(id)).status, 'wacht_op_oppakken');
    assert.equal((await kamer.stand(ander)).status, 'in_behandeling');
    const post = await kamer.sql(
      sql`select gebruiker from bericht where stroom = ${id} and soort = 'wacht_op_oppakken'`,
      { gebruiker: text },
    );
    assert.deepEqual(post, [{ gebruiker: 'coordinator.noord' }]);
    assert.equal(await los(), 0);
  });

  it('does so on the day after its last, and not on the last', async () => {
    const id = await kamer.dienIn();
    const laatsteDag = (datum: string): Promise<unknown> =>
      kamer.sql(sql`update gebruiker set actief_tot = ${datum}::date where id = 'metgezel.noord'`);
    const vandaag = datumVan(new Date().toISOString());
    await laatsteDag(vandaag);
    assert.equal(await los(), 0);
    await laatsteDag(plusDagen(vandaag, -1));
    assert.equal(await los(), 1);
    assert.equal((await kamer.stand(id)).status, 'wacht_op_oppakken');
  });

  it('does so again for who came back, took it and left once more', async () => {
    const id = await kamer.dienIn();
    await zetActief('metgezel.noord', false);
    await los();
    await zetActief('metgezel.noord', true);
    await kamer.doe(id, 'coordinator.noord', { soort: 'toewijzen', aan: 'metgezel.noord' });
    await zetActief('metgezel.noord', false);
    assert.equal(await los(), 1);
    assert.equal((await kamer.stand(id)).status, 'wacht_op_oppakken');
  });
});

describe('a filer whose account has ended', () => {
  let kamer: Schrijfkamer;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
  });
  afterEach(() => kamer.sluit());

  it('is told of to whoever has the signaal in hand, once: an answer reaches nobody', async () => {
    const opgepakt = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(opgepakt, 'coordinator.noord', { soort: 'oppakken' });
    const eigen = await kamer.dienIn();
    const dicht = await kamer.dienIn({ wens: 'melden' });
    const meld = (): Promise<number> => meldVertrokkenMelders(kamer.database, kamer.uitvoeren.voerUit);
    assert.equal(await meld(), 0);
    await kamer.sql(sql`update gebruiker set actief_tot = '2026-01-01' where id = 'metgezel.noord'`);
    assert.equal(await meld(), 1);
    await laatLos(kamer.database, kamer.uitvoeren.voerUit);
    assert.equal(await meld(), 1);
    assert.equal(await meld(), 0);
    const gehoord = async (stroom: string): Promise<string[]> =>
      (await kamer.berichten(stroom)).filter((regel) => regel.endsWith('melder_vertrokken'));
    assert.deepEqual(await gehoord(opgepakt), ['coordinator.noord melder_vertrokken']);
    assert.deepEqual(await gehoord(eigen), ['coordinator.noord melder_vertrokken']);
    assert.deepEqual(await gehoord(dicht), []);
  });
});
