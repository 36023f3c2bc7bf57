import { verantwoording } from '#activities/rapporten/uitvoer/blad.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { type Rapportdaad, RAPPORTSTATUSNAMEN } from '#domain/rapport/loop.ts';
import { dagenVan, periodeInWoorden } from '#domain/rapport/periode.ts';
import { celInWoorden, type Rapporttabel } from '#domain/rapport/tabel.ts';
import { tabellenVan } from '#domain/rapport/tabellen.ts';
import { RAPPORTVORMEN } from '#domain/rapport/vormen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { NietNu } from '../../components/niet-nu.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { waaromNiet } from '../waarom-niet.ts';
import { type Paginadaad, PAGINADADEN } from '../woorden.ts';
import { type Nakijker, Verhalen } from './verhalen.tsx';

interface RapportProps {
  rapport: VolledigRapport;
  /** Who may do something with it; null for who only reads. */
  maker: string | null;
  /** Everybody of the landelijk team: who can look over a story. */
  team: readonly Nakijker[];
  gelukt: string | undefined;
  context: PageContext;
}

/** One report: how far it is, what one can do with it, and all of its tables, each with what it says. */
export function Rapport({ rapport, maker, team, gelukt, context }: RapportProps) {
  const { periode, versie, status, inhoud, teksten } = rapport;
  const { van, totEnMet } = dagenVan(periode);
  const titel = `Signalen in ${periodeInWoorden(periode)}`;
  const tabellen = tabellenVan(inhoud, teksten?.titels ?? {});
  return (
    <Layout titel={titel} hier={ADRESSEN.rapporten()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.rapporten(), tekst: 'Rapporten' }]} />
      <Gelukt zin={gelukt} />
      <h1>{titel}</h1>
      <p className="inleiding">{`Van ${voluit(van)} tot en met ${voluit(totEnMet)}. Versie ${versie}.`}</p>
      <Voorbehoud rapport={rapport} />
      <Loop rapport={rapport} />
      {maker !== null && <Daden rapport={rapport} maker={maker} />}
      {status === 'definitief' && <Bestanden rapport={rapportcode(rapport)} />}
      <Inhoud rapport={rapport} tabellen={tabellen} />
      {teksten?.wijziging != null && (
        <section aria-labelledby="anders">
          <h2 id="anders">Wat er anders is dan in de vorige versie</h2>
          <p className="geschreven">{teksten.wijziging}</p>
        </section>
      )}
      {teksten?.inleiding != null && (
        <section aria-labelledby="inleiding">
          <h2 id="inleiding">Inleiding</h2>
          <p className="geschreven">{teksten.inleiding}</p>
        </section>
      )}
      <Verhalen rapport={rapport} maker={maker} team={team} />
      {tabellen.map((tabel) => (
        <Deel key={tabel.naam} tabel={tabel} />
      ))}
      <section aria-labelledby="hoe">
        <h2 id="hoe">Hoe er is geteld</h2>
        {verantwoording(inhoud).map((zin) => (
          <p key={zin}>{zin}</p>
        ))}
      </section>
    </Layout>
  );
}

/** What the reader must know before anything else. */
function Voorbehoud({ rapport: { status, isLaatste, isVervangen, teksten } }: Pick<RapportProps, 'rapport'>) {
  const opmerking = teksten?.opmerking ?? null;
  return (
    <>
      {status !== 'definitief' && (
        <Melding soort="let-op">
          <p>
            {status === 'concept'
              ? 'Dit is een concept. Deel het niet: er kan nog iets veranderen.'
              : 'Dit rapport is nagekeken en nog niet vrijgegeven. Deel het nog niet.'}
          </p>
        </Melding>
      )}
      {status === 'definitief' && !isLaatste && (
        <Melding soort="let-op">
          <p>
            {isVervangen
              ? 'Van dit rapport is er een nieuwere versie.'
              : 'Er wordt aan een nieuwere versie gewerkt. Tot die is vrijgegeven, geldt deze.'}
          </p>
        </Melding>
      )}
      {teksten === null && (
        <Melding soort="let-op">
          <p>Wat mensen in dit rapport schreven, is gewist: de bewaartermijn is voorbij. De cijfers staan er nog.</p>
        </Melding>
      )}
      {opmerking !== null && (
        <Melding soort="let-op" kop="Dit moet eerst anders">
          <p className="geschreven">{opmerking}</p>
        </Melding>
      )}
    </>
  );
}

