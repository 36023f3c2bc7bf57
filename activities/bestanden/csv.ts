import { CsvError, parse } from 'csv-parse/sync';

import { StartError } from '#platform/start-error.ts';

/** What is wrong with a file, each with its line. The message tells all of it. */
export class Bestandsfouten extends StartError {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[], options?: ErrorOptions) {
    const [eerste = '', ...rest] = fouten;
    super(rest.length === 0 ? eerste : ['Het bestand klopt niet.', ...fouten].join('\n- '), options);
    this.fouten = fouten;
  }
}

/** A line of a file. */
interface Rij {
  /** As an editor counts them. */
  regel: number;
  cellen: string[];
}

/**
 * The lines of a CSV file in UTF-8, that of the names of the columns first; between the columns a semicolon or a comma. Throws
 * Bestandsfouten when it cannot be read.
 */
export function rijenVan(bestand: Uint8Array): Rij[] {
  const tekst = alsTekst(bestand);
  const [eersteRegel = ''] = tekst.split('\n', 1);
  try {
    const rijen = parse(tekst, {
      bom: true,
      delimiter: eersteRegel.includes(';') ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rijen.map(({ record, info }) => ({ regel: info.lines, cellen: record.map((cel) => cel.trim()) }));
  } catch (error) {
    if (error instanceof CsvError)
      throw new Bestandsfouten(['Het bestand is niet te lezen: de aanhalingstekens kloppen niet.'], { cause: error });
    throw error;
  }
}

function alsTekst(bestand: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bestand);
  } catch (error) {
    throw new Bestandsfouten(['Het bestand is niet in UTF-8. Kies bij het opslaan "CSV UTF-8".'], { cause: error });
  }
}

export function opgesomd(woorden: readonly string[]): string {
  return new Intl.ListFormat('nl').format(woorden);
}
