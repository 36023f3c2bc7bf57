import type { ReactNode } from 'react';

interface TabelProps {
  /** Above the table; needed where no heading says it. */
  titel?: string;
  koppen: readonly string[];
  rijen: readonly { sleutel: string; id?: string; cellen: readonly ReactNode[] }[];
  /** Fixed widths, so that tables below each other line up. */
  className?: string;
}

/**
 * A table that becomes a list of cards on a phone. The first cell of a row names it. The roles are written out because CSS that
 * changes the display of a table takes them away.
 */
export function Tabel({ titel, koppen, rijen, className }: TabelProps) {
  return (
    <table role="table" className={['kaartjes', className].filter((naam) => naam !== undefined).join(' ')}>
      {titel !== undefined && <caption>{titel}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {koppen.map((kop) => (
            <th key={kop} role="columnheader" scope="col">
              {kop}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rijen.map(({ sleutel, id, cellen: [naam, ...overige] }) => (
          <tr key={sleutel} id={id} role="row">
            <th role="rowheader" scope="row">
              {naam}
            </th>
            {overige.map((cel, i) => (
              <td key={koppen[i + 1]} role="cell" data-label={koppen[i + 1]}>
                {cel}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
