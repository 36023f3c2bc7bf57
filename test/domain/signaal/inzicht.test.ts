import assert from 'node:assert/strict';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { leesbereikVan, zichtVan } from '#domain/bevoegdheden.ts';
import { aanZet, isTeLaat, ligtStil, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { antwoord, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const NU = '2027-04-26T08:00:00.000Z';
const wie = (id: string) => PERSONEN[id] ?? assert.fail(id);

describe('what is derived and never stored', () => {
  it('who must act now', () => {
    const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    assert.deepEqual(aanZet(zaak.nu), { soort: 'niveau', niveau: 'regionaal' });
    zaak.doe(NU, 'coordinator.oost', { soort: 'oppakken' });
    assert.deepEqual(aanZet(zaak.nu), { soort: 'persoon', persoon: 'coordinator.oost' });
    zaak.doe(NU, 'metgezel', { soort: 'intrekken' });
    assert.equal(aanZet(zaak.nu), null);
  });

  it('te laat: from the instant the earliest running term is over', () => {
    const zaak = Zaak.ingediend(NU);
    assert.equal(uiterlijkOp(zaak.nu), '2027-05-31T22:00:00.000Z');
    assert.equal(isTeLaat(zaak.nu, '2027-05-31T21:59:59.999Z'), false);
    assert.equal(isTeLaat(zaak.nu, '2027-05-31T22:00:00.000Z'), true);
    const gemeld = Zaak.ingediend(NU, { wens: 'melden' });
    assert.equal(isTeLaat(gemeld.nu, '2030-01-01T00:00:00.000Z'), false);
  });

  it('ligt stil: no act of a person for 15, 8 or 2 working days, whatever the clock did', () => {
    const zaak = Zaak.ingediend(NU);
    zaak.klok('2027-05-20T00:00:00.000Z');
    assert.equal(ligtStil(zaak.nu, '2027-05-24T21:59:59.999Z', TERMIJNBELEID_1), false);
    assert.equal(ligtStil(zaak.nu, '2027-05-24T22:00:00.000Z', TERMIJNBELEID_1), true);
    zaak.doe('2027-05-24T22:00:00.000Z', 'metgezel', { soort: 'notitie', tekst: {} });
    assert.equal(ligtStil(zaak.nu, '2027-05-24T22:00:00.000Z', TERMIJNBELEID_1), false);
    const gemeld = Zaak.ingediend(NU, { wens: 'melden' });
    assert.equal(ligtStil(gemeld.nu, '2030-01-01T00:00:00.000Z', TERMIJNBELEID_1), false);
  });

  it('every running term explains itself day by day, to the instant of its timer', () => {
    const [behandelen, duur] = termijnen(Zaak.ingediend(NU).nu);
    assert.equal(behandelen?.uitleg.laatsteDag, '2027-05-31');
    assert.deepEqual(
      behandelen?.uitleg.dagen
        .filter(({ telt, reden }) => !telt && reden !== 'zaterdag' && reden !== 'zondag')
        .map(({ reden }) => reden),
      [
        'Koningsdag',
        'Bevrijdingsdag',
        'Hemelvaartsdag',
        'gelijkgestelde dag',
        'Eerste Pinksterdag',
        'Tweede Pinksterdag',
      ],
    );
    assert.equal(behandelen?.uitlegUitloop?.eindigtOp, behandelen?.mijlpalen.at(-1)?.op);
    assert.ok((behandelen?.inWoorden.length ?? 0) > 5);
    assert.equal(duur?.uitlegUitloop, null);
  });
});

describe('aan zet: the first that fits', () => {
  const MAANDAG = om('2027-06-07');
  const DOOR = 'coordinator.oost';

  it('of the parties the one with the earliest last day, promises and experts included', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('c', { verzoeksoort: 'consultatie', persoon: 'oco' }));
    assert.deepEqual(aanZet(zaak.nu), { soort: 'persoon', persoon: 'oco' });
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-07-01' }));
    assert.deepEqual(aanZet(zaak.nu), { soort: 'persoon', persoon: 'oco' });
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-10' }));
    assert.deepEqual(aanZet(zaak.nu), { soort: 'partij', verzoek: 'v' });
  });

  it('the filer who was asked comes before a party, a pause before both, an outcome before all, nobody at all first', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(MAANDAG, DOOR, verzoekDoen('n', { verzoeksoort: 'navraag' }));
    assert.deepEqual(aanZet(zaak.nu), { soort: 'persoon', persoon: 'metgezel' });
    zaak.doe(MAANDAG, DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-18' });
    assert.deepEqual(aanZet(zaak.nu), { soort: 'niemand', tot: '2027-06-18' });
    const los = zaak.kopie();
    los.doe(MAANDAG, DOOR, { soort: 'vrijgeven' });
    assert.deepEqual(aanZet(los.nu), { soort: 'niveau', niveau: 'regionaal' });
    zaak.doe(MAANDAG, DOOR, {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: {},
    });
    assert.deepEqual(aanZet(zaak.nu), { soort: 'persoon', persoon: DOOR });
  });

  it('nothing of a bounce or a calendar makes a signaal less still', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(om('2027-06-10'), DIENST, { soort: 'verzoekOnbestelbaar', verzoek: 'v' });
    // Monday 7 June and 15 working days: Monday 28 June.
    assert.equal(ligtStil(zaak.nu, '2027-06-28T21:59:59.999Z', TERMIJNBELEID_1), false);
    assert.equal(ligtStil(zaak.nu, '2027-06-28T22:00:00.000Z', TERMIJNBELEID_1), true);
  });
});

