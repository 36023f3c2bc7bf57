import assert from 'node:assert/strict';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { magZien, zichtVan } from '#domain/bevoegdheden.ts';
import { aanZet, isTeLaat, ligtStil, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { PERSONEN, Zaak } from '#test/support/zaak.ts';

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

describe('who sees a signaal', () => {
  const zaak = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' });
  const ziet = (id: string): boolean => magZien(wie(id), zaak.nu);

  it('its filer, the coordinators of its region, landelijk and programmaleiding', () => {
    for (const id of ['metgezel', 'coordinator.oost', 'landelijk', 'leiding']) assert.ok(ziet(id), id);
  });

  it('not another metgezel, another region, functioneel beheer or who is no longer active', () => {
    for (const id of ['metgezel.ander', 'coordinator.west', 'beheer', 'weg']) assert.ok(!ziet(id), id);
    assert.equal(zichtVan(wie('beheer')), null);
  });

  it('not who works for the organisation that it concerns, unless she filed it', () => {
    assert.ok(!ziet('coordinator.linde'));
    const eigen = Zaak.ingediend(NU, { organisatie: 'LINDE' }, {}, 'metgezel.linde');
    assert.ok(magZien(wie('metgezel.linde'), eigen.nu));
  });

  it('who handled it before keeps sight of it', () => {
    const eerder = Zaak.ingediend(NU, { wens: 'hulp', motief: 'geen_reactie' });
    eerder.doe(NU, 'coordinator.oost', { soort: 'terugleggen', aan: 'metgezel.ander', instemming: false, tekst: {} });
    assert.ok(magZien(wie('metgezel.ander'), eerder.nu));
    eerder.doe(NU, 'landelijk', { soort: 'toewijzen', aan: 'metgezel' });
    eerder.doe(NU, 'coordinator.oost', { soort: 'escaleren', motief: 'spoed', poging: null, tekst: {} });
    assert.ok(magZien(wie('metgezel'), eerder.nu));
  });

  it('as data for a query: all, the regions, or the own ones', () => {
    assert.deepEqual(zichtVan(wie('landelijk')), { persoon: 'landelijk', alles: true, regios: [], nietVan: null });
    assert.deepEqual(zichtVan(wie('coordinator.linde')), {
      persoon: 'coordinator.linde',
      alles: false,
      regios: ['OOST'],
      nietVan: 'LINDE',
    });
    assert.deepEqual(zichtVan(wie('metgezel')), { persoon: 'metgezel', alles: false, regios: [], nietVan: null });
  });
});
