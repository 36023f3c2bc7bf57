import type { ReactNode } from 'react';
import type * as z from 'zod';

import type { AccountSchema, Accountwijzigingenlijst } from '#contract/account.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { regionamen, rolnamen, verschillen } from '../accountwoorden.ts';
import { Accountmerkje } from './mensen.tsx';

type Wijziging = z.infer<typeof Accountwijzigingenlijst>['wijzigingen'][number];

interface MensProps {
  mens: z.infer<typeof AccountSchema>;
  wijzigingen: readonly Wijziging[];
  naamVan: (organisatie: string) => string;
  vandaag: Datum;
  /** Only functioneel beheer changes accounts; an auditor reads. */
  magWijzigen: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

/** One account, and who changed it when and why. */
export function Mens({ mens, wijzigingen, naamVan, vandaag, magWijzigen, gelukt, context }: MensProps) {
  const isVoorbij = mens.totEnMetDatum !== null && mens.totEnMetDatum < vandaag;
  const gebruiker = mens.id;
  return (
    <Layout titel={mens.naam} hier={ADRESSEN.beheerMensen()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.beheerMensen(), tekst: 'Mensen' }]} />
      <Gelukt zin={gelukt} />
      <h1>{mens.naam}</h1>
      <p>
        <Accountmerkje {...mens} vandaag={vandaag} />
      </p>
      <dl className="gegevens">
        <Gegeven naam="Rol">{rolnamen(mens.rollen)}</Gegeven>
        {mens.regios.length > 0 && <Gegeven naam="Coördineert">{regionamen(mens.regios)}</Gegeven>}
        <Gegeven naam="Werkt in regio">
          {mens.thuisregio === null ? 'Geen eigen regio' : regionamen([mens.thuisregio])}
        </Gegeven>
        <Gegeven naam="In dienst bij">
          {mens.organisatie === null ? 'Niet bij een ketenpartner' : naamVan(mens.organisatie)}
        </Gegeven>
        <Gegeven naam="Telefoon">
          <Telefoonnummer telefoon={mens.telefoon} />
        </Gegeven>
        <Gegeven naam="E-mailadres">
          <span className="mailadres">{mens.email}</span>
        </Gegeven>
        <Gegeven naam="Naam bij het inloggen">
          <span className="mailadres">{mens.id}</span>
        </Gegeven>
      </dl>
      {magWijzigen && (
        <p className="knoppen">
          <Knoplink href={ADRESSEN.mensWijzigen({ gebruiker })}>Wijzig dit account</Knoplink>
          {!isVoorbij && (
            <Knoplink soort="tweede" href={ADRESSEN.mensBeeindigen({ gebruiker })}>
              Beëindig dit account
            </Knoplink>
          )}
        </p>
      )}
      <Wijzigingen wijzigingen={wijzigingen} naamVan={naamVan} />
    </Layout>
  );
}

function Gegeven({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Wijzigingen({ wijzigingen, naamVan }: Pick<MensProps, 'wijzigingen' | 'naamVan'>) {
  return (
    <section aria-labelledby="wijzigingen">
      <h2 id="wijzigingen">Wie dit account wijzigde</h2>
      {wijzigingen.length === 0 ? (
        <p>Dit account is niet gewijzigd sinds het er is. Elke wijziging komt hier, met wie, wanneer en waarom.</p>
      ) : (
        <ol className="tijdlijn">
          {wijzigingen.map((wijziging) => (
            <li key={`${wijziging.op} ${wijziging.na?.id ?? ''}`}>
              <Accountwijziging wijziging={wijziging} naamVan={naamVan} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** One change: who, when, why, and what was and became. */
export function Accountwijziging({ wijziging, naamVan }: Pick<MensProps, 'naamVan'> & { wijziging: Wijziging }) {
  const { door, op, reden, voor } = wijziging;
  const anders = verschillen(wijziging, naamVan);
  return (
    <>
      <p>
        {`${door?.naam ?? 'Een opdracht op de server'} ${voor === null ? 'voegde het account toe' : 'wijzigde het account'}. `}
        <span className="zacht">{opSchrift(op)}</span>
      </p>
      {reden !== null && <p className="geschreven">{`Waarom: ${reden}`}</p>}
      {anders.length > 0 && (
        <ul>
          {anders.map(({ label, van, naar }) => (
            <li key={label}>{`${label}: van ${van} naar ${naar}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
