import assert from 'node:assert/strict';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { Decision } from '#domain/signaal/decision.ts';
import { cijfers } from '#domain/signaal/ladder.ts';
import { inVolgorde, type Mijlpaal, mijlpalen } from '#domain/signaal/mijlpalen.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { indiening, KALENDER, PERSONEN, Zaak } from '#test/support/zaak.ts';

const NU = '2027-03-01T09:00:00.000Z';

describe('milestones at the same instant', () => {
  const [stap] = Zaak.ingediend(NU).nu.stappen;
  const op = (soort: 'oppakken' | 'behandelen' | 'duur', naam: string, dag: number): Mijlpaal => ({
    sleutel: `${soort}-1:${naam}`,
    op: NU,
    stap: { ...(stap ?? assert.fail()), soort },
    naam,
    dag,
  });

  it('come in the order of the policy, reminders last, and then by day', () => {
    const reeks = [
      op('oppakken', 'herinnering:2', 2),
      op('duur', 'termijn', 60),
      op('behandelen', 'herinnering:1', 1),
      op('behandelen', 'uitloop', 22),
      op('oppakken', 'uitloop', 5),
    ];
    assert.deepEqual(
      reeks.toSorted(inVolgorde).map(({ sleutel }) => sleutel),
      [
        'oppakken-1:uitloop',
        'behandelen-1:uitloop',
        'duur-1:termijn',
        'behandelen-1:herinnering:1',
        'oppakken-1:herinnering:2',
      ],
    );
  });

  it('oppakken escalates before behandelen does, and what it ends stays silent', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.staat = {
      ...zaak.nu,
      stappen: zaak.nu.stappen.map((lopend) => ({ ...lopend, n: 3, uitloop: 2, herinneringsdagen: [] })),
    };
    const escalaties = zaak.klok('2027-03-08T23:00:00.000Z').filter(({ soort }) => soort === 'geescaleerd');
    assert.deepEqual(
      escalaties.map((g) => (g.soort === 'geescaleerd' ? g.motief : '')),
      ['niet_opgepakt'],
    );
  });
});

describe('what cannot be', () => {
  const kader = { kalender: KALENDER, beleid: TERMIJNBELEID_1, personen: PERSONEN, loket: null };
  const vanDeKlok = { bron: 'x', door: null, verschuldigdOp: NU };

  it('a signaal begins with its filing', () => {
    const [, tweede] = Zaak.ingediend(NU).gebeurtenissen;
    assert.throws(() => verwerk(null, 'zaak', tweede ?? assert.fail()), { code: 'bestaat_niet' });
    assert.throws(() => new Decision('zaak', null, NU, kader, vanDeKlok).staat, TypeError);
  });

  it('a behandelaar of whom nothing is known any more is not called back', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(NU, 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(NU, 'coordinator.oost', { soort: 'terugleggen', aan: 'metgezel', instemming: false, tekst: {} });
    const { 'coordinator.oost': _, ...anderen } = PERSONEN;
    zaak.kader = { ...zaak.kader, personen: anderen };
    zaak.doe(NU, 'metgezel', { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
    assert.equal(zaak.nu.behandelaar, null);
  });

  it('the clock files nothing', async () => {
    const { eisIndiener } = await import('#domain/signaal/opdrachten/indienen.ts');
    assert.throws(() => eisIndiener(new Decision('zaak', null, NU, kader, vanDeKlok)), { code: 'niet_bevoegd' });
  });

  it('a policy has no numbers for spoed at lokaal, so nothing can begin there', () => {
    assert.throws(() => cijfers(TERMIJNBELEID_1.stappen.behandelen.lokaal, 'spoed'), { code: 'spoed_niet_lokaal' });
  });

  it('a step that has lost its date ends with the day on which it began, one that has lost its verzoek at its next milestone', () => {
    for (const soort of ['pauze', 'aanpak', 'bezwaar'] as const) {
      const zaak = Zaak.ingediend(NU);
      zaak.staat = { ...zaak.nu, stappen: zaak.nu.stappen.map((stap) => ({ ...stap, soort, geweest: [] })) };
      assert.ok(mijlpalen(zaak.nu).length > 0);
    }
    for (const soort of ['vraag', 'toezegging'] as const) {
      const zaak = Zaak.ingediend(NU);
      zaak.staat = { ...zaak.nu, stappen: zaak.nu.stappen.map((stap) => ({ ...stap, soort, herinneringsdagen: [1] })) };
      zaak.klok('2027-03-31T00:00:00.000Z');
      assert.deepEqual(zaak.nu.stappen, []);
    }
  });

  it('a policy without repeats tells once', () => {
    const duur = { ...TERMIJNBELEID_1.stappen.duur, herhaling: null };
    const zaak = new Zaak({ beleid: { ...TERMIJNBELEID_1, stappen: { ...TERMIJNBELEID_1.stappen, duur } } });
    zaak.doe(NU, 'metgezel', indiening());
    const gemeld = zaak
      .klok('2027-12-31T00:00:00.000Z')
      .filter((g) => g.soort === 'gemeld' && g.melding === 'duurt_lang');
    assert.equal(gemeld.length, 1);
  });

  it('repeats go on for ever, and are listed as far as the first one to come', () => {
    const { nu } = Zaak.ingediend(NU);
    const repeats = mijlpalen(nu, '2028-03-01T00:00:00.000Z').filter(({ naam }) => naam.startsWith('herhaling'));
    assert.equal(repeats.filter(({ op }) => op > '2028-03-01T00:00:00.000Z').length, 1);
  });
});
