interface Stap {
  adres: string;
  tekst: string;
}

interface BladerenProps {
  /** null: this is the beginning. */
  begin: Stap | null;
  /** null: this is the end. */
  verder: Stap | null;
}

/** On to the next part of a long list, or back to where it begins. */
export function Bladeren({ begin, verder }: BladerenProps) {
  if (begin === null && verder === null) return null;
  return (
    <nav className="bladeren" aria-label="Bladeren">
      {begin !== null && (
        <a className="knop tweede" href={begin.adres}>
          {begin.tekst}
        </a>
      )}
      {verder !== null && (
        <a className="knop tweede" href={verder.adres} rel="next">
          {verder.tekst}
        </a>
      )}
    </nav>
  );
}
