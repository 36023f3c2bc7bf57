import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Casusbijlage } from '#contract/casus.ts';
import type { Toestemmingenlijst } from '#contract/toestemming.ts';
import type { Casuskijker } from '#db/queries/casuskijkers.ts';
import type { Genoemd } from '#db/queries/namen.ts';
import type { Verhaalplek } from '#db/queries/rapporten.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { GESCHREVEN_DELEN } from '#domain/casus.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { Merkje } from '../../components/merkje.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { delenInWoorden } from '../woorden.ts';
import { Bestanden } from './bestanden.tsx';
import { Verhaalplekken } from './verhaalplekken.tsx';

type Bijlage = z.infer<typeof Casusbijlage>;
type Gegeven = z.infer<typeof Toestemmingenlijst>['toestemmingen'][number];

interface OverWieProps {
  nummer: string;
  boven: readonly { adres: string; tekst: string }[];
  /** null for who may not read it, and while it cannot be opened: `waaromNiet` says why. */
  bijlage: Bijlage | null;
  waaromNiet: string;
  melder: Genoemd | null;
  toestemmingen: readonly Gegeven[];
  /** Where a story stands; null for who may not know. */
  plekken: readonly Verhaalplek[] | null;
  /** What this person may do with what the family allows. */
  mag: { bijhouden: boolean; voorPartij: boolean; intrekken: boolean };
  /** Whom something was asked; `kanLezen`: and who may still open it. */
  partijen: readonly { verzoek: string; naam: string; kanLezen: boolean }[];
  kijkers: readonly Casuskijker[];
  gedaan: string | null;
  context: PageContext;
}

/** Who a signaal is about, what the family allows, and who looked. */
export function OverWie(props: OverWieProps) {
  const {
    nummer,
    boven,
    bijlage,
    waaromNiet,
    melder,
    toestemmingen,
    plekken,
    partijen,
    mag,
    kijkers,
    gedaan,
    context,
  } = props;
  return (
    <Layout titel={`Over wie (${nummer})`} hier="" context={context}>
      <Kruimels boven={boven} />
      {gedaan !== null && (
        <Melding soort="goed">
          <p>{gedaan}</p>
        </Melding>
      )}
      <h1>Over wie gaat dit?</h1>
      {bijlage === null ? (
        <>
          <p className="inleiding">{waaromNiet}</p>
          {melder !== null && (
            <p>
              De melder is <Persoonsnaam persoon={melder} />.
            </p>
          )}
        </>
      ) : (
        <>
          <p className="inleiding">
            Dit staat apart van het signaal en is versleuteld. Dat u het opende, staat hieronder bij wie er keek.
          </p>
          <Geschreven bijlage={bijlage} nummer={nummer} />
          <Bestanden bijlage={bijlage} nummer={nummer} />
        </>
      )}
      <Toestemmingen {...{ nummer, toestemmingen, plekken, partijen, mag }} />
      {bijlage !== null && <Kijkers kijkers={kijkers} />}
    </Layout>
  );
}

function Geschreven({
  bijlage: { leesbareDelen, teksten, magBijhouden },
  nummer,
}: {
  bijlage: Bijlage;
  nummer: string;
}) {
  const delen = GESCHREVEN_DELEN.filter((deel) => leesbareDelen.includes(deel));
  return (
    <section>
      {delen.map((deel) => {
        const geschreven = teksten.find((een) => een.deel === deel);
        return (
          <section key={deel} aria-labelledby={deel}>
            <h2 id={deel}>{labelVan('casusdeel', deel)}</h2>
            {geschreven === undefined ? (
              <p className="zacht">Hier is nog niets opgeschreven.</p>
            ) : (
              <p className="geschreven">{geschreven.tekst}</p>
            )}
          </section>
        );
      })}
      {magBijhouden && (
        <p>
          <Knoplink href={ADRESSEN.overWieSchrijven({ nummer })}>
            {teksten.length === 0 ? 'Schrijf op over wie het gaat' : 'Wijzig wat hier staat'}
          </Knoplink>
        </p>
      )}
    </section>
  );
}

