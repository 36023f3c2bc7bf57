interface Tabblad {
  adres: string;
  tekst: string;
  /** How many there are behind it. */
  aantal?: number | undefined;
}

interface TabbladenProps {
  /** What one chooses here, for who does not see that they belong together. */
  label: string;
  bladen: readonly Tabblad[];
  /** The address of the one that is shown. */
  hier: string;
  /** As a row above what it changes, or as small choices side by side. */
  vorm?: 'tabs' | 'filters';
}

/** Other views of the same page. They are links: each has an address that can be kept and shared. */
export function Tabbladen({ label, bladen, hier, vorm = 'tabs' }: TabbladenProps) {
  return (
    <nav className={vorm} aria-label={label}>
      <ul>
        {bladen.map(({ adres, tekst, aantal }) => (
          <li key={adres}>
            <a href={adres} aria-current={adres === hier ? 'true' : undefined}>
              {tekst}
              {aantal !== undefined && <span className="telling">{` ${aantal}`}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
