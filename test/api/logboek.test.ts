import assert from 'node:assert/strict';

import { arrayOf, json, number, orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import type { Logbijzonderheden } from '#domain/audit/logregel.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

const RIJ = {
  nr: number,
  verrichting: text,
  operatie: text,
  afloop: text,
  code: orNull(text),
  persoon: orNull(text),
  rollen: arrayOf(text),
  organisatie: orNull(text),
  namens: orNull(text),
  link: orNull(text),
  stroom: orNull(text),
  nummer: orNull(text),
  object: orNull(text),
  ingang: text,
  spoor: text,
  adres: orNull(text),
  bijzonderheden: json<Logbijzonderheden>(),
};

describe('the log of who did what', () => {
  let app: Client;
  let signaal: { id: string; nummer: string };
  before(async () => {
    app = await startApp();
    signaal = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' })))
      .body;
  });
  after(() => app.stop());

  async function laatste(): Promise<number> {
    const [rij] = await rows(app.db(), sql`select coalesce(max(nr), 0)::float8 as nr from logregel`, { nr: number });
    return rij?.nr ?? 0;
  }

  /** The lines that `werk` leaves. */
  async function regelsVan(werk: () => Promise<unknown>) {
    const eerder = await laatste();
    await werk();
    return rows(
      app.db(),
      sql`select nr::float8 as nr, verrichting, operatie, afloop, code, persoon, rollen, organisatie, namens, link, stroom, nummer,
                 object, ingang, spoor, adres, bijzonderheden
            from logregel where nr > ${eerder} order by nr`,
      RIJ,
    );
  }

  it('says of a signaal that was read: who, in which role, which one, from where, and that it went well', async () => {
    const [regel, ...meer] = await regelsVan(() => app.as('coordinator.noord').get(`/signalen/${signaal.nummer}`));
    assert.deepEqual(meer, []);
    const { nr: _nr, spoor, bijzonderheden, ...rest } = regel!;
    assert.deepEqual(rest, {
      verrichting: 'lezen',
      operatie: 'GET /api/v1/signalen/:signaal',
      afloop: 'gelukt',
      code: null,
      persoon: 'coordinator.noord',
      rollen: ['regiocoordinator'],
      organisatie: null,
      namens: null,
      link: null,
      stroom: signaal.id,
      nummer: signaal.nummer,
      object: null,
      ingang: 'api',
      adres: '127.0.0.1',
    });
    assert.match(spoor, /^[0-9a-f]{32}$/);
    assert.equal(bijzonderheden.status, 200);
  });

  it('knows the number of a signaal that was asked for by its id, and keeps what was asked that is none of ours out', async () => {
    const [metId] = await regelsVan(() => app.as('coordinator.noord').get(`/signalen/${signaal.id}`));
    assert.deepEqual([metId?.stroom, metId?.nummer], [signaal.id, signaal.nummer]);
    const [vreemd] = await regelsVan(() => app.as('coordinator.noord').get('/signalen/familie-jansen'));
    assert.deepEqual([vreemd?.afloop, vreemd?.stroom, vreemd?.nummer], ['mislukt', null, null]);
    assert.doesNotMatch(JSON.stringify(vreemd), /jansen/);
  });

  it('tells which signalen stood in a list, and what was asked in codes', async () => {
    const [regel] = await regelsVan(() => app.as('coordinator.noord').get('/signalen?niveau=regionaal&limiet=5'));
    assert.equal(regel?.verrichting, 'lijst');
    assert.deepEqual(regel?.bijzonderheden.getoond, [signaal.nummer]);
    assert.deepEqual(regel?.bijzonderheden.vraag, { niveau: 'regionaal', limiet: '5' });
  });

  it('keeps of words that somebody looks for a fingerprint alone, the same for the same words', async () => {
    const zoek = (naam: string) =>
      regelsVan(() => app.as('coordinator.noord').get(`/mensen?naam=${encodeURIComponent(naam)}`));
    const [[een], [ander], [nog]] = [await zoek('Jánsen '), await zoek('De Vries'), await zoek('jansen')];
    assert.equal(een?.verrichting, 'zoeken');
    assert.match(een?.bijzonderheden.vraag?.['naam'] ?? '', /^hmac:[0-9a-f]{24}$/);
    assert.equal(een?.bijzonderheden.vraag?.['naam'], nog?.bijzonderheden.vraag?.['naam']);
    assert.notEqual(een?.bijzonderheden.vraag?.['naam'], ander?.bijzonderheden.vraag?.['naam']);
  });

  it('writes an act in its own transaction, in the codes of what happened, and nothing that people wrote', async () => {
    const geheim = 'kanarie-in-een-notitie';
    const regels = await regelsVan(() =>
      app.as('metgezel.noord').post(`/signalen/${signaal.nummer}/notities`, { notitie: geheim }),
    );
    assert.deepEqual(
      regels.map(({ verrichting, operatie, persoon, nummer, bijzonderheden }) => [
        verrichting,
        operatie,
        persoon,
        nummer,
        bijzonderheden,
      ]),
      [['daad', 'notitie_toegevoegd', 'metgezel.noord', signaal.nummer, { gebeurtenissen: ['notitie_toegevoegd'] }]],
    );
    assert.doesNotMatch(JSON.stringify(regels), new RegExp(geheim));
    assert.deepEqual([regels[0]?.ingang, regels[0]?.adres], ['api', '127.0.0.1']);
  });

  it('writes a line also when the same act is asked again, which changes nothing', async () => {
    const kop = { 'idempotency-key': 'nog-eens' };
    const notitie = () => app.as('metgezel.noord').post(`/signalen/${signaal.nummer}/notities`, { notitie: 'x' }, kop);
    await notitie();
    const regels = await regelsVan(notitie);
    assert.deepEqual(
      regels.map(({ verrichting, operatie, nummer }) => [verrichting, operatie, nummer]),
      [['daad', 'POST /api/v1/signalen/:signaal/notities', signaal.nummer]],
    );
  });

  it('tells of a refusal why, whether somebody may not see it, may not do it, or did not log in', async () => {
    const wie = app.as('metgezel.west');
    const [nietTeZien] = await regelsVan(() => wie.get(`/signalen/${signaal.nummer}`));
    assert.deepEqual(
      [nietTeZien?.afloop, nietTeZien?.code, nietTeZien?.nummer],
      ['geweigerd', 'niet_gevonden', signaal.nummer],
    );
    const [nietDoen] = await regelsVan(() =>
      app.as('metgezel.noord').post(`/signalen/${signaal.nummer}/oppakkingen`, {}),
    );
    assert.deepEqual(
      [nietDoen?.verrichting, nietDoen?.afloop, nietDoen?.persoon],
      ['daad', 'geweigerd', 'metgezel.noord'],
    );
    const [rol] = await regelsVan(() => app.as('beheer').get('/signalen'));
    assert.deepEqual([rol?.afloop, rol?.code], ['geweigerd', 'geen_toegang']);
    const [vreemde] = await regelsVan(() => vraag(`${app.url}/api/v1/signalen`));
    assert.deepEqual([vreemde?.afloop, vreemde?.code, vreemde?.persoon], ['geweigerd', 'niet_aangemeld', null]);
  });

  it('tells who logged in and out, and who looked at a page', async () => {
    const bezoeker = new Bezoeker(app.url);
    const regels = await regelsVan(async () => {
      await bezoeker.logIn('coordinator.noord');
      await bezoeker.vraag(`/signalen/${signaal.nummer}`);
      await bezoeker.stuur('/uitloggen', {});
    });
    assert.deepEqual(
      regels.map(({ verrichting, ingang, persoon, nummer }) => [verrichting, ingang, persoon, nummer]),
      [
        ['inloggen', 'pagina', 'coordinator.noord', null],
        // Logging in leads to Vandaag.
        ['lijst', 'pagina', 'coordinator.noord', null],
        ['lezen', 'pagina', 'coordinator.noord', signaal.nummer],
        ['uitloggen', 'pagina', 'coordinator.noord', null],
      ],
    );
  });

  it('knows through which link a party read its question, and never the token', async () => {
    const loket = await Loket.gevraagd(app);
    const regels = await regelsVan(() => loket.open());
    assert.deepEqual(
      regels.map(({ verrichting, ingang, stroom, persoon }) => [verrichting, ingang, stroom, persoon]),
      [
        ['inloggen', 'link', loket.stroom, null],
        ['inloggen', 'link', loket.stroom, null],
        ['lezen', 'link', loket.stroom, null],
      ],
    );
    assert.equal(new Set(regels.map(({ link }) => link)).size, 1);
    assert.notEqual(regels[0]?.link, null);
    assert.doesNotMatch(JSON.stringify(regels), new RegExp(loket.token));
  });

  it('gives no answer at all when the line cannot be kept', async () => {
    const lees = () => app.as('coordinator.noord').get(`/signalen/${signaal.nummer}`);
    const zet = (recht: string) => app.orm.em.getConnection().execute(recht);
    await zet('revoke insert on logregel from signaalpunt_dienst_logboek');
    try {
      const { status, body, headers } = await lees();
      assert.equal(status, 500);
      assert.equal(body.code, 'interne_fout');
      assert.equal(headers.get('etag'), null);
      assert.doesNotMatch(JSON.stringify(body), /verwijzen naar elkaar/);
    } finally {
      await zet('grant insert on logregel to signaalpunt_dienst_logboek');
    }
    assert.equal((await lees()).status, 200);
  });

  it('is added to and nothing else: nobody changes or removes a line, not even the owner of the tables', async () => {
    for (const wat of [
      'update logregel set persoon = null',
      'delete from logregel',
      'truncate logregel cascade',
      'delete from logzegel',
    ])
      await assert.rejects(app.orm.em.getConnection().execute(wat), /append-only/, wat);
  });
});
