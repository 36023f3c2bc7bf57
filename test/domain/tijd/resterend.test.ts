import assert from 'node:assert/strict';

import { resterend } from '#domain/tijd/resterend.ts';

import { KALENDER } from './support.ts';

describe('resterend', () => {
  const op = (laatsteDag: string, vandaag: string) => resterend(laatsteDag, vandaag, KALENDER);

  it('counts working days, as the rules do', () => {
    assert.equal(op('2027-05-14', '2027-05-11'), 'nog 3 werkdagen');
    assert.equal(op('2027-05-14', '2027-05-13'), 'nog 1 werkdag');
    assert.equal(op('2027-05-18', '2027-05-14'), 'nog 1 werkdag');
  });

  it('says when the last day is today, and how late it is after that', () => {
    assert.equal(op('2027-05-14', '2027-05-14'), 'vandaag');
    assert.equal(op('2027-05-11', '2027-05-13'), '2 werkdagen te laat');
  });

  it('counts days where no working day lies in between', () => {
    assert.equal(op('2027-05-16', '2027-05-15'), 'nog 1 dag');
    assert.equal(op('2027-05-14', '2027-05-16'), '2 dagen te laat');
  });
});
