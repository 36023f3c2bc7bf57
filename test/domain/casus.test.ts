import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Betrokkenheid } from '#domain/bevoegdheden.ts';
import {
  bezwarenTegenToestemming,
  CASUSDELEN,
  leesbareDelen,
  leesbareDelenVoor,
  magCasusBijhouden,
  magToestemmingIntrekken,
  magVoorPartijVastleggen,
  type Toestemming,
} from '#domain/casus.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { keren } from '#test/support/keren.ts';

const VANDAAG = '2027-03-25';

const PERSOON: Persoon = {
  id: 'iemand',
  rollen: ['metgezel', 'regiocoordinator', 'landelijk_team'],
  regios: ['NOORD'],
  organisatie: null,
  actief: true,
};
const SIGNAAL: Betrokkenheid = {
  melder: 'melder',
  behandelaar: 'iemand',
  laatsteBehandelaars: [],
  meedenkers: [],
  regio: 'NOORD',
  eerdereRegios: [],
  niveau: 'regionaal',
  organisatie: null,
  verzoeken: [],
};
const TOESTEMMING: Toestemming = {
  id: 't',
  niveau: 'regionaal',
  verzoek: null,
  van: 'ouder',
  wijze: 'gesprek',
  delen: ['over_wie', 'brief'],
  gegevenOp: VANDAAG,
  totEnMet: plusDagen(VANDAAG, 30),
  ingetrokkenOp: null,
};

const DAG = fc.integer({ min: -40, max: 40 }).map((dagen) => plusDagen(VANDAAG, dagen));
const GEGEVEN: fc.Arbitrary<Toestemming> = fc.record({
  id: fc.uuid(),
  van: fc.constant('ouder'),
  wijze: fc.constant('gesprek'),
  delen: fc.subarray([...CASUSDELEN], { minLength: 1 }),
  gegevenOp: DAG,
  totEnMet: DAG,
  ingetrokkenOp: fc.option(fc.constant('2027-03-24T10:00:00.000Z')),
  niveau: fc.constant('regionaal'),
  verzoek: fc.constant(null),
});

