import assert from 'node:assert/strict';

import { haalIn } from '#domain/signaal/haal-in.ts';
import { STAPREGELS } from '#domain/signaal/mijlpalen.ts';
import { kort, om, Zaak } from '#test/support/zaak.ts';

/** Monday 26 April 2027, 10:00 in Amsterdam; Koningsdag, Bevrijdingsdag, Hemelvaart, a decree day and Pinksteren follow. */
const MAANDAG = '2027-04-26T08:00:00.000Z';

describe('the clock of a signaal that nobody touches', () => {
  it('reminds the behandelaar on days 10, 16 and 20 at 09:00 and escalates at the end of day 22', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    assert.deepEqual(kort(zaak.klok('2027-06-02T22:00:00.000Z')), [
      '2027-05-14T07:00:00.000Z herinnerd behandelen dag 10',
      '2027-05-25T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-05-31T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-06-02T22:00:00.000Z geescaleerd regionaal termijn_verstreken',
      '2027-06-02T22:00:00.000Z stap_geeindigd behandelen verstreken',
      '2027-06-02T22:00:00.000Z stap_begonnen behandelen',
      '2027-06-02T22:00:00.000Z stap_begonnen oppakken',
    ]);
    assert.equal(zaak.nu.behandelaar, null);
    assert.equal(zaak.nu.status, 'wacht_op_oppakken');
    assert.equal(zaak.nu.zonderOverdracht, true);
  });

  it('goes on to landelijk when the region is silent too, and there tells programmaleiding every five working days', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.klok('2027-06-02T22:00:00.000Z');
    assert.deepEqual(kort(zaak.klok('2027-07-01T00:00:00.000Z')), [
      '2027-06-08T07:00:00.000Z herinnerd oppakken dag 3',
      '2027-06-08T22:00:00.000Z gemeld niet_opgepakt dag 3',
      '2027-06-10T22:00:00.000Z geescaleerd landelijk niet_opgepakt',
      '2027-06-10T22:00:00.000Z stap_geeindigd behandelen vervallen',
      '2027-06-10T22:00:00.000Z stap_geeindigd oppakken verstreken',
      '2027-06-10T22:00:00.000Z stap_begonnen behandelen',
      '2027-06-10T22:00:00.000Z stap_begonnen oppakken',
      '2027-06-16T07:00:00.000Z herinnerd oppakken dag 3',
      '2027-06-18T22:00:00.000Z gemeld niet_opgepakt dag 5',
      '2027-06-25T22:00:00.000Z gemeld niet_opgepakt dag 10',
    ]);
  });

  it('passes the reminders of behandelen in silence while nobody has the signaal in hand', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.klok('2027-05-12T00:00:00.000Z');
    assert.equal(zaak.nu.niveau, 'landelijk');
    const stil = kort(zaak.klok('2027-07-20T00:00:00.000Z')).filter((regel) => regel.includes('behandelen'));
    assert.deepEqual(stil, [
      '2027-06-01T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
      '2027-06-07T07:00:00.000Z mijlpaal_vervallen behandelen dag 20',
      '2027-06-09T22:00:00.000Z mijlpaal_vervallen behandelen dag 22',
      '2027-06-16T22:00:00.000Z mijlpaal_vervallen behandelen dag 27',
      '2027-06-23T22:00:00.000Z mijlpaal_vervallen behandelen dag 32',
      '2027-06-30T22:00:00.000Z mijlpaal_vervallen behandelen dag 37',
      '2027-07-07T22:00:00.000Z mijlpaal_vervallen behandelen dag 42',
      '2027-07-14T22:00:00.000Z mijlpaal_vervallen behandelen dag 47',
    ]);
  });

  it('tells programmaleiding on day 60 that it lasts long, and again every 20 days', () => {
    const zaak = Zaak.ingediend('2026-01-05T09:00:00.000Z');
    const lang = zaak
      .klok('2026-06-15T00:00:00.000Z')
      .filter((g) => g.soort === 'gemeld' && g.melding === 'duurt_lang');
    assert.deepEqual(kort(lang), [
      '2026-03-30T22:00:00.000Z gemeld duurt_lang dag 60',
      '2026-04-30T22:00:00.000Z gemeld duurt_lang dag 80',
      '2026-06-03T22:00:00.000Z gemeld duurt_lang dag 100',
    ]);
  });

  it('counts in days of the urgency: hoog 10 and 1, spoed 5 and 0, and oppakken 2+1 and 1+1', () => {
    const hoog = Zaak.ingediend(MAANDAG, { urgentie: 'hoog' });
    assert.deepEqual(kort(hoog.klok('2027-05-18T22:00:00.000Z')).slice(0, 4), [
      '2027-05-04T07:00:00.000Z herinnerd behandelen dag 5',
      '2027-05-12T07:00:00.000Z herinnerd behandelen dag 8',
      '2027-05-14T07:00:00.000Z herinnerd behandelen dag 10',
      '2027-05-18T22:00:00.000Z geescaleerd regionaal termijn_verstreken',
    ]);
    const spoed = Zaak.ingediend(MAANDAG, { urgentie: 'spoed' });
    assert.deepEqual(kort(spoed.klok('2027-04-29T22:00:00.000Z')).slice(0, 3), [
      '2027-04-28T07:00:00.000Z herinnerd oppakken dag 1',
      '2027-04-28T22:00:00.000Z gemeld niet_opgepakt dag 1',
      '2027-04-29T22:00:00.000Z geescaleerd landelijk niet_opgepakt',
    ]);
  });

  it('reminds the behandelaar at regionaal on days 16 and 20 and escalates at the end of day 22', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe('2027-04-26T10:00:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
    assert.deepEqual(kort(zaak.klok('2027-06-03T00:00:00.000Z')).slice(0, 3), [
      '2027-05-25T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-05-31T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-06-02T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('tells programmaleiding at landelijk when the behandelaar there runs out of time, every five days', () => {
    const zaak = Zaak.ingediend(MAANDAG, {}, { knelpunttypen: ['PROGRAMMA'] });
    zaak.doe('2027-04-26T10:00:00.000Z', 'landelijk', { soort: 'oppakken' });
    const gebeurd = zaak.klok('2027-06-09T23:00:00.000Z');
    assert.deepEqual(kort(gebeurd), [
      '2027-05-25T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-05-31T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-06-02T22:00:00.000Z gemeld termijn_verstreken dag 22',
      '2027-06-09T22:00:00.000Z gemeld termijn_verstreken dag 27',
    ]);
    assert.deepEqual(
      gebeurd.flatMap((g) => (g.soort === 'gemeld' ? [g.aan.soort] : [])),
      ['programmaleiding', 'programmaleiding'],
    );
  });

  it('begins a step on the Amsterdam date of its event: one second before midnight is a working day earlier', () => {
    const avond = Zaak.ingediend('2027-04-25T21:59:59.000Z', { wens: 'hulp', motief: 'geen_reactie' });
    const nacht = Zaak.ingediend('2027-04-25T22:00:00.000Z', { wens: 'hulp', motief: 'geen_reactie' });
    assert.equal(avond.nu.stappen[1]?.begin, '2027-04-25');
    assert.equal(nacht.nu.stappen[1]?.begin, '2027-04-26');
  });
});

