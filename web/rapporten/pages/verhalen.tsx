import { OVER_VERHALEN } from '#activities/rapporten/uitvoer/blad.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { Vignetrij, VolledigRapport } from '#db/queries/rapporten.ts';
import { OGEN, type VerhaalWeg } from '#domain/rapport/vignetten.ts';

import { Knoplink } from '../../components/knop.tsx';
import { Melding } from '../../components/melding.tsx';
import { waaromGeenVerhaal } from '../waarom-niet.ts';
import { VERHAALDADEN } from '../woorden.ts';

interface VerhalenProps {
  rapport: VolledigRapport;
  /** Who may do something with them; null for who only reads. */
  maker: string | null;
  /** Everybody of the landelijk team. */
  team: readonly Nakijker[];
}

/** Somebody who can look over a story. */
export interface Nakijker {
  id: string;
  naam: string;
}

/** The stories, and for who makes reports how far each is. */
export function Verhalen({ rapport, maker, team }: VerhalenProps) {
  // Who only reads has no use for the line of a story that is gone.
  const vignetten = rapport.vignetten.filter(({ weg }) => weg === null || maker !== null);
  const kanSchrijven = maker !== null && waaromGeenVerhaal('schrijven', maker, rapport, null) === null;
  if (vignetten.length === 0 && !kanSchrijven) return null;
  const code = rapportcode(rapport);
  return (
    <section aria-labelledby="verhalen">
      <h2 id="verhalen">Verhalen</h2>
      {vignetten.length > 0 && <p>{OVER_VERHALEN}</p>}
      {vignetten.map((vignet) => (
        <section key={vignet.id} aria-labelledby={`v-${vignet.id}`}>
          <Verhaaltekst vignet={vignet} kop="h3" id={`v-${vignet.id}`} />
          {maker !== null && <Verhaalstand vignet={vignet} maker={maker} rapport={rapport} team={team} />}
        </section>
      ))}
      {kanSchrijven && (
        <p className="niet-printen">
          <Knoplink href={ADRESSEN.vignetSchrijven({ rapport: code })} soort="tweede" klein>
            Schrijf een verhaal
          </Knoplink>
        </p>
      )}
    </section>
  );
}

/** A story, or that there was one and why its words are gone. */
export function Verhaaltekst({ vignet, kop: Kop, id }: { vignet: Vignetrij; kop: 'h2' | 'h3'; id?: string }) {
  const { titel, verhaal, weg } = vignet;
  return (
    <>
      <Kop id={id}>{titel ?? 'Hier stond een verhaal'}</Kop>
      {weg === null ? <p className="geschreven">{verhaal}</p> : <p>{WEG[weg]}</p>}
    </>
  );
}

const WEG: Readonly<Record<VerhaalWeg, string>> = {
  ingetrokken: 'Het gezin trok de toestemming in. Daarom is de tekst weg.',
  verlopen: 'De toestemming van het gezin is verlopen. Daarom is de tekst weg.',
};

function Verhaalstand({ vignet, maker, rapport, team }: VerhalenProps & { vignet: Vignetrij; maker: string }) {
  const { geschrevenDoor, akkoorden, isToegestaan, nummer, titel, weg } = vignet;
  const kan = (['wijzigen', 'goedkeuren', 'weghalen'] as const).filter(
    (daad) => waaromGeenVerhaal(daad, maker, rapport, vignet) === null,
  );
  return (
    <div className="niet-printen">
      {isToegestaan === false && rapport.status === 'definitief' && (
        <Melding soort="let-op">
          <p>
            Voor dit verhaal geldt nu geen toestemming van het gezin. Trok het gezin die in, maak dan een verbeterde
            versie: daar staat het verhaal niet meer in.
          </p>
        </Melding>
      )}
      <p className="zacht">
        {`Geschreven door ${geschrevenDoor.naam}. `}
        {weg !== null
          ? ''
          : akkoorden.length === 0
            ? 'Nog niet nagekeken. '
            : `Nagekeken door ${akkoorden.map(({ naam }) => naam).join(' en ')}. `}
        {nummer !== null && <a href={ADRESSEN.signaal({ nummer })}>{`Signaal ${nummer}`}</a>}
      </p>
      {weg === null && rapport.status === 'concept' && <NogNaTeKijken vignet={vignet} team={team} />}
      {kan.length > 0 && (
        <ul className="daden">
          {kan.map((daad) => (
            <li key={daad}>
              <a href={VERHAALDADEN[daad].adres({ rapport: rapportcode(rapport), vignet: vignet.id })}>
                {titel === null ? 'Haal deze regel weg' : VERHAALDADEN[daad].titel}
                {titel !== null && <span className="voorgelezen">{`: ${titel}`}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How many others must look it over before the report goes on, and who can; nothing when they did. */
function NogNaTeKijken({ vignet, team }: { vignet: Vignetrij; team: readonly Nakijker[] }) {
  const { geschrevenDoor, akkoorden } = vignet;
  const nodig = OGEN - akkoorden.length;
  if (nodig <= 0) return null;
  const al = new Set([geschrevenDoor, ...akkoorden].map(({ id }) => id));
  const kunnen = team.filter(({ id }) => !al.has(id)).map(({ naam }) => naam);
  const wie = nodig === 1 ? 'Nog één ander kijkt' : 'Nog twee anderen kijken';
  return kunnen.length < nodig ? (
    <Melding soort="let-op">
      <p>
        {`${wie} dit verhaal na. Daarvoor heeft het landelijk team nu te weinig mensen. Vraag functioneel beheer om iemand erbij, of haal het verhaal weg: anders gaat het rapport niet verder.`}
      </p>
    </Melding>
  ) : (
    <p>{`${wie} het na, voordat het rapport verder gaat: ${new Intl.ListFormat('nl', { type: kunnen.length === nodig ? 'conjunction' : 'disjunction' }).format(kunnen)}.`}</p>
  );
}