describe('who reads who a signaal is about', () => {
  it('its filer, always', () => {
    assert.deepEqual(leesbareDelen({ ...PERSOON, id: 'melder' }, SIGNAAL, [], VANDAAG), CASUSDELEN);
    const belang = { ...SIGNAAL, organisatie: 'CIZ' };
    assert.deepEqual(leesbareDelen({ ...PERSOON, id: 'melder', organisatie: 'CIZ' }, belang, [], VANDAAG), CASUSDELEN);
  });

  it('who handles it at lokaal, and who deputises for them', () => {
    const lokaal = { ...SIGNAAL, niveau: 'lokaal' as const };
    assert.deepEqual(leesbareDelen(PERSOON, lokaal, [], VANDAAG), CASUSDELEN);
    const waarnemer = { ...PERSOON, id: 'ander', neemtWaar: [{ afwezige: 'iemand', regios: [] }] };
    assert.deepEqual(leesbareDelen(waarnemer, lokaal, [], VANDAAG), CASUSDELEN);
    assert.deepEqual(leesbareDelen({ ...PERSOON, id: 'ander' }, lokaal, [], VANDAAG), []);
  });

  it('not a coordinator who takes it up at lokaal, but what was allowed for regionaal', () => {
    const lokaal = { ...SIGNAAL, niveau: 'lokaal' as const };
    for (const rol of ['regiocoordinator', 'landelijk_team'] as const) {
      const coordinator: Persoon = { ...PERSOON, rollen: [rol] };
      assert.deepEqual(leesbareDelen(coordinator, lokaal, [], VANDAAG), []);
      assert.deepEqual(leesbareDelen(coordinator, lokaal, [TOESTEMMING], VANDAAG), ['over_wie', 'brief']);
      assert.ok(!magCasusBijhouden(coordinator, lokaal), 'nor do they let themselves in by a toestemming');
    }
    const waarnemer = { ...PERSOON, id: 'ander', neemtWaar: [{ afwezige: 'iemand', regios: ['NOORD' as const] }] };
    assert.deepEqual(leesbareDelen(waarnemer, lokaal, [], VANDAAG), [], 'nor who deputises for one');
  });

  it('higher up nobody without a toestemming, and with one who handles it, those parts alone', () => {
    assert.deepEqual(leesbareDelen(PERSOON, SIGNAAL, [], VANDAAG), []);
    assert.deepEqual(leesbareDelen(PERSOON, SIGNAAL, [TOESTEMMING], VANDAAG), ['over_wie', 'brief']);
    assert.deepEqual(leesbareDelen({ ...PERSOON, id: 'coordinator' }, SIGNAAL, [TOESTEMMING], VANDAAG), []);
    const hoger = { ...SIGNAAL, niveau: 'landelijk' as const };
    assert.deepEqual(leesbareDelen(PERSOON, hoger, [TOESTEMMING], VANDAAG), [], 'it does not move up with it');
  });

  it('nobody who works for an organisation that it concerns, or whose account ended', () => {
    const belang = { ...SIGNAAL, niveau: 'lokaal' as const, organisatie: 'CIZ' };
    assert.deepEqual(leesbareDelen({ ...PERSOON, organisatie: 'CIZ' }, belang, [TOESTEMMING], VANDAAG), []);
    assert.deepEqual(leesbareDelen({ ...PERSOON, id: 'melder', actief: false }, SIGNAAL, [], VANDAAG), []);
  });

  it('a party what was allowed for its own verzoek, and nothing else', () => {
    const voorPartij: Toestemming = { ...TOESTEMMING, niveau: null, verzoek: 'v' };
    assert.deepEqual(leesbareDelenVoor('v', [TOESTEMMING, voorPartij], VANDAAG), ['over_wie', 'brief']);
    assert.deepEqual(leesbareDelenVoor('ander', [TOESTEMMING, voorPartij], VANDAAG), []);
    assert.deepEqual(leesbareDelen(PERSOON, SIGNAAL, [voorPartij], VANDAAG), []);
  });

  it('nobody reads a part for which no toestemming holds today, whatever there is of them', () => {
    fc.assert(
      fc.property(fc.array(GEGEVEN, { maxLength: 5 }), DAG, (gegeven, dag) => {
        const open = gegeven.filter((een) => een.ingetrokkenOp === null && een.gegevenOp <= dag && dag <= een.totEnMet);
        const verwacht = CASUSDELEN.filter((deel) => open.some(({ delen }) => delen.includes(deel)));
        assert.deepEqual(leesbareDelen(PERSOON, SIGNAAL, gegeven, dag), verwacht);
      }),
      keren(300),
    );
  });

  it('writes it down who is in touch with the family: the filer, and who handles it at lokaal', () => {
    assert.ok(magCasusBijhouden({ ...PERSOON, id: 'melder' }, SIGNAAL));
    assert.ok(magCasusBijhouden(PERSOON, { ...SIGNAAL, niveau: 'lokaal' }));
    assert.ok(!magCasusBijhouden(PERSOON, SIGNAAL), 'nobody lets herself in');
    assert.ok(!magCasusBijhouden({ ...PERSOON, id: 'melder', actief: false }, SIGNAAL));
  });

  it('records what the family allows a party who handles it, where its filer cannot: gone, or not to know whom others asked', () => {
    const belang = { ...SIGNAAL, organisatie: 'CIZ' };
    const melder = { actief: true, organisatie: null };
    assert.ok(magVoorPartijVastleggen({ ...PERSOON, id: 'melder' }, SIGNAAL, melder));
    assert.ok(!magVoorPartijVastleggen(PERSOON, SIGNAAL, melder), 'the filer is in touch with the family');
    assert.ok(magVoorPartijVastleggen(PERSOON, belang, { actief: true, organisatie: 'CIZ' }));
    assert.ok(magVoorPartijVastleggen(PERSOON, SIGNAAL, { actief: false, organisatie: null }));
    for (const niet of [{ id: 'ander' }, { actief: false }, { organisatie: 'CIZ' }])
      assert.ok(!magVoorPartijVastleggen({ ...PERSOON, ...niet }, belang, null), JSON.stringify(niet));
  });

  it('takes it back whoever the family can tell: the filer, who handles it, and who coordinates it', () => {
    const coordinator: Persoon = { ...PERSOON, id: 'coordinator', rollen: ['regiocoordinator'] };
    for (const wie of [{ ...PERSOON, id: 'melder' }, PERSOON, coordinator])
      assert.ok(magToestemmingIntrekken(wie, SIGNAAL), wie.id);
    assert.ok(!magToestemmingIntrekken({ ...coordinator, regios: ['WEST'] }, SIGNAAL));
    assert.ok(!magToestemmingIntrekken({ ...coordinator, actief: false }, SIGNAAL));
    assert.ok(!magToestemmingIntrekken({ ...coordinator, organisatie: 'CIZ' }, { ...SIGNAAL, organisatie: 'CIZ' }));
    assert.ok(!magToestemmingIntrekken({ ...PERSOON, id: 'leiding', rollen: ['programmaleiding'] }, SIGNAAL));
  });

  it('a toestemming was given, is not over, and lasts a year at most', () => {
    const bezwaren = (gegevenOp: string, totEnMet: string) =>
      bezwarenTegenToestemming({ gegevenOp, totEnMet }, VANDAAG);
    assert.deepEqual(bezwaren(VANDAAG, VANDAAG), []);
    assert.deepEqual(bezwaren(VANDAAG, '2028-03-25'), []);
    assert.deepEqual(bezwaren('2027-03-26', '2028-06-01'), ['nog_niet_gegeven', 'te_lang']);
    assert.deepEqual(bezwaren('2027-01-01', '2027-03-24'), ['al_voorbij']);
  });
});
