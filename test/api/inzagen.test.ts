import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

interface Inzage {
  persoon: { id: string; naam: string } | null;
  organisatie: string | null;
  dagen: number;
}

describe('who looked at a signaal', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const dienIn = async (): Promise<string> =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }))).body
      .nummer;
  const inzagen = async (nummer: string, wie = 'metgezel.noord'): Promise<string[]> => {
    const { status, body } = await app.as(wie).get(`/signalen/${nummer}/inzagen`);
    assert.equal(status, 200);
    return body.inzagen.map(
      ({ persoon, organisatie, dagen }: Inzage) => `${persoon?.naam ?? `link van ${organisatie}`} ${dagen}`,
    );
  };

  it('is told to who may read it: who, on how many days, who looked last first', async () => {
    const nummer = await dienIn();
    for (const wie of ['coordinator.noord', 'landelijk', 'coordinator.noord'])
      await app.as(wie).get(`/signalen/${nummer}`);
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    await bezoeker.volg(`/signalen/${nummer}`);
    assert.deepEqual(await inzagen(nummer), ['Esther Koster 1', 'Hilde Postma 1']);
    // And that somebody looked up who had looked.
    assert.deepEqual(await inzagen(nummer), ['Anneke de Vries 1', 'Esther Koster 1', 'Hilde Postma 1']);
  });

  it('counts nobody who was refused, and no list in which it stood', async () => {
    const nummer = await dienIn();
    await app.as('metgezel.west').get(`/signalen/${nummer}`);
    await app.as('coordinator.noord').get('/signalen');
    assert.deepEqual(await inzagen(nummer), []);
  });

  it('names the organisatie of who came with a link', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const { body } = await app.as('coordinator.noord').get(`/signalen/${loket.stroom}`);
    const gezien = await inzagen(body.nummer, 'coordinator.noord');
    assert.ok(
      gezien.some((een) => /^link van [A-Z].* 1$/.test(een)),
      gezien.join(),
    );
  });

  it('is told to nobody else', async () => {
    const nummer = await dienIn();
    assert.equal((await app.as('metgezel.west').get(`/signalen/${nummer}/inzagen`)).status, 404);
    assert.equal((await app.as('auditor').get(`/signalen/${nummer}/inzagen`)).status, 403);
  });

  it('stands on the page of the signaal, in sentences', async () => {
    const nummer = await dienIn();
    await app.as('landelijk').get(`/signalen/${nummer}`);
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('coordinator.noord');
    const { tekst } = await bezoeker.volg(`/signalen/${nummer}`);
    assert.match(tekst, /Wie dit signaal heeft bekeken \(1\)/);
    assert.match(tekst, /, landelijk team: op \d+ \w+ \d{4} om \d\d:\d\d\./);
  });
});
