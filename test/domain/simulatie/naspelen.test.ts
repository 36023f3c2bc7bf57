import assert from 'node:assert/strict';

import fc from 'fast-check';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { dadenIn, ZEGT_NIETS } from '#domain/simulatie/daden.ts';
import { type BeleidOp, type Leven, type Mensen, speelNa } from '#domain/simulatie/naspelen.ts';
import { keren } from '#test/support/keren.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { antwoord, kort, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MENSEN: Mensen = { personen: PERSONEN, waarnemingen: [] };
const levenVan = (zaak: Zaak): Leven => ({
  id: 'zaak',
  gebeurtenissen: zaak.gebeurtenissen.filter(({ door }) => door !== null),
  tot: zaak.nu.laatsteOp,
});

function nagespeeld(zaak: Zaak): { gebeurtenissen: Gebeurtenis[]; geweigerd: string[] } {
  const gebeurtenissen: Gebeurtenis[] = [];
  const geweigerd: string[] = [];
  const leven = levenVan(zaak);
  speelNa(leven, dadenIn(leven.gebeurtenissen), () => TERMIJNBELEID_1, MENSEN, {
    verstreken: () => undefined,
    gebeurd: (gebeurtenis) => void gebeurtenissen.push(gebeurtenis),
    geweigerd: ({ soort }, code) => void geweigerd.push(`${soort} ${code}`),
  });
  return { gebeurtenissen, geweigerd };
}

describe('a life played again', () => {
  it('is the same life under the policy of then, act by act and milestone by milestone', () => {
    const soorten = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const zaak = leefZomaar(seed);
        const { gebeurtenissen, geweigerd } = nagespeeld(zaak);
        assert.deepEqual(geweigerd, []);
        assert.deepEqual(kort(gebeurtenissen), kort(zaak.gebeurtenissen));
        for (const { opdracht } of dadenIn(zaak.gebeurtenissen)) soorten.add(opdracht.soort);
      }),
      keren(500),
    );
    assert.ok(soorten.size >= 18, `${soorten.size} kinds of acts were seen`);
  });

  const OP = '2027-01-11T09:00:00.000Z';
  const LATER = '2027-01-13T09:00:00.000Z';
  const speel = (leven: Leven, mensen: Mensen = MENSEN, beleidOp: BeleidOp = () => TERMIJNBELEID_1): string[] => {
    const gezien: string[] = [];
    speelNa(leven, dadenIn(leven.gebeurtenissen), beleidOp, mensen, {
      verstreken: () => undefined,
      gebeurd: ({ soort }) => void gezien.push(soort),
      geweigerd: ({ soort }, code) => void gezien.push(`${soort} ${code}`),
    });
    return gezien;
  };
  const opgepakt = (): Zaak => {
    const zaak = Zaak.ingediend(OP, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(LATER, 'coordinator.oost', { soort: 'oppakken' });
    return zaak;
  };

  it('goes no further than it was lived', () => {
    const leven = levenVan(opgepakt());
    assert.ok(speel(leven).includes('opgepakt'));
    assert.ok(!speel({ ...leven, tot: OP }).includes('opgepakt'));
  });

  it('of which nothing is known is none', () => {
    assert.deepEqual(speel({ id: 'leeg', gebeurtenissen: [], tot: OP }), []);
  });

  it('knows who was still there: whoever acted was, and whoever has left and did nothing was not', () => {
    const zaak = Zaak.ingediend(OP, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(LATER, 'coordinator.oost', { soort: 'toewijzen', aan: 'coordinator.oost2' });
    const weg = (id: string): Mensen => ({
      personen: { ...PERSONEN, [id]: { ...(PERSONEN[id] ?? assert.fail(id)), actief: false } },
      waarnemingen: [],
    });
    assert.ok(speel(levenVan(zaak), weg('coordinator.oost')).includes('toegewezen'));
    assert.ok(speel(levenVan(zaak), weg('coordinator.oost2')).includes('toewijzen ontvanger_ongeschikt'));
  });

  it('fails when there is no policy for a day: that is no refusal', () => {
    const geen: BeleidOp = () => {
      throw new RangeError('There is no policy');
    };
    assert.throws(() => speel(levenVan(opgepakt()), MENSEN, geen), RangeError);
  });
});

