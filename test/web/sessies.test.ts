import assert from 'node:assert/strict';

import { createAccounts } from '#activities/gebruikers/accounts.ts';
import { ruimSessiesOp } from '#activities/gebruikers/opruimen.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

describe('a session', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(async () => {
    assert.deepEqual(app.fouten, []);
    await rows(app.db(), sql`delete from sessie`);
    await rows(app.db(), sql`delete from inlogpoging`);
  });

  const ingelogd = async (gebruiker: string): Promise<Bezoeker> => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn(gebruiker);
    return bezoeker;
  };
  const isIngelogd = async (bezoeker: Bezoeker): Promise<boolean> =>
    (await bezoeker.vraag('/instellingen')).status === 200;
  const verzet = (wat: 'begonnen_op' | 'gebruikt_op', minuten: number) =>
    rows(app.db(), sql`update sessie set ${sql.ref(wat)} = clock_timestamp() - ${minuten} * interval '1 minute'`);

  it('ends an hour after it was last used', async () => {
    const bezoeker = await ingelogd('landelijk');
    await verzet('gebruikt_op', 59);
    assert.ok(await isIngelogd(bezoeker));
    await verzet('gebruikt_op', 61);
    assert.ok(!(await isIngelogd(bezoeker)));
  });

  it('ends ten hours after it began, however much it was used', async () => {
    const bezoeker = await ingelogd('landelijk');
    await verzet('begonnen_op', 599);
    assert.ok(await isIngelogd(bezoeker));
    await verzet('begonnen_op', 601);
    assert.ok(!(await isIngelogd(bezoeker)));
  });

  it('is used by each page that asks for it, so that who works stays', async () => {
    const bezoeker = await ingelogd('landelijk');
    await verzet('gebruikt_op', 59);
    await isIngelogd(bezoeker);
    const [{ vers } = {}] = await rows(
      app.db(),
      sql`select gebruikt_op > clock_timestamp() - interval '1 minute' as vers from sessie`,
    );
    assert.equal(vers, true);
  });

  it('ends at once when the account ends, and does not come back with it', async () => {
    const bezoeker = await ingelogd('metgezel.west');
    const account = (actief: string) =>
      createAccounts(app.database).leesIn(
        Buffer.from(
          `id;naam;email;telefoon;rollen;regios;thuisregio;organisatie;actief\n` +
            `metgezel.west;Rachid el Amrani;rachid@signaalpunt.example;06 1234 5602;metgezel;;WEST;;${actief}\n`,
        ),
        { uitvoeren: true, wie: null },
      );
    await account('nee');
    assert.ok(!(await isIngelogd(bezoeker)));
    await account('ja');
    assert.ok(!(await isIngelogd(bezoeker)));
  });

  it('is of nobody while the account is not active, whoever wrote that', async () => {
    const bezoeker = await ingelogd('metgezel.west');
    await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'metgezel.west'`);
    assert.ok(!(await isIngelogd(bezoeker)));
    await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'metgezel.west'`);
  });

  it('ends for good once the last day of the account is over', async () => {
    const bezoeker = await ingelogd('metgezel.west');
    const laatsteDag = (datum: string | null) =>
      rows(app.db(), sql`update gebruiker set actief_tot = ${datum}::date where id = 'metgezel.west'`);
    const vandaag = datumVan(new Date().toISOString());
    await laatsteDag(vandaag);
    await ruimSessiesOp(app.database);
    assert.ok(await isIngelogd(bezoeker));
    await laatsteDag(plusDagen(vandaag, -1));
    assert.ok(!(await isIngelogd(bezoeker)));
    await ruimSessiesOp(app.database);
    await laatsteDag(null);
    assert.ok(!(await isIngelogd(bezoeker)));
  });

  it('has a new id at each login, whatever id the browser came with', async () => {
    const bezoeker = await ingelogd('landelijk');
    const eerst = bezoeker.koekjes.get('sessie')?.waarde;
    await bezoeker.logIn('programmaleiding', '/inloggen?opnieuw=ja');
    const daarna = bezoeker.koekjes.get('sessie')?.waarde;
    assert.notEqual(daarna, eerst);
    const dief = new Bezoeker(app.url);
    for (const waarde of [eerst ?? '', 's%3AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x', 'x']) {
      dief.koekjes.set('sessie', { waarde, pad: '/', kenmerken: '' });
      assert.ok(!(await isIngelogd(dief)), waarde);
    }
  });

  it('shows where one is logged in, and ends one elsewhere', async () => {
    const [hier, daar] = [await ingelogd('landelijk'), await ingelogd('landelijk')];
    await ingelogd('programmaleiding');
    const { tekst } = await hier.volg('/instellingen/sessies');
    assert.equal(tekst.match(/Firefox op een Android-telefoon/g)?.length, 3);
    assert.equal(tekst.match(/Hier kijkt u nu/g)?.length, 1);
    const [, welke = ''] = /value="([0-9a-f-]{36})"/.exec(tekst) ?? [];
    await hier.stuur('/instellingen/sessies', { welke });
    assert.deepEqual([await isIngelogd(hier), await isIngelogd(daar)], [true, false]);
  });

  it('ends all others with one button, and nobody else is logged out', async () => {
    const [hier, daar, ginds] = [await ingelogd('beheer'), await ingelogd('beheer'), await ingelogd('beheer')];
    const ander = await ingelogd('auditor');
    await hier.stuur('/instellingen/sessies', { welke: 'andere' });
    assert.deepEqual(await Promise.all([hier, daar, ginds, ander].map((wie) => isIngelogd(wie))), [
      true,
      false,
      false,
      true,
    ]);
  });

  it('is forgotten two weeks after it was over, as is who never came back, and what was typed and not fetched', async () => {
    const bezoeker = await ingelogd('beheer');
    await bezoeker.volg('/inloggen?opnieuw=ja');
    await rows(
      app.db(),
      sql`insert into ingevuld (browser, adres, gebruiker, velden, op) values ('x', '/', 'beheer', 'x', clock_timestamp())`,
    );
    const aantallen = async () => {
      const [gevonden] = await rows(
        app.db(),
        sql`select (select count(*) from sessie)::int as sessies, (select count(*) from inlogpoging)::int as pogingen,
                   (select count(*) from ingevuld)::int as ingevuld`,
      );
      return Object.values(gevonden ?? {});
    };
    await ruimSessiesOp(app.database);
    assert.deepEqual(await aantallen(), [1, 1, 1]);
    await rows(app.db(), sql`update inlogpoging set op = op - interval '15 minutes'`);
    await rows(app.db(), sql`update ingevuld set op = op - interval '1 hour'`);
    await verzet('gebruikt_op', 13 * 24 * 60);
    await ruimSessiesOp(app.database);
    assert.deepEqual(await aantallen(), [1, 0, 0]);
    await verzet('gebruikt_op', 14 * 24 * 60 + 1);
    await ruimSessiesOp(app.database);
    assert.deepEqual(await aantallen(), [0, 0, 0]);
  });

  it('of somebody else cannot be ended', async () => {
    const [ik, ander] = [await ingelogd('beheer'), await ingelogd('auditor')];
    const [{ id } = {}] = await rows(app.db(), sql`select id::text from sessie where gebruiker = 'auditor'`);
    await ik.stuur('/instellingen/sessies', { welke: String(id) });
    assert.ok(await isIngelogd(ander));
  });
});