function Loop({ rapport }: Pick<RapportProps, 'rapport'>) {
  const { status, gemaaktDoor, gemaaktOp, nagekekenDoor, nagekekenOp, vrijgegevenDoor, vrijgegevenOp } = rapport;
  const wie = (persoon: { naam: string } | null, op: string | null): string | null =>
    op === null ? null : `${persoon?.naam ?? 'Signaalpunt'}, ${opSchrift(op)}`;
  const stappen = [
    ['Gemaakt', wie(gemaaktDoor, gemaaktOp)],
    ['Nagekeken', wie(nagekekenDoor, nagekekenOp)],
    ['Vrijgegeven', wie(vrijgegevenDoor, vrijgegevenOp)],
  ] as const;
  return (
    <Feiten
      feiten={[
        { naam: 'Hoe ver het is', waarde: RAPPORTSTATUSNAMEN[status] },
        ...stappen.map(([naam, waarde]) => (waarde === null ? null : { naam, waarde })),
      ]}
    />
  );
}

function Daden({ rapport, maker }: { rapport: VolledigRapport; maker: string }) {
  const daden = Object.entries(PAGINADADEN).map(([pagina, { daad, titel, adres }]) => ({
    daad,
    titel,
    adres: adres({ rapport: rapportcode(rapport) }),
    waarom: waaromNiet(pagina as Paginadaad, maker, rapport),
  }));
  const kan = daden.filter(({ waarom }) => waarom === null);
  const kanNiet = daden.filter(({ waarom, daad }) => waarom !== null && VERWACHT[rapport.status].includes(daad));
  return (
    <section aria-labelledby="doen" className="niet-printen">
      <h2 id="doen">Wat u kunt doen</h2>
      {kan.length === 0 && kanNiet.length === 0 && <p>U kunt nu niets met dit rapport doen.</p>}
      {kan.length > 0 && (
        <p className="knoppen">
          {kan.map(({ adres, titel }, i) => (
            <Knoplink key={adres} soort={i === 0 ? 'eerste' : 'tweede'} href={adres}>
              {titel}
            </Knoplink>
          ))}
        </p>
      )}
      <NietNu daden={kanNiet.map(({ titel, waarom }) => ({ titel, sleutel: waarom ?? '', waarom }))} />
    </section>
  );
}

/** What people look for in each status, also when another must do it. */
const VERWACHT: Readonly<Record<VolledigRapport['status'], readonly Rapportdaad[]>> = {
  concept: ['nakijken'],
  nagekeken: ['vrijgeven'],
  definitief: [],
};

function Bestanden({ rapport }: { rapport: string }) {
  return (
    <section aria-labelledby="bestanden" className="niet-printen">
      <h2 id="bestanden">Als bestand</h2>
      <ul>
        {Object.entries(RAPPORTVORMEN).map(([vorm, { naam }]) => (
          <li key={vorm}>
            <a href={ADRESSEN.rapportbestand({ rapport, vorm })}>{naam}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What there is on this page: a report is long. */
function Inhoud({ rapport, tabellen }: Pick<RapportProps, 'rapport'> & { tabellen: readonly Rapporttabel[] }) {
  const { teksten, vignetten } = rapport;
  const delen = [
    ...(teksten?.inleiding == null ? [] : [{ id: 'inleiding', naam: 'Inleiding' }]),
    ...(vignetten.length === 0 ? [] : [{ id: 'verhalen', naam: 'Verhalen' }]),
    ...tabellen.map(({ naam, titel }) => ({ id: naam, naam: titel })),
    { id: 'hoe', naam: 'Hoe er is geteld' },
  ];
  return (
    <nav aria-labelledby="op-deze-pagina" className="niet-printen">
      <h2 id="op-deze-pagina">Op deze pagina</h2>
      <ul>
        {delen.map(({ id, naam }) => (
          <li key={id}>
            <a href={`#${id}`}>{naam}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Deel({ tabel: { naam, titel, zin, noot, koppen, rijen } }: { tabel: Rapporttabel }) {
  return (
    <section aria-labelledby={naam}>
      <h2 id={naam}>{titel}</h2>
      <p>{zin}</p>
      {rijen.length > 0 && (
        <details className="tabelvouw">
          <summary>
            Bekijk de tabel<span className="voorgelezen">{`: ${titel}`}</span>
          </summary>
          <Tabel
            className="cijfers"
            koppen={koppen}
            rijen={rijen.map((rij) => ({
              sleutel: rij.naam,
              cellen: [rij.naam, ...rij.cellen.map((cel) => (cel === null ? AFGESCHERMD : celInWoorden(cel)))],
            }))}
          />
          {rijen.some(({ cellen }) => cellen.includes(null)) && (
            <p className="zacht">Een streepje is een afgeschermd getal.</p>
          )}
        </details>
      )}
      {noot !== undefined && <p className="zacht">{noot}</p>}
    </section>
  );
}

/** Short, so that a table with many columns stays one; read out it is the word. */
const AFGESCHERMD = (
  <>
    <span aria-hidden="true">–</span>
    <span className="voorgelezen">{celInWoorden(null)}</span>
  </>
);
