import { ADRESSEN } from '#contract/adressen.ts';
import { VERRICHTINGEN } from '#domain/audit/logregel.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { isContact } from '#domain/signaal/opdracht.ts';

import { Bladeren } from '../../components/bladeren.tsx';
import { Feiten } from '../../components/feiten.tsx';
import { Foutoverzicht, type Veldmelding } from '../../components/formulier.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Melding } from '../../components/melding.tsx';
import { Merkje, type Merksoort } from '../../components/merkje.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Zoekformulier, type Zoekveld } from '../../components/zoekformulier.tsx';
import { opSchrift } from '../../datums.ts';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { type Logboekregel, watInWoorden, wieInWoorden } from '../regelwoorden.ts';
import { AFLOOPWOORDEN, INGANGWOORDEN, VERRICHTINGWOORDEN } from '../woorden.ts';

interface LogboekProps {
  /** null: nobody can mean what was asked. */
  logregels: readonly Logboekregel[] | null;
  /** What a line is about, as whoever uses it would call it. */
  inWoorden: (regel: Logboekregel) => string;
  getypt: Gepost;
  /** From when the oldest lines are that stay after their term; null when none do. */
  blijftStaan: string | null;
  fouten: readonly Veldmelding[];
  /** Where all that was found is, as a file; null when nothing was. */
  bestand: string | null;
  begin: string | null;
  verder: string | null;
  context: PageContext;
}

/** Who saw, did, looked for and took along what, narrowed to what one wants to know. */
export function Logboek({
  logregels,
  inWoorden,
  getypt,
  blijftStaan,
  fouten,
  bestand,
  begin,
  verder,
  context,
}: LogboekProps) {
  return (
    <Layout titel={fouten.length > 0 ? 'Fout: Logboek' : 'Logboek'} hier={ADRESSEN.logboek()} context={context}>
      <Foutoverzicht fouten={fouten} />
      <h1>Logboek</h1>
      <p className="inleiding">
        Wie wat zag, deed, zocht en niet mocht. Het nieuwste staat bovenaan. Dat u dit leest, komt er ook in.
      </p>
      {blijftStaan !== null && (
        <Melding soort="let-op" kop="Oude regels gaan niet weg">
          <p>{`Hun bewaartermijn is voorbij. ${blijftStaan}. Controleer het logboek vanaf die dag, en geef door aan functioneel beheer wat daar staat.`}</p>
        </Melding>
      )}
      <p className="knoppen">
        <Knoplink href={ADRESSEN.logboekcontrole()}>Controleer het logboek</Knoplink>
      </p>
      <Zoekformulier adres={ADRESSEN.logboek()} velden={ZOEKVELDEN} getypt={getypt} fouten={fouten} />
      {bestand !== null && (
        <p>
          <a href={bestand}>Haal alles op wat is gevonden, als bestand (CSV voor Excel)</a>
        </p>
      )}
      {logregels !== null && <Gevonden logregels={logregels} inWoorden={inWoorden} />}
      <Bladeren
        begin={begin === null ? null : { adres: begin, tekst: 'Naar het nieuwste' }}
        verder={verder === null ? null : { adres: verder, tekst: 'Eerder' }}
      />
    </Layout>
  );
}

const ZOEKVELDEN: readonly Zoekveld[] = [
  { naam: 'persoon', label: 'Naam of account' },
  { naam: 'signaal', label: 'Nummer van het signaal' },
  {
    naam: 'verrichting',
    label: 'Wat',
    leeg: 'Alles',
    opties: VERRICHTINGEN.map((waarde) => ({ waarde, tekst: VERRICHTINGWOORDEN[waarde] })),
  },
  { naam: 'vanDatum', label: 'Vanaf', soort: 'date' },
  { naam: 'totEnMetDatum', label: 'Tot en met', soort: 'date' },
];

function Gevonden({ logregels, inWoorden }: { logregels: readonly Logboekregel[] } & Pick<LogboekProps, 'inWoorden'>) {
  if (logregels.length === 0) return <p>Niets gevonden. Maak de vraag ruimer.</p>;
  return (
    <Tabel
      koppen={['Wanneer', 'Wie', 'Wat', 'Signaal', 'Afloop']}
      rijen={logregels.map((regel) => ({
        sleutel: String(regel.nr),
        cellen: [
          opSchrift(regel.op),
          <Wie regel={regel} />,
          <Wat regel={regel} inWoorden={inWoorden} />,
          regel.signaal === null ? 'Geen' : <Smaller naam="signaal" waarde={regel.signaal} tekst={regel.signaal} />,
          <Merkje soort={MERKSOORT[regel.afloop]}>{AFLOOPWOORDEN[regel.afloop]}</Merkje>,
        ],
      }))}
    />
  );
}

const MERKSOORT: Readonly<Record<Logboekregel['afloop'], Merksoort>> = {
  gelukt: 'goed',
  geweigerd: 'let-op',
  mislukt: 'fout',
};

/** Narrows the log to this. */
function Smaller({ naam, waarde, tekst }: { naam: 'persoon' | 'signaal'; waarde: string; tekst: string }) {
  return (
    <a
      className={naam === 'signaal' ? 'nummer' : undefined}
      href={`${ADRESSEN.logboek()}?${new URLSearchParams({ [naam]: waarde }).toString()}`}
    >
      {tekst}
    </a>
  );
}

function Wie({ regel }: { regel: Logboekregel }) {
  const { persoon, rollen, namens } = regel;
  if (persoon === null || isContact(persoon.id)) return wieInWoorden(regel);
  return (
    <>
      <Smaller naam="persoon" waarde={persoon.id} tekst={persoon.naam} />
      <br />
      <span className="zacht">
        {rollen.map((rol) => labelVan('rol', rol as Rol)).join(', ')}
        {namens !== null && `, voor ${namens.naam}`}
      </span>
    </>
  );
}

/** What it was, and whatever else is known, one press away. */
function Wat({ regel, inWoorden }: { regel: Logboekregel } & Pick<LogboekProps, 'inWoorden'>) {
  const { ingang, adres, spoor, object, getoond, code, organisatie, velden, voor, na } = regel;
  return (
    <>
      {watInWoorden(regel, inWoorden(regel))}
      <Uitklap kop="Meer">
        <Feiten
          feiten={[
            { naam: 'Langs', waarde: INGANGWOORDEN[ingang] },
            { naam: 'Pagina of handeling', waarde: inWoorden(regel) },
            code === null ? null : { naam: 'Reden', waarde: code.replaceAll('_', ' ') },
            object === null ? null : { naam: 'Waarover', waarde: <code>{object}</code> },
            getoond.length === 0 ? null : { naam: 'Getoond', waarde: getoond.join(', ') },
            ...velden.map((veld) => ({
              naam: `Veranderd: ${veld}`,
              waarde: `${inTekst(voor?.[veld])} → ${inTekst(na?.[veld])}`,
            })),
            organisatie === null ? null : { naam: 'In dienst bij', waarde: organisatie },
            adres === null ? null : { naam: 'Netwerkadres', waarde: <code>{adres}</code> },
            { naam: 'Spoor', waarde: <code>{spoor}</code> },
          ]}
        />
      </Uitklap>
    </>
  );
}

function inTekst(waarde: unknown): string {
  if (waarde === undefined || waarde === null) return 'niets';
  return typeof waarde === 'string' ? waarde : JSON.stringify(waarde);
}