describe('a date explains itself', () => {
  const MAANDAG = om('2027-06-07');
  const DOOR = 'coordinator.oost';
  const uitleg = (zaak: Zaak, soort: string) =>
    termijnen(zaak.nu).find((termijn) => termijn.soort === soort) ?? assert.fail(soort);

  it('with the days of a pause', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-14'), DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-25' });
    const behandelen = uitleg(zaak, 'behandelen');
    assert.deepEqual(
      [behandelen.uitleg.laatsteDag, behandelen.uitlegUitloop?.laatsteDag],
      ['2027-07-19', '2027-07-21'],
    );
    assert.equal(behandelen.uitleg.dagen.filter(({ reden }) => reden === 'gepauzeerd').length, 10);
    assert.equal(behandelen.uitlegUitloop?.eindigtOp, behandelen.mijlpalen.at(-1)?.op);
    assert.equal(uiterlijkOp(zaak.nu), '2027-07-19T22:00:00.000Z');
    const pauze = uitleg(zaak, 'pauze');
    assert.deepEqual([pauze.uitleg.laatsteDag, pauze.uitleg.eindigtOp], ['2027-06-25', pauze.mijlpalen[0]?.op]);
  });

  it('lengthened, and waiting for a partner: the day at whose end it goes up is that of the timer', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, { soort: 'verlengen', tekst: {} });
    assert.ok(uitleg(zaak, 'behandelen').inWoorden.includes('De termijn is verlengd.'));
    const wacht = Zaak.opgepakt(MAANDAG);
    wacht.doe(om('2027-06-28'), DOOR, verzoekDoen('v'));
    assert.equal(uitleg(wacht, 'behandelen').uitlegUitloop?.laatsteDag, '2027-08-04');
    assert.match(uitleg(wacht, 'behandelen').inWoorden.at(-1) ?? '', /ketenpartner is aan zet/);
    wacht.klok(om('2027-07-15'));
    wacht.doe(om('2027-07-15'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    const na = uitleg(wacht, 'behandelen');
    assert.deepEqual([na.uitlegUitloop?.begin, na.uitlegUitloop?.laatsteDag], ['2027-07-15', '2027-07-19']);
    assert.equal(na.uitlegUitloop?.eindigtOp, na.mijlpalen.at(-1)?.op);
  });

  it('of oppakken, and at landelijk, where nothing holds the notice up', () => {
    const wachtend = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    assert.equal(uitleg(wachtend, 'oppakken').uitlegUitloop?.laatsteDag, '2027-06-14');
    assert.equal(uitleg(wachtend, 'duur').uitlegUitloop, null);
    const landelijk = Zaak.landelijk(MAANDAG);
    landelijk.doe(MAANDAG, 'landelijk', verzoekDoen('v'));
    assert.equal(uitleg(landelijk, 'behandelen').uitlegUitloop?.laatsteDag, '2027-07-07');
  });

  it('without uitloop, with a date of its own, and for bezwaar', () => {
    const spoed = Zaak.opgepakt(MAANDAG, { urgentie: 'spoed' });
    assert.equal(uitleg(spoed, 'behandelen').uitlegUitloop, null);
    const aanpak = Zaak.landelijk(MAANDAG);
    aanpak.doe(MAANDAG, 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-07-01', tekst: {} });
    const { uitleg: tot, mijlpalen } = uitleg(aanpak, 'aanpak');
    assert.deepEqual([tot.laatsteDag, tot.eindigtOp, tot.dagen], ['2027-06-30', mijlpalen[0]?.op, []]);
    const bezwaar = Zaak.ingediend(MAANDAG, {}, { besluit: { datum: '2027-06-01' } });
    assert.equal(uitleg(bezwaar, 'bezwaar').uitleg.laatsteDag, '2027-07-13');
  });

  it('of a terugblik that was asked late: there are always two working days to answer', () => {
    const opTijd = Zaak.opgepakt(MAANDAG);
    const sluit: Opdrachtinhoud = {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: {},
    };
    opTijd.doe(MAANDAG, DOOR, sluit);
    const { uitleg: dertig } = uitleg(opTijd, 'terugblik');
    const laat = Zaak.opgepakt(MAANDAG);
    laat.doe(MAANDAG, DOOR, sluit);
    laat.haalIn(om(dertig.laatsteDag));
    const { inWoorden, uitlegUitloop } = uitleg(laat, 'terugblik');
    assert.match(inWoorden.at(-2) ?? '', /^De vraag ging uit op .* twee werkdagen om te antwoorden\.$/);
    assert.ok((uitlegUitloop?.laatsteDag ?? '') > dertig.laatsteDag);
  });

  it('after a change of the calendar that would have put it in the past', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.staat = { ...zaak.nu, stappen: zaak.nu.stappen.map((stap) => ({ ...stap, nietVoor: '2027-07-06' })) };
    const behandelen = uitleg(zaak, 'behandelen');
    assert.deepEqual(
      [behandelen.uitleg.laatsteDag, behandelen.uitleg.eindigtOp],
      ['2027-07-06', '2027-07-06T22:00:00.000Z'],
    );
  });
});