describe('a clock that was away', () => {
  it('does only the last of what a step owes, silently passes the rest, and starts nothing in the past', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    assert.deepEqual(kort(zaak.haalIn('2027-09-01T09:30:00.000Z')), [
      '2027-05-14T07:00:00.000Z mijlpaal_vervallen behandelen dag 10',
      '2027-05-25T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
      '2027-05-31T07:00:00.000Z mijlpaal_vervallen behandelen dag 20',
      '2027-06-02T22:00:00.000Z geescaleerd regionaal termijn_verstreken',
      '2027-06-02T22:00:00.000Z stap_geeindigd behandelen verstreken',
      '2027-06-02T22:00:00.000Z stap_begonnen behandelen',
      '2027-06-02T22:00:00.000Z stap_begonnen oppakken',
      '2027-07-26T22:00:00.000Z mijlpaal_vervallen duur dag 60',
      '2027-08-23T22:00:00.000Z gemeld duurt_lang dag 80',
    ]);
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort, begin }) => `${soort} ${begin}`),
      ['duur 2027-04-26', 'behandelen 2027-09-01', 'oppakken 2027-09-01'],
    );
    assert.deepEqual(zaak.haalIn('2027-09-01T09:30:00.000Z'), []);
  });

  it('records what it overtakes in a step that another one ends', () => {
    const zaak = Zaak.ingediend(om('2029-05-09', 18, 45), { wens: 'hulp', urgentie: 'hoog', motief: 'geen_reactie' });
    zaak.klok(om('2029-06-09'));
    zaak.doe(om('2029-06-09'), 'landelijk', {
      soort: 'terugleggen',
      aan: 'coordinator.oost',
      instemming: false,
      tekst: {},
    });
    zaak.klok(om('2029-06-16'));
    zaak.doe(om('2029-06-16'), 'coordinator.oost', { soort: 'indelingWijzigen', indeling: { urgentie: 'spoed' } });
    zaak.klok(om('2029-06-20'));
    zaak.doe(om('2029-06-22'), 'coordinator.oost', { soort: 'vrijgeven' });
    const voor = zaak.gebeurtenissen.length;
    zaak.doe(om('2029-06-30'), 'landelijk', { soort: 'toewijzen', aan: 'landelijk' });
    assert.deepEqual(kort(zaak.gebeurtenissen.slice(voor, -2)), [
      '2029-06-25T07:00:00.000Z mijlpaal_vervallen oppakken dag 1',
      '2029-06-25T22:00:00.000Z mijlpaal_vervallen oppakken dag 1',
      '2029-06-26T22:00:00.000Z mijlpaal_vervallen oppakken dag 2',
      '2029-06-25T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
      '2029-06-25T22:00:00.000Z stap_geeindigd behandelen verstreken',
      '2029-06-25T22:00:00.000Z stap_geeindigd oppakken vervallen',
      '2029-06-25T22:00:00.000Z stap_begonnen behandelen',
      '2029-06-25T22:00:00.000Z stap_begonnen oppakken',
    ]);
  });

  it('lets what was owed come before the act of a person, and the act see it', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe('2027-06-02T22:00:01.000Z', 'coordinator.oost', { soort: 'oppakken' });
    assert.equal(zaak.nu.niveau, 'regionaal');
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
  });

  it('sends the last reminder late when nothing has overtaken it', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    assert.deepEqual(kort(zaak.haalIn('2027-05-26T12:00:00.000Z')), [
      '2027-05-14T07:00:00.000Z mijlpaal_vervallen behandelen dag 10',
      '2027-05-25T07:00:00.000Z herinnerd behandelen dag 16',
    ]);
  });
});

