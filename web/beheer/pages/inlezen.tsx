import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Bestandsverslag } from '#contract/gebruikersbestand.ts';

import { Foutoverzicht, Veld } from '../../components/formulier.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { kolomnaam, kolomwaarde, regionamen, rolnamen } from '../accountwoorden.ts';

type Verslag = z.infer<typeof Bestandsverslag>;

export interface Inlezenprops {
  /** What the file would change, the file itself, and by what one knows that it is still the same. */
  bekeken: { verslag: Verslag; inhoud: string; vingerafdruk: string } | null;
  /** Everything that is wrong with it, line by line. */
  fouten: readonly string[];
  /** Somebody changed accounts between looking and doing. */
  isVeranderd: boolean;
  sleutel: string;
  context: PageContext;
}

const TITEL = 'Lees een bestand met mensen in';

/** Accounts from a file: choose it, see what it changes, and only then do it. */
export function Inlezen({ bekeken, fouten, isVeranderd, sleutel, context }: Inlezenprops) {
  const mis = fouten.length > 0 || isVeranderd;
  const meldingen = fouten.map((tekst) => ({ veld: 'bestand', tekst }));
  return (
    <Layout titel={mis ? `Fout: ${TITEL}` : TITEL} hier={ADRESSEN.beheerMensen()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.beheerMensen(), tekst: 'Mensen' }]} />
      {isVeranderd && (
        <div className="melding fout" role="alert" tabIndex={-1}>
          <h2>De accounts zijn intussen veranderd</h2>
          <p>Er is nog niets ingelezen. Kijk na wat het bestand nu verandert.</p>
        </div>
      )}
      <Foutoverzicht fouten={meldingen} />
      <h1>{TITEL}</h1>
      {bekeken === null ? <Kies fouten={fouten} /> : <Bekeken {...bekeken} sleutel={sleutel} />}
    </Layout>
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

function Kies({ fouten }: Pick<Inlezenprops, 'fouten'>) {
  const meldingen =
    fouten.length === 0 ? [] : [{ veld: 'bestand', tekst: 'Dit bestand kan zo niet. Er is niets veranderd.' }];
  return (
    <div className="smal">
      <p className="inleiding">
        U ziet eerst wat het bestand verandert. Pas daarna leest u het in. Niemand verdwijnt: wie niet in het bestand
        staat, blijft.
      </p>
      <details>
        <summary>Hoe ziet het bestand eruit?</summary>
        <p>
          Een CSV-bestand in UTF-8. Op de eerste regel staan de namen van de kolommen, met een puntkomma of komma
          ertussen. Elke regel daarna is één persoon. Tussen rollen of regio’s staat een spatie.
        </p>
        <p>
          {'De kolommen: '}
          <code>{KOLOMMEN.join(';')}</code>
          {'. De laatste twee mogen weg.'}
        </p>
      </details>
      <form method="post" encType="multipart/form-data" noValidate>
        <Veld naam="bestand" label="Het bestand" hint="Hoogstens 100 kB." fouten={meldingen}>
          {(eigen) => <input {...eigen} type="file" accept=".csv,text/csv" />}
        </Veld>
        <p className="knoppen">
          <button className="knop" type="submit" name="stap" value="bekijk">
            Bekijk wat het verandert
          </button>
        </p>
      </form>
    </div>
  );
}

function Bekeken({
  verslag,
  inhoud,
  vingerafdruk,
  sleutel,
}: NonNullable<Inlezenprops['bekeken']> & Pick<Inlezenprops, 'sleutel'>) {
  const { nieuw, gewijzigd, gelijk, nietGenoemd } = verslag;
  const verandertIets = nieuw.length + gewijzigd.length > 0;
  return (
    <>
      <p className="inleiding" role="status">
        {verandertIets
          ? `Dit bestand voegt ${mensen(nieuw.length)} toe en wijzigt ${mensen(gewijzigd.length)}. Er is nog niets veranderd.`
          : 'Dit bestand verandert niets.'}
      </p>
      <Nieuw nieuw={nieuw} />
      <Gewijzigd gewijzigd={gewijzigd} />
      <Rest gelijk={gelijk} nietGenoemd={nietGenoemd} />
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="inhoud" value={inhoud} />
        <input type="hidden" name="vingerafdruk" value={vingerafdruk} />
        <input type="hidden" name="sleutel" value={sleutel} />
        <p className="knoppen">
          {verandertIets && (
            <button className="knop" type="submit" name="stap" value="doe">
              Lees dit bestand in
            </button>
          )}
          <a className="knop tweede" href={ADRESSEN.mensenInlezen()}>
            Kies een ander bestand
          </a>
        </p>
      </form>
    </>
  );
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
