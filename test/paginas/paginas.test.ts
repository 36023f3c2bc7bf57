import assert from 'node:assert/strict';

import type { Page } from 'playwright-core';

import type { Client } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

import { bekijk, opPapier, vensterVan, zonderKleur } from './kijk.ts';
import { NIEMAND, type Pagina, verschillende, zonderVragen } from './loop.ts';
import { allesVan, loopAlles, type Lopen, openPaginawereld } from './wereld.ts';

describe('every page that a role can reach, in a year of signalen', () => {
  let app: Client;
  let lopen: Lopen;
  before(async () => {
    app = await openPaginawereld();
    lopen = await loopAlles(app);
  });
  after(() => app.stop());

  /** A browser window of that role. */
  const als = async <T>(rol: string, doe: (page: Page) => Promise<T>): Promise<T> => {
    const bezoeker = lopen.find((loop) => loop.rol === rol)?.bezoeker ?? new Bezoeker(app.url);
    const venster = await vensterVan(bezoeker, app.url);
    try {
      return await doe(await venster.newPage());
    } finally {
      await venster.close();
    }
  };
  const van = (rol: string, patroon: string): Pagina => {
    const pagina = allesVan(lopen).paginas.find((een) => een.rol === rol && een.patroon === patroon);
    assert.ok(pagina !== undefined, `${rol} meets no ${patroon}`);
    return pagina;
  };

  it('has links that lead somewhere, one heading, a title, and no words of a programmer', () => {
    assert.deepEqual(allesVan(lopen).fouten, []);
    assert.deepEqual(app.fouten, []);
  });

  it('is found by its title: no two kinds of pages have the same', () => {
    const perTitel = Map.groupBy(allesVan(lopen).paginas, ({ titel }) => titel);
    const dubbel = Array.from(
      perTitel,
      ([titel, paginas]) => [titel, new Set(paginas.map(({ patroon }) => zonderVragen(patroon)))] as const,
    );
    assert.deepEqual(
      dubbel.filter(([, patronen]) => patronen.size > 1).map(([titel, patronen]) => [titel, ...patronen]),
      [],
    );
  });

  it('can be used by everybody, fits every width and says nothing in the console', async () => {
    const fouten = [];
    for (const [rol, paginas] of Map.groupBy(verschillende(allesVan(lopen).paginas), (pagina) => pagina.rol))
      fouten.push(
        ...(await als(rol, async (page) => {
          const gevonden = [];
          for (const { adres } of paginas) gevonden.push(...(await bekijk(page, `${app.url}${adres}`)));
          return gevonden;
        })),
      );
    assert.deepEqual(fouten, []);
  });

  it('is as good when it is not there, not for who asks, or filled in wrong', async () => {
    const vreemd = van('landelijk', '/signalen/:nummer').adres;
    const fouten = [
      ...(await als(NIEMAND, (page) => bekijk(page, `${app.url}/bestaat-niet`, 404))),
      ...(await als('beheer', (page) => bekijk(page, `${app.url}${vreemd}`, 404))),
      ...(await als('auditor', (page) => bekijk(page, `${app.url}/signalen`, 403))),
      ...(await als(NIEMAND, (page) => bekijk(page, `${app.url}/verzoek/${'a'.repeat(43)}`, 404))),
      ...(await als(NIEMAND, (page) => bekijk(page, `${app.url}/afmelden/onzin`, 404))),
    ];
    assert.deepEqual(fouten, []);
  });

  it('has an edge around what can be pressed when colours are forced, and nothing to press on paper', async () => {
    const paginas = [
      van('coordinator.noord', '/signalen'),
      van('coordinator.noord', '/signalen/:nummer'),
      van('metgezel.noord', '/melden'),
    ];
    const fouten = [];
    for (const { rol, adres } of paginas)
      fouten.push(
        ...(await als(rol, async (page) => [
          ...(await zonderKleur(page, `${app.url}${adres}`)),
          ...(await opPapier(page, `${app.url}${adres}`)),
        ])),
      );
    assert.deepEqual(fouten, []);
  });
});
