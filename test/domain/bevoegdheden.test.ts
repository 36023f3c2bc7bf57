import assert from 'node:assert/strict';

import { magLokettenBeheren } from '#domain/bevoegdheden.ts';
import type { Persoon } from '#domain/signaal/kader.ts';

const NIEMAND: Persoon = { id: 'iemand', rollen: [], regios: [], organisatie: null, actief: true };
const COORDINATOR: Persoon = { ...NIEMAND, rollen: ['regiocoordinator'], regios: ['NOORD', 'OOST'] };

describe('who may change where an organisation is reached', () => {
  it('is a coordinator, where it works in no other region than her own', () => {
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
