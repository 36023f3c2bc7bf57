import { ADRESSEN } from '#contract/adressen.ts';
import type { OpenVraag } from '#db/queries/gestelde-vragen.ts';
import type { Antwoordtempo } from '#domain/antwoordtempo.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

export interface Tempoprops {
  tempo: Antwoordtempo | null;
  /** What still waits, the longest first; all of it in signalen that this person may read. */
  open: readonly OpenVraag[];
}

/** How fast an organisatie answers and what still waits for it, in the signalen that this person reads. Only for ourselves. */
export function Tempo({ tempo, open }: Tempoprops) {
  const meer = (open[0]?.aantal ?? 0) - open.length;
  return (
    <section aria-labelledby="tempo">
      <h2 id="tempo">Hoe snel zij antwoorden</h2>
      <p>
        {tempo === null
          ? 'In de signalen die u leest, is nog niets beantwoord. Zodra dat zo is, staat hier hoe snel het ging.'
          : `${inWoorden(tempo)} Dit gaat over de signalen die u leest, en is alleen voor onszelf.`}
      </p>
      <h3>Vragen die nog openstaan</h3>
      {open.length === 0 ? (
        <p>In de signalen die u leest, wacht nu niets op deze organisatie.</p>
      ) : (
        <>
          <ul>
            {open.map(({ nummer, gesteldOp }) => (
              <li key={`${nummer} ${gesteldOp}`}>
                <a href={ADRESSEN.signaal({ nummer })}>{nummer}</a>
                {`, gevraagd op ${voluit(datumVan(gesteldOp))}`}
              </li>
            ))}
          </ul>
          {meer > 0 && <p>{`En nog ${meer} andere.`}</p>}
        </>
      )}
    </section>
  );
}

function inWoorden({ mediaan, antwoorden }: Antwoordtempo): string {
  const binnen = mediaan === 0 ? 'dezelfde dag' : `binnen ${mediaan === 1 ? 'één werkdag' : `${mediaan} werkdagen`}`;
  return antwoorden === 1
    ? `Het ene antwoord dat er is, kwam ${binnen}.`
    : `Van de ${antwoorden} antwoorden kwam de helft ${binnen}.`;
}
