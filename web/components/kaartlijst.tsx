import type { ReactNode } from 'react';

export interface Kaartje {
  sleutel: string;
  titel: string;
  /** null: one may know that it is there, and not open it. */
  adres: string | null;
  /** Beside the title: how it stands. */
  merkjes?: ReactNode;
  /** What one needs to choose, a line each. */
  regels: readonly ReactNode[];
  /** What can be done with it on the spot. */
  daden?: ReactNode;
}

/** Things to open, each with the few lines by which one chooses. */
export function Kaartlijst({ kaarten }: { kaarten: readonly Kaartje[] }) {
  return (
    <ul className="kaartlijst">
      {kaarten.map(({ sleutel, titel, adres, merkjes, regels, daden }) => (
        <li key={sleutel}>
          <div className="kaartkop">
            <h3>{adres === null ? titel : <a href={adres}>{titel}</a>}</h3>
            {merkjes}
          </div>
          {regels.map((regel, i) => (
            <p key={i}>{regel}</p>
          ))}
          {daden !== undefined && <div className="knoppen">{daden}</div>}
        </li>
      ))}
    </ul>
  );
}
