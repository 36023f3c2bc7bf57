interface Kerncijfer {
  naam: string;
  /** As it is read: "12", "83 %", "4 werkdagen". */
  waarde: string;
  /** What it is compared with, or over which time: "vorige maand 9". */
  uitleg?: string | undefined;
  /** Where what was counted can be seen. */
  adres?: string | undefined;
}

/** A few numbers that say how it stands, each a link to what was counted. */
export function Kerncijfers({ cijfers }: { cijfers: readonly Kerncijfer[] }) {
  return (
    <dl className="kerncijfers">
      {cijfers.map(({ naam, waarde, uitleg, adres }) => (
        <div key={naam}>
          <dt>{naam}</dt>
          <dd>
            {adres === undefined ? (
              <span className="cijfer">{waarde}</span>
            ) : (
              <Verwijzing {...{ naam, waarde, adres }} />
            )}
            {uitleg !== undefined && <span className="zacht">{uitleg}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Verwijzing({ naam, waarde, adres }: { naam: string; waarde: string; adres: string }) {
  return (
    <a className="cijfer" href={adres} aria-label={`${naam}: ${waarde}`}>
      {waarde}
    </a>
  );
}
