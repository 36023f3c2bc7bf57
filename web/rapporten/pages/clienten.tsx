import type { Noemerverschil } from '#activities/rapporten/noemers.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Noemerwijziging } from '#db/queries/noemers.ts';
import {
  ALLE,
  groepnaam,
  type Noemer,
  noemerInWoorden,
  noemersleutel,
  NOEMERSOORTEN,
  NOEMERSOORTNAMEN,
  regionaam,
} from '#domain/rapport/noemers.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import type { Inleesstand } from '../../invullen/inleespagina.tsx';
import { Inleesblad } from '../../invullen/pages/inleesblad.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

const HIER = ADRESSEN.clienten();

interface ClientenProps {
  noemers: readonly Noemer[];
  wijzigingen: readonly Noemerwijziging[];
  magInlezen: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

/** How many clients there are, by day: by group, by region, and where that is written. */
export function Clienten({ noemers, wijzigingen, magInlezen, gelukt, context }: ClientenProps) {
  const dagen = [...new Set(noemers.map(({ peildatum }) => peildatum))];
  return (
    <Layout titel="Aantallen cliënten" hier={ADRESSEN.rapporten()} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Aantallen cliënten</h1>
      <p className="inleiding">
        Rapporten rekenen hiermee hoeveel signalen er zijn op elke honderd cliënten. Een rapport neemt de laatste dag in
        of voor zijn half jaar.
      </p>
      {magInlezen && (
        <p>
          <Knoplink href={ADRESSEN.clientenInlezen()}>Lees een bestand met aantallen in</Knoplink>
        </p>
      )}
      {noemers.length === 0 && <p>Er zijn nog geen aantallen. Rapporten tellen dan alleen signalen.</p>}
      {dagen.map((dag) => (
        <Dag key={dag} dag={dag} noemers={noemers.filter(({ peildatum }) => peildatum === dag)} />
      ))}
      {wijzigingen.length > 0 && (
        <Uitklap kop="Wie wat wijzigde" aantal={wijzigingen.length}>
          <Wijzigingen wijzigingen={wijzigingen} />
        </Uitklap>
      )}
    </Layout>
  );
}

function Dag({ dag, noemers }: { dag: string; noemers: readonly Noemer[] }) {
  const bronnen = [...new Set(noemers.map(({ bron }) => bron))];
  return (
    <section>
      <h2>{`Op ${voluit(dag)}`}</h2>
      {NOEMERSOORTEN.map((soort) => {
        const eigen = noemers.filter((een) => een.soort === soort);
        return (
          eigen.length > 0 && (
            <Tabel
              key={soort}
              className="cijfers"
              titel={NOEMERSOORTNAMEN[soort]}
              koppen={['Groep', 'Regio', 'Aantal']}
              rijen={eigen.toSorted(totaalHetLaatst).map((noemer) => ({
                sleutel: noemersleutel(noemer),
                cellen: [
                  groot(groepnaam(noemer.doelgroep)),
                  groot(regionaam(noemer.regio)),
                  noemer.aantal.toLocaleString('nl-NL'),
                ],
              }))}
            />
          )
        );
      })}
      <p className="zacht">{`Bron: ${bronnen.join('; ')}.`}</p>
    </section>
  );
}

/** Groups first, then regions, what is all together last. */
function totaalHetLaatst(een: Noemer, ander: Noemer): number {
  const rang = ({ doelgroep, regio }: Noemer): number => (doelgroep === ALLE ? 1 + Number(regio === ALLE) : 0);
  return rang(een) - rang(ander);
}

function Wijzigingen({ wijzigingen }: Pick<ClientenProps, 'wijzigingen'>) {
  return (
    <ol className="tijdlijn">
      {wijzigingen.map((wijziging) => (
        <li key={`${wijziging.op} ${noemersleutel(wijziging)}`}>
          <p>
            {`${noemerInWoorden(wijziging)}: ${
              wijziging.voor === null ? `${wijziging.na}` : `van ${wijziging.voor} naar ${wijziging.na}`
            }. `}
            <span className="zacht">{`${wijziging.door}, ${opSchrift(wijziging.op)}. Bron: ${wijziging.bron}`}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

const KOLOMMEN = ['soort', 'peildatum', 'doelgroep', 'regio', 'aantal', 'bron'];

/** Numbers from a file. */
export function ClientenInlezen({ stand }: { stand: Inleesstand<Noemerverschil> }) {
  return (
    <Inleesblad
      stand={stand}
      titel="Lees een bestand met aantallen in"
      hier={ADRESSEN.rapporten()}
      adres={ADRESSEN.clientenInlezen()}
      boven={{ adres: HIER, tekst: 'Aantallen cliënten' }}
      veranderd="De aantallen zijn intussen veranderd"
      uitleg="U ziet eerst wat het bestand verandert. Pas daarna leest u het in. Wat niet in het bestand staat, blijft."
      kolommen={KOLOMMEN}
      overKolommen="Elke regel daarna is één getal. Schrijf ALLE voor alle groepen of alle regio’s samen. De bron is waar het getal staat."
      inWoorden={inWoorden}
    />
  );
}

function inWoorden({ nieuw, gewijzigd, gelijk }: Noemerverschil) {
  return {
    zin: `Dit bestand voegt ${getallen(nieuw.length)} toe en wijzigt ${getallen(gewijzigd.length)}.`,
    verandertIets: nieuw.length + gewijzigd.length > 0,
    meer: (
      <>
        {nieuw.length > 0 && (
          <Tabel
            titel="Nieuw"
            koppen={['Wat', 'Aantal', 'Bron']}
            rijen={nieuw.map((noemer) => ({
              sleutel: noemersleutel(noemer),
              cellen: [noemerInWoorden(noemer), noemer.aantal.toLocaleString('nl-NL'), noemer.bron],
            }))}
          />
        )}
        {gewijzigd.length > 0 && (
          <Tabel
            titel="Gewijzigd"
            koppen={['Wat', 'Van', 'Naar']}
            rijen={gewijzigd.map(({ voor, ...noemer }) => ({
              sleutel: noemersleutel(noemer),
              cellen: [noemerInWoorden(noemer), `${voor.aantal} (${voor.bron})`, `${noemer.aantal} (${noemer.bron})`],
            }))}
          />
        )}
        {gelijk > 0 && <p>{`Wat hetzelfde blijft: ${getallen(gelijk)}.`}</p>}
      </>
    ),
  };
}

function getallen(aantal: number): string {
  if (aantal === 0) return 'niets';
  return aantal === 1 ? 'één getal' : `${aantal} getallen`;
}

function groot(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
