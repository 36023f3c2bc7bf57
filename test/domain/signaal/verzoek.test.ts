import assert from 'node:assert/strict';

import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { mogelijkeAntwoorden } from '#domain/signaal/opdrachten/verzoek-beantwoorden.ts';
import { antwoord, indiening, kort, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; day 5 is 14 June, day 10 21 June. */
const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';

function gevraagd(afwijking: Parameters<typeof verzoekDoen>[1] = {}): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.doe(MAANDAG, DOOR, verzoekDoen('v', afwijking));
  return zaak;
}

const tegenhouden: Opdrachtinhoud = { soort: 'tegenhouden', verzoek: 'v', tekst: {} };
const informatieGeven: Opdrachtinhoud = { soort: 'informatieGeven', verzoek: 'v', tekst: {} };
const zonderBehandelen = (regels: string[]): string[] => regels.filter((regel) => !regel.includes('behandelen'));

describe('verzoekDoen', () => {
  it('asks a ketenpartner, and begins its term', () => {
    const zaak = gevraagd();
    assert.deepEqual(kort(zaak.gebeurtenissen).slice(-2), [
      `${MAANDAG} verzoek_gedaan`,
      `${MAANDAG} stap_begonnen vraag`,
    ]);
    assert.equal(zaak.nu.eigenPoging, true, 'a verzoek is an own attempt');
  });

  it('is for the behandelaar, of a signaal that runs', () => {
    Zaak.opgepakt(MAANDAG).weigert(MAANDAG, 'coordinator.oost2', verzoekDoen('v'), 'niet_behandelaar');
    const gemeld = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    gemeld.weigert(MAANDAG, 'metgezel', verzoekDoen('v'), 'niet_behandelaar');
    gemeld.weigert(MAANDAG, DOOR, verzoekDoen('v'), 'gesloten');
    const wachtend = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    wachtend.weigert(MAANDAG, DOOR, verzoekDoen('v'), 'geen_behandelaar');
    wachtend.weigert(MAANDAG, 'metgezel', verzoekDoen('v'), 'niet_behandelaar');
    gevraagd().weigert(MAANDAG, DOOR, verzoekDoen('v'), 'al_eens_gedaan');
  });

  it('asks nobody who would not get it: an organisation needs a desk, a filer an account', () => {
    for (const teruggekomen of [true, false]) {
      const onbereikbaar = Zaak.opgepakt(MAANDAG);
      onbereikbaar.kader = { ...onbereikbaar.kader, loket: { bereikbaar: false, teruggekomen } };
      for (const verzoeksoort of ['vraag', 'warme_overdracht', 'consultatie'] as const)
        onbereikbaar.weigert(MAANDAG, DOOR, verzoekDoen('v', { verzoeksoort }), 'geen_loket');
      const verlegd = gevraagd();
      verlegd.kader = onbereikbaar.kader;
      verlegd.weigert(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v' }, 'geen_loket');
    }
    const zonderMelder = Zaak.opgepakt(MAANDAG);
    const melder = { ...(PERSONEN['metgezel'] ?? assert.fail()), actief: false };
    zonderMelder.kader = { ...zonderMelder.kader, personen: { ...PERSONEN, metgezel: melder } };
    zonderMelder.weigert(MAANDAG, DOOR, verzoekDoen('v', { verzoeksoort: 'navraag' }), 'ontvanger_ongeschikt');
  });

  it('goes by the desk it is with: without a contact above it nobody else is said to be asked', () => {
    const zaak = gevraagd();
    zaak.kader = { ...zaak.kader, loket: { bereikbaar: true, escalatiecontact: false } };
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v' });
    zaak.weigert(MAANDAG, DOOR, tegenhouden, 'antwoord_past_niet');
    zaak.klok(om('2027-06-22'));
    assert.deepEqual([zaak.verzoekstatus('v'), zaak.lopend.includes('vraag_hogerop')], ['geen_reactie', false]);
    zaak.doe(om('2027-06-22'), DOOR, verzoekDoen('w'));
    assert.equal(zaak.nu.verzoeken[1]?.escalatiecontact, false);
  });

  it('a vraag and a warme overdracht need an organisation, a consultatie an organisation or a person', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    for (const verzoeksoort of ['vraag', 'warme_overdracht', 'consultatie'] as const)
      zaak.weigert(MAANDAG, DOOR, verzoekDoen('v', { verzoeksoort, organisatie: null }), 'geen_ketenpartner');
    for (const persoon of ['onbekend', 'weg', 'beheer', 'auditor'])
      zaak.weigert(MAANDAG, DOOR, verzoekDoen('v', { verzoeksoort: 'consultatie', persoon }), 'ontvanger_ongeschikt');
  });

  it('goes to whoever belongs to its kind, and to nobody else', () => {
    const partij = (afwijking: Parameters<typeof verzoekDoen>[1]): unknown[] => {
      const [verzoek] = gevraagd(afwijking).nu.verzoeken;
      return [verzoek?.organisatie, verzoek?.persoon, verzoek?.escalatiecontact];
    };
    assert.deepEqual(partij({}), ['ZK', null, true]);
    assert.deepEqual(partij({ verzoeksoort: 'consultatie' }), ['ZK', null, false]);
    assert.deepEqual(partij({ verzoeksoort: 'consultatie', persoon: 'oco' }), [null, 'oco', false]);
    assert.deepEqual(partij({ verzoeksoort: 'navraag' }), [null, 'metgezel', false]);
    const zaak = Zaak.opgepakt(MAANDAG);
    for (const afwijking of [
      { organisatie: 'ZK', persoon: 'oco' },
      { verzoeksoort: 'consultatie', organisatie: 'ZK', persoon: 'oco' },
      { verzoeksoort: 'navraag', persoon: 'oco' },
      { verzoeksoort: 'navraag', organisatie: 'ZK' },
      { verzoeksoort: 'navraag', loket: 'wmo' },
    ] as const)
      zaak.weigert(MAANDAG, DOOR, verzoekDoen('v', afwijking), 'veld_overbodig');
  });

  it('who is asked to think along sees the signaal', () => {
    assert.deepEqual(gevraagd({ verzoeksoort: 'consultatie', persoon: 'oco' }).nu.meedenkers, ['oco']);
    assert.deepEqual(gevraagd({ verzoeksoort: 'navraag' }).nu.meedenkers, []);
  });

  it('a navraag goes to the filer, who must be somebody else', () => {
    Zaak.ingediend(MAANDAG).weigert(
      MAANDAG,
      'metgezel',
      verzoekDoen('v', { verzoeksoort: 'navraag' }),
      'ontvanger_ongeschikt',
    );
  });

  it('a knelpunt inside the programme puts no questions to ketenpartners, only to people of the programme', () => {
    const zaak = new Zaak();
    zaak.doe(MAANDAG, 'metgezel', indiening({}, { knelpunttypen: ['PROGRAMMA'] }));
    zaak.doe(MAANDAG, 'landelijk', { soort: 'oppakken' });
    zaak.weigert(MAANDAG, 'landelijk', verzoekDoen('v'), 'geen_ketenpartner');
    zaak.weigert(MAANDAG, 'landelijk', verzoekDoen('v', { verzoeksoort: 'consultatie' }), 'geen_ketenpartner');
    zaak.doe(MAANDAG, 'landelijk', verzoekDoen('v', { verzoeksoort: 'consultatie', persoon: 'oco' }));
    zaak.doe(MAANDAG, 'landelijk', verzoekDoen('w', { verzoeksoort: 'navraag' }));
  });
});

