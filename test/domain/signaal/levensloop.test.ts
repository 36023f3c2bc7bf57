import assert from 'node:assert/strict';

import { leefVerder, type Levensloop, NIEUWE_LEVENSLOOP, raaktLevensloop } from '#domain/signaal/levensloop.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { antwoord, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const DIE_DAG = '2027-06-07';

/** Of all that happened, act by act. */
function loopVan({ gebeurtenissen }: Zaak): Levensloop {
  let staat: Staat | null = null;
  let loop = NIEUWE_LEVENSLOOP;
  for (const gebeurtenis of gebeurtenissen) {
    loop = leefVerder(loop, gebeurtenis, staat);
    staat = verwerk(staat, 'zaak', gebeurtenis);
  }
  return loop;
}

const uitkomst = (anders: Partial<Extract<Opdrachtinhoud, { soort: 'uitkomstMelden' }>> = {}): Opdrachtinhoud => ({
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: false,
  tekst: {},
  ...anders,
});
const TERUGKOPPELEN: Opdrachtinhoud = { soort: 'terugkoppelen', tekst: {} };

describe('how a signaal went', () => {
  it('is at one level at a time, from arrival to outcome', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(om('2027-06-09'), 'landelijk', uitkomst());
    assert.deepEqual(
      loopVan(zaak).verblijven.map(({ niveau, van, tot }) => [niveau, van, tot]),
      [
        ['lokaal', DIE_DAG, DIE_DAG],
        ['regionaal', DIE_DAG, DIE_DAG],
        ['landelijk', DIE_DAG, '2027-06-09'],
      ],
    );
    assert.deepEqual(loopVan(zaak).sluitingen, [], 'the filer does not know yet');
  });

  it('goes back to where it came from, and is there anew', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(om('2027-06-08'), 'landelijk', {
      soort: 'terugleggen',
      aan: 'coordinator.oost',
      instemming: true,
      tekst: {},
    });
    const [voor, nu] = loopVan(zaak).verblijven.slice(-2);
    assert.deepEqual([voor?.niveau, voor?.tot], ['landelijk', '2027-06-08']);
    assert.deepEqual([nu?.niveau, nu?.van, nu?.tot], ['regionaal', '2027-06-08', null]);
    assert.deepEqual([voor?.eerder, nu?.eerder], [null, DIE_DAG], 'it had been there before');
  });

  it('the filer heard in time until the clock has seen the end of the term of terugkoppelen', () => {
    const terugkoppeling = (einde: (zaak: Zaak) => string) => {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.doe(om('2027-06-08'), 'coordinator.oost', uitkomst());
      zaak.doe(einde(zaak), 'coordinator.oost', TERUGKOPPELEN);
      return loopVan(zaak).sluitingen.map((een) => [een.soort, een.terugkoppeling]);
    };
    assert.deepEqual(
      terugkoppeling(() => om('2027-06-09')),
      [['teruggekoppeld', 'op_tijd']],
    );
    const naDeTermijn = (zaak: Zaak): string => {
      for (let slag = volgendeMijlpaal(zaak.nu); slag !== null; slag = volgendeMijlpaal(zaak.nu)) {
        zaak.klok(slag.op);
        if (slag.stap.soort === 'terugkoppelen' && slag.naam === 'termijn') return slag.op;
      }
      return assert.fail('the term never ended');
    };
    assert.deepEqual(terugkoppeling(naDeTermijn), [['teruggekoppeld', 'te_laat']]);
  });

  it('an outcome that is told at once has no term to miss, and what is withdrawn has none at all', () => {
    const meteen = Zaak.opgepakt(MAANDAG);
    meteen.doe(om('2027-06-08'), 'coordinator.oost', uitkomst({ terugkoppeling: true }));
    assert.equal(loopVan(meteen).sluitingen[0]?.terugkoppeling, 'op_tijd');
    const weg = Zaak.opgepakt(MAANDAG);
    weg.doe(om('2027-06-08'), 'metgezel', { soort: 'intrekken' });
    const { verblijven, sluitingen } = loopVan(weg);
    assert.deepEqual(
      sluitingen.map((een) => [een.soort, een.terugkoppeling]),
      [['ingetrokken', null]],
    );
    assert.ok(
      verblijven.every(({ tot }) => tot !== null),
      'nobody was done there',
    );
  });

  it('is asked about after closing, and what the filer says stands with that closing', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-08'), 'coordinator.oost', uitkomst({ terugkoppeling: true }));
    const gevraagd = zaak.kopie();
    while (loopVan(gevraagd).sluitingen[0]?.terugblik === null) {
      gevraagd.klok(volgendeMijlpaal(gevraagd.nu)?.op ?? assert.fail('nobody was asked'));
    }
    assert.equal(loopVan(gevraagd).sluitingen[0]?.terugblik, 'gevraagd');
    const gezegd = gevraagd.kopie();
    gezegd.doe(gezegd.nu.laatsteOp, 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_deels' });
    assert.equal(loopVan(gezegd).sluitingen[0]?.terugblik, 'helpt_deels');
    const stil = gevraagd.kopie();
    for (let slag = volgendeMijlpaal(stil.nu); slag !== null; slag = volgendeMijlpaal(stil.nu)) stil.klok(slag.op);
    assert.equal(loopVan(stil).sluitingen[0]?.terugblik, 'onbeantwoord');
    const open = gevraagd.kopie();
    open.doe(open.nu.laatsteOp, 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet' });
    const { sluitingen, verblijven } = loopVan(open);
    assert.deepEqual(
      sluitingen.map(({ terugblik, heropend }) => [terugblik, heropend]),
      [['helpt_niet', true]],
    );
    assert.equal(verblijven.at(-1)?.tot, null, 'it is somewhere again');
    open.doe(open.nu.laatsteOp, 'coordinator.oost', uitkomst({ terugkoppeling: true }));
    assert.deepEqual(
      loopVan(open).sluitingen.map(({ heropend }) => heropend),
      [true, false],
      'the last closing is another',
    );
    while (loopVan(open).sluitingen[1]?.terugblik === null)
      open.klok(volgendeMijlpaal(open.nu)?.op ?? assert.fail('nobody was asked again'));
    assert.deepEqual(
      loopVan(open).sluitingen.map(({ terugblik }) => terugblik),
      ['helpt_niet', 'gevraagd'],
      'what was said of the first stands',
    );
  });

  it('an answer is the first one, however late; only a silence without one is a silence', () => {
    const vraag = (zaak: Zaak) =>
      loopVan(zaak).vragen.map(({ organisatie, gesteld, geantwoord, stil }) => [
        organisatie,
        gesteld,
        geantwoord,
        stil,
      ]);
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(
      MAANDAG,
      'coordinator.oost',
      verzoekDoen('expert', { verzoeksoort: 'consultatie', organisatie: null, persoon: 'landelijk' }),
    );
    const [{ organisatie } = assert.fail('nothing was asked')] = loopVan(zaak).vragen;
    assert.deepEqual(
      vraag(zaak),
      [[organisatie, DIE_DAG, null, false]],
      'who is asked in the programme is no organisatie',
    );
    const stil = zaak.kopie();
    while (loopVan(stil).vragen[0]?.stil !== true)
      stil.klok(volgendeMijlpaal(stil.nu)?.op ?? assert.fail('somebody answered'));
    const laat = stil.nu.laatsteOp;
    stil.doe(laat, 'coordinator.oost', antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual(vraag(stil), [[organisatie, DIE_DAG, datumVan(laat), false]], 'late is not silent');
    const snel = zaak.kopie();
    const eerst = om('2027-06-08');
    snel.doe(eerst, 'coordinator.oost', antwoord('v', { soort: 'meer_informatie_nodig' }));
    snel.doe(eerst, 'coordinator.oost', { soort: 'informatieGeven', verzoek: 'v', tekst: {} });
    for (
      let slag = volgendeMijlpaal(snel.nu);
      slag !== null && slag.op < om('2027-08-01');
      slag = volgendeMijlpaal(snel.nu)
    )
      snel.klok(slag.op);
    assert.deepEqual(
      vraag(snel),
      [[organisatie, DIE_DAG, datumVan(eerst), false]],
      'who asked something back did answer',
    );
  });

  it('a question to an organisatie that was asked before says when that was', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(om('2027-06-08'), 'coordinator.oost', antwoord('v', { soort: 'opgelost' }));
    zaak.doe(om('2027-06-09'), 'coordinator.oost', verzoekDoen('w'));
    assert.deepEqual(
      loopVan(zaak).vragen.map(({ gesteld, eerder }) => [gesteld, eerder]),
      [
        [DIE_DAG, null],
        ['2027-06-09', DIE_DAG],
      ],
    );
  });

  it('why it cannot be solved stands as long as that is its outcome', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(
      om('2027-06-09'),
      'landelijk',
      uitkomst({ uitkomst: 'niet_oplosbaar', systeemreden: 'geen_geld', terugkoppeling: true }),
    );
    assert.equal(loopVan(zaak).systeemreden, 'geen_geld');
  });

  it('knows which acts change it', () => {
    assert.equal(raaktLevensloop([{ soort: 'notitie_toegevoegd' }, { soort: 'ingediend' }]), true);
    assert.equal(raaktLevensloop([{ soort: 'notitie_toegevoegd' }]), false);
  });
});
