import assert from 'node:assert/strict';

import { createOpenApi } from '#api/openapi.ts';
import { ROUTES } from '#api/routes/index.ts';
import { DADEN } from '#domain/signaal/mag-nu.ts';
import { VERZOEKDADEN } from '#domain/signaal/regels.ts';
import type { Handeling } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';

/** What is kept beside a signaal, and is erased alone (ADR 0044). */
const NAAST_HET_SIGNAAL: readonly string[] = [
  'legPartijtoestemmingVast',
  'legToestemmingVast',
  'legVerhaaltoestemmingVast',
  'schrijfCasusteksten',
  'trekToestemmingIn',
  'verwijderCasusbestand',
  'voegCasusbestandToe',
];

const alle = Object.entries<Handeling>(HANDELINGEN);

describe('HANDELINGEN', () => {
  it('has filing and what `magNu` says may be done, and nothing else', () => {
    assert.deepEqual(Object.keys(HANDELINGEN).toSorted(), ['indienen', ...DADEN].toSorted());
    for (const [naam, { soort, over }] of alle) {
      assert.equal(soort, naam);
      const verzoekdaden: readonly string[] = VERZOEKDADEN;
      assert.equal(over === 'verzoek', verzoekdaden.includes(soort), naam);
    }
  });

  const contracten = ROUTES.map(({ contract }) => contract);
  const { paths = {} } = createOpenApi(contracten, 'https://signaalpunt.example');
  for (const [naam, { invoer, operatie, samenvatting }] of alle) {
    it(`${naam}: one operation, one that looks ahead, both in the reference, all with the same input`, () => {
      const daad = contracten.filter((contract) => contract.operatie === operatie);
      const vooraf = contracten.filter((contract) => contract.operatie === `${operatie}Vooraf`);
      assert.deepEqual([daad.length, vooraf.length], [1, 1]);
      assert.equal(daad[0]?.body, invoer);
      assert.equal(vooraf[0]?.body, invoer);
      assert.equal(vooraf[0]?.path, `${daad[0]?.path}/_vooraf`);
      assert.deepEqual([daad[0]?.vraagt, vooraf[0]?.vraagt], [undefined, true]);
      assert.equal(paths[daad[0]?.path ?? '']?.post?.operationId, operatie);
      assert.equal(paths[daad[0]?.path ?? '']?.post?.summary, samenvatting);
      assert.equal(paths[vooraf[0]?.path ?? '']?.post?.operationId, `${operatie}Vooraf`);
    });
  }

  it('is all that one posts to a signaal', () => {
    const geplaatst = contracten.filter(({ method, path }) => method !== 'get' && path.startsWith('/signalen'));
    const isDaad = ({ sleutel, vraagt }: (typeof contracten)[number]): boolean =>
      sleutel === 'opdracht' || vraagt === true;
    const daden = geplaatst.filter(isDaad).map(({ operatie }) => operatie);
    const bekend = alle
      .filter(([, { over }]) => over !== 'patroon' && over !== 'nieuw_patroon')
      .flatMap(([, { operatie }]) => [operatie, `${operatie}Vooraf`]);
    assert.deepEqual(daden.toSorted(), bekend.toSorted());
    const erNaast = geplaatst.filter((contract) => !isDaad(contract)).map(({ operatie }) => operatie);
    assert.deepEqual(erNaast.toSorted(), NAAST_HET_SIGNAAL, 'who it is about stands beside the record, and is no act');
  });
});