describe('silence', () => {
  it('of a party with an escalation contact: that is asked after day 10, and after five more days the silence is final', () => {
    assert.deepEqual(zonderBehandelen(kort(gevraagd().klok(om('2027-06-30', 1)))), [
      '2027-06-14T07:00:00.000Z herinnerd vraag dag 5',
      '2027-06-17T07:00:00.000Z herinnerd vraag dag 8',
      '2027-06-21T07:00:00.000Z herinnerd vraag dag 10',
      '2027-06-21T22:00:00.000Z geen_reactie',
      '2027-06-21T22:00:00.000Z stap_geeindigd vraag verstreken',
      '2027-06-21T22:00:00.000Z stap_begonnen vraag_hogerop',
      '2027-06-25T07:00:00.000Z herinnerd vraag_hogerop dag 3',
      '2027-06-29T07:00:00.000Z herinnerd vraag_hogerop dag 5',
      '2027-06-29T22:00:00.000Z geen_reactie definitief',
      '2027-06-29T22:00:00.000Z stap_geeindigd vraag_hogerop verstreken',
    ]);
  });

  it('without an escalation contact, and of a consultatie, is final at once', () => {
    for (const afwijking of [{ escalatiecontact: false }, { verzoeksoort: 'consultatie' as const, persoon: 'oco' }]) {
      const zaak = gevraagd(afwijking);
      assert.deepEqual(zonderBehandelen(kort(zaak.klok(om('2027-06-22', 1)))).slice(-2), [
        '2027-06-21T22:00:00.000Z geen_reactie definitief',
        '2027-06-21T22:00:00.000Z stap_geeindigd vraag verstreken',
      ]);
      assert.equal(zaak.verzoekstatus('v'), 'geen_reactie');
    }
  });

  it('hoog and spoed: 5 and 3 days, 2 and 1 days', () => {
    const stil = (urgentie: 'hoog' | 'spoed'): string[] => {
      const zaak = Zaak.opgepakt(MAANDAG, { urgentie });
      zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
      return kort(zaak.klok(om('2027-06-18'))).filter((regel) =>
        /vraag dag|vraag_hogerop dag|geen_reactie/.test(regel),
      );
    };
    assert.deepEqual(stil('hoog'), [
      '2027-06-10T07:00:00.000Z herinnerd vraag dag 3',
      '2027-06-11T07:00:00.000Z herinnerd vraag dag 4',
      '2027-06-14T07:00:00.000Z herinnerd vraag dag 5',
      '2027-06-14T22:00:00.000Z geen_reactie',
      '2027-06-17T07:00:00.000Z herinnerd vraag_hogerop dag 2',
      '2027-06-18T07:00:00.000Z herinnerd vraag_hogerop dag 3',
    ]);
    assert.deepEqual(stil('spoed'), [
      '2027-06-08T07:00:00.000Z herinnerd vraag dag 1',
      '2027-06-09T07:00:00.000Z herinnerd vraag dag 2',
      '2027-06-09T22:00:00.000Z geen_reactie',
      '2027-06-11T07:00:00.000Z herinnerd vraag_hogerop dag 1',
      '2027-06-11T22:00:00.000Z geen_reactie definitief',
    ]);
  });

  it('seen late brings no cascade: the escalation contact has its five days from today', () => {
    const zaak = gevraagd();
    zaak.haalIn(om('2027-07-01'));
    assert.deepEqual(
      zaak.nu.stappen.filter(({ verzoek }) => verzoek === 'v').map(({ soort, begin }) => `${soort} ${begin}`),
      ['vraag_hogerop 2027-07-01'],
    );
    assert.ok(kort(zaak.klok(om('2027-07-09'))).includes('2027-07-08T22:00:00.000Z geen_reactie definitief'));
  });

  it('of the filer: the behandelaar is told at the end of day 5', () => {
    const zaak = gevraagd({ verzoeksoort: 'navraag' });
    assert.deepEqual(zonderBehandelen(kort(zaak.klok(om('2027-06-15')))), [
      '2027-06-10T07:00:00.000Z herinnerd navraag dag 3',
      '2027-06-14T07:00:00.000Z herinnerd navraag dag 5',
      '2027-06-14T22:00:00.000Z gemeld navraag_onbeantwoord dag 5',
      '2027-06-14T22:00:00.000Z geen_reactie definitief',
      '2027-06-14T22:00:00.000Z stap_geeindigd navraag verstreken',
    ]);
    zaak.doe(om('2027-06-16'), 'metgezel', antwoord('v', { soort: 'informatie' }));
    assert.equal(zaak.verzoekstatus('v'), 'beantwoord');
  });

  it('an answer one second before the end of day 10 is in time, at the end of day 10 the escalation contact has been asked', () => {
    const opTijd = gevraagd();
    opTijd.klok('2027-06-21T21:59:59.000Z');
    opTijd.doe('2027-06-21T21:59:59.000Z', contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(
      opTijd.gebeurtenissen.some(({ soort }) => soort === 'geen_reactie'),
      false,
    );
    const teLaat = gevraagd();
    teLaat.doe('2027-06-21T22:00:00.000Z', contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual(kort(teLaat.gebeurtenissen).slice(-2), [
      '2027-06-21T22:00:00.000Z verzoek_beantwoord',
      '2027-06-21T22:00:00.000Z stap_geeindigd vraag_hogerop gedaan',
    ]);
  });
});

describe('tegenhouden', () => {
  it('holds the escalation contact back for five working days: to the end of day 15', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-06-21', 12));
    zaak.doe(om('2027-06-21', 12), DOOR, tegenhouden);
    assert.ok(kort(zaak.klok(om('2027-06-29'))).includes('2027-06-28T22:00:00.000Z geen_reactie'));
  });

  it('once, and not too late: at the end of day 10 the contact has been asked', () => {
    const zaak = gevraagd();
    zaak.kopie().doe('2027-06-21T21:59:59.999Z', DOOR, tegenhouden);
    zaak.weigert('2027-06-21T22:00:00.000Z', DOOR, tegenhouden, 'antwoord_past_niet');
    zaak.doe(MAANDAG, DOOR, tegenhouden);
    zaak.weigert(MAANDAG, DOOR, tegenhouden, 'al_eens_gedaan');
  });

  it('needs an escalation contact that would be asked, and is for the behandelaar', () => {
    gevraagd({ escalatiecontact: false }).weigert(MAANDAG, DOOR, tegenhouden, 'antwoord_past_niet');
    gevraagd({ verzoeksoort: 'consultatie' }).weigert(MAANDAG, DOOR, tegenhouden, 'antwoord_past_niet');
    gevraagd().weigert(MAANDAG, 'coordinator.oost2', tegenhouden, 'niet_behandelaar');
  });

  it('and then meer_informatie_nodig: the question begins anew with its own ten days, and is not held back again', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, tegenhouden);
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' }));
    zaak.doe(om('2027-06-08'), DOOR, informatieGeven);
    zaak.weigert(om('2027-06-08'), DOOR, tegenhouden, 'al_eens_gedaan');
    assert.ok(kort(zaak.klok(om('2027-06-23'))).includes('2027-06-22T22:00:00.000Z geen_reactie'));
  });
});

