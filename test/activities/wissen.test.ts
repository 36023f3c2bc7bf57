import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { stelWissenVoor } from '#activities/wissen/voorstellen.ts';
import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';

const VIJF_JAAR_LATER = () => new Date(Date.now() + 61 * 31 * 86_400_000).toISOString();

describe('erasing a signaal', () => {
  let werkplaats: Werkplaats;
  let app: Client;
  let map: string;
  before(async () => {
    werkplaats = await Werkplaats.open();
    app = await startApp({ database: werkplaats.databaseUrl });
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('landelijk2', 'Twee Landelijk', 'landelijk2@voorbeeld.nl', '06 1234 5699', array['landelijk_team'], '{}')`,
    );
    map = await mkdtemp(path.join(tmpdir(), 'signaalpunt-wissen-'));
  });
  after(async () => {
    await app.stop();
    await werkplaats.sluit();
    await rm(map, { recursive: true, force: true });
  });

  const vernietig = () => {
    const { database, client, wekken } = werkplaats;
    return vernietigAlles({ database, client, wekken, journaal: createWisjournaal(map) });
  };
  const journaal = async () =>
    (await readFile(path.join(map, 'gewist.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((regel) => JSON.parse(regel));

  async function gesloten(): Promise<{ id: string; nummer: string }> {
    const melding = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie', knelpunt: 'Kanarie: niemand helpt.' });
    const { body } = await app.as('metgezel.noord').post('/signalen', melding);
    const coordinator = app.as('coordinator.noord');
    await coordinator.post(`/signalen/${body.nummer}/oppakkingen`);
    const uitkomst = { uitkomst: 'opgelost', toelichting: 'Kanarie: het is gelukt.', terugkoppeling: 'Kanarie.' };
    const { status } = await coordinator.post(`/signalen/${body.nummer}/uitkomsten`, uitkomst);
    assert.equal(status, 201);
    return body;
  }

  async function voorgesteld(nummer: string) {
    const { body } = await app.as('landelijk').get('/wissingen?limiet=100');
    return body.wissingen.find((wissing: { nummer: string; soort: string }) => wissing.nummer === nummer);
  }

  it('takes a term that is over and two people, and leaves its number, its codes and its dates', async () => {
    const { id, nummer } = await gesloten();
    assert.equal(await stelWissenVoor(werkplaats.database), 0);
    await werkplaats.uitvoeren.leesStand(id, VIJF_JAAR_LATER());
    assert.equal(await stelWissenVoor(werkplaats.database), 1);
    assert.equal(await stelWissenVoor(werkplaats.database), 0);

    const { id: wissing } = await voorgesteld(nummer);
    const bevestig = (wie: string) => app.as(wie).post(`/wissingen/${wissing}/bevestigingen`);
    assert.equal((await bevestig('coordinator.noord')).status, 403);
    assert.equal((await bevestig('landelijk')).body.status, 'voorgesteld');
    assert.equal((await bevestig('landelijk')).body.bevestigingen.length, 1);
    assert.equal((await bevestig('landelijk2')).body.code, 'niet_bevoegd');
    assert.equal((await bevestig('beheer')).body.status, 'bevestigd');

    await tot(async () => (await vernietig()) === 1);
    const [{ teksten, staat }] = (await rows(
      app.db(),
      sql`select (select count(*)::int from tekst where stroom = ${id}) as teksten, (staat ->> 'status') as staat
            from stroom where id = ${id}`,
      { teksten: number, staat: text },
    )) as [{ teksten: number; staat: string }];
    assert.deepEqual([teksten, staat], [0, 'afgesloten']);
    const [regel] = await journaal();
    assert.deepEqual([regel.nummer, regel.grond, regel.maanden], [nummer, 'bewaartermijn', 60]);

    const gelezen = await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    assert.equal(gelezen.status, 410);
    assert.equal(gelezen.headers.get('content-type'), 'application/problem+json');
    assert.match(gelezen.body.detail, /^Dit signaal is gewist op .*, omdat de bewaartermijn van 5 jaar voorbij was\.$/);
    assert.equal((await app.as('coordinator.west').get(`/signalen/${nummer}`)).status, 404);
    const daad = await app.as('metgezel.noord').post(`/signalen/${nummer}/heropeningen`, { toelichting: 'Toch.' });
    assert.deepEqual([daad.status, daad.body.code], [410, 'gewist']);
    const lijst = await app.as('coordinator.noord').get('/signalen');
    const over = lijst.body.signalen.find((een: { nummer: string }) => een.nummer === nummer);
    assert.deepEqual([over.onderwerp, over.status], [null, 'afgesloten']);
  });
});
