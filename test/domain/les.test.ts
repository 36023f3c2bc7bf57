import assert from 'node:assert/strict';

import {
  bezwaarTegenBeoordelen,
  bezwaarTegenGebruikBij,
  bezwaarTegenGebruiken,
  bezwaarTegenOnderhoud,
  bezwaarTegenSchrijven,
  bezwaarTegenVerlengen,
  type Lesbron,
  LESSTATUSSEN,
  type Lesversie,
  uiterlijkGeldig,
  vraagTotEnMet,
} from '#domain/les.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';
import { KALENDER, PERSONEN } from '#test/support/zaak.ts';

const wie = (id: string): Persoon => PERSONEN[id] ?? assert.fail(id);
const signaal = (anders: Partial<Extract<Lesbron, { soort: 'signaal' }>> = {}): Lesbron => ({
  soort: 'signaal',
  uitkomst: 'opgelost',
  behandelaar: 'coordinator.oost',
  laatsteBehandelaars: [],
  ...anders,
});
const les = (anders: Partial<Lesversie> = {}): Lesversie => ({
  status: 'geldig',
  eigenaar: 'coordinator.oost',
  geschrevenDoor: 'coordinator.oost',
  ...anders,
});

describe('who writes a les', () => {
  it('is who handled what was solved, a deputy of that one, or the landelijk team', () => {
    const codeVan = (id: string, bron: Lesbron) => bezwaarTegenSchrijven(wie(id), bron)?.code ?? null;
    for (const id of ['coordinator.oost', 'waarnemer', 'landelijk']) assert.equal(codeVan(id, signaal()), null, id);
    assert.equal(codeVan('coordinator.west', signaal()), 'niet_behandelaar');
    const eerder = [{ niveau: 'regionaal', persoon: 'coordinator.west', regio: 'WEST' } as const];
    assert.equal(codeVan('coordinator.west', signaal({ behandelaar: null, laatsteBehandelaars: eerder })), null);
    assert.equal(codeVan('coordinator.oost', signaal({ uitkomst: 'deels_opgelost' })), null);
    for (const uitkomst of ['niet_oplosbaar', null] as const)
      assert.equal(codeVan('coordinator.oost', signaal({ uitkomst })), 'status_staat_niet_toe');
  });

  it('is of a patroon the landelijk team alone, once it is solved', () => {
    const codeVan = (id: string, fase: Extract<Lesbron, { soort: 'patroon' }>['fase']) =>
      bezwaarTegenSchrijven(wie(id), { soort: 'patroon', fase })?.code ?? null;
    assert.equal(codeVan('landelijk', 'opgelost'), null);
    assert.equal(codeVan('landelijk', 'onderzoek'), 'status_staat_niet_toe');
    assert.equal(codeVan('coordinator.oost', 'opgelost'), 'niet_bevoegd');
  });
});

describe('what may be done with a les', () => {
  const mag = (bezwaar: (persoon: Persoon, versie: Lesversie) => unknown, id: string) =>
    LESSTATUSSEN.filter((status) => bezwaar(wie(id), les({ status })) === null);

  it('is looked at once, by a coordinator or landelijk, never by who wrote it', () => {
    assert.deepEqual(mag(bezwaarTegenBeoordelen, 'coordinator.west'), ['wacht']);
    assert.deepEqual(mag(bezwaarTegenBeoordelen, 'landelijk'), ['wacht']);
    assert.deepEqual(mag(bezwaarTegenBeoordelen, 'coordinator.oost'), []);
    assert.deepEqual(mag(bezwaarTegenBeoordelen, 'metgezel'), []);
  });

  it('is kept up by its owner, a deputy of that one or landelijk, until it is withdrawn', () => {
    for (const id of ['coordinator.oost', 'waarnemer', 'landelijk'])
      assert.deepEqual(mag(bezwaarTegenOnderhoud, id), ['wacht', 'teruggestuurd', 'geldig', 'vervangen']);
    assert.deepEqual(mag(bezwaarTegenOnderhoud, 'coordinator.west'), []);
  });

  it('is said to be valid for longer only while all may read it', () => {
    assert.deepEqual(mag(bezwaarTegenVerlengen, 'coordinator.oost'), ['geldig']);
    assert.deepEqual(mag(bezwaarTegenVerlengen, 'coordinator.west'), []);
  });

  it('is used by who files or handles, of a signaal that is theirs, and taken back also afterwards', () => {
    for (const id of ['metgezel', 'oco', 'coordinator.oost', 'landelijk'])
      assert.deepEqual(mag(bezwaarTegenGebruiken, id), ['geldig'], id);
    for (const id of ['leiding', 'auditor', 'beheer']) assert.deepEqual(mag(bezwaarTegenGebruiken, id), [], id);
    const open = { melder: 'metgezel', behandelaar: 'coordinator.oost', status: 'in_behandeling' } as const;
    const bij = (id: string, staat: Parameters<typeof bezwaarTegenGebruikBij>[1], gebruik: 'gebruikt' | 'toch_niet') =>
      bezwaarTegenGebruikBij(wie(id), staat, gebruik)?.code ?? null;
    for (const id of ['metgezel', 'coordinator.oost', 'waarnemer']) assert.equal(bij(id, open, 'gebruikt'), null, id);
    assert.equal(bij('coordinator.west', open, 'gebruikt'), 'niet_behandelaar');
    assert.equal(bij('coordinator.oost', { ...open, behandelaar: null }, 'gebruikt'), 'niet_behandelaar');
    const dicht = { ...open, status: 'afgesloten' } as const;
    assert.equal(bij('metgezel', dicht, 'gebruikt'), 'gesloten');
    assert.equal(bij('metgezel', dicht, 'toch_niet'), null);
  });

  it('ends a number of days ahead at most, and its owner is asked some working days before', () => {
    const vandaag = '2027-05-03';
    assert.ok(uiterlijkGeldig(vandaag) > plusDagen(vandaag, 300));
    const tot = vraagTotEnMet(vandaag, KALENDER);
    assert.ok(werkdagenTussen(vandaag, tot, KALENDER) > 0);
    assert.equal(
      werkdagenTussen(vandaag, tot, KALENDER),
      werkdagenTussen('2027-09-06', vraagTotEnMet('2027-09-06', KALENDER), KALENDER),
    );
  });
});
