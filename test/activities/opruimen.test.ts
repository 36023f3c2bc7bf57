import assert from 'node:assert/strict';

import { NAAMLOOS, ruimVerlopenOp } from '#activities/wissen/opruimen.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { BEWAARTERMIJNEN, OPRUIMSOORTEN, type Opruimsoort } from '#domain/beleid/bewaartermijnen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { maakOud, type Nalatenschap, nalatenschapIn } from '#test/support/nalatenschap.ts';

const NIETS = Object.fromEntries(OPRUIMSOORTEN.map((soort) => [soort, 0]));

describe('what goes by itself when its term is over', () => {
  let app: Client;
  let erin: Nalatenschap;
  before(async () => {
    app = await startApp();
    erin = await nalatenschapIn(app);
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('stays through its term and goes after it, in the night, and says why it is that long', async () => {
    assert.deepEqual(await ruimVerlopenOp(app.database), NIETS);
    let oud = 0;
    const weg = new Set<Opruimsoort>();
    for (const { soort, maanden, bron } of BEWAARTERMIJNEN.toSorted((a, b) => a.maanden - b.maanden)) {
      assert.match(bron, /^(?:AVG artikel|NEN 7513)/);
      if (!OPRUIMSOORTEN.some((een) => een === soort)) continue;
      for (const marge of [-5, 5]) {
        const dagen = Math.round(maanden * 30.4369) + marge;
        await maakOud(app, `${dagen - oud} days`);
        oud = dagen;
        const nacht = await ruimVerlopenOp(app.database);
        const een = soort as Opruimsoort;
        if (marge < 0 && !weg.has(een)) assert.equal(nacht[een], 0, een);
        // Kinds of one length go in one night.
        for (const ander of OPRUIMSOORTEN) if (nacht[ander] > 0) weg.add(ander);
        if (marge > 0) assert.ok(weg.has(een), een);
      }
    }
  });

  it('is gone without a trace of a word, and that it went stands in the log, once', async () => {
    for (const { tabel, kolom, kanarie } of erin.geplant) assert.ok(!(await staat(tabel, kolom, kanarie)), kanarie);
    const gemeld = await rows(app.db(), sql`select operatie from logregel where operatie like 'opruimen:%'`, {
      operatie: text,
    });
    assert.deepEqual(
      [...new Set(gemeld.map(({ operatie }) => operatie))].toSorted(),
      OPRUIMSOORTEN.map((soort) => `opruimen:${soort}`).toSorted(),
    );
    assert.deepEqual(await ruimVerlopenOp(app.database), NIETS, 'nothing twice');
  });

  it('leaves the rest: who still works here, the patroon with its number, and a log that nobody changed', async () => {
    const { body: account } = await app.as('beheer').get(`/gebruikers/${erin.account}`);
    assert.deepEqual([account.naam, account.email, account.telefoon], [NAAMLOOS, '', '']);
    const { body: blijft } = await app.as('beheer').get('/gebruikers/metgezel.noord');
    assert.match(blijft.email, /@/);
    const { status, body: patroon } = await app.as('landelijk').get(`/patronen/${erin.patroon}`);
    assert.deepEqual([status, patroon.titel, patroon.fase], [200, erin.patroon, 'opgelost']);
    assert.equal((await app.as('metgezel.noord').get(`/lessen/${erin.les}`)).status, 404);
    const vandaag = datumVan(new Date().toISOString());
    const { body } = await app.as('auditor').post('/logregels/_controleer', { vanafDatum: vandaag });
    assert.ok(!body.bevindingen.some(({ soort }: { soort: string }) => soort === 'inhoud_anders'));
  });

  async function staat(tabel: string, kolom: string, kanarie: string): Promise<boolean> {
    const gevonden = await app.orm.em
      .getConnection()
      .execute(`select from "${tabel}" where "${kolom}"::text like ? limit 1`, [`%${kanarie}%`]);
    return gevonden.length > 0;
  }
});