describe('uitstel_gevraagd', () => {
  const uitstel = antwoord('v', { soort: 'uitstel_gevraagd' });

  it('lengthens the term to day 20 once, with new reminders', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-06-15'));
    zaak.doe(om('2027-06-15'), contactVan('v'), uitstel);
    zaak.weigert(om('2027-06-15'), contactVan('v'), uitstel, 'al_eens_gedaan');
    assert.deepEqual(zonderBehandelen(kort(zaak.klok(om('2027-07-06')))).slice(0, 4), [
      '2027-06-28T07:00:00.000Z herinnerd vraag dag 15',
      '2027-07-01T07:00:00.000Z herinnerd vraag dag 18',
      '2027-07-05T07:00:00.000Z herinnerd vraag dag 20',
      '2027-07-05T22:00:00.000Z geen_reactie',
    ]);
    assert.equal(zaak.verzoekstatus('v'), 'gesteld');
  });

  it('of the escalation contact: from day 5 to day 10, once per verzoek', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-06-28'));
    zaak.doe(om('2027-06-28'), contactVan('v'), uitstel);
    assert.ok(kort(zaak.klok(om('2027-07-07'))).includes('2027-07-06T22:00:00.000Z geen_reactie definitief'));
    const al = gevraagd();
    al.doe(MAANDAG, contactVan('v'), uitstel);
    al.klok(om('2027-07-07'));
    assert.ok(al.lopend.includes('vraag_hogerop'));
    al.weigert(om('2027-07-07'), contactVan('v'), uitstel, 'al_eens_gedaan');
  });

  it('after tegenhouden the held days come on top; reminders that would lie behind us lapse', () => {
    const zaak = Zaak.opgepakt(MAANDAG, { urgentie: 'spoed' });
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(om('2027-06-09'), DOOR, tegenhouden);
    assert.deepEqual(kort(zaak.doe(om('2027-06-11'), contactVan('v'), uitstel)), [
      '2027-06-11T08:00:00.000Z verzoek_beantwoord',
      '2027-06-11T08:00:00.000Z verlengd',
      '2027-06-11T08:00:00.000Z mijlpaal_vervallen vraag dag 3',
      '2027-06-11T08:00:00.000Z mijlpaal_vervallen vraag dag 4',
    ]);
    assert.ok(kort(zaak.klok(om('2027-06-19'))).includes('2027-06-18T22:00:00.000Z geen_reactie'));
  });

  it('is nothing for a promise or a silence', () => {
    const belofte = gevraagd();
    belofte.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-18' }));
    belofte.weigert(MAANDAG, contactVan('v'), uitstel, 'antwoord_past_niet');
    gevraagd({ escalatiecontact: false }).weigert(om('2027-06-22'), contactVan('v'), uitstel, 'antwoord_past_niet');
  });
});

