import assert from 'node:assert/strict';

import * as fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import {
  bezwaarTegenWaarneming,
  type Collega,
  coordineert,
  magLokettenBeheren,
  opDatum,
  regiosVan,
} from '#domain/bevoegdheden.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { keren } from '#test/support/keren.ts';

const NIEMAND: Persoon = { id: 'iemand', rollen: [], regios: [], organisatie: null, actief: true };
const COORDINATOR: Persoon = { ...NIEMAND, rollen: ['regiocoordinator'], regios: ['NOORD', 'OOST'] };

describe('who may change where an organisation is reached', () => {
  it('is a coordinator, where it works in no other region than the own one', () => {
    assert.ok(magLokettenBeheren(COORDINATOR, { regios: ['NOORD'] }));
    assert.ok(magLokettenBeheren(COORDINATOR, { regios: ['OOST', 'NOORD'] }));
    assert.ok(!magLokettenBeheren(COORDINATOR, { regios: ['NOORD', 'WEST'] }));
    assert.ok(!magLokettenBeheren(COORDINATOR, { regios: [] }), 'it works everywhere');
  });

  it('is landelijk and functioneel beheer everywhere, and nobody else anywhere', () => {
    for (const regios of [[], ['WEST']] as const) {
      for (const rol of ['landelijk_team', 'functioneel_beheer'] as const)
        assert.ok(magLokettenBeheren({ ...NIEMAND, rollen: [rol] }, { regios }));
      for (const rol of ['metgezel', 'oco_consulent', 'programmaleiding', 'auditor'] as const)
        assert.ok(!magLokettenBeheren({ ...NIEMAND, rollen: [rol], regios: ['WEST'] }, { regios }));
      assert.ok(!magLokettenBeheren({ ...NIEMAND, rollen: ['landelijk_team'], actief: false }, { regios }));
    }
    assert.ok(!magLokettenBeheren({ ...COORDINATOR, actief: false }, { regios: ['NOORD'] }));
  });
});

describe('who may have somebody deputise for another', () => {
  const mens = (id: string): fc.Arbitrary<Collega> =>
    fc.record({
      id: fc.constant(id),
      rollen: fc.uniqueArray(fc.constantFrom(...codesVan('rol')), { minLength: 1 }),
      regios: fc.uniqueArray(fc.constantFrom(...REGIOCODES)),
      thuisregio: fc.constantFrom(null, ...REGIOCODES),
      organisatie: fc.constant(null),
      actief: fc.constant(true),
    });

  it('is never somebody who becomes the deputy by it, whatever the roles and regions', () => {
    fc.assert(
      fc.property(mens('regelaar'), mens('afwezige'), (regelaar, afwezige) => {
        assert.notEqual(bezwaarTegenWaarneming(regelaar, { afwezige, waarnemer: regelaar.id }), null);
      }),
      keren(2_000),
    );
  });

  it('is the absent person, landelijk, and a coordinator of a region of that person, for everybody but themselves', () => {
    fc.assert(
      fc.property(mens('regelaar'), mens('afwezige'), fc.constantFrom('ander', 'afwezige'), (iemand, afwezige, wie) => {
        const regelaar = wie === 'afwezige' ? afwezige : iemand;
        const deelt = [...afwezige.regios, afwezige.thuisregio].some(
          (regio) => regio !== null && regelaar.regios.includes(regio),
        );
        const mag =
          wie === 'afwezige' ||
          regelaar.rollen.includes('landelijk_team') ||
          (regelaar.rollen.includes('regiocoordinator') && deelt);
        const bezwaar = bezwaarTegenWaarneming(regelaar, { afwezige, waarnemer: 'waarnemer' });
        assert.equal(bezwaar, mag ? null : 'niet_haar_mensen');
      }),
      keren(2_000),
    );
  });
});

describe('who deputises for a coordinator', () => {
  const METGEZEL: Persoon = { ...NIEMAND, rollen: ['metgezel'] };
  const dagen = { afwezige: 'c', regios: ['WEST', 'ZUID'], van: '2027-06-07', tot: '2027-06-08' } as const;
  const signaal = (regio: 'WEST' | 'NOORD', niveau: 'regionaal' | 'landelijk' = 'regionaal') => ({ regio, niveau });

  it('coordinates the regions of that one on the days of it, beside the own ones', () => {
    for (const [datum, regios] of [
      ['2027-06-06', ['NOORD', 'OOST']],
      ['2027-06-07', ['NOORD', 'OOST', 'WEST', 'ZUID']],
      ['2027-06-08', ['NOORD', 'OOST', 'WEST', 'ZUID']],
      ['2027-06-09', ['NOORD', 'OOST']],
    ] as const)
      assert.deepEqual(regiosVan(opDatum({ ...COORDINATOR, waarnemingen: [dagen] }, datum)), regios);
  });

  it('does so without being a coordinator, and no more than a coordinator does', () => {
    const waarnemer = opDatum({ ...METGEZEL, waarnemingen: [dagen] }, '2027-06-07');
    assert.ok(coordineert(waarnemer, signaal('WEST')));
    assert.ok(!coordineert(waarnemer, signaal('NOORD')));
    assert.ok(!coordineert(waarnemer, signaal('WEST', 'landelijk')));
  });
});
