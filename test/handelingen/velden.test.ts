import assert from 'node:assert/strict';

import * as z from 'zod';

import { Organisatiecode, tekst } from '#contract/basis.ts';
import { metRegels } from '#contract/regels.ts';
import { zoekerIn } from '#contract/velden.ts';
import { type Handeling, handeling } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { zonderZin } from '#test/support/veldfouten.ts';

describe('the fields of every act', () => {
  for (const [naam, daad] of Object.entries<Handeling>(HANDELINGEN)) {
    it(`${naam}: each tells what is wrong with it in words of its own`, () =>
      assert.deepEqual(zonderZin(daad.invoer, zoekerIn(daad.velden)), []));
  }

  it('that have none are found: nested ones, those of a rule between fields, and that of the whole', () => {
    const kaal = handeling({
      soort: 'toewijzen',
      pad: 'x',
      operatie: 'x',
      samenvatting: 'X',
      invoer: metRegels(
        z.strictObject({
          aan: Organisatiecode,
          toelichting: tekst(10, 'Waarom.').optional(),
          wie: z.strictObject({ naam: tekst(10, 'Naam.') }).optional(),
          lijst: z
            .array(z.strictObject({ code: z.enum(['A']) }))
            .max(2)
            .optional(),
        }),
        [{ veld: 'toelichting', soort: 'overbodig', klopt: () => true }],
      ).refine(() => true, { params: { soort: 'te_weinig' } }),
      velden: {
        aan: { verplicht: 'Kies wie.' },
        toelichting: {},
        wie: { velden: { naam: { verplicht: 'Geef de naam.' } } },
        lijst: { velden: { code: { verplicht: 'Kies een code.' } } },
      },
      opdracht: ({ aan }) => ({ aan }),
    });
    assert.deepEqual(zonderZin(kaal.invoer, zoekerIn(kaal.velden)), [
      ' te_weinig',
      'aan vorm',
      'lijst te_veel',
      'toelichting leeg',
      'toelichting overbodig',
      'wie/naam leeg',
    ]);
  });

  it('must be named, and what must be filled in must say so: the compiler asks it', () => {
    const invoer = z.strictObject({ aan: z.string(), wie: z.strictObject({ naam: z.string() }).optional() });
    const rest = {
      soort: 'toewijzen',
      pad: 'x',
      operatie: 'x',
      samenvatting: 'X',
      invoer,
      opdracht: () => ({ aan: 'x' }),
    } as const;
    const wie = { velden: { naam: { verplicht: 'Geef de naam.' } } };
    const aan = { verplicht: 'Kies wie.' };
    assert.ok(handeling({ ...rest, velden: { aan, wie } }));
    // @ts-expect-error -- a field is missing
    assert.ok(handeling({ ...rest, velden: { aan } }));
    // @ts-expect-error -- a required field does not say so
    assert.ok(handeling({ ...rest, velden: { aan: {}, wie } }));
    // @ts-expect-error -- a field within a field is missing
    assert.ok(handeling({ ...rest, velden: { aan, wie: { velden: {} } } }));
    // @ts-expect-error -- there is no such field
    assert.ok(handeling({ ...rest, velden: { aan, wie, anders: {} } }));
  });
});
