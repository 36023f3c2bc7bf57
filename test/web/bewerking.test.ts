import assert from 'node:assert/strict';

import { createOpenApi } from '#api/openapi.ts';
import { ROUTES } from '#api/routes/index.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { PATROONDADEN } from '#domain/patroon/beslis.ts';
import { DADEN } from '#domain/signaal/mag-nu.ts';
import { DAADWOORDEN, padVan } from '#web/doen/daden.ts';
import { bewerkingInWoorden, PAGINAWOORDEN } from '#web/logboek/bewerking.ts';
import type { Document } from '#web/openapi.ts';

describe('what a line of the log is about, in words', () => {
  const document = createOpenApi(
    ROUTES.map(({ contract }) => contract),
    'http://localhost',
  ) as unknown as Document;
  const noem = (operatie: string, verrichting: 'lezen' | 'klok' | 'wijziging' = 'lezen') =>
    bewerkingInWoorden({ verrichting, operatie }, document);

  it('is the name of every page, and of every operation of the API what it says that it does', () => {
    for (const [naam, { patroon }] of Object.entries(ADRESSEN))
      assert.ok(Object.values(PAGINAWOORDEN).includes(noem(`GET ${patroon}`)), naam);
    for (const { contract } of ROUTES) {
      const pad = contract.path.replaceAll(/\{(\w+)\}/g, ':$1');
      assert.equal(noem(`${contract.method.toUpperCase()} ${ADRESSEN.api()}${pad}`), contract.samenvatting);
    }
  });

  it('is of every act what its button says, as it stands in the address', () => {
    for (const daad of DADEN) assert.equal(noem(`POST /signalen/:nummer/${padVan(daad)}`), DAADWOORDEN[daad].titel);
    for (const daad of PATROONDADEN)
      assert.equal(noem(`POST /patronen/:patroon/${padVan(daad)}`), DAADWOORDEN[daad].titel);
    assert.equal(noem('POST /signalen/:nummer/:daad'), 'Iets doen met een signaal', 'of before the act stood there');
  });

  it('is a word for what was changed, what the clock did and what is there no more, and never an address', () => {
    assert.equal(noem('feestdag_toegevoegd', 'wijziging'), 'Feestdag toegevoegd');
    assert.equal(noem('opruimen:lessen', 'klok'), 'Opgeruimd na de bewaartermijn: lessen');
    assert.match(noem('behandelen:dag-16', 'klok'), /^De klok, bij het behandelen$/);
    assert.equal(noem('GET /er-was-eens/:iets'), 'Iets wat er niet meer is');
  });
});
