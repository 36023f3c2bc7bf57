import assert from 'node:assert/strict';

import fc from 'fast-check';

import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { vrijeDag } from '#domain/tijd/feestdagen.ts';
import { inWoorden, legUit, voluit } from '#domain/tijd/uitleg.ts';
import { dagMetNummer, eindeVanDag, plusWerkdagen } from '#domain/tijd/werkdagen.ts';

import { KALENDER, dagenTussen, datum } from './support.ts';

describe('legUit', () => {
  it('ends on the day that sets the timer, for any begin, number of days and pauzes', () => {
    const pauze = fc.record({ na: fc.nat(60), lengte: fc.nat(20) });
    fc.assert(
      fc.property(datum(), fc.nat(60), fc.array(pauze, { maxLength: 3 }), (begin, n, spannen) => {
        const pauzes = spannen.map(({ na, lengte }) => ({
          van: plusDagen(begin, na),
          tot: plusDagen(begin, na + lengte),
        }));
        const uitleg = legUit({ begin, dagen: n, kalender: KALENDER, pauzes });
        assert.equal(uitleg.laatsteDag, dagMetNummer({ begin, kalender: KALENDER, pauzes }, n));
        assert.equal(uitleg.eindigtOp, eindeVanDag(uitleg.laatsteDag));
        assert.equal(legUit({ begin, dagen: n, kalender: KALENDER }).laatsteDag, plusWerkdagen(begin, n, KALENDER));
      }),
    );
  });

  it('tells every day once: numbered when it counts, with its reason when not', () => {
    fc.assert(
      fc.property(datum(), fc.integer({ min: 1, max: 60 }), (begin, n) => {
        const { dagen, laatsteDag } = legUit({ begin, dagen: n, kalender: KALENDER });
        assert.deepEqual(
          dagen.map((dag) => dag.datum),
          dagenTussen(plusDagen(begin, 1), laatsteDag),
        );
        for (const dag of dagen) assert.equal(dag.reden, vrijeDag(dag.datum, KALENDER), dag.datum);
        assert.deepEqual(
          dagen.filter((dag) => dag.telt).map((dag) => dag.nummer),
          Array.from({ length: n }, (_, i) => i + 1),
        );
      }),
    );
  });

  it('refuses a number of days that is none', () => {
    for (const dagen of [-1, 0.5, Number.NaN])
      assert.throws(() => legUit({ begin: '2027-05-10', dagen, kalender: KALENDER }), RangeError);
  });
});

describe('inWoorden', () => {
  it('tells a term across Hemelvaart 2027 with every skipped day by name and weekends in one line', () => {
    assert.deepEqual(inWoorden(legUit({ begin: '2027-04-26', dagen: 10, kalender: KALENDER })), [
      'De termijn begint op maandag 26 april 2027. Die dag telt niet mee.',
      'Dinsdag 27 april: Koningsdag, telt niet mee.',
      'Woensdag 28 april tot en met vrijdag 30 april: dag 1 tot en met 3.',
      'Zaterdag 1 mei tot en met zondag 2 mei: weekend, telt niet mee.',
      'Maandag 3 mei tot en met dinsdag 4 mei: dag 4 tot en met 5.',
      'Woensdag 5 mei: Bevrijdingsdag, telt niet mee.',
      'Donderdag 6 mei: Hemelvaartsdag, telt niet mee.',
      'Vrijdag 7 mei: dag na Hemelvaartsdag (gelijkgestelde dag), telt niet mee.',
      'Zaterdag 8 mei tot en met zondag 9 mei: weekend, telt niet mee.',
      'Maandag 10 mei tot en met vrijdag 14 mei: dag 6 tot en met 10.',
      'De termijn loopt tot en met vrijdag 14 mei 2027.',
    ]);
  });

  it('tells a pauze in one line and a lone Sunday as itself', () => {
    const pauzes = [{ van: '2027-06-15', tot: '2027-06-17' }];
    assert.deepEqual(inWoorden(legUit({ begin: '2027-06-12', dagen: 2, kalender: KALENDER, pauzes })), [
      'De termijn begint op zaterdag 12 juni 2027. Die dag telt niet mee.',
      'Zondag 13 juni: telt niet mee.',
      'Maandag 14 juni: dag 1.',
      'Dinsdag 15 juni tot en met donderdag 17 juni: gepauzeerd, deze dagen tellen niet mee.',
      'Vrijdag 18 juni: dag 2.',
      'De termijn loopt tot en met vrijdag 18 juni 2027.',
    ]);
  });

  it('tells a term of no days as its begin', () => {
    assert.deepEqual(inWoorden(legUit({ begin: '2027-06-14', dagen: 0, kalender: KALENDER })), [
      'De termijn begint op maandag 14 juni 2027. Die dag telt niet mee.',
      'De termijn loopt tot en met maandag 14 juni 2027.',
    ]);
  });
});

describe('voluit', () => {
  it('writes a date as people do', () => {
    assert.equal(voluit('2027-05-10'), 'maandag 10 mei 2027');
  });
});
