import assert from 'node:assert/strict';

import { contactVan, type Antwoord, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { mogelijkeAntwoorden } from '#domain/signaal/opdrachten/verzoek-beantwoorden.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { antwoord, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 10 of the question is 21 June, day 20 of behandelen 5 July. */
const MAANDAG = om('2027-06-07');
const DINSDAG = om('2027-06-08');
const WOENSDAG = om('2027-06-09');
const DOOR = 'coordinator.oost';
const PARTIJ = contactVan('v');

function beantwoord(eerste: Antwoord, afwijking: Parameters<typeof verzoekDoen>[1] = {}): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.doe(MAANDAG, DOOR, verzoekDoen('v', afwijking));
  zaak.doe(DINSDAG, PARTIJ, antwoord('v', eerste));
  return zaak;
}

describe('an answer that was given', () => {
  it('can be given anew by the same party, and then that is the answer', () => {
    const zaak = beantwoord({ soort: 'opgelost' });
    const [herzien, ...rest] = zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'afgewezen' }));
    assert.ok(
      herzien?.soort === 'verzoek_beantwoord' && herzien.herziet === true && herzien.antwoord.soort === 'afgewezen',
    );
    assert.deepEqual(rest, [], 'no step runs that could end, and none begins');
    assert.equal(zaak.verzoekstatus('v'), 'beantwoord');
    assert.equal('herziet' in (zaak.gebeurtenissen.find(({ soort }) => soort === 'verzoek_beantwoord') ?? {}), false);
  });

  it('given anew as a promise begins the step of that promise, and gives the party the ball again until it ends', () => {
    const zaak = beantwoord({ soort: 'afgewezen' });
    assert.equal(zaak.nu.stappen.find(({ soort }) => soort === 'behandelen')?.balTot, '2027-06-08');
    const gedaan = zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'toegezegd', datum: '2027-06-18' }));
    assert.deepEqual(kort(gedaan), [`${WOENSDAG} verzoek_beantwoord`, `${WOENSDAG} stap_begonnen toezegging`]);
    assert.equal(zaak.verzoekstatus('v'), 'toegezegd');
    const eind = om('2027-06-18');
    zaak.doe(eind, PARTIJ, antwoord('v', { soort: 'opgelost' }));
    assert.equal(zaak.nu.stappen.find(({ soort }) => soort === 'behandelen')?.balTot, '2027-06-18');
  });

  it('leaves every step as it would have been with the right answer at once, on the date of the first', () => {
    const zonder = beantwoord({ soort: 'afgewezen' });
    const met = beantwoord({ soort: 'opgelost' });
    met.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'afgewezen' }));
    assert.deepEqual(met.nu.stappen, zonder.nu.stappen);
    assert.deepEqual(kort(met.klok(om('2027-09-01'))), kort(zonder.klok(om('2027-09-01'))));
  });

  it('replays: the record alone gives the same staat', () => {
    const zaak = beantwoord({ soort: 'niet_bevoegd', bevoegd: null });
    zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'toegezegd', datum: '2027-06-18' }));
    zaak.klok(om('2027-07-01'));
    const opnieuw = zaak.gebeurtenissen.reduce<Staat | null>((staat, g) => verwerk(staat, 'zaak', g), null);
    assert.deepEqual(opnieuw, zaak.nu);
  });

  it('is offered: every answer that ends a question, or a promise', () => {
    const zaak = beantwoord({ soort: 'opgelost' });
    const [verzoek] = zaak.nu.verzoeken;
    assert.ok(verzoek);
    assert.deepEqual(mogelijkeAntwoorden(zaak.nu, verzoek, WOENSDAG, zaak.kader), [
      'toegezegd',
      'opgelost',
      'afgewezen',
      'niet_bevoegd',
    ]);
    for (const soort of ['meer_informatie_nodig', 'uitstel_gevraagd', 'doorgegeven', 'niet_nagekomen'] as const)
      zaak.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort }), 'antwoord_past_niet');
  });

  it('stands once the behandelaar has acted, whatever the act', () => {
    const daden: Opdrachtinhoud[] = [
      verzoekDoen('w', { organisatie: 'GM0014' }),
      { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} },
      { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-30' },
      { soort: 'verlengen', tekst: {} },
      { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling: false, tekst: {} },
      { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling: true, tekst: {} },
    ];
    for (const daad of daden) {
      const zaak = beantwoord({ soort: 'opgelost' });
      zaak.doe(DINSDAG, DOOR, daad);
      zaak.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort: 'afgewezen' }), 'verzoek_gesloten');
    }
    const gesloten = beantwoord({ soort: 'opgelost' });
    gesloten.doe(DINSDAG, 'metgezel', { soort: 'intrekken' });
    gesloten.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort: 'afgewezen' }), 'verzoek_gesloten');
  });

  it('does not stand yet because somebody adds or reads something, another party answers, or the clock goes on', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('w', { organisatie: 'GM0014' }));
    zaak.doe(DINSDAG, PARTIJ, antwoord('v', { soort: 'opgelost' }));
    zaak.doe(DINSDAG, DOOR, { soort: 'notitie', tekst: {} });
    zaak.doe(DINSDAG, 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
    zaak.doe(DINSDAG, contactVan('w'), antwoord('w', { soort: 'afgewezen' }));
    zaak.klok(om('2027-06-21', 18));
    zaak.doe(om('2027-06-21', 18), PARTIJ, antwoord('v', { soort: 'afgewezen' }));
    assert.equal(zaak.nu.verzoeken[0]?.antwoord, 'afgewezen');
    assert.equal(zaak.nu.verzoeken[1]?.herzienbaar?.door, contactVan('w'), 'each party its own');
  });

  it('is for who gave it: not for the behandelaar, and not when the behandelaar wrote it down', () => {
    beantwoord({ soort: 'opgelost' }).weigert(
      WOENSDAG,
      DOOR,
      antwoord('v', { soort: 'afgewezen' }),
      'verzoek_gesloten',
    );
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(DINSDAG, DOOR, antwoord('v', { soort: 'opgelost' }));
    zaak.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort: 'afgewezen' }), 'verzoek_gesloten');
    zaak.weigert(WOENSDAG, DOOR, antwoord('v', { soort: 'afgewezen' }), 'verzoek_gesloten');
  });

  it('can be given anew three times; then it is a matter for the phone', () => {
    const zaak = beantwoord({ soort: 'opgelost' });
    for (const soort of ['afgewezen', 'opgelost', 'afgewezen'] as const)
      zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort }));
    zaak.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort: 'opgelost' }), 'al_eens_gedaan');
  });

  it('counts no promise more: there is one new one per question', () => {
    const zaak = beantwoord({ soort: 'toegezegd', datum: '2027-06-18' });
    zaak.doe(DINSDAG, PARTIJ, antwoord('v', { soort: 'toegezegd', datum: '2027-06-19' }));
    zaak.doe(DINSDAG, PARTIJ, antwoord('v', { soort: 'opgelost' }));
    zaak.weigert(WOENSDAG, PARTIJ, antwoord('v', { soort: 'toegezegd', datum: '2027-06-20' }), 'al_eens_gedaan');
    zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'niet_nagekomen' }));
    assert.equal(zaak.verzoekstatus('v'), 'niet_nagekomen', 'a yes that was a no');
  });

  it('"niet voor ons" that was a mistake is forgotten, unless the same organisation says so elsewhere; what was seen stays seen', () => {
    const zaak = beantwoord({ soort: 'niet_bevoegd', bevoegd: null });
    assert.deepEqual(zaak.nu.nietBevoegd, ['ZK']);
    zaak.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual(zaak.nu.nietBevoegd, []);

    const twee = Zaak.opgepakt(MAANDAG);
    for (const id of ['v', 'w', 'x'])
      twee.doe(MAANDAG, DOOR, verzoekDoen(id, { organisatie: id === 'x' ? 'GM0014' : 'ZK' }));
    for (const id of ['v', 'w', 'x'])
      twee.doe(DINSDAG, contactVan(id), antwoord(id, { soort: 'niet_bevoegd', bevoegd: null }));
    assert.equal(twee.nu.domeindiscussie, true);
    twee.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual(twee.nu.nietBevoegd, ['ZK', 'GM0014']);
    twee.doe(WOENSDAG, contactVan('w'), antwoord('w', { soort: 'opgelost' }));
    assert.deepEqual(twee.nu.nietBevoegd, ['GM0014']);
    assert.equal(twee.nu.domeindiscussie, true);
  });

  it('advice and a hand-over can be given anew too', () => {
    const advies = beantwoord({ soort: 'advies' }, { verzoeksoort: 'consultatie' });
    advies.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'niet_mijn_deskundigheid' }));
    const overdracht = beantwoord({ soort: 'aanvaard' }, { verzoeksoort: 'warme_overdracht' });
    overdracht.doe(WOENSDAG, PARTIJ, antwoord('v', { soort: 'niet_aanvaard' }));
    for (const zaak of [advies, overdracht]) assert.equal(zaak.verzoekstatus('v'), 'beantwoord');
  });
});
