interface Staaf {
  naam: string;
  waarde: number;
  /** Where what was counted can be seen. */
  adres?: string | undefined;
  /** Instead of the number, where it may not be told: "minder dan 5". No bar is drawn. */
  verborgen?: string | undefined;
}

interface StaafgrafiekProps {
  titel: string;
  /** What one sees, for who has no time to look: "De meeste signalen kwamen uit Noord." */
  zin: string;
  /** What stands above the names and above the numbers. */
  koppen: readonly [naam: string, waarde: string];
  staven: readonly Staaf[];
}

/** Bars that are the table of their own numbers: nothing has to be told twice, and on a phone it stays readable. */
export function Staafgrafiek({ titel, zin, koppen, staven }: StaafgrafiekProps) {
  const hoogste = Math.max(1, ...staven.filter(({ verborgen }) => verborgen === undefined).map(({ waarde }) => waarde));
  return (
    <figure className="grafiek">
      <table className="staven">
        <caption>
          {titel}
          <span className="zin">{zin}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{koppen[0]}</th>
            <td className="staaf" />
            <th scope="col">{koppen[1]}</th>
          </tr>
        </thead>
        <tbody>
          {staven.map((staaf) => (
            <Regel key={staaf.naam} staaf={staaf} hoogste={hoogste} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Regel({ staaf: { naam, waarde, adres, verborgen }, hoogste }: { staaf: Staaf; hoogste: number }) {
  const tekst = verborgen ?? waarde.toLocaleString('nl-NL');
  return (
    <tr>
      <th scope="row">{naam}</th>
      <td className="staaf">
        <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
          {verborgen === undefined && <rect width={(100 * waarde) / hoogste} height="10" />}
        </svg>
      </td>
      <td className="getal">{adres === undefined ? tekst : <a href={adres}>{tekst}</a>}</td>
    </tr>
  );
}
