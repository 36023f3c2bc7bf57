import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';

const PAD = '/organisaties/GM0014/loketten';
const CONTACT = { naam: 'Noortje Smit', email: 'leerplicht.groningen@voorbeeld.nl', telefoon: '050 123 45 09' };
const NIEUW = { naam: 'Leerplicht', contact: CONTACT, reden: 'De gemeente opent een loket voor leerplicht.' };

describe('the directory of ketenpartners', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('200: who answers at an organisatie, whom to ask next, and when it is closed', async () => {
    const { status, body } = await app.as('metgezel.noord').get(PAD);
    assert.equal(status, 200);
    assert.equal(body.loketten[0].contact.naam, 'Marieke Dijkstra');
    assert.equal(body.loketten[0].escalatie.naam, 'Henk Bos, teamleider Wmo');
    const amersfoort = await app.as('beheer').get('/organisaties/GM0307/loketten');
    assert.equal(amersfoort.body.loketten[0].escalatie, null);
    const denHelder = await app.as('metgezel.noord').get('/organisaties/GM0400/loketten');
    assert.deepEqual(
      denHelder.body.sluitingen.map(({ vanDatum, totEnMetDatum }: Record<string, string>) => [vanDatum, totEnMetDatum]),
      [['2027-05-05', '2027-05-07']],
    );
  });

  it('201: a coordinator adds a desk, once for the same key, changes it and closes it', async () => {
    const als = app.as('coordinator.noord');
    const sleutel = { 'idempotency-key': randomUUID() };
    const [eerste, tweede] = [await als.post(PAD, NIEUW, sleutel), await als.post(PAD, NIEUW, sleutel)];
    assert.deepEqual([eerste.status, tweede.status], [201, 201]);
    assert.deepEqual(eerste.body, tweede.body);
    const { id } = eerste.body.loketten.find(({ naam }: { naam: string }) => naam === 'Leerplicht');
    const gewijzigd = await als.post(`${PAD}/${id}/wijzigingen`, {
      ...NIEUW,
      escalatie: { ...CONTACT, naam: 'Teamleider' },
    });
    assert.equal(gewijzigd.body.loketten.find((loket: { id: string }) => loket.id === id).escalatie.naam, 'Teamleider');
    const gesloten = await app.as('beheer').post(`${PAD}/${id}/beeindigingen`, { reden: 'Het loket is opgeheven.' });
    assert.equal(gesloten.body.loketten.at(-1).actief, false);
    assert.equal(gesloten.body.loketten.at(-1).id, id);
  });

  it('201: an address is kept in lower case, so that two spellings of one mailbox are one addressee', async () => {
    const contact = { ...CONTACT, email: 'Leerplicht.GRONINGEN@Voorbeeld.nl' };
    const { body } = await app
      .as('coordinator.noord')
      .post(PAD, { ...NIEUW, naam: 'Spelling', contact, escalatie: contact });
    const loket = body.loketten.find(({ naam }: { naam: string }) => naam === 'Spelling');
    assert.deepEqual([loket.contact.email, loket.escalatie.email], [CONTACT.email, CONTACT.email]);
  });

  it('400: a name is no sentence with a link', async () => {
    const contact = { ...CONTACT, naam: 'U hebt gewonnen: kijk op www.kwaad.example' };
    const { status, body } = await app.as('coordinator.noord').post(PAD, { ...NIEUW, contact });
    assert.equal(status, 400);
    assert.deepEqual(
      body.errors.map(({ location, code, detail }: { location: { pointer: string }; code: string; detail: string }) => [
        location.pointer,
        code,
        detail,
      ]),
      [['#/contact/naam', 'link', 'Schrijf alleen de naam, zonder internetadres of mailadres.']],
    );
  });

  it('201: a closure is announced and taken away', async () => {
    const als = app.as('landelijk');
    const sluiting = { vanDatum: '2099-07-20', totEnMetDatum: '2099-08-10', reden: 'Zomersluiting' };
    assert.deepEqual((await als.post('/organisaties/CIZ/sluitingen', sluiting)).body.sluitingen, [sluiting]);
    assert.deepEqual((await als.delete('/organisaties/CIZ/sluitingen/2099-07-20')).body.sluitingen, []);
    assert.equal((await als.delete('/organisaties/CIZ/sluitingen/2099-07-20')).status, 404);
  });

  it('400: every fault at once', async () => {
    const { status, body } = await app.as('beheer').post(PAD, { naam: '', contact: { naam: 'x', email: 'nergens' } });
    assert.equal(status, 400);
    assert.deepEqual(
      body.errors.map(({ location }: { location: { pointer: string } }) => location.pointer).toSorted(),
      ['#/contact/email', '#/contact/telefoon', '#/naam', '#/reden'],
    );
    const om = await app
      .as('beheer')
      .post('/organisaties/CIZ/sluitingen', { vanDatum: '2099-02-02', totEnMetDatum: '2099-02-01', reden: 'x' });
    assert.equal(om.status, 400);
  });

  it('403 for who does not keep it, 404 for what is not there', async () => {
    for (const wie of ['metgezel.noord', 'programmaleiding', 'auditor'])
      assert.equal((await app.as(wie).post(PAD, NIEUW)).status, 403, wie);
    assert.equal((await app.as('auditor').get(PAD)).status, 403);
    const als = app.as('beheer');
    assert.equal((await als.get('/organisaties/BESTAAT_NIET/loketten')).status, 404);
    assert.equal((await als.post('/organisaties/BESTAAT_NIET/loketten', NIEUW)).status, 404);
    const weg = { reden: 'Het loket is opgeheven.' };
    assert.equal((await als.post(`${PAD}/${randomUUID()}/beeindigingen`, weg)).status, 404);
    const vanEenAnder = '/organisaties/CIZ/loketten/0192d000-0000-7000-8000-000000000001';
    assert.equal((await als.post(`${vanEenAnder}/beeindigingen`, weg)).status, 404);
    assert.equal((await als.post(`${vanEenAnder}/wijzigingen`, NIEUW)).status, 404);
  });
});

