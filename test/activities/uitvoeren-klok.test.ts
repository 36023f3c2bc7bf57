import assert from 'node:assert/strict';

import { geefVrij } from '#activities/schrijven/parkeren.ts';
import { StroomBezet, StroomGeparkeerd, StroomNietGevonden } from '#activities/schrijven/uitvoeren.ts';
import { createWriterContext } from '#activities/writer-context.ts';
import { json, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { STAPREGELS } from '#domain/signaal/mijlpalen.ts';
import { opUur } from '#domain/tijd/amsterdam.ts';
import { plusMs, Schrijfkamer, VROEGER } from '#test/support/schrijfkamer.ts';

describe('mijlpaal', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  it('carries out what is due and says what is next, without waking the workflow that asked', async () => {
    const id = await kamer.dienIn();
    const { volgende } = await kamer.stand(id);
    const stand = await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, plusMs(volgende!.op, 20_000));
    assert.equal(stand.nu, plusMs(volgende!.op, 20_000));
    assert.notEqual(stand.volgende?.sleutel, volgende!.sleutel);
    assert.deepEqual((await kamer.verslag(id)).slice(3), ['4 herinnerd']);
    assert.equal(await kamer.wekjobs(id), 1, 'the poke of the filing alone');
    assert.deepEqual(
      await kamer.sql(
        sql`select tijdstip(op) as op, tijdstip(verschuldigd_op) as verschuldigd from gebeurtenis where stroom = ${id} and volgnummer = 4`,
      ),
      [{ op: stand.nu, verschuldigd: volgende!.op }],
    );
  });

  it('changes nothing before its time', async () => {
    const id = await kamer.dienIn();
    const { volgende } = await kamer.stand(id);
    const stand = await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, plusMs(volgende!.op, -1));
    assert.deepEqual(stand.volgende, volgende);
    assert.equal((await kamer.verslag(id)).length, 3);
  });

  it('changes nothing for a zombie: a key that is no longer next, or never was', async () => {
    const id = await kamer.dienIn();
    const eerste = await kamer.volgendeMijlpaal(id);
    const na = await kamer.verslag(id);
    const stand = await kamer.stand(id);
    for (const sleutel of [eerste, 'behandelen-9:termijn', '']) {
      const { nu, ...rest } = await kamer.uitvoeren.mijlpaal(id, sleutel, VROEGER);
      assert.deepEqual({ ...rest, nu: stand.nu }, stand);
      assert.ok(nu >= stand.nu);
    }
    assert.deepEqual(await kamer.verslag(id), na);
  });

  it('has one effect when two workflows carry it out at once', async () => {
    const id = await kamer.dienIn();
    const { volgende } = await kamer.stand(id);
    const standen = await Promise.all(
      Array.from({ length: 4 }, () => kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, volgende!.op)),
    );
    assert.equal(new Set(standen.map((stand) => stand.volgende?.sleutel)).size, 1);
    assert.deepEqual((await kamer.verslag(id)).slice(3), ['4 herinnerd']);
  });

  it('carries a signaal that nobody touches to landelijk, and the lists follow', async () => {
    const id = await kamer.dienIn();
    while ((await kamer.stand(id)).niveau !== 'landelijk') await kamer.volgendeMijlpaal(id);
    const [rij] = await kamer.sql(
      sql`select niveau, status, behandelaar, behandelaars, tijdstip(laatste_op) as op from signaal where id = ${id}`,
    );
    const { nu } = await kamer.stand(id);
    assert.ok(String(rij?.['op']) <= nu);
    assert.deepEqual(
      { ...rij, op: null },
      {
        niveau: 'landelijk',
        status: 'wacht_op_oppakken',
        behandelaar: null,
        behandelaars: ['metgezel.noord'],
        op: null,
      },
    );
  });

  it('holds what the clock says until the digest: 09:15 of a working day', async () => {
    const id = await kamer.dienIn();
    await kamer.volgendeMijlpaal(id);
    const [bericht] = await kamer.sql(
      sql`select bundel, tijdstip(niet_voor) as niet_voor, (op at time zone 'Europe/Amsterdam')::date::text as datum
            from bericht where stroom = ${id} and soort = 'herinnering_behandelen'`,
      { bundel: text, niet_voor: text, datum: text },
    );
    assert.equal(bericht?.bundel, 'dag');
    assert.equal(bericht?.niet_voor, opUur(bericht?.datum ?? '', 9, 15));
  });

  it('throws StroomNietGevonden for a signaal that is not there', async () => {
    await assert.rejects(kamer.uitvoeren.leesStand(crypto.randomUUID(), VROEGER), StroomNietGevonden);
  });

  describe('the clock of a stream', () => {
    it('moves on to the time of its workflow, never back, and no other moves along', async () => {
      const [id, ander] = [await kamer.dienIn(), await kamer.dienIn()];
      const { nu } = await kamer.stand(id);
      const straks = plusMs(nu, 3_600_000);
      assert.equal((await kamer.uitvoeren.leesStand(id, straks)).nu, straks);
      assert.ok((await kamer.stand(id)).nu >= straks);
      assert.ok((await kamer.stand(ander)).nu < straks);
    });

    it('has what a person does happen in its own present, after what the clock owed', async () => {
      const id = await kamer.dienIn();
      const { volgende } = await kamer.stand(id);
      await kamer.zetKlok(id, volgende!.op);
      await kamer.doe(id, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Later.' } });
      assert.deepEqual((await kamer.verslag(id)).slice(3), ['4 herinnerd', '5 notitie_toegevoegd metgezel.noord']);
      const [notitie] = await kamer.sql(
        sql`select op >= ${volgende!.op} as later from gebeurtenis where stroom = ${id} and volgnummer = 5`,
      );
      assert.deepEqual(notitie, { later: true });
    });

    it('stays that of the world in production, whatever a workflow says and whatever code asks', async () => {
      const productie = await Schrijfkamer.openZonderReizen();
      try {
        const id = await productie.dienIn();
        const { nu } = await productie.stand(id);
        const straks = plusMs(nu, 86_400_000);
        await using zoalsInProductie = await createWriterContext({ databaseUrl: productie.url, timeTravel: false });
        assert.ok((await zoalsInProductie.uitvoeren.leesStand(id, straks)).nu < straks);
        await assert.rejects(productie.uitvoeren.leesStand(id, straks), /stroom_klokverschil_check/);
        await assert.rejects(
          productie.sql(sql`update stroom set klokverschil_ms = 1 where id = ${id}`),
          /stroom_klokverschil_check/,
        );
      } finally {
        await productie.sluit();
      }
    });
  });

  describe('a stream on which the rules fail', () => {
    it('is parked with the reason: people get a clear error, its workflow ends, others go on', async () => {
      const [id, ander] = [await kamer.dienIn(), await kamer.dienIn()];
      const { volgende } = await kamer.stand(id);
      await vergiftig(kamer, id);
      const stand = await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, volgende!.op);

      assert.equal(stand.volgende, null);
      await assert.rejects(kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' }), StroomGeparkeerd);
      assert.equal((await kamer.verslag(id)).length, 3);
      const [rij] = await kamer.sql(
        sql`select geparkeerd_op is not null as geparkeerd, geparkeerd_reden like '%Error%' as met_reden from stroom where id = ${id}`,
      );
      assert.deepEqual(rij, { geparkeerd: true, met_reden: true });
      assert.equal((await kamer.doe(ander, 'metgezel.noord', { soort: 'intrekken' })).soort, 'gedaan');
    });

    it('is parked when a rule marks nothing, instead of spinning while it keeps the row', async () => {
      const [id, ander] = [await kamer.dienIn(), await kamer.dienIn()];
      const { volgende } = await kamer.stand(id);
      const { voerUit } = STAPREGELS.behandelen;
      STAPREGELS.behandelen.voerUit = () => undefined;
      try {
        assert.equal((await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, volgende!.op)).volgende, null);
      } finally {
        STAPREGELS.behandelen.voerUit = voerUit;
      }
      await assert.rejects(kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' }), StroomGeparkeerd);
      const [rij] = await kamer.sql(sql`select geparkeerd_reden as reden from stroom where id = ${id}`);
      assert.deepEqual(rij, { reden: `RangeError: More than 1000 steps owed: ${volgende!.sleutel}` });
      assert.equal((await kamer.doe(ander, 'metgezel.noord', { soort: 'intrekken' })).soort, 'gedaan');
    });

    it('is parked by an act of a person too', async () => {
      const id = await kamer.dienIn();
      await vergiftig(kamer, id);
      await kamer.zetKlok(id, plusMs((await kamer.stand(id)).volgende!.op, 0));
      await assert.rejects(kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' }), StroomGeparkeerd);
      assert.equal((await kamer.stand(id)).volgende, null);
    });

    it('goes on where it was once it is given free', async () => {
      const id = await kamer.dienIn();
      const { volgende } = await kamer.stand(id);
      const herstel = await vergiftig(kamer, id);
      await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, volgende!.op);
      await herstel();
      await geefVrij(kamer.database, id);
      assert.equal(await kamer.wekjobs(id), 2);
      await kamer.uitvoeren.mijlpaal(id, volgende!.sleutel, volgende!.op);
      assert.deepEqual((await kamer.verslag(id)).slice(3), ['4 herinnerd']);
    });
  });

  describe('when PostgreSQL does not do its part', () => {
    it('throws StroomBezet while somebody else keeps the row for more than two seconds', async () => {
      const id = await kamer.dienIn();
      await inTransaction(kamer.orm, async (db) => {
        await rows(db, sql`select from stroom where id = ${id} for update`);
        await assert.rejects(kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' }), StroomBezet);
      });
      assert.equal((await kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' })).soort, 'gedaan');
    });

    it('leaves nothing of an act whose connection is cut before the commit, not even the poke', async () => {
      const id = await kamer.dienIn();
      const jobs = await kamer.wekjobs(id);
      await kamer.sql(sql`create function verbreek() returns trigger language plpgsql security definer
        as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
      await kamer.sql(
        sql`create trigger verbreek after insert on opdracht for each statement execute function verbreek()`,
      );
      const meerDanDeVerbindingen = Array.from({ length: 12 }, () =>
        kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' }),
      );
      for (const { status } of await Promise.allSettled(meerDanDeVerbindingen)) assert.equal(status, 'rejected');
      await kamer.sql(sql`drop trigger verbreek on opdracht`);

      assert.equal((await kamer.verslag(id)).length, 3);
      assert.equal(await kamer.wekjobs(id), jobs);
      assert.deepEqual(await kamer.sql(sql`select status from signaal where id = ${id}`), [
        { status: 'in_behandeling' },
      ]);
      assert.equal((await kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' })).soort, 'gedaan');
    });
  });
});

/** Gives the stream a staat on which the rules fail, and returns how to give it back the old one. */
async function vergiftig(kamer: Schrijfkamer, id: string): Promise<() => Promise<void>> {
  const [oud] = await kamer.sql(sql`select staat from stroom where id = ${id}`, { staat: json<unknown>() });
  await kamer.sql(
    sql`update stroom set staat = jsonb_set(staat, '{stappen,0,soort}', '"onbestaanbaar"') where id = ${id}`,
  );
  return async () => {
    await kamer.sql(sql`update stroom set staat = ${JSON.stringify(oud?.staat)}::jsonb where id = ${id}`);
  };
}