describe('the acts in a record', () => {
  const OP = '2027-01-11T09:00:00.000Z';
  const DOOR = 'coordinator.oost';

  it('are the very ones that were done, to the desk that was chosen', () => {
    const gedaan: Opdrachtinhoud[] = [
      { soort: 'oppakken' },
      verzoekDoen('v', { loket: 'wmo' }),
      { soort: 'verzoekVerleggen', verzoek: 'v', loket: 'jeugd', escalatiecontact: true },
      { soort: 'tegenhouden', verzoek: 'v', tekst: {} },
      { soort: 'verzoekIntrekken', verzoek: 'v' },
      verzoekDoen('w'),
      { soort: 'verzoekVerleggen', verzoek: 'w', escalatiecontact: false },
      antwoord('w', { soort: 'meer_informatie_nodig' }),
      { soort: 'informatieGeven', verzoek: 'w', tekst: {} },
      {
        soort: 'escaleren',
        motief: 'afgewezen',
        poging: { organisatie: null, datum: '2027-01-11', beantwoord: true },
        tekst: {},
      },
    ];
    const zaak = Zaak.ingediend(OP, { wens: 'hulp', motief: 'geen_reactie', consulent: true });
    for (const opdracht of gedaan) zaak.doe(OP, DOOR, opdracht);
    const [ingediend, ...rest] = dadenIn(zaak.gebeurtenissen).map(({ opdracht }) => opdracht);
    assert.ok(ingediend?.soort === 'indienen' && ingediend.consulent === true);
    assert.deepEqual(
      rest.map(({ id: _id, door: _door, ...opdracht }) => opdracht),
      gedaan,
    );
  });

  it('are the same when what tells nothing of them is left out of the record', () => {
    let weggelaten = 0;
    fc.assert(
      fc.property(fc.integer(), (zaad) => {
        const { gebeurtenissen } = leefZomaar(zaad);
        const rest = gebeurtenissen.filter(({ soort }) => !ZEGT_NIETS.includes(soort));
        weggelaten += gebeurtenissen.length - rest.length;
        assert.deepEqual(dadenIn(rest), dadenIn(gebeurtenissen));
      }),
      keren(100),
    );
    assert.ok(weggelaten > 0);
  });

  it('an escalation with a motive of the clock is none', () => {
    const geescaleerd = { soort: 'geescaleerd', motief: 'niet_opgepakt', door: DOOR, bron: 'opdracht', op: OP };
    assert.deepEqual(dadenIn([geescaleerd as Gebeurtenis]), []);
  });

  it('a verzoek that lapses is none', () => {
    const vervallen = { soort: 'verzoek_geeindigd', verzoek: 'v', status: 'vervallen', door: DOOR, bron: 'opdracht' };
    assert.deepEqual(dadenIn([vervallen as Gebeurtenis]), []);
  });

  for (const soort of [
    'afgesloten',
    'domeindiscussie_gezien',
    'niet_nagekomen',
    'stap_begonnen',
    'stap_geeindigd',
    'mijlpaal_vervallen',
    'herinnerd',
    'gemeld',
    'geen_reactie',
    'nakoming_gevraagd',
    'aanpak_verlopen',
    'terugblik_gevraagd',
    'terugblik_onbeantwoord',
  ] as const) {
    it(`${soort} is none: it follows from one`, () => {
      const gevolg = { soort, door: 'coordinator.oost', bron: 'opdracht' } as Gebeurtenis;
      assert.deepEqual(dadenIn([gevolg]), []);
    });
  }
});
