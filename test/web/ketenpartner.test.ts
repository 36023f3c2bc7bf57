import assert from 'node:assert/strict';

import { sql } from '#db/sql.ts';
import { rows } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { GEHEIM, KANARIE, Loket } from '#test/support/loket.ts';

describe('the link of a ketenpartner', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('opens with a mailed code, shows one question, who asks it, a number and the last day', async () => {
    const loket = await Loket.gevraagd(app);
    const welkom = await loket.vraag(loket.pad);
    assert.equal(welkom.status, 200);
    assert.match(welkom.body, /Iemand van Metgezel heeft u een vraag gesteld\./);
    const pagina = await loket.open();
    assert.ok(pagina.includes(KANARIE));
    assert.ok(!pagina.includes(GEHEIM));
    for (const wat of ['Anneke de Vries', '06 1234 5601', 'tot en met', 'Marieke Dijkstra', 'Gemeente Groningen'])
      assert.ok(pagina.includes(wat), wat);
    assert.doesNotMatch(loket.vraagpad, new RegExp(loket.token));
  });
});
