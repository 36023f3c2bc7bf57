import assert from 'node:assert/strict';

import { presentSignaal } from '#contract/present-signaal.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesSignaal, type Signaaldossier } from '#db/queries/signaal.ts';
import { OPEN_VERZOEKEN } from '#domain/beleid/grenzen.ts';
import type { Stap } from '#domain/signaal/staat.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

describe('what an act costs', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('grows with what runs, step by step, and not with the square of it', async () => {
    const weinig = await lezingen(OPEN_VERZOEKEN / 3);
    const veel = await lezingen(OPEN_VERZOEKEN);
    assert.ok(veel <= weinig * 3.5, `${weinig} readings of a step became ${veel}`);
  });

  it('is read with the same number of queries, and answered in as many words, however many notes and reminders there were', async () => {
    const kort = await metNotities(2);
    const lang = await metNotities(60);
    assert.deepEqual(await vragen(lang), await vragen(kort));
    const { body: eerst } = await app.as('metgezel.noord').get(`/signalen/${kort}`);
    const { body: later } = await app.as('metgezel.noord').get(`/signalen/${lang}`);
    assert.equal(JSON.stringify(later).length, JSON.stringify(eerst).length);
  });

  /** How often any field of any step is read to answer with a signaal of which `aantal` questions wait. */
  async function lezingen(aantal: number): Promise<number> {
    const { nummer } = (
      await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }))
    ).body;
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`, {});
    for (let i = 0; i < aantal; i += 1) {
      const vraag = { soort: 'consultatie', persoon: 'landelijk', vraag: 'Denkt u mee?' };
      const { status } = await app.as('coordinator.noord').post(`/signalen/${nummer}/verzoeken`, vraag);
      assert.equal(status, 201);
    }
    const dossier = (await leesSignaal(app.db(), nummer)) ?? assert.fail();
    let gelezen = 0;
    const geteld = (stap: Stap): Stap =>
      new Proxy(stap, {
        get: (doel, veld) => {
          gelezen += 1;
          return Reflect.get(doel, veld);
        },
      });
    const staat: Signaaldossier['staat'] = { ...dossier.staat, stappen: dossier.staat.stappen.map(geteld) };
    presentSignaal({ ...dossier, staat }, (await vindGebruiker(app.db(), 'coordinator.noord')) ?? assert.fail());
    return gelezen;
  }

  async function metNotities(aantal: number): Promise<string> {
    const { nummer } = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal())).body;
    for (let i = 0; i < aantal; i += 1)
      await app.as('metgezel.noord').post(`/signalen/${nummer}/notities`, { notitie: 'Gebeld.' });
    return nummer;
  }

  /** The queries with which a signaal is read, by their text. */
  async function vragen(nummer: string): Promise<string[]> {
    const db = app.db();
    const gesteld: string[] = [];
    const luisterend = new Proxy(db, {
      get: (doel, veld) => {
        const wat: unknown = Reflect.get(doel, veld);
        if (veld !== 'executeQuery' || typeof wat !== 'function')
          return typeof wat === 'function' ? wat.bind(doel) : wat;
        return (vraag: { sql: string }) => {
          gesteld.push(vraag.sql);
          return Reflect.apply(wat, doel, [vraag]);
        };
      },
    });
    await leesSignaal(luisterend, nummer);
    return gesteld;
  }
});