describe('meer_informatie_nodig', () => {
  const meerInformatie = antwoord('v', { soort: 'meer_informatie_nodig' });

  it('stops the question; the information begins it anew', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-06-10'), contactVan('v'), meerInformatie);
    assert.ok(!zaak.lopend.includes('vraag'));
    assert.equal(zaak.verzoekstatus('v'), 'wacht_op_informatie');
    zaak.klok(om('2027-06-25'));
    zaak.doe(om('2027-06-25'), DOOR, informatieGeven);
    assert.ok(kort(zaak.klok(om('2027-07-10'))).includes('2027-07-09T22:00:00.000Z geen_reactie'));
  });

  it('asked by the escalation contact: that is asked anew, not the desk', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-06-24'));
    zaak.doe(om('2027-06-24'), contactVan('v'), meerInformatie);
    zaak.doe(om('2027-06-25'), DOOR, informatieGeven);
    assert.deepEqual(zaak.lopend, ['behandelen', 'duur', 'vraag_hogerop']);
    assert.ok(kort(zaak.klok(om('2027-07-03'))).includes('2027-07-02T22:00:00.000Z geen_reactie definitief'));
  });

  it('once; a second time the party has to answer', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), meerInformatie);
    zaak.weigert(MAANDAG, contactVan('v'), meerInformatie, 'antwoord_past_niet');
    zaak.doe(MAANDAG, DOOR, informatieGeven);
    zaak.weigert(MAANDAG, contactVan('v'), meerInformatie, 'al_eens_gedaan');
    zaak.weigert(MAANDAG, DOOR, informatieGeven, 'antwoord_past_niet');
  });

  it('after silence it is an answer as well', () => {
    const zaak = gevraagd({ escalatiecontact: false });
    zaak.klok(om('2027-06-23'));
    zaak.doe(om('2027-06-23'), contactVan('v'), meerInformatie);
    zaak.doe(om('2027-06-23'), DOOR, informatieGeven);
    assert.ok(zaak.lopend.includes('vraag'));
  });

  it('the party may still answer without it; the information is for the behandelaar to give', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), meerInformatie);
    zaak.weigert(MAANDAG, 'coordinator.oost2', informatieGeven, 'niet_behandelaar');
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-18' }));
    assert.ok(zaak.lopend.includes('toezegging'));
  });
});

