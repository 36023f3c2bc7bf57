interface KruimelsProps {
  /** From the top down; the page itself is not among them. */
  boven: readonly { adres: string; tekst: string }[];
}

/** Where this page lies. */
export function Kruimels({ boven }: KruimelsProps) {
  return (
    <nav className="utrecht-breadcrumb-nav" aria-label="Kruimelpad">
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {boven.map(({ adres, tekst }) => (
          <li key={adres} className="utrecht-breadcrumb-nav__item">
            <a className="utrecht-breadcrumb-nav__link" href={adres}>
              {tekst}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
