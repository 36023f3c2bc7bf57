import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  alBekend,
  bereikVan,
  type EerderGetoond,
  KLEINSTE,
  onderdruk,
  type Rapportgetal,
} from '#domain/rapport/onderdrukken.ts';
import { keren, SEED } from '#test/support/keren.ts';

/** A table of rows and columns with its totals, of which the grand total is also told by three months. */
function tabel(cellen: readonly (readonly number[])[], maanden: readonly number[]): Rapportgetal[] {
  const som = (reeks: readonly number[]): number => reeks.reduce((tot, een) => tot + een, 0);
  const kolommen = cellen[0]?.map((_, k) => k) ?? [];
  return [
    ...cellen.flatMap((rij, r) =>
      rij.map((aantal, k) => ({ sleutel: `${r}/${k}`, van: `rij ${r}`, naar: `kolom ${k}`, aantal })),
    ),
    ...cellen.map((rij, r) => ({ sleutel: `${r}/*`, van: 'rijen', naar: `rij ${r}`, aantal: som(rij) })),
    ...kolommen.map((k) => ({
      sleutel: `*/${k}`,
      van: `kolom ${k}`,
      naar: 'kolommen',
      aantal: som(cellen.map((rij) => rij[k] ?? 0)),
    })),
    { sleutel: '*/*', van: 'kolommen', naar: 'maanden', aantal: som(cellen.flat()) },
    ...maanden.map((aantal, m) => ({ sleutel: `maand ${m}`, van: 'maanden', naar: 'rijen', aantal })),
  ];
}

/** The same number of signalen over as many parts. */
function verdeel(totaal: number, [a, b]: readonly [number, number]): number[] {
  const eerste = Math.round(totaal * a);
  const tweede = Math.round((totaal - eerste) * b);
  return [eerste, tweede, totaal - eerste - tweede];
}

const AANTAL = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 60 }));
const DEEL = fc.double({ min: 0, max: 1, noNaN: true });
const CELLEN = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rijen, kolommen]) =>
    fc.array(fc.array(AANTAL, { minLength: kolommen, maxLength: kolommen }), { minLength: rijen, maxLength: rijen }),
  );
const TABEL = fc.tuple(CELLEN, fc.tuple(DEEL, DEEL)).map(([cellen, delen]) =>
  tabel(
    cellen,
    verdeel(
      cellen.flat().reduce((tot, een) => tot + een, 0),
      delen,
    ),
  ),
);

/** As it is published. */
function getoond(getallen: readonly Rapportgetal[], verborgen: ReadonlySet<string>): EerderGetoond {
  return new Map(getallen.map(({ sleutel, aantal }) => [sleutel, verborgen.has(sleutel) ? null : aantal]));
}

