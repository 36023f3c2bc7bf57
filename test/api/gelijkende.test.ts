import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

describe('what may be about the same', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const dienIn = async (onderwerp: string, anders: Record<string, unknown> = {}, melder = 'metgezel.noord') =>
    (await app.as(melder).post('/signalen', nieuwSignaal({ onderwerp, organisatie: 'CIZ', ...anders }))).body as {
      id: string;
      nummer: string;
    };
  const gelijkende = async (gebruiker: string, { id }: { id: string }): Promise<string[]> =>
    (await app.as(gebruiker).get(`/signalen/${id}/gelijkende`)).body.signalen.map(
      ({ nummer }: { nummer: string }) => nummer,
    );

  it('is about the same organisatie with the same words in the onderwerp: most of them first', async () => {
    const een = await dienIn('Herindicatie voor dagbesteding geweigerd');
    const meest = await dienIn('Weer een herindicatie geweigerd voor de dagbesteding', { gemeente: 'GM1680' });
    const twee = await dienIn('Herindicatie bij dagbestedingen');
    await dienIn('Herindicatie duurt lang');
    await dienIn('Herindicatie voor dagbesteding geweigerd', { organisatie: 'UWV' });
    await dienIn('Iets heel anders');
    assert.deepEqual(await gelijkende('metgezel.noord', een), [meest.nummer, twee.nummer]);
    assert.deepEqual(await gelijkende('landelijk', twee), [meest.nummer, een.nummer]);
  });

  it('is about the same gemeente where the organisatie is not known', async () => {
    const een = await dienIn('Vervoer naar zwemles ontbreekt', { organisatie: 'ONBEKEND', gemeente: 'GM0344' });
    const ander = await dienIn('Zwemles zonder vervoer', { organisatie: 'UWV', gemeente: 'GM0344' });
    await dienIn('Zwemles zonder vervoer', { organisatie: 'UWV', gemeente: 'GM0014' });
    assert.deepEqual(await gelijkende('landelijk', een), [ander.nummer]);
  });

  it('shows nobody what they may not read', async () => {
    const van = await dienIn('Kinderrolstoel afgekeurd', { gemeente: 'GM0599' }, 'metgezel.west');
    const hier = await dienIn('Kinderrolstoel weer afgekeurd', { wens: 'hulp', motief: 'geen_aanbod' });
    assert.deepEqual(await gelijkende('metgezel.noord', hier), []);
    assert.deepEqual(await gelijkende('coordinator.noord', hier), []);
    assert.deepEqual(await gelijkende('landelijk', hier), [van.nummer]);
    assert.equal((await app.as('metgezel.west').get(`/signalen/${hier.id}/gelijkende`)).status, 404);
    assert.equal((await app.as('programmaleiding').get(`/signalen/${hier.id}/gelijkende`)).status, 403);
  });

  it('is not what somebody with a conflict may not know of', async () => {
    const zorgaanbieder = { organisatie: 'DEMO_ZORGAANBIEDER', gemeente: 'GM0193' };
    const eigen = await dienIn('Begeleiding stopt plotseling', zorgaanbieder, 'metgezel.zorgaanbieder');
    const ander = await dienIn('Begeleiding stopt alweer plotseling', zorgaanbieder);
    assert.deepEqual(await gelijkende('metgezel.zorgaanbieder', eigen), []);
    assert.deepEqual(await gelijkende('landelijk', eigen), [ander.nummer]);
  });

  it('stands on the page of a signaal, with the way to take the two together for who may', async () => {
    const een = await dienIn('Tolkvoorziening vergoeding afgewezen', { wens: 'hulp', motief: 'geen_aanbod' });
    const ander = await dienIn('Vergoeding tolkvoorziening');
    await app.as('coordinator.noord').post(`/signalen/${een.id}/oppakkingen`, {});
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('coordinator.noord');
    const { tekst } = await bezoeker.volg(`/signalen/${een.nummer}`);
    assert.match(tekst, new RegExp(`Lijkt hierop[^]*href="/signalen/${ander.nummer}">Vergoeding tolkvoorziening</a>`));
    assert.match(tekst, /gaan over dezelfde organisatie, met dezelfde woorden/);
    assert.match(tekst, new RegExp(`href="/signalen/${een.nummer}/samenvoegen">Voeg dit signaal samen</a>`));
  });
});
