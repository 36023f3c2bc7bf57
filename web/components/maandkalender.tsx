import { dagVanWeek, type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

/** A day of a term, as `Uitleg` of the contract has it. */
export interface Kalenderdag {
  datum: Datum;
  telt: boolean;
  /** The day number, when the day counts. */
  nummer?: number | undefined;
  /** Why it does not count, when it does not. */
  reden?: string | undefined;
}

interface MaandkalenderProps {
  /** What these days are of, such as "Het behandelen". */
  titel: string;
  /** The day before the first: it does not count. */
  beginDatum: Datum;
  laatsteDatum: Datum;
  /** Every day after the first. */
  dagen: readonly Kalenderdag[];
  /** Marked as today, where it is among them. */
  vandaag?: Datum | undefined;
}

/** The days of a term on the sheets of its months. Which days do not count, and why, stands below in words. */
export function Maandkalender({ titel, beginDatum, laatsteDatum, dagen, vandaag }: MaandkalenderProps) {
  const bij = new Map(dagen.map((dag) => [dag.datum, dag]));
  const overgeslagen = dagen.filter(({ telt, reden }) => !telt && reden !== undefined && !WEEKEND.has(reden));
  return (
    <figure className="kalender">
      <figcaption>{`${titel}: van ${voluit(beginDatum)} tot en met ${voluit(laatsteDatum)}`}</figcaption>
      <div className="maanden">
        {maandenTussen(beginDatum, laatsteDatum).map((maand) => (
          <Maand key={maand} maand={maand} dagVan={(datum) => soortVan(datum)} vandaag={vandaag} />
        ))}
      </div>
      {overgeslagen.length > 0 && (
        <ul className="overgeslagen">
          {overgeslagen.map(({ datum, reden }) => (
            <li key={datum}>{`${hoofdletter(voluit(datum))}: ${reden}, telt niet mee.`}</li>
          ))}
        </ul>
      )}
      <p className="zacht">Weekenden tellen niet mee. De dag waarop het begon ook niet.</p>
    </figure>
  );

  function soortVan(datum: Datum): Dagsoort | null {
    if (datum === beginDatum) return { soort: 'begin', tekst: 'het begin, telt niet mee' };
    const dag = bij.get(datum);
    if (dag === undefined) return null;
    if (!dag.telt) return { soort: 'over', tekst: `${dag.reden ?? ''}, telt niet mee` };
    return datum === laatsteDatum
      ? { soort: 'laatste', tekst: `dag ${dag.nummer}, de laatste` }
      : { soort: 'telt', tekst: `dag ${dag.nummer}` };
  }
}

interface Dagsoort {
  soort: 'begin' | 'telt' | 'over' | 'laatste';
  /** What is read out after the number of the day. */
  tekst: string;
}

const WEEKEND: ReadonlySet<string> = new Set(['zaterdag', 'zondag', 'weekend']);
const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

interface MaandProps {
  /** `YYYY-MM` */
  maand: string;
  dagVan: (datum: Datum) => Dagsoort | null;
  vandaag: Datum | undefined;
}

function Maand({ maand, dagVan, vandaag }: MaandProps) {
  return (
    <table className="maand">
      <caption>{voluit(`${maand}-01`).split(' ').slice(2).join(' ')}</caption>
      <thead>
        <tr>
          {WEEKDAGEN.map((dag) => (
            <th key={dag} scope="col" abbr={dag}>
              {dag.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wekenVan(maand).map((week) => (
          <tr key={week.find((datum) => datum !== null)}>
            {week.map((datum, i) =>
              datum === null ? (
                <td key={i} />
              ) : (
                <Dag key={datum} datum={datum} dag={dagVan(datum)} isVandaag={datum === vandaag} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Dag({ datum, dag, isVandaag }: { datum: Datum; dag: Dagsoort | null; isVandaag: boolean }) {
  return (
    <td className={dag?.soort} aria-current={isVandaag ? 'date' : undefined}>
      <time dateTime={datum}>{Number(datum.slice(8))}</time>
      {dag !== null && <span className="voorgelezen">{`: ${dag.tekst}`}</span>}
    </td>
  );
}

/** The months from the first date to the last, `YYYY-MM`. */
function maandenTussen(van: Datum, tot: Datum): string[] {
  const maanden: string[] = [];
  for (let dag = van; dag.slice(0, 7) <= tot.slice(0, 7); dag = eersteVanVolgende(dag)) maanden.push(dag.slice(0, 7));
  return maanden;
}

function eersteVanVolgende(datum: Datum): Datum {
  return `${plusDagen(`${datum.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

/** The weeks of a month from Monday on; null where the week lies in another month. */
function wekenVan(maand: string): (Datum | null)[][] {
  const eerste = `${maand}-01`;
  const weken: (Datum | null)[][] = [];
  for (
    let maandag = plusDagen(eerste, 1 - dagVanWeek(eerste));
    maandag.slice(0, 7) <= maand;
    maandag = plusDagen(maandag, 7)
  ) {
    const week = WEEKDAGEN.map((_, i) => plusDagen(maandag, i));
    weken.push(week.map((datum) => (datum.slice(0, 7) === maand ? datum : null)));
  }
  return weken;
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
