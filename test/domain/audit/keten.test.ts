import assert from 'node:assert/strict';

import { createKetencontrole } from '#domain/audit/controle.ts';
import { createVerzegeling, type GetekendZegel, tekstVan, type Zegel } from '#domain/audit/keten.ts';
import type { Bewaard } from '#domain/audit/logregel.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

const NU = '2026-11-28T00:02:00.000Z';

function verzegel(regels: readonly Bewaard[], vorige: Zegel | null, op: Tijdstip): GetekendZegel {
  const verzegeling = createVerzegeling(vorige, op, hexHash);
  for (const regel of regels) verzegeling.regel(regel);
  const zegel = verzegeling.klaar();
  assert.ok(zegel !== null);
  return { ...zegel, sleutel: 'k', handtekening: '' };
}

/** Thirty lines under three seals: two on one day in Amsterdam, one on the next. The second line of every ten was rolled back. */
function logboek(): { regels: Bewaard[]; zegels: GetekendZegel[] } {
  const regels = Array.from({ length: 30 }, (_, i): Bewaard => ({
    nr: i + 1,
    op: '2026-11-27T22:00:00.000Z',
    velden: ['lezen', `persoon.${i}`, null],
  })).filter(({ nr }) => nr % 10 !== 2);
  const zegels: GetekendZegel[] = [];
  for (const [deel, op] of [
    '2026-11-27T22:01:00.000Z',
    '2026-11-27T22:59:00.000Z',
    '2026-11-27T23:01:00.000Z',
  ].entries()) {
    const eronder = regels.filter(({ nr }) => nr > deel * 10 && nr <= deel * 10 + 10);
    zegels.push(verzegel(eronder, zegels.at(-1) ?? null, op));
  }
  return { regels, zegels };
}

/** What is found when these lines and seals stand in the database; those of `logboek` were signed, and stand outside. */
function bevindingen(
  regels: readonly Bewaard[],
  zegels: readonly GetekendZegel[],
  { isBuitenBekend = true }: { isBuitenBekend?: boolean } = {},
): string[] {
  const echt = logboek().zegels;
  const getekend = new Set(echt.map(tekstVan));
  const controle = createKetencontrole({
    hash: hexHash,
    isOndertekend: (zegel) => getekend.has(tekstVan(zegel)),
    vorige: null,
    opgeruimd: 0,
    nu: NU,
  });
  controle.dagen(zegels, isBuitenBekend ? { zegels: echt, onleesbaar: [] } : null);
  for (const regel of regels) controle.regel(regel);
  return controle.klaar().bevindingen.map(({ soort, zegel }) => `${soort} ${zegel}`);
}

describe('the chain of the log', () => {
  const { regels, zegels } = logboek();

  it('begins anew each day in Amsterdam, with the end of the day before', () => {
    assert.deepEqual(
      zegels.map(({ nummer, dag, tot, aantal }) => [nummer, dag, tot, aantal]),
      [
        [1, '2026-11-27', 10, 9],
        [2, '2026-11-27', 20, 9],
        [3, '2026-11-28', 30, 9],
      ],
    );
  });

  it('is whole when nobody touched it, also where a transaction that failed left a gap', () =>
    assert.deepEqual(bevindingen(regels, zegels), []));

  it('tells a line that was changed', () => {
    const anders = regels.map((regel) =>
      regel.nr === 15 ? { ...regel, velden: ['lezen', 'een.ander', null] } : regel,
    );
    assert.deepEqual(bevindingen(anders, zegels), ['regels_anders 2']);
  });

  it('tells a line that was taken away', () =>
    assert.deepEqual(
      bevindingen(
        regels.filter(({ nr }) => nr !== 15),
        zegels,
      ),
      ['regels_weg 2'],
    ));

  it('tells a line that was put in between', () => {
    const erbij: Bewaard = { nr: 12, op: NU, velden: ['lezen', 'een.ander', null] };
    assert.deepEqual(
      bevindingen(
        [...regels, erbij].toSorted((a, b) => a.nr - b.nr),
        zegels,
      ),
      ['regels_erbij 2'],
    );
  });

  it('tells two lines that changed places', () => {
    const verwisseld = regels.map((regel) => {
      const ander = regels.find(({ nr }) => nr === ({ 14: 15, 15: 14 } as Record<number, number>)[regel.nr]);
      return ander === undefined ? regel : { ...ander, nr: regel.nr };
    });
    assert.deepEqual(bevindingen(verwisseld, zegels), ['regels_anders 2']);
  });

  it('tells a tail that was cut off with its seal', () =>
    assert.deepEqual(
      bevindingen(
        regels.filter(({ nr }) => nr <= 20),
        zegels.slice(0, 2),
      ),
      ['zegel_weg 3'],
    ));

  it('tells a chain that was made anew over other lines', () => {
    const anders = regels.map((regel) =>
      regel.nr === 15 ? { ...regel, velden: ['lezen', 'een.ander', null] } : regel,
    );
    const nieuw: GetekendZegel[] = [];
    for (const [deel, { op }] of zegels.entries())
      nieuw.push(
        verzegel(
          anders.filter(({ nr }) => Math.ceil(nr / 10) === deel + 1),
          nieuw.at(-1) ?? null,
          op,
        ),
      );
    assert.deepEqual(bevindingen(anders, nieuw), [
      'handtekening_onjuist 2',
      'handtekening_onjuist 3',
      'zegel_weg 2',
      'zegel_weg 3',
      'zegel_onbekend 2',
      'zegel_onbekend 3',
    ]);
  });

  it('tells lines that nobody sealed for ten minutes', () => {
    const los: Bewaard = { nr: 31, op: '2026-11-27T23:51:59.999Z', velden: [] };
    assert.deepEqual(bevindingen([...regels, los], zegels), ['lang_onverzegeld null']);
    assert.deepEqual(bevindingen([...regels, { ...los, op: '2026-11-27T23:52:00.000Z' }], zegels), []);
  });

  it('says nothing of what stands outside when that is not known', () =>
    assert.deepEqual(
      bevindingen(
        regels.filter(({ nr }) => nr <= 20),
        zegels.slice(0, 2),
        { isBuitenBekend: false },
      ),
      [],
    ));
});
