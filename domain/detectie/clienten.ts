import { ALLE, type Noemer } from '../rapport/noemers.ts';
import { type Datum, dagnummer } from '../tijd/amsterdam.ts';

/**
 * How many clients there were on a day, from what was counted of the whole country: evenly more or fewer between two counts, and as of the
 * nearest count before the first and after the last. Always 1 while nothing was counted: only the ratio of two days counts.
 */
export function clientenverloop(noemers: readonly Noemer[]): (datum: Datum) => number {
  const punten = noemers
    .filter(
      ({ soort, doelgroep, regio, aantal }) =>
        soort === 'clienten' && doelgroep === ALLE && regio === ALLE && aantal > 0,
    )
    .map(({ peildatum, aantal }) => ({ dag: dagnummer(peildatum), aantal }));
  return (datum) => {
    const dag = dagnummer(datum);
    const voor = dichtstbij(
      punten.filter((punt) => punt.dag <= dag),
      dag,
    );
    const na = dichtstbij(
      punten.filter((punt) => punt.dag > dag),
      dag,
    );
    if (voor === undefined || na === undefined) return (voor ?? na)?.aantal ?? 1;
    return voor.aantal + ((na.aantal - voor.aantal) * (dag - voor.dag)) / (na.dag - voor.dag);
  };
}

function dichtstbij<P extends { dag: number }>(punten: readonly P[], dag: number): P | undefined {
  return punten.toSorted((een, ander) => Math.abs(een.dag - dag) - Math.abs(ander.dag - dag))[0];
}
