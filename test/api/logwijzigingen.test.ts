import assert from 'node:assert/strict';

import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { knoeiIn } from '#test/support/zegelkamer.ts';

const NIEUW = {
  id: 'metgezel.nieuw',
  naam: 'Iris Nieuw',
  email: 'iris@voorbeeld.nl',
  telefoon: '06 12345678',
  rollen: ['metgezel'],
  regios: [],
  thuisregio: 'NOORD',
  organisatie: null,
  vanDatum: null,
  totEnMetDatum: null,
  reden: 'Iris begint.',
};

describe('what the log says of a change beside signalen', () => {
  let app: Client;
  const vandaag = datumVan(new Date().toISOString());
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  /** The lines that `doe` leaves, oldest first. */
  async function regelsVan(doe: () => Promise<{ status: number; body: unknown }>) {
    const lees = async () =>
      (await app.as('auditor').get('/logregels?verrichting=wijziging&limiet=100')).body.logregels;
    const eerder = new Set((await lees()).map(({ nr }: { nr: number }) => nr));
    const { status, body } = await doe();
    assert.ok(status < 300, JSON.stringify(body));
    return (await lees()).filter(({ nr }: { nr: number }) => !eerder.has(nr)).toReversed();
  }

  it('is of an account what stood there before and after, and never a mail address or a number', async () => {
    const [erbij, ...meer] = await regelsVan(() => app.as('beheer').post('/gebruikers', NIEUW));
    assert.deepEqual(meer, []);
    assert.deepEqual(
      [erbij.operatie, erbij.object, erbij.persoon.id, erbij.voor, erbij.na.naam],
      ['account_toegevoegd', 'gebruiker:metgezel.nieuw', 'beheer', null, 'Iris Nieuw'],
    );
    const { id, ...gegevens } = NIEUW;
    const [anders] = await regelsVan(() =>
      app
        .as('beheer')
        .post(`/gebruikers/${id}/wijzigingen`, { ...gegevens, thuisregio: 'WEST', email: 'i.n@voorbeeld.nl' }),
    );
    assert.deepEqual(anders.velden.toSorted(), ['email', 'thuisregio']);
    assert.deepEqual([anders.voor.thuisregio, anders.na.thuisregio], ['NOORD', 'WEST']);
    assert.match(anders.na.email, /^sha256:/);
    assert.notEqual(anders.na.email, anders.voor.email);
    assert.equal(anders.na.telefoon, anders.voor.telefoon);
    assert.doesNotMatch(JSON.stringify([erbij, anders]), /voorbeeld\.nl|12345678/);
  });

  it('is of a desk and of a closure the same', async () => {
    const loket = {
      naam: 'Leerplicht',
      contact: { naam: 'Noortje Smit', email: 'leerplicht@voorbeeld.nl', telefoon: '050 123 45 09' },
      reden: 'Een nieuw loket.',
    };
    const [nieuw] = await regelsVan(() => app.as('coordinator.noord').post('/organisaties/GM0014/loketten', loket));
    assert.deepEqual(
      [nieuw.operatie, nieuw.na.naam, nieuw.na.contact.naam],
      ['loket_toegevoegd', 'Leerplicht', 'Noortje Smit'],
    );
    assert.match(nieuw.na.contact.email, /^sha256:/);
    const sluiting = { vanDatum: plusDagen(vandaag, 30), totEnMetDatum: plusDagen(vandaag, 40), reden: 'Verhuizing.' };
    const [dicht] = await regelsVan(() =>
      app.as('coordinator.noord').post('/organisaties/GM0014/sluitingen', sluiting),
    );
    assert.deepEqual([dicht.operatie, dicht.object, dicht.voor], ['sluiting_gemeld', 'organisatie:GM0014', null]);
  });

  it('is of the calendar and the policy the same', async () => {
    const dag = { datum: '2030-05-06', benaming: 'Bevrijdingsdag extra', bron: 'Besluit' };
    const [erbij] = await regelsVan(() => app.as('beheer').post('/feestdagen', dag));
    assert.deepEqual([erbij.operatie, erbij.na], ['feestdag_toegevoegd', { naam: dag.benaming, bron: dag.bron }]);
    const [weg] = await regelsVan(() => app.as('beheer').delete('/feestdagen/2030-05-06'));
    assert.deepEqual(
      [weg.operatie, weg.voor, weg.na],
      ['feestdag_verwijderd', { naam: dag.benaming, bron: dag.bron }, null],
    );
    const { beleid } = (await app.as('beheer').get('/termijnbeleid')).body.versies[0];
    const anders = { ...beleid, tegenhouden: beleid.tegenhouden + 1 };
    const periode = { vanDatum: plusDagen(vandaag, -30), totEnMetDatum: vandaag };
    const { vingerafdruk } = (await app.as('beheer').post('/termijnbeleid/_simuleer', { beleid: anders, ...periode }))
      .body;
    const nieuw = { beleid: anders, geldigVanafDatum: plusDagen(vandaag, 2), vingerafdruk };
    const [opgeslagen] = await regelsVan(() => app.as('beheer').post('/termijnbeleid', nieuw));
    assert.equal(opgeslagen.operatie, 'beleid_opgeslagen');
    assert.deepEqual(
      [opgeslagen.voor.tegenhouden, opgeslagen.na.tegenhouden],
      [beleid.tegenhouden, anders.tegenhouden],
    );
    assert.deepEqual(opgeslagen.velden.toSorted(), ['geldigVanaf', 'tegenhouden', 'versie']);
  });

  it('can be erased beside its line, and then nobody can guess it; what was changed there is found', async () => {
    const controleer = async () =>
      (await app.as('auditor').post('/logregels/_controleer', { vanafDatum: vandaag })).body.bevindingen;
    const [regel] = await regelsVan(() =>
      app.as('beheer').post('/gebruikers', { ...NIEUW, id: 'metgezel.ander', naam: 'Jet Ander' }),
    );
    await knoeiIn(app.databaseUrl, `update loginhoud set na = '{"naam":"Verzonnen"}' where regel = ${regel.nr}`);
    assert.deepEqual(
      (await controleer()).map(({ soort, waar }: { soort: string; waar: string }) => `${soort} ${waar.split(', ')[1]}`),
      [`inhoud_anders regel ${regel.nr}`],
    );
    await knoeiIn(app.databaseUrl, `delete from loginhoud where regel = ${regel.nr}`);
    assert.deepEqual(await controleer(), []);
    const { logregels } = (await app.as('auditor').get('/logregels?verrichting=wijziging')).body;
    const nu = logregels.find(({ nr }: { nr: number }) => nr === regel.nr);
    assert.deepEqual([nu.object, nu.voor, nu.na], ['gebruiker:metgezel.ander', null, null]);
  });
});
