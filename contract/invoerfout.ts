import type * as z from 'zod';

/** What can be wrong with a value, as the code of an error and the key of its sentence. */
export type Foutsoort = keyof typeof ALGEMEEN;

/** Sentences for one field, by what is wrong with it. */
export type Zinnen = Readonly<Partial<Record<Foutsoort, string>>>;

/** The sentence of the field at this path; undefined where the general one says enough. */
export type Zinzoeker = (pad: readonly PropertyKey[], soort: Foutsoort) => string | undefined;

/** What is wrong with one field. */
export interface Invoerfout {
  pad: readonly PropertyKey[];
  soort: Foutsoort;
  zin: string;
  /** Of what is doubtful: the words that may be confirmed. */
  woorden?: string;
}

/** The sentences that go with any field. */
const ALGEMEEN = {
  verplicht: 'Dit veld is verplicht.',
  type: 'Dit veld heeft een verkeerd type.',
  keuze: 'Dit is geen geldige keuze.',
  leeg: 'Dit veld is leeg.',
  te_lang: 'Deze tekst is te lang.',
  te_klein: 'Dit getal is te klein.',
  te_groot: 'Dit getal is te groot.',
  te_weinig: 'Dit is te kort.',
  te_veel: 'Dit is te veel.',
  vorm: 'Dit heeft niet de goede vorm.',
  tekens: 'Deze tekst bevat tekens die wij niet kunnen lezen.',
  regeleinde: 'Schrijf dit op één regel.',
  link: 'Schrijf alleen de naam, zonder internetadres of mailadres.',
  persoonsgegeven: 'Haal weg wat vertelt wie iemand is.',
  twijfel: 'Haal weg wat vertelt wie iemand is, of bevestig dat niemand te herkennen is.',
  datum: 'Dit is geen bestaande datum. Schrijf een datum als 2027-03-25.',
  toekomst: 'Deze datum ligt in de toekomst.',
  verleden: 'Deze datum is voorbij.',
  al_vrij: 'Deze dag is al vrij: het is weekend of een feestdag.',
  te_vroeg: 'Deze datum ligt te vroeg.',
  te_laat: 'Deze datum ligt te ver weg.',
  dubbel: 'Noem elke waarde één keer.',
  onbekend_veld: 'Dit veld kennen wij niet.',
  onbekend: 'Dit kennen wij niet.',
  geen_json: 'Dit is geen geldige JSON.',
  geen_alleen: 'Deze keuze gaat niet samen met een andere.',
  geen_partij: 'Kies aan wie u dit vraagt.',
  niet_namens: 'Alleen een Metgezel dient in namens een cliëntondersteuner.',
  niet_zelf: 'Kies een ander.',
  volgorde: 'Dit staat in de verkeerde volgorde.',
  overbodig: 'Dit veld hoort hier niet.',
  niet_bij_melden: 'Dit kan niet bij een signaal dat u alleen meldt.',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  string: 'Geef een tekst.',
  boolean: 'Geef true of false.',
  int: 'Geef een geheel getal.',
  number: 'Geef een getal.',
  array: 'Geef een lijst.',
  object: 'Geef een object.',
};

/** What this schema makes of the input, or everything that is wrong with it. */
export function leesInvoer<S extends z.ZodType>(
  schema: S,
  invoer: unknown,
  zoek: Zinzoeker,
): { gelukt: true; invoer: z.output<S> } | { gelukt: false; fouten: Invoerfout[] } {
  const uitslag = schema.safeParse(invoer, { reportInput: true });
  if (uitslag.success) return { gelukt: true, invoer: uitslag.data };
  return { gelukt: false, fouten: zonderGevolg(uitslag.error.issues).flatMap((issue) => foutenVan(issue, zoek)) };
}

/** Of a value of another type zod also asks the length, which says nothing more. */
function zonderGevolg(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const andersVanType = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('/')));
  const isMaat = ({ code }: z.core.$ZodIssue): boolean => code === 'too_big' || code === 'too_small';
  return issues.filter((issue) => !isMaat(issue) || !andersVanType.has(issue.path.join('/')));
}

/** A fault that the schema does not see: an unknown gemeente, a date in the future. */
export function invoerfout(pad: readonly PropertyKey[], soort: Foutsoort, zoek: Zinzoeker): Invoerfout {
  return { pad, soort, zin: zoek(pad, soort) ?? ALGEMEEN[soort] };
}

function foutenVan(issue: z.core.$ZodIssue, zoek: Zinzoeker): Invoerfout[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => invoerfout([...issue.path, key], 'onbekend_veld', zoek));
  if (issue.code === 'invalid_union') {
    // The branch that got furthest says most; a union of plain values says it as one.
    const binnen = issue.errors.find((errors) => errors.some(({ path }) => path.length > 0));
    if (binnen !== undefined)
      return binnen.flatMap((kind) => foutenVan({ ...kind, path: [...issue.path, ...kind.path] }, zoek));
  }
  const soort = soortVan(issue);
  const zin = zinVanIssue(issue, soort, zoek(issue.path, soort));
  const woorden: unknown = issue.code === 'custom' ? issue.params?.['woorden'] : undefined;
  return [
    {
      ...invoerfout(issue.path, soort, zoek),
      ...(zin !== undefined && { zin }),
      ...(typeof woorden === 'string' && { woorden }),
    },
  ];
}

/** What an issue says better than the general sentence, because it knows more. */
function zinVanIssue(issue: z.core.$ZodIssue, soort: Foutsoort, eigen: string | undefined): string | undefined {
  if (soort === 'keuze' && issue.code === 'invalid_value')
    return eigen ?? `Kies een van: ${issue.values.map(String).join(', ')}.`;
  if (soort === 'te_lang' && issue.code === 'custom')
    return `Schrijf hoogstens ${String(issue.params?.['maximum'])} tekens.`;
  if (soort === 'type' && issue.code === 'invalid_type') return eigen ?? TYPES[issue.expected];
  // A rule between fields has a sentence of its own.
  if (issue.code === 'custom' && typeof issue.params?.['reden'] === 'string') return eigen ?? issue.params['reden'];
  return undefined;
}

function soortVan(issue: z.core.$ZodIssue): Foutsoort {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'verplicht' : 'type';
    case 'invalid_value':
      return issue.input === undefined ? 'verplicht' : 'keuze';
    case 'invalid_union':
      return issue.input === undefined ? 'verplicht' : 'vorm';
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? 'te_weinig' : 'te_klein';
    case 'too_big':
      if (issue.origin === 'string') return 'te_lang';
      return issue.origin === 'array' ? 'te_veel' : 'te_groot';
    case 'invalid_format':
      return 'vorm';
    case 'unrecognized_keys':
      return 'onbekend_veld';
    case 'custom':
      return isFoutsoort(issue.params?.['soort']) ? issue.params['soort'] : 'vorm';
    default:
      return 'vorm';
  }
}

function isFoutsoort(soort: unknown): soort is Foutsoort {
  return typeof soort === 'string' && Object.hasOwn(ALGEMEEN, soort);
}
