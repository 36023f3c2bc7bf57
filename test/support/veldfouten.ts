import * as z from 'zod';

import { LANGE_TEKST } from '#contract/basis.ts';
import { type Foutsoort, invoerfout, leesInvoer, type Zinzoeker } from '#contract/invoerfout.ts';

/** What is wrong with some value, whatever the field. */
const PROEVEN: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  1_000_000,
  0.5,
  '',
  ' \n',
  'x',
  '?',
  'x'.repeat(LANGE_TEKST + 1),
  'a\nb',
  'a\u0000b',
  'zie www.voorbeeld.nl',
  '2027-02-30',
  [],
  ['x'],
  Array.from({ length: 100 }, () => 'x'),
  {},
  { ietsAnders: 1 },
];

/** Of these the general sentence says what to do, with the choices, the length or the type that goes with the field. */
const ALGEMEEN_GENOEG: readonly Foutsoort[] = [
  'type',
  'keuze',
  'te_lang',
  'tekens',
  'regeleinde',
  'link',
  'datum',
  'dubbel',
  'onbekend_veld',
];

/** Each field of an input with what may be wrong with it, where it says nothing about that itself. */
export function zonderZin(invoer: z.ZodType, eigen: Zinzoeker): string[] {
  const zonder = foutenIn(invoer, []).filter(
    ([pad, soort]) => !ALGEMEEN_GENOEG.includes(soort) && eigen(pad, soort) === undefined,
  );
  const namen = zonder.map(([pad, soort]) => `${pad.filter((stuk) => typeof stuk === 'string').join('/')} ${soort}`);
  return [...new Set(namen)].toSorted();
}

/** All that can be wrong in a value of this schema, as far as the schema knows. */
function foutenIn(schema: z.ZodType, pad: readonly PropertyKey[]): [PropertyKey[], Foutsoort][] {
  const kern = kernVan(schema);
  // Nothing in a list can be missing.
  const proeven = typeof pad.at(-1) === 'number' ? PROEVEN.slice(1) : PROEVEN;
  const hier = proeven.flatMap((proef) => {
    const uitslag = leesInvoer(schema, proef, GEEN_ZIN);
    return uitslag.gelukt ? [] : uitslag.fouten;
  });
  // Of the body as a whole the API says that it must be an object; what is in it is tried on its own.
  const eigen = hier.filter((fout) => fout.pad.length === 0 && (pad.length > 0 || !VAN_JSON.includes(fout.soort)));
  // A rule between fields may bring its sentence.
  const zonder = eigen.filter(({ soort, zin }) => zin === invoerfout([], soort, GEEN_ZIN).zin);
  const tussen = regelsVan(kern).map(([veld, soort]): [PropertyKey[], Foutsoort] => [[...pad, ...veld], soort]);
  return [
    ...zonder.map(({ soort }): [PropertyKey[], Foutsoort] => [[...pad], soort]),
    ...tussen,
    ...delenVan(kern).flatMap(([naam, deel]) => foutenIn(deel, [...pad, ...naam])),
  ];
}

const GEEN_ZIN: Zinzoeker = () => undefined;
const VAN_JSON: readonly Foutsoort[] = ['verplicht', 'type'];

function kernVan(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return kernVan(schema.unwrap() as z.ZodType);
  return schema;
}

function delenVan(schema: z.ZodType): [PropertyKey[], z.ZodType][] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).map(([naam, deel]) => [[naam], deel as z.ZodType]);
  return schema instanceof z.ZodArray ? [[[0], schema.element as z.ZodType]] : [];
}

/** What is refined without a sentence: the path from this schema, and the kind. */
function regelsVan(schema: z.ZodType): [PropertyKey[], Foutsoort][] {
  return (schema.def.checks ?? []).flatMap((check) => {
    const { params, path = [] } = check._zod.def as {
      params?: { soort?: Foutsoort; reden?: string };
      path?: PropertyKey[];
    };
    return params?.soort === undefined || params.reden !== undefined ? [] : [[path, params.soort]];
  });
}
