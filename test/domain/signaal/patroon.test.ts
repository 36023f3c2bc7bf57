import assert from 'node:assert/strict';

import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { om, Zaak } from '#test/support/zaak.ts';

/** A Monday. */
const MAANDAG = om('2027-06-07');
const voegToe: Opdrachtinhoud = { soort: 'bijPatroonVoegen', patroon: 'patroon' };
const antwoord = (versie: number): Opdrachtinhoud => ({
  soort: 'patroonantwoordGeven',
  patroon: 'patroon',
  versie,
  tekst: { terugkoppeling: 'De regel verandert.' },
});
const verderInPatroon: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'verder_in_patroon',
  systeemreden: null,
  terugkoppeling: true,
  tekst: {},
};

describe('a signaal of a patroon', () => {
  it('joins by a coordinator of it, once, and goes its own way: no term moves', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const { stappen, status } = zaak.nu;
    zaak.weigert(MAANDAG, 'metgezel', voegToe, 'niet_bevoegd');
    zaak.weigert(MAANDAG, 'coordinator.west', voegToe, 'niet_bevoegd');
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    assert.deepEqual([zaak.nu.patroon, zaak.nu.status, zaak.nu.stappen], ['patroon', status, stappen]);
    zaak.weigert(MAANDAG, 'landelijk', { ...voegToe, patroon: 'ander' }, 'al_eens_gedaan');
    zaak.weigert(MAANDAG, 'landelijk', { soort: 'uitPatroonHalen', patroon: 'ander', tekst: {} }, 'geen_patroon');
    zaak.doe(MAANDAG, 'landelijk', { soort: 'uitPatroonHalen', patroon: 'patroon', tekst: {} });
    assert.equal(zaak.nu.patroon, undefined);
  });

  it('may have been only reported, or have closed; not withdrawn', () => {
    const gemeld = Zaak.ingediend(MAANDAG, { wens: 'melden' });
    gemeld.doe(MAANDAG, 'coordinator.oost', voegToe);
    assert.equal(gemeld.nu.patroon, 'patroon');
    const weg = Zaak.opgepakt(MAANDAG);
    weg.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    weg.weigert(MAANDAG, 'coordinator.oost', voegToe, 'gesloten');
  });

  it('of which the patroon is known may go up without an own attempt', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const escaleren: Opdrachtinhoud = { soort: 'escaleren', motief: 'herhaling', poging: null, tekst: {} };
    zaak.weigert(MAANDAG, 'metgezel', escaleren, 'poging_ontbreekt');
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    zaak.doe(MAANDAG, 'metgezel', escaleren);
    assert.equal(zaak.nu.niveau, 'regionaal');
  });

  it('may end as going on in the patroon, and only then', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.weigert(MAANDAG, 'coordinator.oost', verderInPatroon, 'geen_patroon', /Voeg het eerst toe aan een patroon\./);
    const lokaal = Zaak.ingediend(MAANDAG);
    lokaal.weigert(MAANDAG, 'metgezel', verderInPatroon, 'geen_patroon', /Laat de coördinator het toevoegen\./);
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    zaak.doe(MAANDAG, 'coordinator.oost', verderInPatroon);
    assert.deepEqual([zaak.nu.status, zaak.nu.uitkomst], ['afgesloten', 'verder_in_patroon']);
  });
});

describe('the answer on a patroon to one reporter', () => {
  it('comes whatever the status, each version once, and never to who is no part of it', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, antwoord(1)), []);
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    assert.deepEqual(
      zaak.doe(MAANDAG, DIENST, antwoord(1)).map(({ soort, tekst }) => [soort, tekst]),
      [['patroonantwoord_gegeven', { terugkoppeling: 'De regel verandert.' }]],
    );
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, antwoord(1)), []);
    assert.equal(zaak.doe(MAANDAG, DIENST, antwoord(2)).length, 1);
    zaak.weigert(MAANDAG, 'landelijk', antwoord(3), 'niet_bevoegd');
    assert.equal(zaak.nu.status, 'in_behandeling', 'an open signaal goes on, and is asked about once it has closed');
    assert.equal(zaak.lopend.includes('terugblik'), false);
  });

  it('is known to have come when the signaal leaves the patroon and joins it again, also by way of another one', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const haalUit = (patroon: string): Opdrachtinhoud => ({ soort: 'uitPatroonHalen', patroon, tekst: {} });
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    zaak.doe(MAANDAG, DIENST, antwoord(2));
    zaak.doe(MAANDAG, 'coordinator.oost', haalUit('patroon'));
    zaak.doe(MAANDAG, 'coordinator.oost', { ...voegToe, patroon: 'ander' });
    assert.equal(zaak.nu.patroonantwoord, undefined);
    assert.equal(zaak.doe(MAANDAG, DIENST, { ...antwoord(1), patroon: 'ander' } as Opdrachtinhoud).length, 1);
    zaak.doe(MAANDAG, 'coordinator.oost', haalUit('ander'));
    zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
    assert.equal(zaak.nu.patroonantwoord, 2);
    assert.deepEqual(zaak.doe(MAANDAG, DIENST, antwoord(2)), []);
    assert.equal(zaak.doe(MAANDAG, DIENST, antwoord(3)).length, 1);
  });

  it('asks how it goes twenty working days later of what had closed, also of what was only reported, and "helpt niet" opens it again', () => {
    for (const zaak of [Zaak.ingediend(MAANDAG, { wens: 'melden' }), gesloten()]) {
      zaak.doe(MAANDAG, 'coordinator.oost', voegToe);
      zaak.doe(om('2027-06-14'), DIENST, antwoord(1));
      assert.deepEqual(zaak.lopend, ['terugblik']);
      const gevraagd = zaak.klok(om('2027-07-13')).filter(({ soort }) => soort === 'terugblik_gevraagd');
      assert.deepEqual(
        gevraagd.map(({ verschuldigdOp }) => verschuldigdOp),
        ['2027-07-12T07:00:00.000Z'],
      );
      zaak.doe(om('2027-07-13'), 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet' });
      assert.notEqual(zaak.nu.status, 'afgesloten');
    }
  });

  function gesloten(): Zaak {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', { ...verderInPatroon, uitkomst: 'doorverwezen' } as Opdrachtinhoud);
    return zaak;
  }
});