describe('a change of where an organisatie is reached', () => {
  const GRONINGEN = '0192d000-0000-7000-8000-000000000001';
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const brieven = () =>
    rows(app.db(), sql`delete from zending returning adres, onderwerp, inhoud`, {
      adres: text,
      onderwerp: text,
      inhoud: text,
    });

  it('leaves a trace: who, when, why, and what stood there before and after', async () => {
    const als = app.as('coordinator.noord');
    const { loketten: was } = (await als.get(PAD)).body;
    const wmo = was.find(({ id }: { id: string }) => id === GRONINGEN);
    const nieuw = { naam: wmo.naam, contact: CONTACT, escalatie: wmo.escalatie, reden: 'Marieke is met pensioen.' };
    const eerst = Date.now();
    assert.equal((await als.post(`${PAD}/${GRONINGEN}/wijzigingen`, nieuw)).status, 201);
    const { body } = await app.as('auditor').get('/organisaties/GM0014/loketwijzigingen');
    const [{ op, ...wijziging }, ...ouder] = body.wijzigingen;
    assert.ok(eerst - 1000 <= Date.parse(op) && Date.parse(op) <= Date.now() + 1000);
    assert.deepEqual(ouder, []);
    assert.deepEqual(wijziging, {
      soort: 'loket_gewijzigd',
      loket: GRONINGEN,
      door: { id: 'coordinator.noord', naam: 'Hilde Postma' },
      reden: 'Marieke is met pensioen.',
      voor: { naam: wmo.naam, contact: wmo.contact, escalatie: wmo.escalatie },
      na: { naam: wmo.naam, contact: CONTACT, escalatie: wmo.escalatie },
    });
    const post = await brieven();
    assert.deepEqual(new Set(post.map(({ adres }) => adres)), new Set([CONTACT.email, wmo.contact.email]));
    for (const { adres, onderwerp, inhoud } of post) {
      assert.equal(onderwerp, 'Gewijzigd: Wmo-loket van Gemeente Groningen');
      assert.match(inhoud, /Bel dan meteen Hilde Postma/);
      assert.match(inhoud, /06 1234 5611/);
      assert.match(inhoud, adres === CONTACT.email ? /voortaan op dit adres binnen/ : /niet meer op dit adres binnen/);
      assert.doesNotMatch(inhoud, /pensioen/);
    }
  });

  it('the same once more leaves no second trace and sends no mail', async () => {
    const als = app.as('beheer');
    const nieuw = { ...NIEUW, naam: 'Loket Jeugd' };
    const sleutel = { 'idempotency-key': randomUUID() };
    await als.post('/organisaties/GM0193/loketten', nieuw, sleutel);
    await als.post('/organisaties/GM0193/loketten', nieuw, sleutel);
    const { loketten: nu } = (await als.get('/organisaties/GM0193/loketten')).body;
    const { id } = nu.find(({ naam }: { naam: string }) => naam === 'Loket Jeugd');
    await als.post(`/organisaties/GM0193/loketten/${id}/wijzigingen`, nieuw);
    for (let keer = 0; keer < 2; keer += 1)
      await als.post(`/organisaties/GM0193/loketten/${id}/beeindigingen`, { reden: 'Het was een vergissing.' });
    const { body } = await als.get('/organisaties/GM0193/loketwijzigingen');
    assert.deepEqual(
      body.wijzigingen.map(({ soort, reden }: Record<string, string>) => [soort, reden]),
      [
        ['loket_gesloten', 'Het was een vergissing.'],
        ['loket_toegevoegd', NIEUW.reden],
      ],
    );
    assert.deepEqual(
      (await brieven()).map(({ adres }) => adres),
      [CONTACT.email, CONTACT.email],
    );
  });

  it('of when it is closed leaves one too', async () => {
    const als = app.as('landelijk');
    const sluiting = { vanDatum: '2099-07-20', totEnMetDatum: '2099-08-10', reden: 'Zomersluiting' };
    await als.post('/organisaties/UWV/sluitingen', sluiting);
    await als.post('/organisaties/UWV/sluitingen', { ...sluiting, totEnMetDatum: '2099-08-12' });
    await als.delete('/organisaties/UWV/sluitingen/2099-07-20');
    const { wijzigingen } = (await als.get('/organisaties/UWV/loketwijzigingen')).body;
    assert.deepEqual(
      wijzigingen.map(({ soort, voor, na }: Record<string, { totEnMetDatum: string } | null>) => [
        soort,
        voor?.totEnMetDatum,
        na?.totEnMetDatum,
      ]),
      [
        ['sluiting_verwijderd', '2099-08-12', undefined],
        ['sluiting_gemeld', '2099-08-10', '2099-08-12'],
        ['sluiting_gemeld', undefined, '2099-08-10'],
      ],
    );
  });

  it('403 for a coordinator of another region, and for what works in more than the own one', async () => {
    const weg = { reden: 'Het loket is opgeheven.' };
    const van = '2099-07-20';
    for (const [wie, organisatie] of [
      ['coordinator.west', 'GM0014'],
      ['coordinator.noord', 'CIZ'],
    ] as const) {
      const als = app.as(wie);
      const pad = `/organisaties/${organisatie}`;
      for (const reply of [
        await als.post(`${pad}/loketten`, NIEUW),
        await als.post(`${pad}/loketten/${GRONINGEN}/wijzigingen`, NIEUW),
        await als.post(`${pad}/loketten/${GRONINGEN}/beeindigingen`, weg),
        await als.post(`${pad}/sluitingen`, { vanDatum: van, totEnMetDatum: van, reden: 'Weg' }),
        await als.delete(`${pad}/sluitingen/${van}`),
      ]) {
        assert.equal(reply.status, 403);
        assert.match(reply.body.detail, /in uw regio/);
      }
    }
    assert.deepEqual(await brieven(), []);
  });

  it('can be erased in words, and otherwise not be changed', async () => {
    await assert.rejects(rows(app.db(), sql`update loketwijziging set door = 'ander'`), /append-only/);
    await assert.rejects(rows(app.db(), sql`update loketwijziging set reden = 'Iets anders'`), /append-only/);
    await assert.rejects(rows(app.db(), sql`delete from loketwijziging`), /append-only/);
    await rows(app.db(), sql`update loketwijziging set reden = null, voor = null, na = null`);
  });
});