describe('what a report hides', () => {
  it('is every number below the least, and nothing of nobody', () => {
    const getallen = tabel(
      [
        [9, 40],
        [50, 0],
      ],
      [33, 33, 33],
    );
    const verborgen = onderdruk(getallen, KLEINSTE);
    assert.ok(verborgen.has('0/0'));
    assert.deepEqual(
      [
        ...onderdruk(
          tabel(
            [
              [0, 40],
              [50, 0],
            ],
            [30, 30, 30],
          ),
          KLEINSTE,
        ),
      ],
      [],
    );
  });

  it('is also as little more as keeps the totals from telling it', () => {
    const getallen = tabel(
      [
        [9, 40, 100],
        [50, 60, 100],
        [80, 90, 100],
      ],
      [200, 200, 229],
    );
    assert.deepEqual([...onderdruk(getallen, KLEINSTE)].toSorted(), ['0/0', '0/1', '1/0', '1/1']);
  });

  it('can be found out of all that is shown no closer than within the least', () => {
    fc.assert(
      fc.property(TABEL, (getallen) => {
        const verborgen = onderdruk(getallen, KLEINSTE);
        for (const { sleutel, aantal } of getallen) {
          if (aantal > 0 && aantal < KLEINSTE) assert.ok(verborgen.has(sleutel), `${sleutel} is shown`);
          if (!verborgen.has(sleutel)) continue;
          const { laag, hoog } = bereikVan(getallen, verborgen, sleutel);
          assert.ok(laag <= aantal && aantal <= hoog);
          assert.ok(hoog - laag >= KLEINSTE, `${sleutel} is between ${laag} and ${hoog}`);
        }
      }),
      { ...keren(300), seed: SEED },
    );
  });

  it('has a range that is as wide as it is said to be: there is a table with each end of it that shows the same', () => {
    fc.assert(
      fc.property(TABEL, fc.nat(), (getallen, welke) => {
        const verborgen = onderdruk(getallen, KLEINSTE);
        const sleutel = [...verborgen][welke % Math.max(1, verborgen.size)];
        if (sleutel === undefined) return;
        const { laag, hoog } = bereikVan(getallen, verborgen, sleutel);
        for (const einde of [laag, Math.min(hoog, 1000)]) {
          const anders = metWaarde(getallen, verborgen, sleutel, einde);
          assert.ok(anders !== null, `${sleutel} cannot be ${einde}`);
          // The numbers add up again, or this throws.
          onderdruk(anders, KLEINSTE);
        }
        assert.equal(laag === 0 ? null : metWaarde(getallen, verborgen, sleutel, laag - 1), null);
      }),
      { ...keren(60), seed: SEED },
    );
  });

  const VERANDERD = fc.tuple(
    CELLEN,
    fc.tuple(DEEL, DEEL),
    fc.array(fc.tuple(fc.nat(), fc.nat(), AANTAL), { maxLength: 3 }),
  );

  it('is not found out of two versions laid side by side, by who takes it that nothing else changed', () => {
    fc.assert(
      fc.property(VERANDERD, ([cellen, delen, wijzigingen]) => {
        const som = (alle: readonly (readonly number[])[]): number => alle.flat().reduce((tot, een) => tot + een, 0);
        const nieuw = cellen.map((rij) => [...rij]);
        for (const [r, k, aantal] of wijzigingen) {
          const rij = nieuw[r % nieuw.length] ?? [];
          rij[k % rij.length] = aantal;
        }
        const een = tabel(cellen, verdeel(som(cellen), delen));
        const twee = tabel(nieuw, verdeel(som(nieuw), delen));
        const verborgenEen = onderdruk(een, KLEINSTE);
        const eerste = getoond(een, verborgenEen);
        const verborgenTwee = onderdruk(twee, KLEINSTE, [eerste]);
        const tweede = getoond(twee, verborgenTwee);
        // What either shows of what did not change, the reader knows of both.
        houdtStand(een, verborgenEen, alBekend(een, [tweede]));
        if (verborgenTwee.size < twee.length) houdtStand(twee, verborgenTwee, alBekend(twee, [eerste]));
        for (const { sleutel } of een)
          if (verborgenEen.has(sleutel)) assert.ok(verborgenTwee.has(sleutel), `${sleutel} is shown after all`);
      }),
      { ...keren(300), seed: SEED },
    );
  });

  function houdtStand(
    getallen: readonly Rapportgetal[],
    verborgen: ReadonlySet<string>,
    bekend: ReadonlySet<string>,
  ): void {
    const onbekend = new Set([...verborgen].filter((sleutel) => !bekend.has(sleutel)));
    for (const sleutel of onbekend) {
      const { laag, hoog } = bereikVan(getallen, onbekend, sleutel);
      assert.ok(hoog - laag >= KLEINSTE, `${sleutel} is between ${laag} and ${hoog}`);
    }
  }

  it('is also the totals where a correction would otherwise tell how small a group became that was shown', () => {
    const eerst = tabel(
      [
        [12, 30],
        [40, 50],
      ],
      [44, 44, 44],
    );
    const daarna = tabel(
      [
        [9, 30],
        [40, 50],
      ],
      [41, 44, 44],
    );
    const eerder = getoond(eerst, onderdruk(eerst, KLEINSTE));
    assert.ok([...eerder.values()].every((aantal) => aantal !== null));
    const verborgen = onderdruk(daarna, KLEINSTE, [eerder]);
    assert.ok(['0/0', '0/*', '*/0', '*/*'].every((sleutel) => verborgen.has(sleutel)));
    assert.ok(
      ['0/1', '1/1'].every((sleutel) => !verborgen.has(sleutel)),
      'what the reader knows stays',
    );
  });

  it('has no range for a number that is not there', () => {
    assert.throws(() => bereikVan([], new Set(), '0/0'), TypeError);
  });

  it('refuses numbers that do not add up', () => {
    const getallen = tabel(
      [
        [12, 30],
        [40, 50],
      ],
      [44, 44, 44],
    ).map((getal) => (getal.sleutel === '0/*' ? { ...getal, aantal: 41 } : getal));
    assert.throws(() => onderdruk(getallen, KLEINSTE), /does not add up/);
  });
});

/** Numbers that show the same, in which the hidden one has this value; null when there are none. Tried by moving one at a time. */
function metWaarde(
  getallen: readonly Rapportgetal[],
  verborgen: ReadonlySet<string>,
  sleutel: string,
  waarde: number,
): Rapportgetal[] | null {
  const nu = new Map(getallen.map((getal) => [getal.sleutel, { ...getal }]));
  const dit = nu.get(sleutel);
  if (dit === undefined) return null;
  for (const richting = Math.sign(waarde - dit.aantal); dit.aantal !== waarde; dit.aantal += richting) {
    const [begin, einde] = richting > 0 ? [dit.naar, dit.van] : [dit.van, dit.naar];
    const weg = zoekWeg(
      [...nu.values()].filter((een) => een !== dit && verborgen.has(een.sleutel)),
      begin,
      einde,
    );
    if (weg === null) return null;
    for (const [getal, stap] of weg) getal.aantal += stap;
  }
  return [...nu.values()];
}

/** A way for one signaal through what is hidden, depth first: another search than that of the rule. */
function zoekWeg(
  getallen: readonly { van: string; naar: string; aantal: number }[],
  plek: string,
  einde: string,
  gezien = new Set<string>(),
): [{ aantal: number }, 1 | -1][] | null {
  if (plek === einde) return [];
  gezien.add(plek);
  for (const getal of getallen)
    for (const [van, naar, stap] of [
      [getal.van, getal.naar, 1],
      [getal.naar, getal.van, -1],
    ] as const) {
      if (van !== plek || gezien.has(naar) || (stap === -1 && getal.aantal === 0)) continue;
      const verder = zoekWeg(getallen, naar, einde, gezien);
      if (verder !== null) return [[getal, stap], ...verder];
    }
  return null;
}
