import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Bestandsverslag } from '#contract/gebruikersbestand.ts';

import { Tabel } from '../../components/tabel.tsx';
import type { Inleesstand } from '../../invullen/inleespagina.tsx';
import { Inleesblad } from '../../invullen/pages/inleesblad.tsx';
import { kolomnaam, kolomwaarde, regionamen, rolnamen } from '../accountwoorden.ts';

type Verslag = z.infer<typeof Bestandsverslag>;

/** Accounts from a file: choose it, see what it changes, and only then do it. */
export function Inlezen({ stand }: { stand: Inleesstand<Verslag> }) {
  return (
    <Inleesblad
      stand={stand}
      titel="Lees een bestand met mensen in"
      hier={ADRESSEN.beheerMensen()}
      adres={ADRESSEN.mensenInlezen()}
      boven={{ adres: ADRESSEN.beheerMensen(), tekst: 'Mensen' }}
      veranderd="De accounts zijn intussen veranderd"
      uitleg="U ziet eerst wat het bestand verandert. Pas daarna leest u het in. Niemand verdwijnt: wie niet in het bestand staat, blijft."
      kolommen={KOLOMMEN}
      overKolommen="Elke regel daarna is één persoon. Tussen rollen of regio’s staat een spatie. De laatste twee kolommen mogen weg."
      inWoorden={inWoorden}
    />
  );
}

const KOLOMMEN = [
  'id',
  'naam',
  'email',
  'telefoon',
  'rollen',
  'regios',
  'thuisregio',
  'organisatie',
  'actief_van',
  'actief_tot',
];

function inWoorden({ nieuw, gewijzigd, gelijk, nietGenoemd }: Verslag) {
  return {
    zin: `Dit bestand voegt ${mensen(nieuw.length)} toe en wijzigt ${mensen(gewijzigd.length)}.`,
    verandertIets: nieuw.length + gewijzigd.length > 0,
    meer: (
      <>
        <Nieuw nieuw={nieuw} />
        <Gewijzigd gewijzigd={gewijzigd} />
        <Rest gelijk={gelijk} nietGenoemd={nietGenoemd} />
      </>
    ),
  };
}

/** Who stays as they are. */
function Rest({ gelijk, nietGenoemd }: Pick<Verslag, 'gelijk' | 'nietGenoemd'>) {
  return (
    <>
      <h2>Wie hetzelfde blijft</h2>
      {gelijk > 0 && <p>{`Uit het bestand: ${mensen(gelijk)}.`}</p>}
      {nietGenoemd.length === 0 ? (
        <p>Iedereen met een account staat in het bestand.</p>
      ) : (
        <details>
          <summary>{`Niet in het bestand: ${mensen(nietGenoemd.length)}`}</summary>
          <ul className="mailadres">
            {nietGenoemd.map((id) => (
              <li key={id}>
                <a href={ADRESSEN.beheerMens({ gebruiker: id })}>{id}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function mensen(aantal: number): string {
  if (aantal === 0) return 'niemand';
  return aantal === 1 ? 'één persoon' : `${aantal} mensen`;
}

function Nieuw({ nieuw }: Pick<Verslag, 'nieuw'>) {
  if (nieuw.length === 0) return null;
  return (
    <>
      <h2>Nieuw</h2>
      <Tabel
        koppen={['Naam', 'Naam bij het inloggen', 'Rol', 'Coördineert']}
        rijen={nieuw.map(({ id, naam, rollen, regios }) => ({
          sleutel: id,
          cellen: [naam, <span className="mailadres">{id}</span>, rolnamen(rollen), regionamen(regios)],
        }))}
      />
    </>
  );
}

function Gewijzigd({ gewijzigd }: Pick<Verslag, 'gewijzigd'>) {
  if (gewijzigd.length === 0) return null;
  return (
    <>
      <h2>Gewijzigd</h2>
      <Tabel
        koppen={['Naam bij het inloggen', 'Wat er verandert']}
        rijen={gewijzigd.map(({ id, velden }) => ({
          sleutel: id,
          cellen: [
            <a className="mailadres" href={ADRESSEN.beheerMens({ gebruiker: id })}>
              {id}
            </a>,
            <ul>
              {velden.map(({ veld, van, naar }) => (
                <li key={veld}>
                  {`${kolomnaam(veld)}: van ${kolomwaarde(veld, van)} naar ${kolomwaarde(veld, naar)}`}
                </li>
              ))}
            </ul>,
          ],
        }))}
      />
    </>
  );
}
