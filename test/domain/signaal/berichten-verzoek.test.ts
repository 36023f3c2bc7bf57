import assert from 'node:assert/strict';

import { berichten } from '#domain/signaal/berichten.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { antwoord, KALENDER, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 10 is 21 June. */
const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';

/** The notices to which the last act or stretch of the clock gave rise, as `soort → aan (bundel, waarom)`. */
function post(zaak: Zaak, doe: () => unknown): string[] {
  const vanaf = zaak.gebeurtenissen.length;
  doe();
  let staat: Staat | null = null;
  const regels: string[] = [];
  for (const [i, g] of zaak.gebeurtenissen.entries()) {
    const voor: Staat | null = staat;
    staat = verwerk(staat, 'zaak', g);
    if (i < vanaf) continue;
    for (const { aan, soort, bundel, waarom } of berichten(g, staat, voor)) {
      const partij = aan.soort === 'partij' ? `${aan.verzoek}${aan.hogerop ? ' hogerop' : ''}` : aan.soort;
      const wie = aan.soort === 'persoon' ? aan.persoon : aan.soort === 'coordinatoren' ? aan.regio : partij;
      regels.push(`${soort} → ${wie} (${bundel}, ${waarom})`);
    }
  }
  return regels;
}

function gevraagd(afwijking: Parameters<typeof verzoekDoen>[1] = {}): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.doe(MAANDAG, DOOR, verzoekDoen('v', afwijking));
  return zaak;
}

