import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { geefDoor } from '#activities/doorgeven.ts';
import { geefVrij } from '#activities/schrijven/parkeren.ts';
import { json, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

describe('POST /signalen/{signaal}/samenvoegingen', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const dienIn = async (anders: Record<string, unknown> = {}, wie = 'metgezel.noord') =>
    (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body as { id: string; nummer: string };
  const voegSamen = (wie: string, signaal: string, met: string, headers?: Record<string, string>) =>
    app.as(wie).post(`/signalen/${signaal}/samenvoegingen`, { met }, headers);
  const lees = async (nummer: string) => (await app.as('landelijk').get(`/signalen/${nummer}`)).body;
  const soorten = async (id: string): Promise<string[]> =>
    (
      await rows(app.db(), sql`select soort from gebeurtenis where stroom = ${id} order by volgnummer`, { soort: text })
    ).map(({ soort }) => soort);

  it('201: one closes into the other, each names the other, and the filer hears of it', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    const { status, body } = await voegSamen('coordinator.noord', dubbel.nummer, blijft.nummer);
    assert.equal(status, 201);
    assert.deepEqual(
      [body.status, body.afsluiting, body.samengevoegdMet, body.aanZet],
      ['afgesloten', 'samengevoegd', { id: blijft.id, nummer: blijft.nummer }, null],
    );
    const ander = await lees(blijft.nummer);
    assert.deepEqual([ander.status, ander.duplicaten], ['in_behandeling', [{ id: dubbel.id, nummer: dubbel.nummer }]]);
    const berichten = await rows(
      app.db(),
      sql`select gebruiker, soort from bericht where stroom = ${dubbel.id} and soort = 'samengevoegd'`,
    );
    assert.deepEqual(berichten, [{ gebruiker: 'metgezel.noord', soort: 'samengevoegd' }]);
  });

  it('201: by id too, and the same request again changes nothing', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await voegSamen('coordinator.noord', dubbel.id, blijft.id, sleutel);
    const [een, ander] = [await soorten(dubbel.id), await soorten(blijft.id)];
    const weer = await voegSamen('coordinator.noord', dubbel.id, blijft.id, sleutel);
    assert.deepEqual([weer.status, weer.body.inhoudsversie], [201, eerst.body.inhoudsversie]);
    assert.deepEqual([await soorten(dubbel.id), await soorten(blijft.id)], [een, ander]);
    assert.equal(ander.filter((soort) => soort === 'duplicaat_opgenomen').length, 1);
  });

  it('201: the filer of the duplicate may add to it, which the one that stays shows, and reads its answer with that of the duplicate', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    await voegSamen('coordinator.noord', dubbel.nummer, blijft.nummer);
    const aangevuld = await app
      .as('metgezel.noord')
      .post(`/signalen/${dubbel.nummer}/aanvullingen`, { aanvulling: 'Er is een brief gekomen.' });
    assert.equal(aangevuld.status, 201);
    await app
      .as('metgezel.noord')
      .post(`/signalen/${blijft.nummer}/uitkomsten`, { uitkomst: 'opgelost', toelichting: 'Het is gelukt.' });
    assert.equal(await geefDoor(app.database, app.uitvoeren.voerUit), 2);
    const [een, ander] = [await lees(dubbel.nummer), await lees(blijft.nummer)];
    assert.deepEqual(
      [een.status, een.afsluiting, een.terugkoppeling],
      ['afgesloten', 'samengevoegd', 'Het is gelukt.'],
    );
    assert.deepEqual(
      ander.aanvullingen.map(({ aanvulling }: { aanvulling: string }) => aanvulling),
      ['Er is een brief gekomen.'],
    );
  });

  it('both are caught up first, each on its own clock', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    const klok = app.uitvoeren;
    const { volgende, nu } = await klok.leesStand(blijft.id, '2020-01-01T00:00:00.000Z');
    await klok.leesStand(blijft.id, volgende?.op ?? nu);
    assert.equal((await voegSamen('coordinator.noord', dubbel.nummer, blijft.nummer)).status, 201);
    assert.deepEqual((await soorten(blijft.id)).slice(-2), ['herinnerd', 'duplicaat_opgenomen']);
    assert.equal((await soorten(dubbel.id)).includes('herinnerd'), false);
  });

  it('a refusal by either is one by both, and is the answer for good', async () => {
    const dubbel = await dienIn();
    const dicht = await dienIn({ wens: 'melden' });
    const sleutel = { 'idempotency-key': randomUUID() };
    for (const [een, ander] of [
      [dubbel, dicht],
      [dicht, dubbel],
    ] as const) {
      const { status, body } = await voegSamen('coordinator.noord', een.nummer, ander.nummer);
      assert.deepEqual([status, body.code], [409, 'gesloten']);
    }
    const zelf = await voegSamen('coordinator.noord', dubbel.nummer, dubbel.id, sleutel);
    const weer = await voegSamen('coordinator.noord', dubbel.nummer, dubbel.id, sleutel);
    assert.deepEqual([zelf.status, zelf.body.code, weer.body], [409, 'status_staat_niet_toe', zelf.body]);
    assert.equal((await lees(dubbel.nummer)).status, 'in_behandeling');
    assert.equal(
      (await soorten(dubbel.id)).some((soort) => soort === 'samengevoegd' || soort === 'duplicaat_opgenomen'),
      false,
    );
  });

  it('403 for who coordinates only one of them, 400 for another that is not theirs to see', async () => {
    const noord = await dienIn();
    const west = await dienIn({ gemeente: 'GM0599' }, 'metgezel.west');
    const onzichtbaar = await voegSamen('coordinator.noord', noord.nummer, west.nummer);
    const geen = await voegSamen('coordinator.noord', noord.nummer, 'S-2026-999999');
    assert.deepEqual([onzichtbaar.status, onzichtbaar.body.errors], [400, geen.body.errors]);
    await app.as('metgezel.west').post(`/signalen/${west.nummer}/meedenkers`, { persoon: 'coordinator.noord' });
    const anders = await voegSamen('coordinator.noord', noord.nummer, west.nummer);
    assert.deepEqual([anders.status, anders.body.code], [403, 'niet_bevoegd']);
    assert.equal((await lees(noord.nummer)).status, 'in_behandeling');
    assert.equal((await voegSamen('metgezel.noord', noord.nummer, (await dienIn()).nummer)).status, 403);
  });

  it('412 when the one that closes has changed, and neither of them does', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    const { status, headers } = await voegSamen('landelijk', dubbel.nummer, blijft.nummer, { 'if-match': '"9"' });
    assert.equal(status, 412);
    assert.match(headers.get('etag') ?? '', /^"1-/);
    assert.equal((await soorten(blijft.id)).includes('duplicaat_opgenomen'), false);
  });

  it('two people at once: it closes once, and the other hears that it is closed', async () => {
    const dubbel = await dienIn();
    const blijft = await dienIn();
    const beide = await Promise.all(
      ['coordinator.noord', 'landelijk'].map((wie) => voegSamen(wie, dubbel.nummer, blijft.nummer)),
    );
    assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '409']);
    assert.deepEqual((await lees(blijft.nummer)).duplicaten.length, 1);
  });

  it('crossing each other: nobody waits for ever, and one of the two stays open', async () => {
    for (let ronde = 0; ronde < 5; ronde += 1) {
      const een = await dienIn();
      const ander = await dienIn();
      const beide = await Promise.all([
        voegSamen('coordinator.noord', een.nummer, ander.nummer),
        voegSamen('landelijk', ander.nummer, een.nummer),
      ]);
      assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '409']);
      const statussen = [await lees(een.nummer), await lees(ander.nummer)].map(({ status }) => String(status));
      assert.deepEqual(statussen.toSorted(), ['afgesloten', 'in_behandeling']);
    }
  });

  it('when the rules fail on the other one, that one is parked, and nothing happened', async () => {
    const dubbel = await dienIn();
    const stuk = await dienIn();
    const [heel] = await rows(app.db(), sql`select staat from stroom where id = ${stuk.id}`, { staat: json<object>() });
    await rows(app.db(), sql`update stroom set staat = staat - 'stappen' where id = ${stuk.id}`);
    const uitvoeren = app.uitvoeren;
    const opdracht = { soort: 'samenvoegen', met: stuk.id, id: randomUUID(), door: 'landelijk' } as const;
    await assert.rejects(uitvoeren.voerUit(dubbel.id, opdracht), { name: 'StroomGeparkeerd' });
    const geparkeerd = await rows(app.db(), sql`select id from stroom where geparkeerd_op is not null`);
    assert.deepEqual(geparkeerd, [{ id: stuk.id }]);
    assert.equal((await lees(dubbel.nummer)).status, 'in_behandeling');
    await rows(app.db(), sql`update stroom set staat = ${JSON.stringify(heel?.staat)}::jsonb where id = ${stuk.id}`);
    await geefVrij(app.database, stuk.id);
    assert.equal((await uitvoeren.voerUit(dubbel.id, opdracht)).soort, 'gedaan');
  });
});
