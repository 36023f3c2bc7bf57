import assert from 'node:assert/strict';

import { CONTROLES } from '#activities/waakhond/controles.ts';
import { noteer } from '#activities/waakhond/noteren.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const GEEN = { versie: 1, dagen: {} };

describe('functioneel beheer', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  /** The first ordinary working day, at least `over` days from now. */
  function werkdag(over: number): string {
    let datum = plusDagen(datumVan(new Date().toISOString()), over);
    while (!isWerkdag(datum, GEEN)) datum = plusDagen(datum, 1);
    return datum;
  }

  const dag = (anders: Record<string, unknown> = {}): Record<string, unknown> => ({
    datum: werkdag(60),
    benaming: 'dag na Hemelvaartsdag (gelijkgestelde dag)',
    bron: 'Besluit gelijkstelling 2029',
    ...anders,
  });

  describe('GET /waakhondmeldingen', () => {
    /** One round of what the guard looks at. */
    async function kijk(): Promise<void> {
      for (const { soort, gevonden } of CONTROLES) await noteer(app.db(), soort, gevonden);
    }

    async function geparkeerd(): Promise<string> {
      const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
      await rows(
        app.db(),
        sql`update stroom set geparkeerd_op = clock_timestamp(), geparkeerd_reden = 'geheim' where id = ${body.id}`,
      );
      await kijk();
      return body.nummer;
    }

    const meldingVan = async (nummer: string, opgelost = false) =>
      (await app.as('beheer').get(`/waakhondmeldingen?opgelost=${opgelost}&limiet=100`)).body.waakhondmeldingen.find(
        (melding: { nummer: string }) => melding.nummer === nummer,
      );

    it('200: the number and what is wrong in words, and nothing of the case', async () => {
      const nummer = await geparkeerd();
      const { status, body } = await app.as('beheer').get('/waakhondmeldingen');
      assert.equal(status, 200);
      assert.equal(body.aantal, body.waakhondmeldingen.length);
      const melding = await meldingVan(nummer);
      assert.equal(melding.soort, 'signaal_geparkeerd');
      assert.match(melding.uitleg, /vraagt aandacht/);
      assert.doesNotMatch(JSON.stringify(body), /geheim|verwijzen/);
    });

    it('403 for everybody else, also who sees every signaal', async () => {
      for (const wie of ['metgezel.noord', 'coordinator.noord', 'landelijk', 'programmaleiding', 'auditor']) {
        assert.equal((await app.as(wie).get('/waakhondmeldingen')).status, 403, wie);
        assert.equal((await app.as(wie).post('/feestdagen', dag())).status, 403, wie);
        assert.equal((await app.as(wie).delete(`/feestdagen/${werkdag(60)}`)).status, 403, wie);
      }
    });

    it('201: a signaal that was released goes on, its melding is solved, and a second time nothing happens', async () => {
      const nummer = await geparkeerd();
      const { id } = await meldingVan(nummer);
      const weg = `/waakhondmeldingen/${id}/vrijgevingen`;
      const { status, body } = await app.as('beheer').post(weg);
      assert.equal(status, 201);
      assert.notEqual(body.opgelostOp, null);
      assert.equal(
        (await app.as('metgezel.noord').post(`/signalen/${nummer}/notities`, { notitie: 'Verder.' })).status,
        201,
      );
      await rows(app.db(), sql`update stroom set geparkeerd_op = clock_timestamp() where nummer = ${nummer}`);
      assert.equal((await app.as('beheer').post(weg)).status, 201);
      const [stroom] = await rows(
        app.db(),
        sql`select geparkeerd_op is not null as staat from stroom where nummer = ${nummer}`,
      );
      assert.deepEqual(stroom, { staat: true }, 'what was parked later, for another reason, waits for its own melding');
      assert.ok(await meldingVan(nummer, true));
    });

    it('404 for no such melding, 400 for no id, 409 for one that is no parked signaal', async () => {
      await rows(app.db(), sql`update kalender set volledig_tot_en_met = '2026-01-01'`);
      await kijk();
      await rows(app.db(), sql`update kalender set volledig_tot_en_met = '2099-12-31'`);
      const { body } = await app.as('beheer').get('/waakhondmeldingen?limiet=100');
      const ander = body.waakhondmeldingen.find(({ soort }: { soort: string }) => soort === 'feestdagen_raken_op');
      const statussen = await Promise.all(
        [ander.id, '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21', 'x'].map(
          async (id) => (await app.as('beheer').post(`/waakhondmeldingen/${id}/vrijgevingen`)).status,
        ),
      );
      assert.deepEqual(statussen, [409, 404, 400]);
    });
  });

  describe('/feestdagen', () => {
    it('201: a day is added, the calendar gets a new version with the name of who did it, and the worker is poked', async () => {
      const { body: voor } = await app.as('metgezel.noord').get('/feestdagen');
      const { status, body } = await app.as('beheer').post('/feestdagen', dag());
      assert.equal(status, 201);
      assert.equal(body.kalenderversie, voor.kalenderversie + 1);
      assert.ok(body.feestdagen.some(({ datum }: { datum: string }) => datum === werkdag(60)));
      const [kalender] = await rows(app.db(), sql`select door from kalender order by versie desc limit 1`);
      assert.deepEqual(kalender, { door: 'beheer' });
      const [jobs] = await rows(
        app.db(),
        sql`select count(*)::int as aantal from graphile_worker.jobs where task_identifier = 'kalender'`,
      );
      assert.deepEqual(jobs, { aantal: 1 });
    });

    it('201 for the same day once more, without a new version; 409 for another name on the same date', async () => {
      const { body: voor } = await app.as('beheer').get('/feestdagen');
      const { status, body } = await app.as('beheer').post('/feestdagen', dag());
      assert.deepEqual([status, body], [201, voor]);
      assert.equal((await app.as('beheer').post('/feestdagen', dag({ benaming: 'Anders' }))).status, 409);
    });

    it('says until when every day is known', async () => {
      await app.as('beheer').post('/feestdagen', dag({ datum: werkdag(90), volledigTotEnMetDatum: '2099-12-31' }));
      assert.equal((await app.as('beheer').get('/feestdagen')).body.volledigTotEnMetDatum, '2099-12-31');
    });

    it('400: every fault at once, never in the past, not what is free already; and nothing changes', async () => {
      const { body: voor } = await app.as('beheer').get('/feestdagen');
      const fouten = async (body: unknown): Promise<string[]> => {
        const reply = await app.as('beheer').post('/feestdagen', body);
        assert.equal(reply.status, 400);
        return reply.body.errors.map(
          ({ location, code }: { location: { pointer: string }; code: string }) => `${location.pointer} ${code}`,
        );
      };
      assert.deepEqual(await fouten({ datum: '2029-02-30', benaming: ' ', onbekend: 1 }), [
        '#/datum datum',
        '#/benaming leeg',
        '#/bron verplicht',
        '#/onbekend onbekend_veld',
      ]);
      assert.deepEqual(await fouten(dag({ datum: '2026-01-03', volledigTotEnMetDatum: '2025-12-31' })), [
        '#/datum verleden',
        '#/datum al_vrij',
        '#/volledigTotEnMetDatum te_vroeg',
      ]);
      assert.deepEqual(await fouten(dag({ datum: '2030-12-25' })), ['#/datum al_vrij']);
      assert.deepEqual((await app.as('beheer').get('/feestdagen')).body, voor);
    });

    it('200: a day is withdrawn; 404 when it is not there, 400 in the past, 405 for another method', async () => {
      const { status, body } = await app.as('beheer').delete(`/feestdagen/${werkdag(60)}`);
      assert.equal(status, 200);
      assert.ok(!body.feestdagen.some(({ datum }: { datum: string }) => datum === werkdag(60)));
      assert.equal((await app.as('beheer').delete(`/feestdagen/${werkdag(60)}`)).status, 404);
      assert.equal((await app.as('beheer').delete('/feestdagen/2026-01-02')).status, 400);
      const verkeerd = await app.as('beheer').post(`/feestdagen/${werkdag(60)}`);
      assert.deepEqual([verkeerd.status, verkeerd.headers.get('allow')], [405, 'DELETE, OPTIONS']);
    });
  });
});
