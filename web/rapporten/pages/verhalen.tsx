import { OVER_VERHALEN } from '#activities/rapporten/uitvoer/blad.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { Vignetrij, VolledigRapport } from '#db/queries/rapporten.ts';
import { bezwaarTegenVignet, GEEN_TOESTEMMING, isNagekeken } from '#domain/rapport/vignetten.ts';

import { Melding } from '../../components/melding.tsx';
import { VERHAALDADEN } from '../woorden.ts';

interface VerhalenProps {
  rapport: VolledigRapport;
  /** Who may do something with them; null for who only reads. */
  maker: string | null;
}

/** The stories, and for who makes reports how far each is. */
export function Verhalen({ rapport, maker }: VerhalenProps) {
  const { vignetten, status } = rapport;
  const kanSchrijven = maker !== null && bezwaarTegenVignet('schrijven', maker, status, null) === null;
  if (vignetten.length === 0 && !kanSchrijven) return null;
  const code = rapportcode(rapport);
  return (
    <section aria-labelledby="verhalen">
      <h2 id="verhalen">Verhalen</h2>
      {vignetten.length > 0 && <p>{OVER_VERHALEN}</p>}
      {vignetten.map((vignet) => (
        <section key={vignet.id} aria-labelledby={`v-${vignet.id}`}>
          <h3 id={`v-${vignet.id}`}>{vignet.titel}</h3>
          <p className="geschreven">{vignet.verhaal}</p>
          {maker !== null && <Verhaalstand vignet={vignet} maker={maker} rapport={rapport} />}
        </section>
      ))}
      {kanSchrijven && (
        <p className="niet-printen">
          <a href={ADRESSEN.vignetSchrijven({ rapport: code })}>Schrijf een verhaal</a>
        </p>
      )}
    </section>
  );
}

function Verhaalstand({ vignet, maker, rapport }: { vignet: Vignetrij; maker: string; rapport: VolledigRapport }) {
  const { geschrevenDoor, akkoorden, isToegestaan, nummer } = vignet;
  const stand = { geschrevenDoor: geschrevenDoor.id, akkoorden: akkoorden.map(({ id }) => id), isToegestaan };
  const kan = (['goedkeuren', 'weghalen'] as const).filter(
    (daad) => bezwaarTegenVignet(daad, maker, rapport.status, stand) === null,
  );
  return (
    <div className="niet-printen">
      {!isToegestaan && (
        <Melding soort="let-op">
          <p>
            {rapport.status === 'definitief'
              ? 'Voor dit verhaal geldt nu geen toestemming van het gezin. Trok het gezin die in, maak dan een verbeterde versie: daar staat het verhaal niet meer in.'
              : GEEN_TOESTEMMING}
          </p>
        </Melding>
      )}
      <p className="zacht">
        {`Geschreven door ${geschrevenDoor.naam}. `}
        {akkoorden.length === 0
          ? 'Nog niet nagekeken. '
          : `Nagekeken door ${akkoorden.map(({ naam }) => naam).join(' en ')}. `}
        {!isNagekeken(stand) && akkoorden.length > 0 && 'Nog één ander kijkt het na. '}
        {nummer !== null && <a href={ADRESSEN.signaal({ nummer })}>{`Signaal ${nummer}`}</a>}
      </p>
      {kan.length > 0 && (
        <ul className="daden">
          {kan.map((daad) => (
            <li key={daad}>
              <a href={VERHAALDADEN[daad].adres({ rapport: rapportcode(rapport), vignet: vignet.id })}>
                {`${VERHAALDADEN[daad].titel}: ${vignet.titel}`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
