import type * as z from 'zod';

import type { AccountSchema } from '#contract/account.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { ACCOUNTROLLEN } from '#domain/accounts.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { Zoekformulier } from '../../components/zoekformulier.tsx';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { regionamen, rolnamen, werktijdvak } from '../accountwoorden.ts';

type Account = z.infer<typeof AccountSchema>;

interface MensenProps {
  mensen: readonly Account[];
  /** Employers by id. */
  werkgevers: Readonly<Record<string, { naam: string }>>;
  vandaag: Datum;
  getypt: Gepost;
  verder: string | null;
  gelukt: string | undefined;
  context: PageContext;
}

const KAN_NIET_VEEL = 'Kies wie u zoekt, of maak de vraag ruimer.';

/** Everybody with an account, narrowed to whom one looks for. */
export function Mensen({ mensen, werkgevers, vandaag, getypt, verder, gelukt, context }: MensenProps) {
  return (
    <Layout titel="Mensen" hier={ADRESSEN.beheerMensen()} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Mensen</h1>
      <p className="inleiding">Wie Signaalpunt gebruikt, wat diegene doet en tot wanneer.</p>
      <p className="knoppen">
        <Knoplink href={ADRESSEN.mensToevoegen()}>Voeg iemand toe</Knoplink>
        <Knoplink soort="tweede" href={ADRESSEN.mensenInlezen()}>
          Lees een bestand in
        </Knoplink>
      </p>
      <Zoekformulier adres={ADRESSEN.beheerMensen()} velden={ZOEKVELDEN} getypt={getypt} />
      {mensen.length === 0 ? (
        <p>{`Niemand gevonden. ${KAN_NIET_VEEL}`}</p>
      ) : (
        <Tabel
          koppen={['Naam', 'Rol', 'Regio', 'In dienst bij', 'Telefoon', 'Account']}
          rijen={mensen.map((mens) => ({ sleutel: mens.id, cellen: cellenVan(mens, werkgevers, vandaag) }))}
        />
      )}
      <nav className="bladeren" aria-label="Bladeren">
        {verder !== null && <a href={verder}>Volgende mensen</a>}
      </nav>
    </Layout>
  );
}

const ZOEKVELDEN = [
  { naam: 'tekst', label: 'Naam' },
  {
    naam: 'rol',
    label: 'Rol',
    leeg: 'Alle rollen',
    opties: ACCOUNTROLLEN.map((rol) => ({ waarde: rol, tekst: labelVan('rol', rol) })),
  },
  {
    naam: 'regio',
    label: 'Regio',
    leeg: 'Alle regio’s',
    opties: REGIOCODES.map((regio) => ({ waarde: regio, tekst: regionamen([regio]) })),
  },
  {
    naam: 'actief',
    label: 'Account',
    leeg: 'Alle accounts',
    opties: [
      { waarde: 'ja', tekst: 'Werkt vandaag' },
      { waarde: 'nee', tekst: 'Werkt vandaag niet' },
    ],
  },
];

function cellenVan(mens: Account, werkgevers: MensenProps['werkgevers'], vandaag: Datum) {
  const { id, naam, rollen, regios, thuisregio, organisatie, telefoon } = mens;
  return [
    <a href={ADRESSEN.beheerMens({ gebruiker: id })}>{naam}</a>,
    rolnamen(rollen),
    regios.length > 0 || thuisregio !== null ? regionamen([...regios, thuisregio ?? '']) : 'Heel Nederland',
    organisatie === null ? 'Niet bij een ketenpartner' : (werkgevers[organisatie]?.naam ?? organisatie),
    <Telefoonnummer telefoon={telefoon} />,
    <Accountmerkje {...mens} vandaag={vandaag} />,
  ];
}

/** Whether an account works, and until when. */
export function Accountmerkje({ vandaag, ...dagen }: Pick<Account, 'vanDatum' | 'totEnMetDatum'> & { vandaag: Datum }) {
  const { tekst, soort } = werktijdvak(dagen, vandaag);
  return <span className={`merkje breed ${soort}`.trim()}>{tekst}</span>;
}
