import assert from 'node:assert/strict';

import { isTeLaat, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { antwoord, GEGEVENS, indiening, KALENDER, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const uitkomst: Extract<Opdrachtinhoud, { soort: 'uitkomstMelden' }> = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: false,
  tekst: {},
};

function kalenderMet(versie: number, ...vrij: Datum[]): Opdrachtinhoud {
  const dagen = Object.fromEntries(vrij.map((datum) => [datum, 'gelijkgestelde dag']));
  return { soort: 'kalenderWijzigen', kalender: { versie, dagen: { ...KALENDER.dagen, ...dagen } } };
}

/** Picked up at regionaal while 14 June was a free day: day 20 is 6 July, day 22 8 July. */
function metVrijeDag(): Zaak {
  const zaak = new Zaak({ kalender: { versie: 1, dagen: { ...KALENDER.dagen, '2027-06-14': 'gelijkgestelde dag' } } });
  zaak.doe(MAANDAG, 'metgezel', indiening({ wens: 'hulp', motief: 'geen_reactie' }));
  zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
  return zaak;
}

describe('kalender_gewijzigd', () => {
  it('a day added moves every day still to come, of every running step', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.klok(om('2027-06-17', 12));
    zaak.doe(om('2027-06-17', 12), DIENST, kalenderMet(2, '2027-06-21', '2027-07-05'));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-08', 1))).filter((regel) => !regel.includes('hogerop')),
      [
        '2027-06-22T07:00:00.000Z herinnerd vraag dag 10',
        '2027-06-22T22:00:00.000Z geen_reactie',
        '2027-06-22T22:00:00.000Z stap_geeindigd vraag verstreken',
        '2027-06-30T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
        '2027-06-30T22:00:00.000Z geen_reactie definitief',
        '2027-07-07T07:00:00.000Z herinnerd behandelen dag 20',
      ],
    );
    assert.equal(
      kort(zaak.klok(om('2027-07-10')))[0],
      '2027-07-09T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('a day withdrawn brings the last day nearer', () => {
    const zaak = metVrijeDag();
    zaak.doe(om('2027-06-10'), DIENST, kalenderMet(2));
    assert.ok(
      kort(zaak.klok(om('2027-07-09'))).includes('2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken'),
    );
  });

  it('but never before today: on 8 July the last day that should have been 7 July is today', () => {
    const zaak = metVrijeDag();
    zaak.klok(om('2027-07-08'));
    zaak.doe(om('2027-07-08'), DIENST, kalenderMet(2));
    assert.equal(
      kort(zaak.klok(om('2027-07-09')))[0],
      '2027-07-08T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('a reminder that moves to an hour of today that has passed lapses, one still to come today comes', () => {
    const teLaat = metVrijeDag();
    teLaat.klok(om('2027-07-05', 10));
    assert.deepEqual(kort(teLaat.doe(om('2027-07-05', 10), DIENST, kalenderMet(2))), [
      '2027-07-05T08:00:00.000Z kalender_gewijzigd',
      '2027-07-05T08:00:00.000Z mijlpaal_vervallen behandelen dag 20',
    ]);
    const opTijd = metVrijeDag();
    opTijd.klok(om('2027-07-05', 8));
    opTijd.doe(om('2027-07-05', 8), DIENST, kalenderMet(2));
    assert.equal(kort(opTijd.klok(om('2027-07-06')))[0], '2027-07-05T07:00:00.000Z herinnerd behandelen dag 20');
  });

  it('never lets the last day fall in a pause', () => {
    const zaak = metVrijeDag();
    zaak.klok(om('2027-07-08'));
    zaak.doe(om('2027-07-08'), 'coordinator.oost', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-16' });
    zaak.doe(om('2027-07-09'), DIENST, kalenderMet(2));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-20'))).filter((regel) => /hervat|geescaleerd/.test(regel)),
      ['2027-07-16T22:00:00.000Z hervat', '2027-07-19T22:00:00.000Z geescaleerd landelijk termijn_verstreken'],
    );
  });

  it('never takes away the question before niet_nagekomen', () => {
    const zaak = metVrijeDag();
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-11' }));
    zaak.klok(om('2027-06-14'));
    zaak.doe(om('2027-06-14'), DIENST, kalenderMet(2));
    assert.deepEqual(kort(zaak.klok(om('2027-06-17'))).slice(0, 2), [
      '2027-06-14T07:00:00.000Z nakoming_gevraagd dag 1',
      '2027-06-16T22:00:00.000Z niet_nagekomen',
    ]);
  });

  it('moves the last day for bezwaar: 18 May plus six weeks and a free day is 30 June', () => {
    const zaak = new Zaak();
    zaak.doe(MAANDAG, 'metgezel', indiening({}, { ...GEGEVENS, besluit: { datum: '2027-05-18' } }));
    zaak.doe(MAANDAG, DIENST, kalenderMet(2, '2027-06-29'));
    assert.deepEqual(
      kort(zaak.klok(om('2027-07-02'))).filter((regel) => regel.includes('bezwaar')),
      [
        '2027-06-15T07:00:00.000Z herinnerd bezwaar dag 10',
        '2027-06-24T07:00:00.000Z herinnerd bezwaar dag 3',
        '2027-06-30T22:00:00.000Z stap_geeindigd bezwaar verstreken',
      ],
    );
  });

  it('a last day for bezwaar that would have gone by is today', () => {
    const kalender = { versie: 1, dagen: { ...KALENDER.dagen, '2027-06-29': 'gelijkgestelde dag' } };
    const zaak = new Zaak({ kalender });
    zaak.doe(MAANDAG, 'metgezel', indiening({}, { ...GEGEVENS, besluit: { datum: '2027-05-18' } }));
    zaak.klok(om('2027-06-30'));
    zaak.doe(om('2027-06-30'), DIENST, kalenderMet(2));
    assert.ok(kort(zaak.klok(om('2027-07-01'))).includes('2027-06-30T22:00:00.000Z stap_geeindigd bezwaar verstreken'));
  });

  it('is no news where no day moves: it changes no version, and nobody hears of it; where one does, it is', () => {
    const soorten = (dag: Datum) => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
      assert.ok(zaak.staat !== null);
      const { inhoudsversie, kalender } = zaak.staat;
      const gebeurd = zaak.doe(om('2027-06-17', 12), DIENST, kalenderMet(kalender.versie + 1, dag));
      const { staat } = zaak;
      assert.equal(staat.kalender.versie, kalender.versie + 1);
      return [gebeurd.map(({ soort }) => soort), staat.inhoudsversie - inhoudsversie];
    };
    assert.deepEqual(soorten('2027-12-20'), [['kalender_overgenomen'], 0]);
    assert.deepEqual(soorten('2027-06-21'), [['kalender_gewijzigd'], 1]);
  });

  it('moves the day on which it goes up by itself, also where the last day of the term stays', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const [gebeurd] = zaak.doe(om('2027-06-17', 12), DIENST, kalenderMet(2, '2027-07-06'));
    assert.equal(gebeurd?.soort, 'kalender_gewijzigd');
  });

  describe('leaves last days that have passed as they are: late stays late, and nobody is mailed', () => {
    const OVER_TWEE_JAAR = kalenderMet(2, '2029-06-15');
    const TERUGWERKEND = kalenderMet(2, '2027-06-09', '2027-06-10');
    const MINDER: Opdrachtinhoud = { soort: 'kalenderWijzigen', kalender: { versie: 2, dagen: {} } };

    /** The calendar changes at `op` in each of three ways; what had passed stays, and the mails are as said. */
    function blijft(zaak: Zaak, op: string, laatsteDagen: Record<string, Datum>, uitloop: Record<string, Datum> = {}) {
      zaak.klok(op);
      for (const wijziging of [OVER_TWEE_JAAR, TERUGWERKEND, MINDER]) {
        const ander = zaak.kopie();
        const voor = ander.nu;
        const [gewijzigd] = ander.doe(op, DIENST, wijziging);
        assert.ok(gewijzigd !== undefined);
        const legUit = termijnen(ander.nu, voorgeschiedenis('zaak', ander.gebeurtenissen));
        for (const [soort, laatsteDag] of Object.entries(laatsteDagen)) {
          const termijn = legUit.find((een) => een.soort === soort);
          assert.equal(termijn?.uitleg.laatsteDag, laatsteDag, soort);
          assert.deepEqual(termijn?.verschoven, [], soort);
        }
        for (const [soort, laatsteDag] of Object.entries(uitloop))
          assert.equal(legUit.find((een) => een.soort === soort)?.uitlegUitloop?.laatsteDag, laatsteDag, soort);
        assert.equal(isTeLaat(ander.nu, op), isTeLaat(voor, op));
        assert.equal(uiterlijkOp(ander.nu), uiterlijkOp(voor));
        assert.deepEqual(berichten(gewijzigd, ander.nu, voor), []);
      }
    }

    it('terugkoppelen of 21 June, on 1 July', () => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.klok(om('2027-06-14'));
      zaak.doe(om('2027-06-14'), 'coordinator.oost', uitkomst);
      blijft(zaak, om('2027-07-01'), { terugkoppelen: '2027-06-21' });
      zaak.doe(om('2027-07-01'), DIENST, OVER_TWEE_JAAR);
      assert.equal(isTeLaat(zaak.nu, om('2027-07-01')), true);
    });

    it('behandelen in its uitloop, and oppakken', () => {
      blijft(Zaak.opgepakt(MAANDAG), om('2027-07-06'), { behandelen: '2027-07-05' });
      const wacht = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
      blijft(wacht, om('2027-06-11'), { oppakken: '2027-06-10' });
    });

    it('behandelen that a partner holds up, also lengthened: both its own last days', () => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
      zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-08-30' }));
      blijft(zaak, om('2027-07-12'), { behandelen: '2027-07-05' });
      const antwoordt = zaak.kopie();
      antwoordt.doe(om('2027-07-12'), DIENST, OVER_TWEE_JAAR);
      antwoordt.doe(om('2027-07-12'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
      assert.equal(
        kort(antwoordt.klok(om('2027-07-20')))[0],
        '2027-07-14T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
      );
      zaak.doe(om('2027-07-12'), 'coordinator.oost', { soort: 'verlengen', tekst: {} });
      blijft(zaak, om('2027-08-03'), { behandelen: '2027-08-02' });
      zaak.klok(om('2027-08-03'));
      zaak.doe(om('2027-08-03'), DIENST, TERUGWERKEND);
      const [termijn] = termijnen(zaak.nu, voorgeschiedenis('zaak', zaak.gebeurtenissen)).filter(
        ({ soort }) => soort === 'behandelen',
      );
      assert.deepEqual(termijn?.verlenging, { eersteHelft: '2027-07-05', tweedeHelft: '2027-08-02' });
    });

    it('at landelijk, where the repeats still to come do move', () => {
      const zaak = Zaak.landelijk(MAANDAG);
      blijft(zaak, om('2027-07-12'), { behandelen: '2027-07-05' }, { behandelen: '2027-07-07' });
      zaak.doe(om('2027-07-12'), DIENST, kalenderMet(2, '2027-07-13'));
      assert.equal(kort(zaak.klok(om('2027-07-16')))[0], '2027-07-15T22:00:00.000Z gemeld termijn_verstreken dag 27');
    });

    it('paused after its last day, and with an aanpak, which has a date of its own', () => {
      const zaak = Zaak.landelijk(MAANDAG);
      zaak.klok(om('2027-07-12'));
      const pauze = zaak.kopie();
      pauze.doe(om('2027-07-12'), 'landelijk', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-23' });
      blijft(pauze, om('2027-07-15'), { behandelen: '2027-07-05', pauze: '2027-07-23' });
      zaak.doe(om('2027-07-12'), 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-07-23', tekst: {} });
      blijft(zaak, om('2027-07-15'), { aanpak: '2027-07-22' });
    });

    it('indelen, duur and terugblik; duur also while it rests', () => {
      const hulp = { wens: 'hulp', motief: 'geen_reactie' } as const;
      const zaak = Zaak.ingediend(MAANDAG, hulp, { knelpunttypen: ['ANDERS'] });
      zaak.doe(MAANDAG, 'landelijk', { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
      blijft(zaak, om('2027-09-06'), { indelen: '2027-07-05', duur: '2027-08-30' });
      zaak.klok(om('2027-09-06'));
      zaak.doe(om('2027-09-06'), 'landelijk', { ...uitkomst, terugkoppeling: true });
      zaak.doe(om('2027-09-07'), DIENST, TERUGWERKEND);
      zaak.doe(om('2027-09-08'), 'metgezel', { soort: 'heropenen', tekst: {} });
      const duur = termijnen(zaak.nu).find(({ soort }) => soort === 'duur');
      assert.equal(duur?.uitleg.laatsteDag, '2027-08-30');
      assert.ok(
        duur?.inWoorden.includes(
          'De kalender veranderde toen dag 60 al voorbij was. De laatste dag blijft daarom maandag 30 augustus 2027.',
        ),
      );
    });

    it('a promise whose day has passed, of which the end is still to come', () => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
      zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-07-14' }));
      blijft(zaak, om('2027-07-16'), { toezegging: '2027-07-15' }, { toezegging: '2027-07-19' });
    });

    it('and a last day that is today moves with the calendar', () => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.klok(om('2027-07-05'));
      const voor = zaak.nu;
      const [gewijzigd] = zaak.doe(om('2027-07-05'), DIENST, TERUGWERKEND);
      assert.ok(gewijzigd !== undefined);
      assert.equal(uiterlijkOp(zaak.nu), om('2027-07-08', 0));
      assert.deepEqual(
        berichten(gewijzigd, zaak.nu, voor).map(({ soort }) => soort),
        ['termijn_verschoven'],
      );
    });
  });

  it('an older or equal version changes nothing, a person may not do it, and it is no act of a person', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(zaak.doe(om('2027-06-08'), DIENST, kalenderMet(1, '2027-06-21')), []);
    zaak.weigert(MAANDAG, 'landelijk', kalenderMet(2), 'niet_bevoegd');
    zaak.doe(om('2027-06-08'), DIENST, kalenderMet(2));
    assert.equal(zaak.nu.laatsteDaadOp, MAANDAG);
  });
});
