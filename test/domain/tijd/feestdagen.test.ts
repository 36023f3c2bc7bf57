import assert from 'node:assert/strict';

import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

import { feestdagen, vrijeDag } from '#domain/tijd/feestdagen.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

import { BESLUITEN, KALENDER, dagenTussen } from './support.ts';

const GEEN_EXTRA = { versie: 0, dagen: {} };

describe('feestdagen', () => {
  it('agree with the oracle on every day of 2024-2040: working day or not', () => {
    const oracle = new Holidays('NL');
    for (let jaar = 2024; jaar <= 2040; jaar += 1) {
      const vrij = vrijVolgensOracle(oracle, jaar);
      for (const dag of dagenTussen(`${jaar}-01-01`, `${jaar}-12-31`)) {
        const weekend = Temporal.PlainDate.from(dag).dayOfWeek >= 6;
        assert.equal(isWerkdag(dag, GEEN_EXTRA), !weekend && !vrij.has(dag), dag);
      }
    }
  });

  it('are named, in order of date', () => {
    assert.deepEqual(
      feestdagen(2027).map(({ datum, naam }) => `${datum} ${naam}`),
      [
        '2027-01-01 Nieuwjaarsdag',
        '2027-03-26 Goede Vrijdag',
        '2027-03-28 Eerste Paasdag',
        '2027-03-29 Tweede Paasdag',
        '2027-04-27 Koningsdag',
        '2027-05-05 Bevrijdingsdag',
        '2027-05-06 Hemelvaartsdag',
        '2027-05-16 Eerste Pinksterdag',
        '2027-05-17 Tweede Pinksterdag',
        '2027-12-25 Eerste Kerstdag',
        '2027-12-26 Tweede Kerstdag',
      ],
    );
  });

  it('keep Koningsdag on 27 April, and on 26 April when that is a Sunday', () => {
    assert.equal(vrijeDag('2025-04-26', GEEN_EXTRA), 'Koningsdag');
    assert.equal(vrijeDag('2025-04-27', GEEN_EXTRA), 'zondag');
    assert.equal(vrijeDag('2026-04-27', GEEN_EXTRA), 'Koningsdag');
  });

  it('name both when two fall on one day', () => {
    assert.equal(vrijeDag('2016-05-05', GEEN_EXTRA), 'Bevrijdingsdag en Hemelvaartsdag');
  });

  it('find Easter in the two years in which the tables are bent', () => {
    assert.equal(vrijeDag('2049-04-18', GEEN_EXTRA), 'Eerste Paasdag');
    assert.equal(vrijeDag('2076-04-19', GEEN_EXTRA), 'Eerste Paasdag');
  });
});

describe('the days that a decree named', () => {
  it('are those that the title of their decree names, each with the article of the law that lets it', () => {
    const MAAND = { januari: '01', april: '04', mei: '05', december: '12' } as const;
    for (const { bron, dagen } of BESLUITEN) {
      assert.match(bron, /^Besluit gelijkstelling van .+ \(Algemene termijnenwet, artikel 3, derde lid\)$/);
      const genoemd = [...bron.matchAll(/(\d{1,2}) (januari|april|mei|december) (\d{4})/g)].map(
        ([, dag = '', maand = '', jaar = '']) =>
          `${jaar}-${MAAND[maand as keyof typeof MAAND]}-${dag.padStart(2, '0')}`,
      );
      assert.deepEqual(genoemd, Object.keys(dagen));
    }
    assert.equal(Object.keys(KALENDER.dagen).length, 10);
  });

  it('stand beside the holiday in whose name they are free, on a working day', () => {
    for (const [dag, naam] of Object.entries(KALENDER.dagen)) {
      assert.ok(isWerkdag(dag, GEEN_EXTRA), dag);
      const gisteren = new Date(Date.parse(dag) - 86_400_000).toISOString().slice(0, 10);
      assert.equal(naam, `dag na ${vrijeDag(gisteren, GEEN_EXTRA)} (gelijkgestelde dag)`);
    }
  });

  it('come on top of every holiday of article 3, first and second paragraph, and no other', () => {
    const WET = ['Nieuwjaarsdag', 'Goede Vrijdag', 'Tweede Paasdag', 'Koningsdag', 'Bevrijdingsdag', 'Hemelvaartsdag'];
    for (let jaar = 2023; jaar <= 2028; jaar += 1) {
      const namen = feestdagen(jaar).flatMap(({ naam }) => naam.split(' en '));
      const zondagen = ['Eerste Paasdag', 'Eerste Pinksterdag'];
      assert.deepEqual(
        namen.filter((naam) => !zondagen.includes(naam)),
        [...WET, 'Tweede Pinksterdag', 'Eerste Kerstdag', 'Tweede Kerstdag'],
        String(jaar),
      );
    }
  });
});

describe('vrijeDag', () => {
  it('says in words why a date is no working day', () => {
    assert.equal(vrijeDag('2027-05-06', KALENDER), 'Hemelvaartsdag');
    assert.equal(vrijeDag('2027-05-07', KALENDER), 'dag na Hemelvaartsdag (gelijkgestelde dag)');
    assert.equal(vrijeDag('2027-05-08', KALENDER), 'zaterdag');
    assert.equal(vrijeDag('2027-05-09', KALENDER), 'zondag');
    assert.equal(vrijeDag('2027-05-10', KALENDER), undefined);
  });

  it('knows decree days from the calendar alone', () => {
    assert.equal(vrijeDag('2027-05-07', GEEN_EXTRA), undefined);
  });
});

/** Goede Vrijdag and 5 May are 'school' holidays there, and holidays for the Algemene termijnenwet. */
function vrijVolgensOracle(oracle: Holidays, jaar: number): Set<string> {
  const dagen = oracle
    .getHolidays(jaar, 'nl')
    .filter(({ type, name }) => type === 'public' || ['Goede Vrijdag', 'Bevrijdingsdag'].includes(name));
  return new Set(dagen.map(({ date }) => date.slice(0, 10)));
}
