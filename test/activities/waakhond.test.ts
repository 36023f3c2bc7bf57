import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Client, Connection, isGrpcServiceError } from '@temporalio/client';

import { herstel } from '#activities/waakhond/herstellen.ts';
import type { Waakhondonderdelen } from '#activities/waakhond/waakhond.ts';
import { boolean, json, orNull, type Row, type Shape, text } from '#db/columns.ts';
import { leesWaakhondmeldingen } from '#db/queries/waakhond.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { freePort } from '#platform/ports.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';

const MELDING_RIJ = { soort: text, nummer: orNull(text), opgelost: boolean };
type Melding = Row<typeof MELDING_RIJ>;

describe('the waakhond', () => {
  let werkplaats: Werkplaats;
  let stopWorker: () => Promise<void>;

  before(async () => {
    werkplaats = await Werkplaats.open();
    stopWorker = await werkplaats.startWorker();
  });
  after(() => werkplaats.sluit());
  beforeEach(async () => {
    await doe(sql`truncate waakhondmelding`);
    await doe(
      sql`update stroom set volgende_op = null, volgende_sleutel = null, wek_nodig = false, geparkeerd_op = null`,
    );
    await doe(sql`update bericht set status = 'vervallen'`);
    await doe(sql`update signaal set status = 'afgesloten'`);
    await doe(sql`delete from zending`);
    await doe(sql`update waakhondronde set begonnen_op = null, geslaagd_op = null, vergeleken_op = clock_timestamp()`);
  });

  function doe(query: Sql): Promise<Record<string, unknown>[]>;
  function doe<S extends Shape>(query: Sql, shape: S): Promise<Row<S>[]>;
  function doe(query: Sql, shape?: Shape): Promise<Record<string, unknown>[]> {
    const db = werkplaats.orm.em.getKysely();
    return shape === undefined ? rows(db, query) : rows(db, query, shape);
  }

  /** What every worker asks each minute. */
  function kijk(anders: Partial<Waakhondonderdelen> = {}): Promise<boolean> {
    return waakhond(anders)();
  }

  function waakhond(anders: Partial<Waakhondonderdelen> = {}): () => Promise<boolean> {
    const niets = (): Promise<void> => Promise.resolve();
    return werkplaats.context.waakhond({
      bezorg: niets,
      voerKalenderDoor: niets,
      alarm: () => undefined,
      ...anders,
    });
  }

  /** One round, a minute after the last. */
  async function eenRonde(hond: () => Promise<boolean>): Promise<void> {
    await doe(sql`update waakhondronde set begonnen_op = null`);
    assert.equal(await hond(), true);
  }

  /** A round in which Temporal answered in time: on a busy machine it is the next that helps. */
  async function ronde(anders: Partial<Waakhondonderdelen> = {}, hond = waakhond(anders)): Promise<void> {
    for (;;) {
      try {
        return await eenRonde(hond);
      } catch (error) {
        if (!isGeduldOp(error)) throw error;
      }
    }
  }

  /** True when nothing failed but that Temporal took longer to answer than one round waits. */
  function isGeduldOp(error: unknown): boolean {
    if (error instanceof AggregateError) return error.errors.every(isGeduldOp);
    return error instanceof Error && ((isGrpcServiceError(error) && error.code === 4) || isGeduldOp(error.cause));
  }

  function meldingen(...soorten: string[]): Promise<Melding[]> {
    return doe(
      sql`select soort, nummer, opgelost_op is not null as opgelost from waakhondmelding
           where soort = any(${soorten}::text[]) or ${soorten.length} = 0 order by eerst_gezien_op, soort`,
      MELDING_RIJ,
    );
  }

  const nummerVan = async (id: string): Promise<string> =>
    (await doe(sql`select nummer from stroom where id = ${id}`, { nummer: text }))[0]!.nummer;

  /** As if the milestone had been due `seconden` ago. */
  const maakLaat = (id: string, seconden: number): Promise<unknown> =>
    doe(
      sql`update stroom set volgende_op = greatest(laatste_op, clock_timestamp() + klokverschil_ms * interval '1 millisecond')
                                          - ${seconden} * interval '1 second' where id = ${id}`,
    );

  it('finds nothing where all is well, and says when its round succeeded', async () => {
    await werkplaats.dienInEnVolg();
    await ronde();
    assert.deepEqual(await meldingen(), []);
    const [stand] = await doe(sql`select geslaagd_op is not null as geslaagd from waakhondronde`);
    assert.deepEqual(stand, { geslaagd: true });
  });

  it('tells that the log is not sealed, and why, until it is', async () => {
    await ronde({ waaromNietVerzegeld: () => Promise.resolve('De schijf is vol.') });
    assert.deepEqual(await meldingen(), [{ soort: 'zegels_blijven_uit', nummer: null, opgelost: false }]);
    await ronde();
    assert.deepEqual(await meldingen(), [{ soort: 'zegels_blijven_uit', nummer: null, opgelost: true }]);
  });

  it('does one round a minute, whoever comes first', async () => {
    await doe(sql`update waakhondronde set begonnen_op = null`);
    const beurten = await Promise.all([kijk(), kijk(), kijk()]);
    assert.equal(beurten.filter((isBeurt) => isBeurt).length, 1);
  });

  it('goes on when the clock was put back, and does not wait for the hour to come again', async () => {
    await doe(sql`update waakhondronde set begonnen_op = clock_timestamp() + interval '1 hour'`);
    assert.equal(await kijk(), true);
  });

  it('mijlpaal_te_laat: two minutes late is woken, and a row stays one row until it is solved', async () => {
    const id = await werkplaats.dienIn();
    await doe(sql`update stroom set wek_nodig = false where id = ${id}`);
    await maakLaat(id, 119);
    await ronde();
    assert.deepEqual(await meldingen(), []);
    await maakLaat(id, 121);
    await ronde();
    await ronde();
    const nummer = await nummerVan(id);
    assert.deepEqual(await meldingen(), [{ soort: 'mijlpaal_te_laat', nummer, opgelost: false }]);
    assert.equal((await werkplaats.stroom(id)).wek_nodig, true);
    await doe(sql`update stroom set volgende_op = null where id = ${id}`);
    await doe(sql`update signaal set status = 'afgesloten' where id = ${id}`);
    await ronde();
    assert.deepEqual(await meldingen(), [{ soort: 'mijlpaal_te_laat', nummer, opgelost: true }]);
  });

  it('mijlpaal_te_laat: after five minutes it is carried out without a workflow', async () => {
    const id = await werkplaats.dienIn();
    await doe(sql`update stroom set wek_nodig = false where id = ${id}`);
    await doe(sql`update stroom set klokverschil_ms = 20 * 86400000::bigint where id = ${id}`);
    await maakLaat(id, 301);
    await ronde();
    assert.deepEqual((await werkplaats.doorDeKlok(id)).at(-1)?.soort, 'herinnerd');
    await ronde();
    assert.deepEqual(
      (await meldingen('mijlpaal_te_laat')).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('wekker_blijft_liggen: a wake that nobody does is done', async () => {
    const id = await werkplaats.dienIn();
    await doe(sql`update stroom set wek_sinds = clock_timestamp() - interval '61 seconds' where id = ${id}`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ soort }) => soort),
      ['wekker_blijft_liggen'],
    );
    await werkplaats.wachtOpTimer(id);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('signaal_zonder_workflow: an open signaal that Temporal does not know is followed again', async () => {
    const id = await werkplaats.dienIn();
    await doe(sql`update stroom set wek_nodig = false where id = ${id}`);
    await ronde();
    assert.deepEqual(await meldingen(), [], 'only once an hour');
    await doe(sql`update waakhondronde set vergeleken_op = clock_timestamp() - interval '61 minutes'`);
    await ronde();
    assert.deepEqual(
      (await meldingen('signaal_zonder_workflow')).map(({ soort }) => soort),
      ['signaal_zonder_workflow'],
    );
    await werkplaats.wachtOpTimer(id);
    await ronde();
    assert.deepEqual(
      (await meldingen('signaal_zonder_workflow')).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('workflow_zonder_signaal: a workflow that follows nothing any more ends', async () => {
    const id = await werkplaats.dienInEnVolg();
    await doe(sql`update stroom set volgende_op = null, volgende_sleutel = null where id = ${id}`);
    await doe(sql`update signaal set status = 'afgesloten' where id = ${id}`);
    await doe(sql`update waakhondronde set vergeleken_op = null`);
    await ronde();
    const eigen = (await meldingen()).filter(({ soort }) => soort === 'workflow_zonder_signaal');
    assert.ok(eigen.length >= 1);
    await tot(async () => (await werkplaats.workflow(id).describe()).status.name === 'COMPLETED');
    const [melding] = await doe(
      sql`select opgelost_op is not null as opgelost from waakhondmelding where stroom = ${id}`,
      { opgelost: boolean },
    );
    assert.equal(melding?.opgelost, false);
    await tot(async () => {
      await ronde();
      return (await meldingen()).every(({ opgelost }) => opgelost);
    });
  });

  it('workflow_zonder_signaal: one that ended by itself before it could be told is no failure', async () => {
    await doe(
      sql`insert into waakhondmelding (soort, onderwerp, stroom, toelichting, eerst_gezien_op, laatst_gezien_op)
          select 'workflow_zonder_signaal', id::text, id, null, now(), now() from (select gen_random_uuid() as id) as nieuw`,
    );
    const { database, client, uitvoeren, wekken } = werkplaats;
    const niets = (): Promise<void> => Promise.resolve();
    await herstel({ database, client, uitvoeren, wekken, bezorg: niets, voerKalenderDoor: niets });
  });

  it('signaal_zonder_mijlpaal: what the rules still owe is found again', async () => {
    const id = await werkplaats.dienInEnVolg();
    const { volgende_op: op } = await werkplaats.stroom(id);
    await doe(sql`update stroom set volgende_op = null, volgende_sleutel = null where id = ${id}`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ soort }) => soort),
      ['signaal_zonder_mijlpaal'],
    );
    assert.equal((await werkplaats.stroom(id)).volgende_op, op);
    await werkplaats.wekken.wek(id);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('bericht_blijft_liggen and mail_wacht: post is bundled and sent again', async () => {
    const id = await werkplaats.dienInEnVolg();
    await doe(
      sql`update bericht set niet_voor = clock_timestamp() - interval '11 minutes', status = 'wacht' where stroom = ${id}`,
    );
    await zending('wacht', '31 minutes');
    let bezorgd = 0;
    await ronde({ bezorg: async () => void (bezorgd += 1) });
    assert.deepEqual((await meldingen()).map(({ soort }) => soort).toSorted(), ['bericht_blijft_liggen', 'mail_wacht']);
    assert.equal(bezorgd, 1);
    await doe(sql`update bericht set status = 'gebundeld'`);
    await doe(sql`update zending set status = 'verstuurd'`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ opgelost }) => opgelost),
      [true, true],
    );
  });

  it('mail_mislukt: until the address is another one', async () => {
    await zending('mislukt', '1 minute');
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ soort }) => soort),
      ['mail_mislukt'],
    );
    await doe(sql`update gebruiker set email = 'nieuw@voorbeeld.nl' where id = 'metgezel.west'`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('signaal_geparkeerd: works while the rules fail, and the decision of a person ends it', async () => {
    const [kapot, gezond] = [await werkplaats.dienIn(), await werkplaats.dienIn()];
    const [heel] = await doe(sql`select staat from stroom where id = ${kapot}`, { staat: json<unknown>() });
    await doe(
      sql`update stroom set wek_nodig = false, klokverschil_ms = 20 * 86400000::bigint where id = any(${[kapot, gezond]}::uuid[])`,
    );
    await doe(
      sql`update stroom set staat = jsonb_set(staat, '{stappen}', '[{"soort": "onbekend"}]') where id = ${kapot}`,
    );
    await maakLaat(kapot, 400);
    await maakLaat(gezond, 400);
    await ronde();
    await ronde();
    assert.deepEqual(
      new Map(
        (await meldingen('mijlpaal_te_laat', 'signaal_geparkeerd')).map(({ soort, nummer, opgelost }) => [
          `${soort} ${nummer}`,
          opgelost,
        ]),
      ),
      new Map([
        [`mijlpaal_te_laat ${await nummerVan(kapot)}`, true],
        [`mijlpaal_te_laat ${await nummerVan(gezond)}`, true],
        [`signaal_geparkeerd ${await nummerVan(kapot)}`, false],
      ]),
    );
    assert.equal((await werkplaats.doorDeKlok(gezond)).at(-1)?.soort, 'herinnerd');
    await doe(
      sql`update stroom set staat = ${JSON.stringify(heel!.staat)}::jsonb, geparkeerd_op = null where id = ${kapot}`,
    );
    await ronde();
    assert.equal((await meldingen()).find(({ soort }) => soort === 'signaal_geparkeerd')?.opgelost, true);
  });

  it('feestdagen_raken_op: a year before the last known decree day', async () => {
    await doe(
      sql`update kalender set volledig_tot_en_met = (clock_timestamp() at time zone 'Europe/Amsterdam' + interval '1 year')::date`,
    );
    await ronde();
    assert.deepEqual(await meldingen(), []);
    await doe(sql`update kalender set volledig_tot_en_met = volledig_tot_en_met - 1`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ soort }) => soort),
      ['feestdagen_raken_op'],
    );
    await doe(sql`update kalender set volledig_tot_en_met = '2099-12-31'`);
    await ronde();
    assert.deepEqual(
      (await meldingen()).map(({ opgelost }) => opgelost),
      [true],
    );
  });

  it('wissen_hangt: what two people confirmed an hour ago is not gone yet', async () => {
    const id = await werkplaats.dienInEnVolg();
    const nummer = await nummerVan(id);
    await doe(
      sql`insert into wissing (stroom, nummer, soort, grond, op, status, eerste_door, eerste_op, tweede_door, tweede_op)
          values (${id}, ${nummer}, 'signaal', 'bezwaar', now(), 'bevestigd', 'landelijk', now(), 'beheer', now() - interval '50 minutes')`,
    );
    await ronde();
    assert.deepEqual(await meldingen(), []);
    await doe(sql`update wissing set tweede_op = tweede_op - interval '11 minutes' where stroom = ${id}`);
    await ronde();
    assert.deepEqual(await meldingen(), [{ soort: 'wissen_hangt', nummer, opgelost: false }]);
    await doe(sql`update wissing set status = 'gewist', gewist_op = now() where stroom = ${id}`);
    await ronde();
    assert.deepEqual(await meldingen(), [{ soort: 'wissen_hangt', nummer, opgelost: true }]);
  });

  it('mails functioneel beheer, once, what is there for more than fifteen minutes, with a number and nothing of the case', async () => {
    const id = await werkplaats.dienInEnVolg();
    await doe(sql`update stroom set geparkeerd_op = clock_timestamp(), geparkeerd_reden = 'geheim' where id = ${id}`);
    await ronde();
    assert.deepEqual(await doe(sql`select from zending`), []);
    await doe(sql`update waakhondmelding set eerst_gezien_op = clock_timestamp() - interval '16 minutes'`);
    await ronde();
    await ronde();
    const mails = await doe(sql`select gebruiker, inhoud from zending`, { gebruiker: text, inhoud: text });
    assert.deepEqual(
      mails.map(({ gebruiker }) => gebruiker),
      ['beheer'],
    );
    assert.match(mails[0]!.inhoud, new RegExp(`Een signaal vraagt aandacht.*\\(${await nummerVan(id)}\\)`, 's'));
    assert.doesNotMatch(mails[0]!.inhoud, /geheim/);
  });

  it('tells nobody of functioneel beheer of what concerns their own employer: not by mail, nor in the list', async () => {
    await doe(
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
          values ('beheer.belang', 'B', 'beheer.belang@voorbeeld.nl', '06 12345699', array['functioneel_beheer'], '{}', 'CIZ')`,
    );
    const [eigen, ander] = [await werkplaats.dienInEnVolg(), await werkplaats.dienInEnVolg()];
    await doe(sql`update signaal set betrokken_organisaties = '{CIZ}' where id = ${eigen}`);
    await doe(sql`update stroom set geparkeerd_op = clock_timestamp() where id = any(${[eigen, ander]}::uuid[])`);
    await ronde();
    await doe(sql`update waakhondmelding set eerst_gezien_op = clock_timestamp() - interval '16 minutes'`);
    await ronde();
    const [nummer, vanAnder] = [await nummerVan(eigen), await nummerVan(ander)];
    const mails = await doe(sql`select gebruiker, inhoud from zending order by gebruiker`, {
      gebruiker: text,
      inhoud: text,
    });
    const genoemd = mails.map(({ gebruiker, inhoud }) => [
      gebruiker,
      ...[nummer, vanAnder].filter((een) => inhoud.includes(een)),
    ]);
    assert.deepEqual(genoemd, [
      ['beheer', nummer, vanAnder],
      ['beheer.belang', vanAnder],
    ]);
    const leest = async (persoon: string) =>
      leesWaakhondmeldingen(werkplaats.context.database.voor({ rol: 'lezer', persoon }), {
        opgelost: false,
        limiet: 9,
      });
    assert.equal((await leest('beheer')).aantal, 2);
    const belang = await leest('beheer.belang');
    assert.deepEqual([belang.aantal, belang.meldingen.map((melding) => melding.nummer)], [1, [vanAnder]]);
    await doe(sql`update gebruiker set actief_tot = date '2026-01-01' where id = 'beheer'`);
    await doe(sql`update waakhondmelding set gemeld_op = null`);
    await ronde();
    const ongemeld = sql`select nummer from waakhondmelding where gemeld_op is null`;
    assert.deepEqual(await doe(ongemeld), [{ nummer }], 'it waits for somebody who may hear it');
    await doe(sql`update gebruiker set actief_tot = null where id = 'beheer'`);
    await doe(sql`update gebruiker set actief_tot = date '2026-01-01' where id = 'beheer.belang'`);
  });

  it('goes no further than the address of the heartbeat: one that sends it elsewhere is a fault', async () => {
    let verder = 0;
    const buiten = createServer((req, res) => {
      if (req.url === '/verder') verder += 1;
      res.writeHead(req.url === '/verder' ? 200 : 302, { location: '/verder' }).end();
    }).listen(0);
    const hartslagUrl = `http://127.0.0.1:${(buiten.address() as AddressInfo).port}/`;
    await assert.rejects(ronde({ hartslagUrl }), /answered with 302/);
    assert.equal(verder, 0);
    buiten.close();
  });

  it('beats the heart after a round that succeeded, and not after one that did not', async () => {
    let slagen = 0;
    const buiten = createServer((_req, res) => {
      slagen += 1;
      res.end();
    }).listen(0);
    const hartslagUrl = `http://127.0.0.1:${(buiten.address() as AddressInfo).port}/`;
    await ronde({ hartslagUrl });
    assert.equal(slagen, 1);
    await zending('wacht', '31 minutes');
    await assert.rejects(ronde({ hartslagUrl, bezorg: () => Promise.reject(new Error('no server')) }), AggregateError);
    assert.equal(slagen, 1);
    assert.deepEqual(
      (await meldingen()).map(({ soort }) => soort),
      ['mail_wacht'],
      'what could be seen is on record',
    );
    buiten.closeAllConnections();
    buiten.close();
  });

  it('niemand_luistert: no worker is known, Temporal lost the namespace or does not answer; solved by itself', async () => {
    const zonder = new Client({ connection: werkplaats.client.connection, namespace: 'verloren' });
    const hond = waakhond({ client: zonder });
    await ronde({}, hond);
    assert.deepEqual(await meldingen(), [], 'a worker that has only just begun does not listen yet');
    await ronde({}, hond);
    const [melding] = await doe(sql`select soort, toelichting from waakhondmelding`, {
      soort: text,
      toelichting: text,
    });
    assert.deepEqual(melding, {
      soort: 'niemand_luistert',
      toelichting: 'Temporal kent de namespace verloren niet.',
    });
    await tot(async () => {
      await ronde();
      return (await meldingen('niemand_luistert')).every(({ opgelost }) => opgelost);
    });
  });

  it('still looks at PostgreSQL while Temporal is away', async () => {
    await stopWorker();
    const id = await werkplaats.dienIn();
    await doe(sql`update stroom set wek_nodig = false, klokverschil_ms = 20 * 86400000::bigint where id = ${id}`);
    await maakLaat(id, 400);
    await doe(sql`update waakhondronde set vergeleken_op = null`);
    const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, connectTimeout: 500 });
    const weg = new Client({ connection });
    const hond = waakhond({ client: weg });
    await assert.rejects(eenRonde(hond), AggregateError);
    await assert.rejects(eenRonde(hond), AggregateError);
    await connection.close();
    assert.deepEqual((await meldingen('mijlpaal_te_laat', 'niemand_luistert')).map(({ soort }) => soort).toSorted(), [
      'mijlpaal_te_laat',
      'niemand_luistert',
    ]);
    assert.equal((await werkplaats.doorDeKlok(id)).at(-1)?.soort, 'herinnerd');
  });

  async function zending(status: string, oud: string): Promise<void> {
    await doe(
      sql`insert into zending (id, gebruiker, adres, soort, onderwerp, inhoud, html, message_id, op, status)
          select uuidv7(-(${oud}::interval)), id, email, 'direct', '', '', '', gen_random_uuid()::text, now(), ${status}
            from gebruiker where id = 'metgezel.west'`,
    );
  }
});