describe('a promise (toezegging)', () => {
  const belofte = (datum: string) => antwoord('v', { soort: 'toegezegd', datum });
  function beloofd(datum: string): Zaak {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), belofte(datum));
    return zaak;
  }

  it('is asked after at 09:00 on the first working day after its date and not kept at the end of the second after that', () => {
    assert.deepEqual(zonderBehandelen(kort(beloofd('2027-06-17').klok(om('2027-06-23')))), [
      '2027-06-18T07:00:00.000Z nakoming_gevraagd dag 1',
      '2027-06-22T22:00:00.000Z niet_nagekomen',
      '2027-06-22T22:00:00.000Z stap_geeindigd toezegging verstreken',
    ]);
  });

  it('for a Saturday, a Sunday or a holiday counts from that date: the question comes on the next working day', () => {
    for (const datum of ['2027-06-11', '2027-06-12', '2027-06-13']) {
      assert.deepEqual(zonderBehandelen(kort(beloofd(datum).klok(om('2027-06-17')))).slice(0, 2), [
        '2027-06-14T07:00:00.000Z nakoming_gevraagd dag 1',
        '2027-06-16T22:00:00.000Z niet_nagekomen',
      ]);
    }
    const zaak = Zaak.opgepakt(om('2026-12-14'));
    zaak.doe(om('2026-12-14'), DOOR, verzoekDoen('v'));
    zaak.doe(om('2026-12-14'), contactVan('v'), belofte('2026-12-24'));
    assert.equal(
      zonderBehandelen(kort(zaak.klok(om('2026-12-29'))))[0],
      '2026-12-28T08:00:00.000Z nakoming_gevraagd dag 1',
    );
  });

  it('a yes in time is opgelost, also one second before it is too late', () => {
    const zaak = beloofd('2027-06-17');
    zaak.klok('2027-06-22T21:59:59.000Z');
    zaak.doe('2027-06-22T21:59:59.000Z', contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.deepEqual([zaak.verzoekstatus('v'), ...zaak.lopend], ['beantwoord', 'behandelen', 'duur']);
  });

  it('a recorded no is niet_nagekomen at once', () => {
    const zaak = beloofd('2027-06-17');
    zaak.doe(om('2027-06-18'), DOOR, antwoord('v', { soort: 'niet_nagekomen' }));
    assert.deepEqual([zaak.verzoekstatus('v'), ...zaak.lopend], ['niet_nagekomen', 'behandelen', 'duur']);
    gevraagd().weigert(MAANDAG, DOOR, antwoord('v', { soort: 'niet_nagekomen' }), 'antwoord_past_niet');
  });

  it('seen late: first the question, the end two working days later', () => {
    const zaak = beloofd('2027-06-17');
    assert.deepEqual(zonderBehandelen(kort(zaak.haalIn(om('2027-07-01')))), [
      '2027-06-18T07:00:00.000Z nakoming_gevraagd dag 1',
    ]);
    assert.ok(kort(zaak.klok(om('2027-07-06'))).includes('2027-07-05T22:00:00.000Z niet_nagekomen'));
  });

  it('one new promise per verzoek, also after niet_nagekomen', () => {
    const zaak = beloofd('2027-06-17');
    zaak.doe(om('2027-06-16'), contactVan('v'), belofte('2027-06-24'));
    zaak.weigert(om('2027-06-25'), contactVan('v'), belofte('2027-07-01'), 'al_eens_gedaan');
    const niet = beloofd('2027-06-17');
    niet.klok(om('2027-06-24'));
    assert.equal(niet.verzoekstatus('v'), 'niet_nagekomen');
    niet.doe(om('2027-06-24'), contactVan('v'), belofte('2027-07-01'));
    assert.ok(niet.lopend.includes('toezegging'));
    niet.klok(om('2027-07-07'));
    assert.equal(niet.verzoekstatus('v'), 'niet_nagekomen');
    niet.weigert(om('2027-07-07'), contactVan('v'), belofte('2027-07-14'), 'al_eens_gedaan');
  });

  it('lies after today and at most 60 working days ahead', () => {
    const zaak = gevraagd();
    zaak.kopie().doe(MAANDAG, contactVan('v'), belofte('2027-08-30'));
    for (const datum of ['2027-08-31', '2027-06-07', '2027-06-04'])
      zaak.weigert(MAANDAG, contactVan('v'), belofte(datum), 'datum_ongeldig');
  });
});

