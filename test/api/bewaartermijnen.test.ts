import assert from 'node:assert/strict';

import { json, orNull } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { BEWAARTERMIJNEN, TERMIJNSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { type Client, startApp } from '#test/support/app.ts';

const BRON = 'DPIA van maart 2027, maatregel 12.';

describe('how long what is kept', () => {
  let app: Client;
  before(async () => {
    app = await startApp();
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('beheer2', 'Twee Beheer', 'beheer2@voorbeeld.nl', '06 1234 5698', array['functioneel_beheer'], '{}')`,
    );
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const lees = async (soort: string) =>
    (await app.as('landelijk').get('/bewaartermijnen')).body.bewaartermijnen.find(
      (een: { soort: string }) => een.soort === soort,
    );
  const stel = (soort: string, maanden: unknown, wie = 'beheer') =>
    app.as(wie).post(`/bewaartermijnen/${soort}/voorstellen`, { maanden, bron: BRON });
  const doe = (soort: string, pad: string, wie: string) => app.as(wie).post(`/bewaartermijnen/${soort}/${pad}`);

  it('is told with the reason and from when on it counts, to who decides about erasing and to nobody else', async () => {
    const { status, body } = await app.as('beheer').get('/bewaartermijnen');
    assert.equal(status, 200);
    assert.deepEqual(
      body.bewaartermijnen.map(({ soort, maanden }: Record<string, unknown>) => [soort, maanden]),
      BEWAARTERMIJNEN.map(({ soort, maanden }) => [soort, maanden]),
    );
    assert.equal(body.bewaartermijnen.length, TERMIJNSOORTEN.length);
    for (const { sinds, bron } of body.bewaartermijnen) assert.ok(sinds.startsWith('na') && bron.length > 20);
    assert.equal((await app.as('coordinator.noord').get('/bewaartermijnen')).status, 403);
  });

  it('changes when one of functioneel beheer proposes it and another confirms it, and not before', async () => {
    const voorgesteld = await stel('lessen', 36);
    assert.equal(voorgesteld.status, 201, JSON.stringify(voorgesteld.body));
    const { maanden, voorstel } = await lees('lessen');
    assert.deepEqual([maanden, voorstel.maanden, voorstel.bron, voorstel.door.id], [24, 36, BRON, 'beheer']);
    assert.equal((await stel('lessen', 48, 'beheer2')).body.code, 'al_eens_gedaan');
    const zelf = await doe('lessen', 'bevestigingen', 'beheer');
    assert.deepEqual([zelf.status, zelf.body.code], [403, 'niet_bevoegd']);
    assert.match(zelf.body.detail, /Een ander van functioneel beheer/);
    assert.equal((await doe('lessen', 'bevestigingen', 'landelijk')).status, 403);
    assert.deepEqual((await lees('lessen')).maanden, 24, 'a refusal takes nothing away');
    assert.equal((await lees('lessen')).voorstel.maanden, 36);
    assert.equal((await doe('lessen', 'bevestigingen', 'beheer2')).status, 201);
    const nu = await lees('lessen');
    assert.deepEqual([nu.maanden, nu.bron, nu.voorstel], [36, BRON, null]);
    assert.equal((await doe('lessen', 'bevestigingen', 'beheer2')).status, 201, 'twice by one is once');
    assert.equal((await doe('lessen', 'bevestigingen', 'beheer')).status, 409);
    assert.equal((await doe('lessen', 'intrekkingen', 'beheer')).status, 409);
  });

  it('leaves a line in the log with what it was, and who had proposed it', async () => {
    const [regel] = await rows(
      app.db(),
      sql`select i.voor, i.na from logregel l join loginhoud i on i.regel = l.nr
           where l.operatie = 'bewaartermijn_gewijzigd' and l.persoon = 'beheer2'`,
      { voor: orNull(json<Record<string, unknown>>()), na: orNull(json<Record<string, unknown>>()) },
    );
    assert.deepEqual(
      [regel?.voor?.['maanden'], regel?.na?.['maanden'], regel?.na?.['voorgesteldDoor']],
      [24, 36, 'beheer'],
    );
  });

  it('stays when the proposal is withdrawn', async () => {
    await stel('signaal', 12);
    assert.equal((await doe('signaal', 'intrekkingen', 'beheer')).status, 201);
    const { maanden, voorstel } = await lees('signaal');
    assert.deepEqual([maanden, voorstel], [60, null]);
    assert.equal((await doe('signaal', 'intrekkingen', 'beheer')).status, 201, 'twice is once');
  });

  it('is refused when it is no term, or shorter than NEN 7513 allows, and for what is not kept', async () => {
    for (const maanden of [0, 241, 1.5, 'lang', undefined])
      assert.equal((await stel('lessen', maanden)).status, 400, String(maanden));
    const teKort = await stel('accountnaam', 59);
    assert.deepEqual([teKort.status, teKort.body.errors[0].code], [400, 'te_klein']);
    assert.equal((await stel('accountnaam', 60)).status, 201);
    assert.equal((await stel('alles', 12)).status, 400);
    assert.equal((await stel('lessen', 12, 'landelijk')).status, 403);
  });
});
