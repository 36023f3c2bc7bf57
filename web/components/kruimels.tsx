interface KruimelsProps {
  /** From the top down; the page itself is not among them. */
  boven: readonly { adres: string; tekst: string }[];
}

/** Where this page lies. */
export function Kruimels({ boven }: KruimelsProps) {
  return (
    <nav className="kruimels" aria-label="Kruimelpad">
      <ol>
        {boven.map(({ adres, tekst }) => (
          <li key={adres}>
            <a href={adres}>{tekst}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