describe('answers', () => {
  it('are those of the kind of verzoek', () => {
    gevraagd().weigert(MAANDAG, contactVan('v'), antwoord('v', { soort: 'advies' }), 'antwoord_past_niet');
    gevraagd({ verzoeksoort: 'consultatie', persoon: 'oco' }).doe(MAANDAG, 'oco', antwoord('v', { soort: 'advies' }));
    gevraagd({ verzoeksoort: 'warme_overdracht' }).doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'aanvaard' }));
    gevraagd().weigert(MAANDAG, contactVan('w'), antwoord('w', { soort: 'opgelost' }), 'verzoek_bestaat_niet');
  });

  it('come from the party by its own link, the expert, the filer, or through the behandelaar who records them', () => {
    const zaak = gevraagd();
    zaak.weigert(MAANDAG, contactVan('w'), antwoord('v', { soort: 'opgelost' }), 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'coordinator.oost2', antwoord('v', { soort: 'opgelost' }), 'niet_behandelaar');
    const [vastgelegd] = zaak.kopie().doe(MAANDAG, DOOR, antwoord('v', { soort: 'opgelost' }));
    assert.equal(vastgelegd?.soort === 'verzoek_beantwoord' && vastgelegd.vastgelegd, true);
    const [zelf] = zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(zelf?.soort === 'verzoek_beantwoord' && zelf.vastgelegd, false);
    const wachtend = gevraagd();
    wachtend.doe(MAANDAG, DOOR, { soort: 'vrijgeven' });
    wachtend.weigert(MAANDAG, DOOR, antwoord('v', { soort: 'opgelost' }), 'niet_behandelaar');
    wachtend.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }));
  });

  it('end the verzoek once; doorgegeven leaves the clock as it is', () => {
    const zaak = gevraagd();
    const voor = zaak.nu.stappen;
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'doorgegeven' }));
    assert.deepEqual(zaak.nu.stappen, voor);
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    zaak.weigert(MAANDAG, DOOR, antwoord('v', { soort: 'opgelost' }), 'verzoek_gesloten', /is al beantwoord\./);
  });

  it('after silence are welcome until the end of working day 30 after closing', () => {
    const zaak = gevraagd({ escalatiecontact: false });
    zaak.klok(om('2027-06-23'));
    zaak.doe(om('2027-06-23'), DOOR, {
      soort: 'uitkomstMelden',
      uitkomst: 'niet_oplosbaar',
      systeemreden: 'geen_medewerking',
      terugkoppeling: true,
      tekst: {},
    });
    // Wednesday 23 June and 30 working days: Wednesday 4 August.
    const laat = zaak.kopie();
    zaak.doe('2027-08-04T21:59:59.000Z', contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    assert.equal(zaak.verzoekstatus('v'), 'beantwoord');
    laat.weigert('2027-08-04T22:00:00.000Z', contactVan('v'), antwoord('v', { soort: 'opgelost' }), 'verzoek_gesloten');
    laat.weigert(
      om('2027-08-04'),
      contactVan('v'),
      antwoord('v', { soort: 'meer_informatie_nodig' }),
      'antwoord_past_niet',
    );
    laat.doe(om('2027-08-04'), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-09-01' }));
    assert.equal(laat.verzoekstatus('v'), 'beantwoord', 'nobody keeps a party to a promise after closing');
  });

  it('are still waited for when an outcome is known; closing ends them', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, {
      soort: 'uitkomstMelden',
      uitkomst: 'deels_opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    assert.deepEqual(zaak.lopend, ['duur', 'terugkoppelen', 'vraag']);
    zaak.doe(MAANDAG, DOOR, { soort: 'terugkoppelen', tekst: {} });
    assert.deepEqual(kort(zaak.gebeurtenissen).slice(-6), [
      `${MAANDAG} afgesloten`,
      `${MAANDAG} verzoek_geeindigd`,
      `${MAANDAG} stap_geeindigd duur gedaan`,
      `${MAANDAG} stap_geeindigd vraag vervallen`,
      `${MAANDAG} stap_geeindigd terugkoppelen gedaan`,
      `${MAANDAG} stap_begonnen terugblik`,
    ]);
    zaak.weigert(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }), 'verzoek_gesloten');
  });
});

