import assert from 'node:assert/strict';

import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { antwoord, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const uitkomst: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: false,
  tekst: {},
};
const pauzeren: Opdrachtinhoud = { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-18' };

function met(zaak: Zaak, id: string, wijziging: Partial<Persoon>): Zaak {
  const persoon = PERSONEN[id];
  assert.ok(persoon !== undefined);
  zaak.kader = { ...zaak.kader, personen: { ...zaak.kader.personen, [id]: { ...persoon, ...wijziging } } };
  return zaak;
}

describe('whoever works for the organisation that a signaal concerns', () => {
  const linde = (): Zaak => Zaak.opgepakt(MAANDAG, { organisatie: 'LINDE' });

  it('may not act for the behandelaar either', () => {
    for (const opdracht of [uitkomst, pauzeren, verzoekDoen('v'), { soort: 'vrijgeven' } as const]) {
      linde().weigert(MAANDAG, 'waarnemer.linde', opdracht, 'belangenconflict');
      linde().doe(MAANDAG, 'waarnemer', opdracht);
    }
    const gevraagd = linde();
    gevraagd.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    gevraagd.weigert(MAANDAG, 'waarnemer.linde', antwoord('v', { soort: 'opgelost' }), 'belangenconflict');
  });

  it('nor go on when the employer became the one concerned', () => {
    met(linde(), 'coordinator.oost', { organisatie: 'LINDE' }).weigert(
      MAANDAG,
      'coordinator.oost',
      uitkomst,
      'belangenconflict',
    );
  });

  it('does not own what was filed by reopening it, whatever the roles', () => {
    const zaak = Zaak.ingediend(
      MAANDAG,
      { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' },
      {},
      'metgezel.linde',
    );
    zaak.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(MAANDAG, 'coordinator.oost', { ...uitkomst, terugkoppeling: true } as Opdrachtinhoud);
    met(zaak, 'coordinator.oost', { actief: false });
    met(zaak, 'metgezel.linde', { rollen: ['metgezel', 'regiocoordinator'], regios: ['OOST'] });
    zaak.doe(MAANDAG, 'metgezel.linde', { soort: 'heropenen', tekst: {} });
    assert.equal(zaak.nu.behandelaar, null);
  });

  it('may not either when the signaal names it otherwise: whom one tried before, or who was said to be competent', () => {
    const poging = { organisatie: 'LINDE', datum: '2027-06-01', beantwoord: true };
    const ingediend = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }, { pogingen: [poging] });
    ingediend.weigert(MAANDAG, 'coordinator.linde', { soort: 'oppakken' }, 'belangenconflict');
    ingediend.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });

    const geescaleerd = Zaak.ingediend(MAANDAG, { wens: 'zelf' });
    geescaleerd.doe(MAANDAG, 'metgezel', { soort: 'escaleren', motief: 'geen_reactie', poging, tekst: {} });
    geescaleerd.weigert(MAANDAG, 'coordinator.linde', { soort: 'oppakken' }, 'belangenconflict');

    const gevraagd = Zaak.opgepakt(MAANDAG);
    gevraagd.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    gevraagd.doe(MAANDAG, 'waarnemer', antwoord('v', { soort: 'niet_bevoegd', bevoegd: 'LINDE' }));
    gevraagd.weigert(MAANDAG, 'waarnemer.linde', pauzeren, 'belangenconflict');
  });

  it('does not own what was filed when it was the employer that was tried before', () => {
    const poging = { organisatie: 'LINDE', datum: '2027-06-01', beantwoord: true };
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'zelf' }, { pogingen: [poging] }, 'metgezel.linde');
    assert.deepEqual([zaak.nu.behandelaar, zaak.nu.status], [null, 'wacht_op_oppakken']);
  });

  it('is not asked to think along', () => {
    linde().weigert(
      MAANDAG,
      'coordinator.oost',
      verzoekDoen('v', { verzoeksoort: 'consultatie', persoon: 'metgezel.linde' }),
      'ontvanger_ongeschikt',
    );
  });
});

describe('a question to the employer of the behandelaar', () => {
  it('needs another behandelaar first, also when a deputy asks it or the deputy’s own employer is asked', () => {
    const zaak = met(Zaak.opgepakt(MAANDAG), 'coordinator.oost', { organisatie: 'ZK' });
    zaak.weigert(MAANDAG, 'coordinator.oost', verzoekDoen('v'), 'belangenconflict');
    zaak.weigert(MAANDAG, 'waarnemer', verzoekDoen('v'), 'belangenconflict');
    zaak.doe(MAANDAG, 'waarnemer', verzoekDoen('v', { organisatie: 'CIZ' }));
    const eigen = Zaak.opgepakt(MAANDAG);
    eigen.weigert(MAANDAG, 'waarnemer.linde', verzoekDoen('v', { organisatie: 'LINDE' }), 'belangenconflict');
    eigen.doe(MAANDAG, 'coordinator.oost', { soort: 'toewijzen', aan: 'coordinator.oost2' });
    eigen.doe(MAANDAG, 'coordinator.oost2', verzoekDoen('v', { organisatie: 'LINDE' }));
  });

  it('of whom nothing is known any more is no obstacle for the deputy', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const { 'coordinator.oost': _, ...anderen } = PERSONEN;
    zaak.kader = { ...zaak.kader, personen: anderen };
    zaak.doe(MAANDAG, 'waarnemer', verzoekDoen('v'));
    assert.equal(zaak.verzoekstatus('v'), 'gesteld');
  });
});

describe('a deputy (waarnemer)', () => {
  it('does what the behandelaar may do, and who deputises for another does not', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'waarnemer', pauzeren);
    zaak.doe(MAANDAG, 'waarnemer', { soort: 'hervatten' });
    zaak.doe(MAANDAG, 'waarnemer', { soort: 'verlengen', tekst: {} });
    assert.equal(zaak.nu.behandelaar, 'coordinator.oost');
    zaak.doe(MAANDAG, 'landelijk', { soort: 'toewijzen', aan: 'coordinator.oost2' });
    zaak.weigert(MAANDAG, 'waarnemer', pauzeren, 'niet_behandelaar');
  });
});
