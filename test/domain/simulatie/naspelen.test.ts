import assert from 'node:assert/strict';

import fc from 'fast-check';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { dadenIn } from '#domain/simulatie/daden.ts';
import { type Leven, speelNa } from '#domain/simulatie/naspelen.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { kort, PERSONEN, type Zaak } from '#test/support/zaak.ts';

const MENSEN = { personen: PERSONEN, waarnemingen: [] };
const levenVan = (zaak: Zaak): Leven => ({
  id: 'zaak',
  gebeurtenissen: zaak.gebeurtenissen.filter(({ door }) => door !== null),
  tot: zaak.nu.laatsteOp,
});

function nagespeeld(zaak: Zaak): { gebeurtenissen: Gebeurtenis[]; geweigerd: string[] } {
  const gebeurtenissen: Gebeurtenis[] = [];
  const geweigerd: string[] = [];
  const leven = levenVan(zaak);
  speelNa(leven, dadenIn(leven.gebeurtenissen), () => TERMIJNBELEID_1, MENSEN, {
    verstreken: () => undefined,
    gebeurd: (gebeurtenis) => void gebeurtenissen.push(gebeurtenis),
    geweigerd: ({ soort }, code) => void geweigerd.push(`${soort} ${code}`),
  });
  return { gebeurtenissen, geweigerd };
}

describe('a life played again', function () {
  this.timeout(30_000);
  it('is the same life under the policy of then, act by act and milestone by milestone', () => {
    const soorten = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const zaak = leefZomaar(seed);
        const { gebeurtenissen, geweigerd } = nagespeeld(zaak);
        assert.deepEqual(geweigerd, []);
        assert.deepEqual(kort(gebeurtenissen), kort(zaak.gebeurtenissen));
        for (const { opdracht } of dadenIn(zaak.gebeurtenissen)) soorten.add(opdracht.soort);
      }),
      { numRuns: 500 },
    );
    assert.ok(soorten.size >= 18, `${soorten.size} kinds of acts were seen`);
  });
});