describe('verzoekIntrekken, verzoekVerleggen and a bounce', () => {
  it('intrekken ends it: overtaken', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' });
    assert.equal(zaak.verzoekstatus('v'), 'ingetrokken');
    assert.equal(kort(zaak.gebeurtenissen).at(-1), `${MAANDAG} stap_geeindigd vraag vervallen`);
    zaak.weigert(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }, 'verzoek_gesloten', /is ingetrokken\./);
    zaak.weigert(MAANDAG, contactVan('v'), antwoord('v', { soort: 'opgelost' }), 'verzoek_gesloten');
  });

  it('intrekken of a question that waits for information has no step to end', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' }));
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' });
    assert.equal(kort(zaak.gebeurtenissen).at(-1), `${MAANDAG} verzoek_geeindigd`);
  });

  it('verleggen goes to another contact of the same organisation, on the same clock', () => {
    const zaak = gevraagd();
    const voor = zaak.nu.stappen;
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v' });
    assert.deepEqual(zaak.nu.stappen, voor);
    zaak.weigert(MAANDAG, 'coordinator.oost2', { soort: 'verzoekVerleggen', verzoek: 'v' }, 'niet_behandelaar');
    const [verlegd] = zaak.doe(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v', loket: 'wmo' });
    assert.deepEqual(verlegd?.soort === 'verzoek_verlegd' && verlegd.loket, 'wmo');
    const persoon = gevraagd({ verzoeksoort: 'consultatie', persoon: 'oco' });
    persoon.weigert(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v' }, 'geen_ketenpartner');
  });

  it('the answers that fit are those that the rules take; what fails otherwise is no refusal', () => {
    const zaak = gevraagd();
    const verzoek = zaak.nu.verzoeken[0] ?? assert.fail();
    assert.ok(mogelijkeAntwoorden(zaak.nu, verzoek, MAANDAG, zaak.kader).includes('toegezegd'));
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' });
    const dicht = zaak.nu.verzoeken[0] ?? assert.fail();
    assert.deepEqual(mogelijkeAntwoorden(zaak.nu, dicht, MAANDAG, zaak.kader), []);
    const zonderBeleid = { ...zaak.kader, beleid: {} as Termijnbeleid };
    assert.throws(() => mogelijkeAntwoorden(gevraagd().nu, verzoek, MAANDAG, zonderBeleid), TypeError);
  });

  it('a desk that was chosen is on record', () => {
    const [gedaan] = gevraagd({ loket: 'wmo' }).gebeurtenissen.filter(({ soort }) => soort === 'verzoek_gedaan');
    assert.deepEqual(gedaan?.soort === 'verzoek_gedaan' && gedaan.loket, 'wmo');
  });

  it('a bounce ends it as onbestelbaar, once, and only the service says so', () => {
    const zaak = gevraagd();
    zaak.weigert(MAANDAG, DOOR, { soort: 'verzoekOnbestelbaar', verzoek: 'v' }, 'niet_bevoegd');
    const dienst: Opdrachtinhoud = { soort: 'verzoekOnbestelbaar', verzoek: 'v' };
    zaak.doe(om('2027-06-08'), DIENST, dienst);
    assert.deepEqual([zaak.verzoekstatus('v'), zaak.nu.laatsteDaadOp], ['onbestelbaar', MAANDAG]);
    assert.deepEqual(zaak.doe(om('2027-06-08'), DIENST, dienst), []);
  });

  it('a bounce takes no answer back: not of a mail from before it, and no promise or question by any mail', () => {
    const dienst = (na: number): Opdrachtinhoud => ({ soort: 'verzoekOnbestelbaar', verzoek: 'v', na });
    for (const [soort, status] of [
      ['toegezegd', 'toegezegd'],
      ['uitstel_gevraagd', 'gesteld'],
      ['meer_informatie_nodig', 'wacht_op_informatie'],
    ] as const) {
      const zaak = gevraagd();
      const eerst = zaak.nu.volgnummer;
      zaak.doe(
        MAANDAG,
        contactVan('v'),
        antwoord('v', soort === 'toegezegd' ? { soort, datum: '2027-06-14' } : { soort }),
      );
      const wat = zaak.doe(om('2027-06-08'), DIENST, dienst(eerst));
      assert.deepEqual(kort(wat), [`${om('2027-06-08')} post_onbestelbaar`]);
      assert.equal(zaak.verzoekstatus('v'), status);
      zaak.doe(om('2027-06-08'), DIENST, dienst(zaak.nu.volgnummer));
      assert.equal(zaak.verzoekstatus('v'), soort === 'uitstel_gevraagd' ? 'onbestelbaar' : status);
    }
  });
});

