import assert from 'node:assert/strict';

import * as z from 'zod';

import { datum, LANGE_TEKST, naam, tekst } from '#contract/basis.ts';
import { zoekerIn } from '#contract/velden.ts';
import type { Handeling } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { type Gepost, invoerUit, leesGepost } from '#web/formulier.ts';

const schema = z.strictObject({
  toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
  wie: naam('Wie.').optional(),
  dag: datum('Wanneer.').optional(),
  codes: z.array(z.enum(['A', 'B'])).min(1),
  ook: z.array(z.enum(['A', 'B'])).optional(),
  weet: z.boolean().optional(),
  collega: z.strictObject({ naam: naam('Naam.'), afdeling: naam('Afdeling.').optional() }).optional(),
  pogingen: z.array(z.strictObject({ partij: naam('Partij.'), op: datum('Wanneer.') })),
});
const lees = (gepost: Gepost) => invoerUit(schema, gepost);

describe('a form', () => {
  it('of which nothing was filled in holds nothing but the lists that there must be', () => {
    const leeg = { codes: [], pogingen: [] };
    assert.deepEqual(lees({}), leeg);
    assert.deepEqual(
      lees({ toelichting: ['\u200b \n'], dag: [''], ook: [''], weet: [''], 'collega.naam': [' '] }),
      leeg,
    );
  });

  it('has a list for one box that is ticked', () => {
    assert.deepEqual(lees({ codes: ['A'], ook: ['A', 'B'] }), { codes: ['A'], ook: ['A', 'B'], pogingen: [] });
  });

  it('takes a date as people write it, and leaves what is none as it is', () => {
    const dag = (getypt: string) => (lees({ dag: [getypt] }) as { dag?: string }).dag;
    for (const getypt of ['2027-03-25', '25-3-2027', '25/03/2027', ' 25.3.2027 ', '25 3 2027'])
      assert.equal(dag(getypt), '2027-03-25', getypt);
    for (const getypt of ['30-2-2027', '5 maart', '25-3-27', '2'.repeat(80_000)])
      assert.equal(leesGepost(schema, { codes: ['A'], dag: [getypt] }, () => undefined).gelukt, false, dag(getypt));
  });

  it('keeps line ends only where the field has room for them', () => {
    assert.deepEqual(lees({ toelichting: ['a\r\nb '], wie: ['Piet\r\nPrins'], codes: ['A'] }), {
      toelichting: 'a\nb',
      wie: 'Piet Prins',
      codes: ['A'],
      pogingen: [],
    });
  });

  it('finds what is in another field, and in a list, by its name', () => {
    const gepost = {
      'collega.naam': ['Piet'],
      'pogingen.10.partij': ['CIZ'],
      'pogingen.2.partij': ['ZK'],
      'pogingen.2.op': ['1-4-2027'],
      'pogingen.3.partij': [''],
      'pogingen.x.partij': ['UWV'],
    };
    assert.deepEqual(lees(gepost), {
      codes: [],
      collega: { naam: 'Piet' },
      pogingen: [{ partij: 'ZK', op: '2027-04-01' }, { partij: 'CIZ' }],
    });
  });

  it('takes no notice of a name that the act does not know, whatever it is', () => {
    assert.deepEqual(lees({ codes: ['A'], klopt: ['ja'], constructor: ['x'], __proto__: ['x'] }), {
      codes: ['A'],
      pogingen: [],
    });
  });

  it('tells what is wrong at its field, in the words of the page', () => {
    const zoek = zoekerIn({ collega: { velden: { naam: { verplicht: 'Wie is uw collega?' } } } });
    const streng = schema.extend({ collega: schema.shape.collega.unwrap() });
    const gepost = {
      toelichting: ['😀'.repeat(LANGE_TEKST + 1)],
      codes: ['C'],
      weet: ['misschien'],
      'pogingen.0.partij': ['www.voorbeeld.nl'],
    };
    const gelezen = leesGepost(streng, gepost, zoek);
    assert.deepEqual(gelezen.gelukt ? [] : gelezen.fouten, [
      { veld: 'toelichting', tekst: 'Schrijf hoogstens 4000 tekens. Het zijn er nu 4001.' },
      { veld: 'codes', tekst: 'Kies een van: A, B.' },
      { veld: 'weet', tekst: 'Geef true of false.' },
      { veld: 'collega.naam', tekst: 'Wie is uw collega?' },
      { veld: 'pogingen.0.partij', tekst: 'Schrijf alleen de naam, zonder internetadres of mailadres.' },
      { veld: 'pogingen.0.op', tekst: 'Dit veld is verplicht.' },
    ]);
  });

  for (const [soort, { invoer }] of Object.entries<Handeling>(HANDELINGEN))
    it(`holds all that can be filled in for ${soort}`, () => {
      const alles = voorbeeldVan(invoer);
      assert.deepEqual(invoerUit(invoer, alsFormulier(alles)), alles);
    });
});

const WAARDEN: readonly unknown[] = [
  'Een regel.\nNog een regel.',
  'Een regel.',
  '2027-03-25',
  '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21',
  'S-2027-0001',
  'P-2027-0001',
  'CIZ',
  'GM0014',
  'naam@voorbeeld.nl',
  true,
];

/** Input with every field filled in. */
function voorbeeldVan(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return voorbeeldVan(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([veld, deel]) => [veld, voorbeeldVan(deel as z.ZodType)]),
    );
  if (schema instanceof z.ZodArray) return [voorbeeldVan(schema.element as z.ZodType)];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return (
    WAARDEN.find((waarde) => schema.safeParse(waarde).success) ??
    assert.fail(`No value for ${JSON.stringify(schema.meta())}`)
  );
}

/** The same as a browser would post it. */
function alsFormulier(waarde: unknown, veld = ''): Gepost {
  if (Array.isArray(waarde) && typeof waarde[0] !== 'object') return { [veld]: waarde.map(String) };
  if (typeof waarde === 'object' && waarde !== null)
    return Object.assign(
      {},
      ...Object.entries(waarde).map(([naam, deel]) => alsFormulier(deel, veld === '' ? naam : `${veld}.${naam}`)),
    ) as Gepost;
  return { [veld]: [waarde === true ? 'ja' : String(waarde)] };
}
