import { Knoplink } from './knop.tsx';

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
        <Knoplink soort="tweede" href={begin.adres}>
          {begin.tekst}
        </Knoplink>
      )}
      {verder !== null && (
        <Knoplink soort="tweede" href={verder.adres} rel="next">
          {verder.tekst}
        </Knoplink>
      )}
    </nav>
  );
}