describe('who may read a signaal', () => {
  const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' });
  const leesbereik = (id: string, { nu: staat } = zaak) => leesbereikVan(wie(id), staat);

  it('its filer, the coordinators of its region and landelijk: all of it', () => {
    for (const id of ['metgezel', 'coordinator.oost', 'landelijk']) assert.equal(leesbereik(id), 'alles', id);
  });

  it('not another metgezel, another region, functioneel beheer or who is no longer active', () => {
    for (const id of ['metgezel.ander', 'coordinator.west', 'beheer', 'weg']) assert.equal(leesbereik(id), 'niets', id);
    assert.equal(zichtVan(wie('beheer')), null);
  });

  it('not who works for the organisation that it names, nor for one that was asked something, whatever became of that', () => {
    assert.equal(leesbereik('coordinator.linde'), 'niets');
    const gevraagd = Zaak.opgepakt(NU);
    assert.equal(leesbereik('coordinator.linde', gevraagd), 'alles');
    gevraagd.doe(NU, 'coordinator.oost', verzoekDoen('v', { organisatie: 'LINDE' }));
    assert.equal(leesbereik('coordinator.linde', gevraagd), 'niets');
    gevraagd.doe(NU, 'coordinator.oost', { soort: 'verzoekIntrekken', verzoek: 'v' });
    assert.equal(leesbereik('coordinator.linde', gevraagd), 'niets');
    assert.equal(leesbereik('waarnemer.linde', gevraagd), 'niets');
  });

  it('the filer whose employer it concerns: what was filed and told', () => {
    const eigen = Zaak.ingediend(NU, { organisatie: 'LINDE' }, {}, 'metgezel.linde');
    assert.equal(leesbereik('metgezel.linde', eigen), 'eigen');
  });

  it('programmaleiding: its line, and the rest once the clock has told of it', () => {
    const lang = Zaak.ingediend(NU);
    assert.equal(leesbereik('leiding', lang), 'regel');
    lang.klok('2028-12-01T00:00:00.000Z');
    assert.equal(lang.nu.niveau, 'landelijk');
    assert.equal(leesbereik('leiding', lang), 'alles');
  });

  it('who handled it before keeps sight of it', () => {
    const eerder = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    eerder.doe(NU, 'coordinator.oost', { soort: 'terugleggen', aan: 'metgezel.ander', instemming: false, tekst: {} });
    assert.equal(leesbereik('metgezel.ander', eerder), 'alles');
    eerder.doe(NU, 'landelijk', { soort: 'toewijzen', aan: 'metgezel' });
    eerder.doe(NU, 'coordinator.oost', { soort: 'escaleren', motief: 'spoed', poging: null, tekst: {} });
    assert.equal(leesbereik('metgezel', eerder), 'alles');
  });

  it('as data for a query: all, the regions, or the own ones', () => {
    const niets = { regios: [], nietVan: null, naMelding: false };
    assert.deepEqual(zichtVan(wie('landelijk')), { ...niets, persoon: 'landelijk', alles: true });
    assert.deepEqual(zichtVan(wie('leiding')), { ...niets, persoon: 'leiding', alles: true, naMelding: true });
    assert.deepEqual(zichtVan(wie('coordinator.linde')), {
      persoon: 'coordinator.linde',
      alles: false,
      regios: ['OOST'],
      nietVan: 'LINDE',
      naMelding: false,
    });
    assert.deepEqual(zichtVan(wie('metgezel')), { ...niets, persoon: 'metgezel', alles: false });
  });
});