function Toestemmingen({
  nummer,
  toestemmingen,
  plekken,
  partijen,
  mag,
}: Pick<OverWieProps, 'nummer' | 'toestemmingen' | 'plekken' | 'partijen' | 'mag'>) {
  const naamVan = ({ niveau, verzoek, verhaal }: Gegeven): string => {
    if (verhaal) return 'Een verhaal in een rapport';
    if (niveau !== null) return `Wie het ${labelVan('niveau', niveau).toLowerCase()} behandelt`;
    return partijen.find((partij) => partij.verzoek === verzoek)?.naam ?? 'Een ketenpartner';
  };
  return (
    <section aria-labelledby="toestemming">
      <h2 id="toestemming">Wat het gezin toestaat</h2>
      {toestemmingen.length === 0 && (
        <p>Er is nog geen toestemming. Hogerop en bij organisaties leest niemand over wie dit gaat.</p>
      )}
      <Kaartlijst
        kaarten={toestemmingen.map((een) => ({
          sleutel: een.id,
          titel: naamVan(een),
          adres: null,
          merkjes: <Merkje soort={een.geldt ? 'goed' : 'gewoon'}>{stand(een)}</Merkje>,
          regels: [
            wat(een),
            `Van ${voluit(een.gegevenDatum)} tot en met ${voluit(een.totEnMetDatum)}.`,
            `${labelVan('toestemmer', een.van)}, ${labelVan('toestemmingwijze', een.wijze).toLowerCase()}. Vastgelegd door ${een.vastgelegdDoor.naam}.`,
          ],
          ...(mag.intrekken &&
            een.ingetrokkenOp === null && {
              daden: (
                <a href={ADRESSEN.toestemmingIntrekken({ nummer, toestemming: een.id })}>Trek deze toestemming in</a>
              ),
            }),
        }))}
      />
      {plekken !== null && toestemmingen.some(({ verhaal }) => verhaal) && (
        <>
          <h3>Waar het verhaal staat</h3>
          <Verhaalplekken plekken={plekken} />
        </>
      )}
      <Vastleggen {...{ nummer, partijen, mag }} />
    </section>
  );
}

function Vastleggen({ nummer, partijen, mag }: Pick<OverWieProps, 'nummer' | 'partijen' | 'mag'>) {
  const vastTeLeggen = [
    ...(mag.bijhouden
      ? [
          { adres: ADRESSEN.toestemming({ nummer }), voor: 'wie het hogerop behandelt' },
          { adres: ADRESSEN.verhaaltoestemming({ nummer }), voor: 'een verhaal in een rapport' },
        ]
      : []),
    ...(mag.voorPartij
      ? partijen
          .filter(({ kanLezen }) => kanLezen)
          .map(({ verzoek, naam }) => ({ adres: ADRESSEN.partijtoestemming({ nummer, verzoek }), voor: naam }))
      : []),
  ];
  if (vastTeLeggen.length === 0) return null;
  return (
    <ul className="daden">
      {vastTeLeggen.map(({ adres, voor }) => (
        <li key={adres}>
          <a href={adres}>{`Leg toestemming vast voor ${voor}`}</a>
        </li>
      ))}
    </ul>
  );
}

function wat({ verhaal, geldt, delen }: Gegeven): string {
  if (verhaal) return `Er ${geldt ? 'mag' : 'mocht'} verteld worden wat het gezin meemaakte, niet wie het is.`;
  return `${geldt ? 'Mag' : 'Mocht'} lezen: ${delenInWoorden(delen)}.`;
}

function stand({ geldt, ingetrokkenOp }: Gegeven): string {
  if (ingetrokkenOp !== null) return `Ingetrokken, ${opSchrift(ingetrokkenOp)}`;
  return geldt ? 'Geldt nu' : 'Voorbij';
}

function Kijkers({ kijkers }: Pick<OverWieProps, 'kijkers'>) {
  return (
    <Uitklap kop="Wie hier eerder keek">
      {kijkers.length === 0 ? (
        <p>U bent de eerste.</p>
      ) : (
        <Feiten feiten={kijkers.map(({ naam, op }) => ({ naam: opSchrift(op), waarde: naam }))} />
      )}
    </Uitklap>
  );
}
