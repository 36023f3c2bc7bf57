import assert from 'node:assert/strict';

import { CODELIJSTEN } from '#domain/beleid/codelijsten.ts';
import { type Client, startApp } from '#test/support/app.ts';

describe('reference lists', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  const beheer = () => app.as('beheer');

  it('200: every code list with its labels and version, for every role', async () => {
    const { status, body } = await beheer().get('/codelijsten');
    assert.equal(status, 200);
    assert.deepEqual(
      body.codelijsten.map(({ code }: { code: string }) => code).toSorted(),
      Object.keys(CODELIJSTEN).toSorted(),
    );
    const { body: wens } = await beheer().get('/codelijsten/wens');
    assert.deepEqual(
      wens.waarden.map(({ code }: { code: string }) => code),
      ['zelf', 'hulp', 'melden'],
    );
    assert.equal(wens.versie, 1);
  });

  it('404 for a list that does not exist, 400 for what is no name of a list', async () => {
    assert.equal((await beheer().get('/codelijsten/kleuren')).status, 404);
    assert.equal((await beheer().get('/codelijsten/A%20B')).status, 400);
  });

  it('200: gemeenten by a part of their name, whatever accents and capitals, with their region', async () => {
    const namen = async (vraag: string) => (await beheer().get(`/gemeenten?${vraag}`)).body.gemeenten;
    assert.deepEqual(await namen('naam=GRAVENH'), [
      { code: 'GM0518', naam: "'s-Gravenhage", provincie: 'Zuid-Holland', regio: 'WEST' },
    ]);
    assert.equal((await namen('naam=sudwest'))[0].naam, 'Súdwest-Fryslân');
    assert.equal((await namen('naam=Almere'))[0].regio, 'MIDDEN');
    assert.equal((await namen('naam=a&limiet=3')).length, 3);
    assert.deepEqual(await namen('naam=%25'), []);
  });

  it('200: organisaties by a part of their name', async () => {
    const { status, body } = await beheer().get('/organisaties?naam=sociale');
    assert.equal(status, 200);
    assert.ok(body.organisaties.some(({ id }: { id: string }) => id === 'SVB'));
  });

  it('200: a gemeente, and its organisatie, by the names that people use for it and its places', async () => {
    const gevonden = async (naam: string) => {
      const vraag = new URLSearchParams({ naam, limiet: '20' }).toString();
      const { gemeenten } = (await beheer().get(`/gemeenten?${vraag}`)).body;
      const { organisaties } = (await beheer().get(`/organisaties?${vraag}`)).body;
      const codes = gemeenten.map(({ code }: { code: string }) => code);
      for (const code of codes)
        assert.ok(
          organisaties.some(({ id }: { id: string }) => id === code),
          naam,
        );
      return codes;
    };
    for (const [naam, code] of Object.entries({
      'Den Haag': 'GM0518',
      'gemeente Den Haag': 'GM0518',
      scheveningen: 'GM0518',
      'DEN BOSCH': 'GM0796',
      Sneek: 'GM1900',
      Snits: 'GM1900',
      IJburg: 'GM0363',
      Hoogvliet: 'GM0599',
      'Leidsche Rijn': 'GM0344',
      Zaandam: 'GM0479',
      Joure: 'GM1940',
      Spijkenisse: 'GM1930',
    }))
      assert.deepEqual([naam, await gevonden(naam)], [naam, [code]]);
    assert.deepEqual((await gevonden('Velp')).toSorted(), ['GM0275', 'GM1982'], 'two places of one name: both');
    assert.equal((await gevonden('Utrecht'))[0], 'GM0344', 'the gemeente itself first');
    assert.equal((await gevonden('Uden'))[0], 'GM1991', 'before Udenhout and Woudenberg');
  });

  it('400: nothing to search for, or too much', async () => {
    for (const vraag of [
      '',
      '?naam=',
      '?naam=%20',
      `?naam=${'x'.repeat(81)}`,
      '?naam=a&naam=b',
      '?naam=a&limiet=1.5',
      '?naam=%00',
    ]) {
      for (const lijst of ['gemeenten', 'organisaties']) {
        assert.deepEqual([lijst, vraag, (await beheer().get(`/${lijst}${vraag}`)).status], [lijst, vraag, 400]);
      }
    }
  });
});