describe('who hears of a verzoek', () => {
  it('the party at once, then its reminders; of the last one the behandelaar as well; then the escalation contact', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DOOR, verzoekDoen('v'))),
      ['verzoek → v (direct, partij)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.klok(om('2027-06-30', 1))),
      [
        'herinnering_verzoek → v (dag, partij)',
        'herinnering_verzoek → v (dag, partij)',
        'herinnering_verzoek → v (dag, partij)',
        'partij_zwijgt → coordinator.oost (dag, behandelaar)',
        'partij_zwijgt → coordinator.oost (dag, behandelaar)',
        'verzoek_hogerop → v hogerop (dag, partij)',
        'herinnering_verzoek → v hogerop (dag, partij)',
        'herinnering_verzoek → v hogerop (dag, partij)',
        'geen_reactie → coordinator.oost (dag, behandelaar)',
      ],
    );
  });

  it('an answer goes to the behandelaar and the filer, its receipt to the party; one that the behandelaar records to the filer alone', () => {
    const zaak = gevraagd();
    const vastgelegd = zaak.kopie();
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }))),
      [
        'antwoord → coordinator.oost (direct, behandelaar)',
        'antwoord → metgezel (direct, melder)',
        'bevestiging → v (direct, partij)',
      ],
    );
    assert.deepEqual(
      post(vastgelegd, () => vastgelegd.doe(MAANDAG, DOOR, antwoord('v', { soort: 'opgelost' }))),
      ['antwoord → metgezel (direct, melder)'],
    );
  });

  it('with nobody to handle it an answer goes to the coordinators of the level', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, { soort: 'vrijgeven' });
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }))),
      [
        'antwoord → OOST (direct, coordinator)',
        'antwoord → metgezel (direct, melder)',
        'bevestiging → v (direct, partij)',
      ],
    );
  });

  it('a filer who is behandelaar too hears an answer once', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.doe(MAANDAG, 'metgezel', verzoekDoen('v'));
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'afgewezen' }))),
      ['antwoord → metgezel (direct, behandelaar)', 'bevestiging → v (direct, partij)'],
    );
  });

  it('information goes to whoever asked for it, without the question again; later the escalation contact is still asked', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' }));
    const informatieGeven: Opdrachtinhoud = { soort: 'informatieGeven', verzoek: 'v', tekst: {} };
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DOOR, informatieGeven)),
      ['informatie → v (direct, partij)'],
    );
    const later = post(zaak, () => zaak.klok(om('2027-06-22', 1)));
    assert.equal(later.at(-1), 'verzoek_hogerop → v hogerop (dag, partij)');
    const hogerop = gevraagd();
    hogerop.klok(om('2027-06-23'));
    hogerop.doe(om('2027-06-23'), contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' }));
    assert.deepEqual(
      post(hogerop, () => hogerop.doe(om('2027-06-23'), DOOR, informatieGeven)),
      ['informatie → v hogerop (direct, partij)'],
    );
  });

  it('after a promise party and behandelaar are asked, and the behandelaar hears that it was not kept', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-09' }));
    assert.deepEqual(
      post(zaak, () => zaak.klok(om('2027-06-15'))),
      [
        'nakoming → v (dag, partij)',
        'nakoming → coordinator.oost (dag, behandelaar)',
        'niet_nagekomen → coordinator.oost (dag, behandelaar)',
      ],
    );
  });

  it('the party hears that a verzoek is withdrawn, moved or overtaken; the behandelaar at once of a bounce', () => {
    const zaak = gevraagd();
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v' })),
      ['verzoek → v (direct, partij)'],
    );
    const bounce = zaak.kopie();
    assert.deepEqual(
      post(bounce, () => bounce.doe(MAANDAG, DIENST, { soort: 'verzoekOnbestelbaar', verzoek: 'v' })),
      ['onbestelbaar → coordinator.oost (direct, behandelaar)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' })),
      ['verzoek_vervallen → v (direct, partij)'],
    );
  });

  it('of a duplicate: the other behandelaar hears, who asked something is told in one and asked whether it is still needed, and its filer gets the answer', () => {
    const zaak = gevraagd();
    const blijft = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(
      post(blijft, () => blijft.doe(MAANDAG, 'landelijk', { soort: 'duplicaatOpnemen', van: 'zaak' })),
      ['duplicaat → coordinator.oost (direct, behandelaar)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'landelijk', { soort: 'samenvoegen', met: 'ander' })),
      [
        'samengevoegd → metgezel (direct, melder)',
        'vraag_gestopt → coordinator.oost (direct, vorige_behandelaar)',
        'verzoek_vervallen → v (direct, partij)',
      ],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} })),
      [],
    );
    assert.deepEqual(
      post(blijft, () => blijft.doe(MAANDAG, DIENST, { soort: 'aanvullingDoorgeven', van: 'zaak', tekst: {} })),
      ['aangevuld → coordinator.oost (direct, behandelaar)'],
    );
    const uit = { signaal: 'ander', door: 'coordinator.oost' };
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DIENST, { soort: 'antwoordDoorgeven', uit, tekst: {} })),
      ['teruggekoppeld → metgezel (direct, melder)'],
    );
  });

  it('that the filer has left is told to who has it in hand', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DIENST, { soort: 'melderVertrokken' })),
      ['melder_vertrokken → coordinator.oost (direct, behandelaar)'],
    );
  });

  it('that any other mail did not arrive is told to who knows the addressee, or has the signaal in hand', () => {
    const zaak = gevraagd();
    const bounce = (persoon: string | null) =>
      post(zaak, () => zaak.doe(MAANDAG, DIENST, { soort: 'postOnbestelbaar', persoon }));
    assert.deepEqual(bounce(null), ['post_onbestelbaar → metgezel (direct, melder)']);
    assert.deepEqual(bounce('metgezel'), ['post_onbestelbaar → coordinator.oost (direct, behandelaar)']);
    assert.deepEqual(bounce('coordinator.oost'), ['post_onbestelbaar → OOST (direct, coordinator)']);
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-09' }));
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DIENST, { soort: 'verzoekOnbestelbaar', verzoek: 'v' })),
      ['post_onbestelbaar → coordinator.oost (direct, behandelaar)'],
    );
  });

  it('an expert is asked, reminded and told by name; the filer of a navraag as well, and silence is told once', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const consultatie = verzoekDoen('c', { verzoeksoort: 'consultatie', persoon: 'oco' });
    const navraag = verzoekDoen('n', { verzoeksoort: 'navraag' });
    assert.deepEqual(
      post(zaak, () => [zaak.doe(MAANDAG, DOOR, consultatie), zaak.doe(MAANDAG, DOOR, navraag)]),
      ['consultatie → oco (direct, deskundige)', 'navraag → metgezel (direct, melder)'],
    );
    const stil = zaak.kopie();
    assert.deepEqual(
      post(stil, () => stil.klok(om('2027-06-15', 1))),
      [
        'herinnering_navraag → metgezel (dag, melder)',
        'herinnering_verzoek → oco (dag, deskundige)',
        'herinnering_navraag → metgezel (dag, melder)',
        'navraag_onbeantwoord → coordinator.oost (dag, behandelaar)',
      ],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'metgezel', antwoord('n', { soort: 'informatie' }))),
      ['antwoord → coordinator.oost (direct, behandelaar)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' })),
      ['ingetrokken → coordinator.oost (direct, behandelaar)', 'verzoek_vervallen → oco (direct, deskundige)'],
    );
  });

  it('van het kastje naar de muur', () => {
    const zaak = gevraagd();
    assert.deepEqual(
      post(zaak, () => {
        zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'niet_bevoegd', bevoegd: null }));
        zaak.doe(MAANDAG, 'waarnemer', verzoekDoen('w'));
      }).slice(3),
      ['verzoek → w (direct, partij)', 'domeindiscussie → coordinator.oost (direct, behandelaar)'],
    );
  });
});

