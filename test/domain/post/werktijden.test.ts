import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  eersteOverzicht,
  eerstAanHetWerk,
  STANDAARDWEEK,
  volgendeWerkdag,
  type Werkweek,
} from '#domain/post/werktijden.ts';
import { alsTijdstip, dagVanWeek, datumVan, msVan, opUur, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { vrijeDag } from '#domain/tijd/feestdagen.ts';
import { keren } from '#test/support/keren.ts';
import { KALENDER, om } from '#test/support/zaak.ts';

const GEWOON = { week: STANDAARDWEEK, kalender: KALENDER };

describe('eerstAanHetWerk', () => {
  it('is at once during working hours, from their first minute and not in their last', () => {
    assert.equal(eerstAanHetWerk(om('2027-05-10', 9), GEWOON), om('2027-05-10', 9));
    assert.equal(eerstAanHetWerk(om('2027-05-10', 16, 59), GEWOON), om('2027-05-10', 16, 59));
    assert.equal(eerstAanHetWerk(om('2027-05-10', 17), GEWOON), om('2027-05-11', 9));
  });

  it('is the next start of work for what comes in the evening, in the weekend, on a holiday and on a decree day', () => {
    assert.equal(eerstAanHetWerk(om('2027-05-10', 7), GEWOON), om('2027-05-10', 9));
    assert.equal(eerstAanHetWerk(om('2027-05-15', 12), GEWOON), om('2027-05-18', 9), 'Whitsun');
    // Wednesday 5 May, Ascension on the 6th, a decree day on the 7th.
    assert.equal(eerstAanHetWerk(om('2027-05-04', 18), GEWOON), om('2027-05-10', 9));
  });

  it('keeps to the days and hours of that person, also on a Saturday, and skips the days away', () => {
    const eigen = {
      week: { 2: { van: '12:30', tot: '20:00' }, 6: { van: '08:00', tot: '12:00' } },
      kalender: KALENDER,
    };
    assert.equal(eerstAanHetWerk(om('2027-05-10', 10), eigen), om('2027-05-11', 12, 30));
    assert.equal(eerstAanHetWerk(om('2027-05-12', 10), eigen), om('2027-05-15', 8));
    const weg = [{ van: '2027-05-15', tot: '2027-05-24' }];
    assert.equal(eerstAanHetWerk(om('2027-05-12', 10), { ...eigen, weg }), om('2027-05-25', 12, 30));
  });

  it('refuses a week without a day', () => {
    assert.throws(() => eerstAanHetWerk(om('2027-05-10'), { week: {}, kalender: KALENDER }), RangeError);
  });
});

describe('eersteOverzicht', () => {
  it('comes 15 minutes after the start of the own day', () => {
    assert.equal(eersteOverzicht(om('2027-05-10', 9, 1), GEWOON), om('2027-05-10', 9, 15));
    assert.equal(eersteOverzicht(om('2027-05-10', 9, 16), GEWOON), om('2027-05-11', 9, 15));
    const laat = { week: { 1: { van: '13:00', tot: '17:00' } }, kalender: KALENDER };
    assert.equal(eersteOverzicht(om('2027-05-10', 9, 1), laat), om('2027-05-10', 13, 15));
  });

  it('keeps to the clock on the wall when summer time begins and ends', () => {
    const zondag = { week: { 7: { van: '03:00', tot: '04:00' } }, kalender: { versie: 1, dagen: {} } };
    assert.equal(eersteOverzicht('2026-10-24T22:00:00.000Z', zondag), '2026-10-25T02:15:00.000Z');
    // On 28 March 2027 02:00 to 03:00 does not exist, and it is Easter besides; on 29 March 2026 it is not.
    assert.equal(eersteOverzicht('2026-03-28T23:00:00.000Z', zondag), '2026-03-29T01:15:00.000Z');
  });
});

describe('whatever the week', () => {
  const uren = fc
    .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 30, max: 600 }))
    .map(([uur, minuut, lang]) => {
      const einde = Math.min(uur * 60 + minuut + lang, 24 * 60 - 1);
      return { van: tijd(uur * 60 + minuut), tot: tijd(einde) };
    });
  const weken: fc.Arbitrary<Werkweek> = fc
    .dictionary(fc.integer({ min: 1, max: 7 }).map(String), uren, { minKeys: 1, maxKeys: 7 })
    .map((week) => ({ ...week }));
  const momenten: fc.Arbitrary<Tijdstip> = fc
    .integer({ min: msVan('2026-01-01T00:00:00.000Z'), max: msVan('2029-12-31T00:00:00.000Z') })
    .map(alsTijdstip);
  const afwezigheden = fc.option(
    fc
      .tuple(momenten, fc.integer({ min: 0, max: 20 }))
      .map(([op, dagen]) => ({ van: datumVan(op), tot: plusDagen(datumVan(op), dagen) })),
    { nil: undefined },
  );

  it('delivers never before it arose, always while at work, and nothing in between was a moment of work', () => {
    fc.assert(
      fc.property(weken, momenten, afwezigheden, (week, op, afwezig) => {
        const rooster = { week, kalender: KALENDER, weg: afwezig === undefined ? [] : [afwezig] };
        const bezorgd = eerstAanHetWerk(op, rooster);
        assert.ok(bezorgd >= op);
        assert.ok(werkt(bezorgd, week), bezorgd);
        assert.ok(afwezig === undefined || datumVan(bezorgd) < afwezig.van || datumVan(bezorgd) > afwezig.tot);
        assert.equal(eerstAanHetWerk(bezorgd, rooster), bezorgd);
        for (let later = msVan(op); later < msVan(bezorgd); later += 3_600_000) {
          const datum = datumVan(alsTijdstip(later));
          const isWeg = afwezig !== undefined && afwezig.van <= datum && datum <= afwezig.tot;
          assert.ok(isWeg || !werkt(alsTijdstip(later), week), alsTijdstip(later));
        }
      }),
      keren(300),
    );
  });

  it('has its digest on a working day, within a day or so of the next working day', () => {
    fc.assert(
      fc.property(weken, momenten, (week, op) => {
        const rooster = { week, kalender: KALENDER };
        const overzicht = eersteOverzicht(op, rooster);
        assert.ok(overzicht >= op);
        assert.ok(werkt(alsTijdstip(msVan(overzicht) - 15 * 60_000), week));
        assert.ok(
          datumVan(overzicht) === datumVan(op) || datumVan(overzicht) === volgendeWerkdag(datumVan(op), rooster),
        );
      }),
      keren(300),
    );
  });
});

function werkt(op: Tijdstip, week: Werkweek): boolean {
  const datum = datumVan(op);
  const reden = vrijeDag(datum, KALENDER);
  const dag = week[dagVanWeek(datum)];
  if (dag === undefined || (reden !== undefined && reden !== 'zaterdag' && reden !== 'zondag')) return false;
  const [van, tot] = [dag.van, dag.tot].map((t) => opUur(datum, Number(t.slice(0, 2)), Number(t.slice(3))));
  return van !== undefined && tot !== undefined && van <= op && op < tot;
}

function tijd(minuten: number): string {
  return `${String(Math.floor(minuten / 60)).padStart(2, '0')}:${String(minuten % 60).padStart(2, '0')}`;
}