describe('a rule that marks nothing', () => {
  it('stops after 1,000 steps instead of going on for ever', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const { voerUit } = STAPREGELS.behandelen;
    let keren = 0;
    STAPREGELS.behandelen.voerUit = () => {
      keren += 1;
    };
    try {
      assert.throws(() => zaak.haalIn(om('2027-05-14')), {
        name: 'RangeError',
        message: /behandelen-1:herinnering:10/,
      });
    } finally {
      STAPREGELS.behandelen.voerUit = voerUit;
    }
    assert.equal(keren, 1000);
  });

  it('a step that repeats every 0 days is no step', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const stappen = zaak.nu.stappen.map((stap) => ({ ...stap, herhaling: 0 }));
    assert.throws(() => haalIn({ ...zaak.nu, stappen }, om('2027-05-14'), zaak.kader), RangeError);
  });
});

describe('after closing', () => {
  const gesloten = (): Zaak => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe('2027-05-03T08:00:00.000Z', 'metgezel', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    return zaak;
  };

  it('asks "Hoe gaat het nu?" at 09:00 on days 20 and 25 and records silence at the end of day 30', () => {
    const zaak = gesloten();
    assert.deepEqual(kort(zaak.klok('2028-01-01T00:00:00.000Z')), [
      '2027-06-04T07:00:00.000Z terugblik_gevraagd dag 20',
      '2027-06-11T07:00:00.000Z terugblik_gevraagd dag 25',
      '2027-06-18T22:00:00.000Z terugblik_onbeantwoord',
      '2027-06-18T22:00:00.000Z stap_geeindigd terugblik verstreken',
    ]);
    assert.deepEqual(zaak.nu.stappen, []);
  });

  it('never records silence before the question was sent: late, first the question, the end two working days later', () => {
    const zaak = gesloten();
    assert.deepEqual(kort(zaak.haalIn('2027-07-01T10:00:00.000Z')), [
      '2027-06-04T07:00:00.000Z mijlpaal_vervallen terugblik dag 20',
      '2027-06-11T07:00:00.000Z terugblik_gevraagd dag 25',
    ]);
    assert.deepEqual(kort(zaak.klok('2028-01-01T00:00:00.000Z'))[0], '2027-07-05T22:00:00.000Z terugblik_onbeantwoord');
  });

  it('keeps the numbers of duur at rest, for when it is reopened', () => {
    assert.equal(gesloten().nu.rustendeDuur?.begin, '2027-04-26');
  });
});