describe('who hears of the ladder', () => {
  it('the old behandelaar of what was taken away, and what waits', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const overgedragen = zaak.kopie();
    const vrijgegeven = zaak.kopie();
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'landelijk', { soort: 'toewijzen', aan: 'coordinator.oost2' })),
      [
        'opgepakt → metgezel (direct, melder)',
        'aan_u_toegewezen → coordinator.oost2 (direct, behandelaar)',
        'losgelaten → coordinator.oost (direct, vorige_behandelaar)',
      ],
    );
    assert.deepEqual(
      post(overgedragen, () =>
        overgedragen.doe(MAANDAG, 'landelijk', { soort: 'overdragen', regio: 'WEST', tekst: {} }),
      ),
      [
        'verplaatst → metgezel (direct, melder)',
        'verplaatst → coordinator.oost (direct, vorige_behandelaar)',
        'wacht_op_oppakken → WEST (direct, coordinator)',
      ],
    );
    assert.deepEqual(
      post(vrijgegeven, () => vrijgegeven.doe(MAANDAG, 'landelijk', { soort: 'vrijgeven' })),
      ['losgelaten → coordinator.oost (direct, vorige_behandelaar)', 'wacht_op_oppakken → OOST (direct, coordinator)'],
    );
  });

  it('the end of a pause and of an approach', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-08' });
    assert.deepEqual(
      post(zaak, () => zaak.klok(om('2027-06-09', 1))),
      ['hervat → landelijk (dag, behandelaar)'],
    );
    zaak.doe(om('2027-06-09'), 'landelijk', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-30' });
    assert.deepEqual(
      post(zaak, () => zaak.doe(om('2027-06-10'), 'landelijk', { soort: 'hervatten' })),
      [],
    );
    zaak.doe(om('2027-06-10'), 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-15', tekst: {} });
    assert.deepEqual(
      post(zaak, () => zaak.klok(om('2027-06-15'))),
      ['aanpak_verlopen → landelijk (dag, behandelaar)'],
    );
  });

  it('a last day that another moved, and nobody when none moved', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const verlengd = zaak.kopie();
    assert.deepEqual(
      post(verlengd, () => verlengd.doe(MAANDAG, 'landelijk', { soort: 'verlengen', tekst: {} })),
      ['termijn_verschoven → coordinator.oost (direct, behandelaar)'],
    );
    const met = (versie: number, ...vrij: string[]): Opdrachtinhoud => ({
      soort: 'kalenderWijzigen',
      kalender: { versie, dagen: { ...KALENDER.dagen, ...Object.fromEntries(vrij.map((dag) => [dag, 'vrij'])) } },
    });
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DIENST, met(2, '2027-06-21'))),
      ['termijn_verschoven → coordinator.oost (dag, behandelaar)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, DIENST, met(3, '2027-06-21', '2028-06-01'))),
      [],
    );
    const verlenging = verlengd.gebeurtenissen.at(-1);
    assert.ok(verlenging !== undefined);
    assert.deepEqual(
      berichten(verlenging, verlengd.nu, null),
      [],
      'without what came before nothing is known to have moved',
    );
  });

  it('what the filer asks and adds, and who is asked to think along', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(
      post(zaak, () => {
        zaak.doe(MAANDAG, 'metgezel', { soort: 'spoedVragen', tekst: {} });
        zaak.doe(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
        zaak.doe(MAANDAG, DOOR, { soort: 'meedenkerToevoegen', persoon: 'oco' });
      }),
      [
        'spoed_gevraagd → OOST (direct, coordinator)',
        'aangevuld → coordinator.oost (direct, behandelaar)',
        'meedenken → oco (direct, meedenker)',
      ],
    );
  });

  it('bezwaar and indelen', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }, { knelpunttypen: ['ANDERS'] });
    zaak.doe(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit: { datum: '2027-06-01' }, tekst: {} });
    zaak.doe(MAANDAG, DOOR, { soort: 'oppakken' });
    zaak.doe(MAANDAG, DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-09' });
    assert.deepEqual(
      post(zaak, () => zaak.klok(om('2027-07-06'))),
      [
        'herinnering_bezwaar → metgezel (dag, melder)',
        'herinnering_indelen → OOST (dag, coordinator)',
        'herinnering_indelen → OOST (dag, coordinator)',
        'indeling_te_laat → landelijk_team (dag, landelijk_team)',
      ],
    );
  });

  it('a duplicate, a reopening and what does not help', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const samen = zaak.kopie();
    assert.deepEqual(
      post(samen, () => samen.doe(MAANDAG, 'landelijk', { soort: 'samenvoegen', met: 'ander' })),
      ['samengevoegd → metgezel (direct, melder)', 'samengevoegd → coordinator.oost (direct, vorige_behandelaar)'],
    );
    zaak.doe(MAANDAG, DOOR, {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: {},
    });
    const helpt = zaak.kopie();
    assert.deepEqual(
      post(helpt, () => helpt.doe(MAANDAG, 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt' })),
      [],
    );
    const doorCoordinator = zaak.kopie();
    assert.deepEqual(
      post(doorCoordinator, () => doorCoordinator.doe(MAANDAG, 'coordinator.oost2', { soort: 'heropenen', tekst: {} })),
      ['heropend → metgezel (direct, melder)'],
    );
    assert.deepEqual(
      post(zaak, () => zaak.doe(MAANDAG, 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet' })),
      ['helpt_niet → OOST (direct, coordinator)', 'heropend → coordinator.oost (direct, behandelaar)'],
    );
    const gemeld = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    assert.deepEqual(
      post(gemeld, () => gemeld.doe(MAANDAG, 'metgezel', { soort: 'heropenen', tekst: {} })),
      ['wacht_op_oppakken → OOST (direct, coordinator)'],
    );
    const eigen = Zaak.ingediend(MAANDAG);
    eigen.doe(MAANDAG, 'metgezel', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    assert.deepEqual(
      post(eigen, () => eigen.doe(MAANDAG, DOOR, { soort: 'heropenen', tekst: {} })),
      ['heropend → metgezel (direct, behandelaar)'],
    );
  });
});
