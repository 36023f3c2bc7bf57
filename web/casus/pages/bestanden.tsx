import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Casusbijlage } from '#contract/casus.ts';
import { BESTANDSDELEN, type Bestandsdeel } from '#domain/casus.ts';

import { Veld, type Veldmelding } from '../../components/formulier.tsx';
import { Formulierblad } from '../../components/formulierblad.tsx';
import { Invoervak, Keuzevak } from '../../components/invoervak.tsx';
import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Knop } from '../../components/knop.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { grootteInWoorden } from '../../grootte-in-woorden.ts';
import type { PageContext } from '../../layout.tsx';

type Bijlage = z.infer<typeof Casusbijlage>;

/** The letters and photos of a family, for who may read them, and a form for who keeps them. */
export function Bestanden({
  bijlage: { leesbareDelen, bestanden, magBijhouden },
  nummer,
}: {
  bijlage: Bijlage;
  nummer: string;
}) {
  if (!magBijhouden && !BESTANDSDELEN.some((deel) => leesbareDelen.includes(deel))) return null;
  return (
    <section aria-labelledby="bestanden">
      <h2 id="bestanden">Brieven en foto’s</h2>
      {bestanden.length === 0 && <p className="zacht">Er zijn geen brieven of foto’s.</p>}
      <Kaartlijst
        kaarten={bestanden.map(({ id, deel, naam, grootte, op }) => ({
          sleutel: id,
          titel: naam,
          adres: ADRESSEN.overWieBestand({ nummer, bestand: id }),
          regels: [`${BESTANDSOORT[deel]}, ${grootteInWoorden(grootte)}, ${opSchrift(op)}`],
          ...(magBijhouden && {
            daden: (
              <form method="post" action={ADRESSEN.overWieBestand({ nummer, bestand: id })}>
                <Knop soort="tweede">{`Haal ${naam} weg`}</Knop>
              </form>
            ),
          }),
        }))}
      />
      {magBijhouden && (
        <Uitklap kop={TOEVOEGEN}>
          <Bestandsformulier nummer={nummer} fouten={[]} />
        </Uitklap>
      )}
    </section>
  );
}

const TOEVOEGEN = 'Voeg een brief of foto toe';

interface Formulierprops {
  nummer: string;
  /** What was chosen before. */
  deel?: Bestandsdeel | undefined;
  fouten: readonly Veldmelding[];
}

/** Of a file that is not kept why, and the form once more. Nothing else: who looks at the rest does so on its page, and is named there. */
export function BestandToevoegen({
  boven,
  context,
  ...formulier
}: Formulierprops & { boven: readonly { adres: string; tekst: string }[]; context: PageContext }) {
  return (
    <Formulierblad
      titel={TOEVOEGEN}
      hier=""
      boven={boven}
      fouten={formulier.fouten}
      melding={null}
      nietVerstuurd={false}
      context={context}
    >
      <Bestandsformulier {...formulier} />
    </Formulierblad>
  );
}

function Bestandsformulier({ nummer, deel, fouten }: Formulierprops) {
  return (
    <form method="post" encType="multipart/form-data" action={ADRESSEN.overWieBestanden({ nummer })} noValidate>
      <Veld
        naam="deel"
        label="Wat is het?"
        hint="Het gezin geeft voor brieven en voor foto’s apart toestemming."
        fouten={fouten}
      >
        {(eigen) => (
          <Keuzevak {...eigen} defaultValue={deel ?? ''}>
            <option value="">Kies</option>
            <option value="brief">Een brief</option>
            <option value="foto">Een foto</option>
          </Keuzevak>
        )}
      </Veld>
      <Veld
        naam="bestand"
        label="Het bestand"
        hint="Een PDF, JPEG of PNG van hoogstens 10 MB. Van een foto bewaren wij niet waar en wanneer die is gemaakt."
        fouten={fouten}
      >
        {(eigen) => <Invoervak {...eigen} type="file" accept=".pdf,.jpg,.jpeg,.png" />}
      </Veld>
      <p className="knoppen">
        <Knop>Bewaar dit bestand</Knop>
      </p>
    </form>
  );
}

const BESTANDSOORT: Readonly<Record<Bijlage['bestanden'][number]['deel'], string>> = { brief: 'Brief', foto: 'Foto' };
