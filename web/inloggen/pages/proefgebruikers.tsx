import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';

import { Knop } from '../../components/knop.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { regioVan, rolVan } from '../../wie.ts';

interface ProefgebruikersProps {
  uid: string;
  gebruikers: readonly Gebruiker[];
  context: PageContext;
}

/** In the place of a password, where all people are made up: who do you want to be? */
export function Proefgebruikers({ uid, gebruikers, context }: ProefgebruikersProps) {
  const adres = ADRESSEN.proefgebruikers({ uid });
  return (
    <Layout titel="Kies een proefgebruiker" hier="" context={context}>
      <h1>Kies een proefgebruiker</h1>
      <p className="inleiding">Deze mensen zijn verzonnen. Kies wie u wilt zijn. U hebt geen wachtwoord nodig.</p>
      {Array.from(
        Map.groupBy(gebruikers, ({ rollen: [rol] }) => rol),
        ([rol, mensen]) => rol !== undefined && <MetRol key={rol} rol={rol} mensen={mensen} adres={adres} />,
      )}
      <form method="post" action={adres}>
        <Knop soort="tweede" name="afbreken" value="ja">
          Niet inloggen
        </Knop>
      </form>
    </Layout>
  );
}

/** As many as one chooses from; those of whom the README speaks come first. */
const IN_ZICHT = 5;

function MetRol({ rol, mensen, adres }: { rol: Rol; mensen: readonly Gebruiker[]; adres: string }) {
  const meer = mensen.slice(IN_ZICHT);
  return (
    <section aria-labelledby={rol}>
      <h2 id={rol}>{labelVan('rol', rol)}</h2>
      <p>{MAG[rol]}</p>
      <Mensen mensen={mensen.slice(0, IN_ZICHT)} adres={adres} />
      {meer.length > 0 && (
        <Uitklap kop="Nog meer mensen met deze rol" aantal={meer.length}>
          <Mensen mensen={meer} adres={adres} />
        </Uitklap>
      )}
    </section>
  );
}

function Mensen({ mensen, adres }: { mensen: readonly Gebruiker[]; adres: string }) {
  return (
    <ul className="kaarten">
      {mensen.map((gebruiker) => (
        <li key={gebruiker.id} className="kaart">
          <h3>{gebruiker.naam}</h3>
          <p>{`${rolVan(gebruiker)}, ${regioVan(gebruiker)}`}</p>
          <form method="post" action={adres}>
            <Knop klein name="gebruiker" value={gebruiker.id}>
              {`Log in als ${gebruiker.naam}`}
            </Knop>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** What somebody with this role may do. */
const MAG: Readonly<Record<Rol, string>> = {
  metgezel: 'Dient signalen in. Ziet alleen eigen signalen.',
  oco_consulent: 'Dient signalen in. Ziet alleen eigen signalen.',
  regiocoordinator: 'Ziet de signalen van de eigen regio. Pakt ze op en wijst ze toe.',
  landelijk_team: 'Ziet alle signalen, en niet over wie ze gaan. Behandelt wat de regio niet kan oplossen.',
  programmaleiding: 'Ziet welke signalen blijven liggen, en wijst die toe.',
  functioneel_beheer: 'Beheert codes, termijnen en vrije dagen. Leest geen signalen.',
  auditor: 'Kijkt na wie wat heeft gedaan.',
  ketenpartner: 'Beantwoordt een vraag met een link uit de mail.',
};

/** Where the provider asks whether to end its own session too. */
export function ProefUitloggen({ adres, xsrf, context }: { adres: string; xsrf: string; context: PageContext }) {
  return (
    <Layout titel="Uitloggen" hier="" context={context}>
      <h1>U bent uitgelogd bij Signaalpunt</h1>
      <p className="inleiding">
        De aanmelddienst van deze proefomgeving weet nog wie u was. Wilt u daar ook uitloggen?
      </p>
      <form method="post" action={adres}>
        <input type="hidden" name="xsrf" value={xsrf} />
        <Knop name="logout" value="yes">
          Log ook daar uit
        </Knop>
      </form>
    </Layout>
  );
}
