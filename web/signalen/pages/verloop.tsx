import { opSchrift } from '../../datums.ts';
import type { SignaalProps } from './signaal.tsx';

/** As many of the last as one takes in; what came before is folded away. */
const IN_ZICHT = 15;

/** How it went: one sentence for each thing that happened, the last first. */
export function Verloop({ gebeurtenissen }: Pick<SignaalProps, 'gebeurtenissen'>) {
  const verteld = gebeurtenissen.filter(({ zin }) => zin !== null).toReversed();
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">Hoe het liep</h2>
      <Tijdlijn gebeurtenissen={verteld.slice(0, IN_ZICHT)} />
      {verteld.length > IN_ZICHT && (
        <details>
          <summary>{`Wat eerder gebeurde (${verteld.length - IN_ZICHT})`}</summary>
          <Tijdlijn gebeurtenissen={verteld.slice(IN_ZICHT)} />
        </details>
      )}
    </section>
  );
}

function Tijdlijn({ gebeurtenissen }: Pick<SignaalProps, 'gebeurtenissen'>) {
  return (
    <ol className="tijdlijn">
      {gebeurtenissen.map(({ volgnummer, zin, op, door, soort, teksten }) => (
        <li key={volgnummer} className={door === null ? 'klok' : undefined}>
          <p>
            {zin} <span className="zacht">{opSchrift(op)}</span>
          </p>
          {soort === 'notitie_toegevoegd' &&
            Object.entries(teksten).map(([veld, tekst]) => (
              <p key={veld} className="geschreven">
                {tekst}
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}