describe('van het kastje naar de muur', () => {
  const nietBevoegd = (verzoek: string, bevoegd: string | null = null) =>
    antwoord(verzoek, { soort: 'niet_bevoegd', bevoegd });

  it('two different organisations answer niet_bevoegd', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), nietBevoegd('v'));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('w', { organisatie: 'CIZ' }));
    assert.equal(zaak.nu.domeindiscussie, false);
    zaak.doe(MAANDAG, contactVan('w'), nietBevoegd('w'));
    assert.equal(zaak.nu.domeindiscussie, true);
    assert.equal(kort(zaak.gebeurtenissen).at(-1), `${MAANDAG} domeindiscussie_gezien`);
  });

  it('the same organisation twice is not two', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, verzoekDoen('w'));
    zaak.doe(MAANDAG, contactVan('v'), nietBevoegd('v'));
    zaak.doe(MAANDAG, contactVan('w'), nietBevoegd('w', 'CIZ'));
    assert.equal(zaak.nu.domeindiscussie, false);
    zaak.weigert(MAANDAG, DOOR, nietBevoegd('v', 'ZK'), 'verzoek_gesloten');
  });

  it('a verzoek goes to an organisation that answered so before', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, contactVan('v'), nietBevoegd('v', 'CIZ'));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('w'));
    assert.equal(zaak.nu.domeindiscussie, true);
  });

  it('an answer names an organisation that answered so before; it is flagged once', () => {
    const zaak = gevraagd();
    zaak.doe(MAANDAG, DOOR, verzoekDoen('w', { organisatie: 'CIZ' }));
    zaak.doe(MAANDAG, contactVan('v'), nietBevoegd('v', 'CIZ'));
    zaak.doe(MAANDAG, contactVan('w'), nietBevoegd('w', 'ZK'));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('x'));
    assert.equal(zaak.gebeurtenissen.filter(({ soort }) => soort === 'domeindiscussie_gezien').length, 1);
  });

  it('no organisation is named by itself, and an unknown one may be left open', () => {
    gevraagd().weigert(MAANDAG, contactVan('v'), nietBevoegd('v', 'ZK'), 'antwoord_past_niet');
    assert.deepEqual(PERSONEN['coordinator.oost']?.organisatie, null);
  });
});