describe('the files that a ketenpartner sent', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('are listed for and saved by whoever sees the signaal, and nobody else', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const pdf = Buffer.from('%PDF-1.7\nbesluit');
    await loket.antwoord('opgelost', {}, [new File([pdf], 'besluit “é”.pdf')]);
    const pad = `/signalen/${loket.stroom}/bijlagen`;
    const { body } = await app.as('metgezel.noord').get(pad);
    const [{ id, naam, grootte, verzoek }] = body.bijlagen;
    assert.deepEqual([naam, grootte, verzoek], ['besluit “é”.pdf', pdf.length, loket.verzoek]);
    const reply = await fetch(`${app.url}/api/v1${pad}/${id}`, {
      headers: { authorization: `Bearer ${await app.token('metgezel.noord')}` },
    });
    assert.equal(reply.headers.get('content-type'), 'application/pdf');
    assert.match(reply.headers.get('content-disposition') ?? '', /^attachment; filename=/);
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(reply.headers.get('cache-control'), 'no-store');
    assert.deepEqual(Buffer.from(await reply.arrayBuffer()), pdf);

    const ander = await Loket.gevraagd(app);
    assert.equal((await app.as('metgezel.noord').get(`/signalen/${ander.stroom}/bijlagen/${id}`)).status, 404);
    for (const [wie, status] of [
      ['metgezel.west', 404],
      ['coordinator.noord', 200],
      ['beheer', 403],
    ] as const) {
      assert.equal((await app.as(wie).get(pad)).status, status, wie);
      assert.equal((await app.as(wie).get(`${pad}/${id}`)).status, status, wie);
    }
  });
});
