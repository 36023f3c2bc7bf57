interface Stapel {
  naam: string;
  /** As many as there are parts, in the same order. */
  delen: readonly { waarde: number; adres?: string | undefined }[];
}

interface StapelgrafiekProps {
  titel: string;
  /** What one sees, in words. */
  zin: string;
  /** What stands above the names. */
  kop: string;
  /** What the parts are called, at most five, the first the most striking. */
  delen: readonly string[];
  stapels: readonly Stapel[];
}

/** Bars in parts that are the table of their own numbers; the bars are as long as what is in them. */
export function Stapelgrafiek({ titel, zin, kop, delen, stapels }: StapelgrafiekProps) {
  const hoogste = Math.max(1, ...stapels.map(totaal));
  return (
    <figure className="grafiek">
      <table role="table" className="stapels kaartjes">
        <caption>
          {titel}
          <span className="zin">{zin}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {kop}
            </th>
            <td role="cell" className="stapel" />
            {delen.map((deel, i) => (
              <th key={deel} role="columnheader" scope="col" className={`deel-${i + 1}`}>
                {deel}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {stapels.map((stapel) => (
            <Regel key={stapel.naam} {...{ stapel, delen, hoogste }} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Regel({ stapel, delen, hoogste }: { stapel: Stapel; delen: readonly string[]; hoogste: number }) {
  const begin = (i: number): number => som(stapel.delen.slice(0, i));
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {stapel.naam}
      </th>
      <td role="cell" className="stapel">
        <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
          {stapel.delen.map(({ waarde }, i) => (
            <rect
              key={delen[i]}
              className={`deel-${i + 1}`}
              x={(100 * begin(i)) / hoogste}
              width={(100 * waarde) / hoogste}
              height="10"
            />
          ))}
        </svg>
      </td>
      {stapel.delen.map(({ waarde, adres }, i) => (
        <td key={delen[i]} role="cell" className={`getal deel-${i + 1}`} data-label={delen[i]}>
          {adres === undefined || waarde === 0 ? (
            waarde.toLocaleString('nl-NL')
          ) : (
            <a href={adres}>{waarde.toLocaleString('nl-NL')}</a>
          )}
        </td>
      ))}
    </tr>
  );
}

function totaal({ delen }: Stapel): number {
  return som(delen);
}

function som(delen: Stapel['delen']): number {
  return delen.reduce((tot, { waarde }) => tot + waarde, 0);
}
