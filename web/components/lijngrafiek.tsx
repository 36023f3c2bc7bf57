import { Tabel } from './tabel.tsx';

/** Values over time, the oldest first. null: unknown, or too few to tell; the line is broken there. */
export interface Reeks {
  naam: string;
  waarden: readonly (number | null)[];
  /** Where what was counted can be seen, for each value. */
  adressen?: readonly string[] | undefined;
}

interface LijngrafiekenProps {
  /** Of which the ids on the page are made. */
  id: string;
  titel: string;
  /** What one sees, in words. */
  zin: string;
  /** When each value was: "jan 2027". As many as each series has. */
  momenten: readonly string[];
  /** One for one picture; more become small pictures side by side on the same scale. */
  reeksen: readonly Reeks[];
}

/** A line over time, or one small picture for each line on one scale, with the sentence above and the numbers below. */
export function Lijngrafieken({ id, titel, zin, momenten, reeksen }: LijngrafiekenProps) {
  const top = netteTop(Math.max(1, ...reeksen.flatMap(({ waarden }) => waarden.filter((waarde) => waarde !== null))));
  return (
    <figure className="grafiek" aria-labelledby={`${id}-titel`}>
      <figcaption id={`${id}-titel`}>
        {titel}
        <span className="zin">{zin}</span>
      </figcaption>
      <div className={reeksen.length === 1 ? 'lijnen een' : 'lijnen'}>
        {reeksen.map((reeks, i) => (
          <Lijn key={reeks.naam} id={`${id}-${i}`} reeks={reeks} momenten={momenten} top={top} />
        ))}
      </div>
      <details>
        <summary>De getallen</summary>
        <Tabel
          koppen={['Wanneer', ...reeksen.map(({ naam }) => naam)]}
          rijen={momenten.map((moment, i) => ({
            sleutel: moment,
            cellen: [moment, ...reeksen.map((reeks) => <Waarde key={reeks.naam} reeks={reeks} i={i} />)],
          }))}
        />
      </details>
    </figure>
  );
}

function Waarde({ reeks: { waarden, adressen }, i }: { reeks: Reeks; i: number }) {
  const tekst = inWoorden(waarden[i]);
  return adressen === undefined || waarden[i] === 0 ? tekst : <a href={adressen[i]}>{tekst}</a>;
}

const BREED = 100;
const HOOG = 50;

function Lijn({
  id,
  reeks,
  momenten,
  top,
}: Pick<LijngrafiekenProps, 'id' | 'momenten'> & { reeks: Reeks; top: number }) {
  const { naam, waarden } = reeks;
  const punt = (waarde: number, i: number): string =>
    `${rond((BREED * i) / Math.max(1, waarden.length - 1))},${rond(HOOG - (HOOG * waarde) / top)}`;
  const laatste = waarden.at(-1) ?? null;
  return (
    <div className="lijn">
      <p className="naam">
        <strong>{naam}</strong> {`laatste: ${inWoorden(laatste)}`}
      </p>
      <span className="top">{top.toLocaleString('nl-NL')}</span>
      <span className="nul">0</span>
      <svg
        role="img"
        aria-labelledby={`${id}-naam ${id}-uitleg`}
        viewBox={`0 0 ${BREED} ${HOOG}`}
        preserveAspectRatio="none"
      >
        <title id={`${id}-naam`}>{naam}</title>
        <desc id={`${id}-uitleg`}>{beschrijving(waarden, momenten)}</desc>
        <path className="raster" d={`M0,0H${BREED}M0,${HOOG / 2}H${BREED}M0,${HOOG}H${BREED}`} />
        <path className="verloop" d={pad(waarden, punt)} />
        {laatste !== null && <path className="nu" d={`M${punt(laatste, waarden.length - 1)}h0`} />}
      </svg>
      <span className="eerste">{momenten[0]}</span>
      <span className="laatste">{momenten.at(-1)}</span>
    </div>
  );
}

/** The line, lifted where a value is unknown. */
function pad(waarden: Reeks['waarden'], punt: (waarde: number, i: number) => string): string {
  return waarden
    .map((waarde, i) => {
      if (waarde === null) return '';
      const begint = i === 0 || (waarden[i - 1] ?? null) === null;
      // A value between two unknown ones is a dot: a line of no length.
      return `${begint ? 'M' : 'L'}${punt(waarde, i)}${begint ? 'h0' : ''}`;
    })
    .join('');
}

function beschrijving(waarden: Reeks['waarden'], momenten: readonly string[]): string {
  const bekend = waarden.flatMap((waarde, i) => (waarde === null ? [] : [{ waarde, moment: momenten[i] ?? '' }]));
  const [eerste] = bekend;
  const laatste = bekend.at(-1);
  if (eerste === undefined || laatste === undefined) return 'Er zijn geen getallen.';
  const hoogste = bekend.reduce((een, ander) => (ander.waarde > een.waarde ? ander : een));
  return (
    `Van ${inWoorden(eerste.waarde)} in ${eerste.moment} naar ${inWoorden(laatste.waarde)} in ${laatste.moment}. ` +
    `Het hoogst: ${inWoorden(hoogste.waarde)} in ${hoogste.moment}.`
  );
}

function inWoorden(waarde: number | null | undefined): string {
  return waarde == null ? 'onbekend' : waarde.toLocaleString('nl-NL');
}

/** The round number at or above the highest value, on which a scale ends well: 1, 2, 5 or a power of ten of these. */
function netteTop(hoogste: number): number {
  const macht = 10 ** Math.floor(Math.log10(hoogste));
  return macht * ([1, 2, 5].find((stap) => stap * macht >= hoogste) ?? 10);
}

function rond(getal: number): number {
  return Math.round(getal * 100) / 100;
}
