import assert from 'node:assert/strict';

import type { Zegel } from '#domain/audit/keten.ts';
import { terechtOpgeruimdTot } from '#domain/audit/opruiming.ts';
import { BEWAARTERMIJNEN, maandenGrenzen, TERMIJNSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { type Datum, opUur } from '#domain/tijd/amsterdam.ts';

const NU = '2030-01-01T12:00:00.000Z';

function zegel(nummer: number, dag: Datum): Zegel {
  return { nummer, dag, tot: nummer * 10, aantal: 10, hash: '', op: opUur(dag, 12) };
}

describe('lines of the log that may be gone', () => {
  const zegels = [zegel(7, '2024-02-28'), zegel(8, '2024-02-29'), zegel(9, '2024-02-29'), zegel(10, '2024-03-02')];
  const tot = (nummer: number, op: string) => terechtOpgeruimdTot({ zegel: nummer, op }, zegels, NU);

  it('are none when no line says so', () => assert.equal(terechtOpgeruimdTot(null, zegels, NU), 0));

  it('are those of days that ended five years before the day on which the line says so, in Amsterdam', () => {
    assert.equal(tot(7, '2029-02-28T22:59:59.000Z'), 0);
    assert.equal(tot(7, '2029-02-28T23:00:00.000Z'), 7);
    assert.equal(tot(9, '2029-02-28T12:00:00.000Z'), 0);
    assert.equal(tot(9, '2029-03-01T12:00:00.000Z'), 9);
  });

  it('are those of whole days', () => {
    assert.equal(tot(8, '2029-06-01T12:00:00.000Z'), 0);
    assert.equal(tot(10, '2029-06-01T12:00:00.000Z'), 10);
  });

  it('are none under a seal that is not there, or because of a line from days to come', () => {
    assert.equal(tot(11, '2029-06-01T12:00:00.000Z'), 0);
    assert.equal(tot(10, '2030-01-01T12:00:00.001Z'), 0);
  });

  it('are kept for five years at least, whoever sets the term, as are the names that stand in them', () => {
    const minstens = TERMIJNSOORTEN.filter((soort) => maandenGrenzen(soort).minstens === 60);
    assert.deepEqual(minstens, ['accountnaam', 'logboek']);
    for (const { soort, maanden } of BEWAARTERMIJNEN) assert.ok(maanden >= maandenGrenzen(soort).minstens, soort);
  });
});
