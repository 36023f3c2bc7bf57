import { randomUUID } from 'node:crypto';

import type { Groep } from '#activities/post/brief.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import type { Teruggenomen } from '#db/queries/rapporten.ts';
import type { Waarneming } from '#db/queries/waarnemingen.ts';
import type { Werklast } from '#db/queries/werklast.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Knop } from '../../components/knop.tsx';
import { Nieuws } from '../../components/nieuws.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Tweede } from '../../components/tweede.tsx';
import { padVan } from '../../doen/daden.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { Statusmerkje } from '../../signalen/status.tsx';
import { adresMet } from '../lijstvraag.ts';
import type { GelezenDeel } from '../vandaag.ts';
import { Beurt, Nummer, Termijn, Waarover } from './regels.tsx';
import { UitTeHalen } from './uit-te-halen.tsx';

interface VandaagProps {
  vandaag: Datum;
  delen: readonly GelezenDeel[];
  /** What waits for a second person. */
  tweede: Groep;
  /** Final reports with a story that a family took back. */
  uitTeHalen: readonly Teruggenomen[];
  /** What the digest of today says. */
  overzicht: readonly Groep[];
  /** Who has how many in hand; null for who gives nothing to anybody. */
  team: readonly Werklast[] | null;
  /** null for who does not see them. */
  waarnemers: readonly Waarneming[] | null;
  context: PageContext;
}

/** The page to begin the day with: what waits, for whom, and who is away. */
export function Vandaag({ vandaag, delen, tweede, uitTeHalen, overzicht, team, waarnemers, context }: VandaagProps) {
  return (
    <Layout titel="Vandaag" hier={ADRESSEN.vandaag()} context={context}>
      <h1>Vandaag</h1>
      <p className="inleiding">{`Het is ${voluit(vandaag)}. Wat het eerst afloopt, staat steeds bovenaan.`}</p>
      <Nieuws
        live={{ adres: ADRESSEN.nieuwsVandaag(), toon: ADRESSEN.vandaag() }}
        kenmerken={delen.flatMap(({ regels }) => regels.map(({ kenmerk }) => kenmerk))}
      />
      <Inhoudsopgave delen={delen} />
      <Tweede groep={tweede} />
      <UitTeHalen rapporten={uitTeHalen} />
      {delen.some(({ regels }) => regels.some(({ leesbaar }) => !leesbaar)) && (
        <p className="smal">
          Staat er geen onderwerp bij, dan leest u alleen deze regel. Krijgt u bericht over een signaal, dan kunt u het
          ook lezen.
        </p>
      )}
      {delen.map((deel) => (
        <Deel key={deel.id} deel={deel} />
      ))}
      <Overzicht groepen={overzicht} />
      {team !== null && <Team team={team} waarnemers={waarnemers ?? []} />}
      {waarnemers !== null && <Afwezig waarnemers={waarnemers} />}
    </Layout>
  );
}

/** How much waits below, so that nobody scrolls to find out. */
function Inhoudsopgave({ delen }: { delen: readonly GelezenDeel[] }) {
  const gevuld = delen.filter(({ regels }) => regels.length > 0);
  if (gevuld.length < 2) return null;
  return (
    <nav className="filters" aria-label="Op deze pagina">
      <ul>
        {gevuld.map(({ id, kop, regels, meer }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {kop}
              <span className="telling"> {meer ? `meer dan ${regels.length}` : regels.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Deel({ deel: { id, kop, leeg, gekozen, doen, alles, regels, meer } }: { deel: GelezenDeel }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{kop}</h2>
      {regels.length === 0 ? (
        <p>{leeg}</p>
      ) : (
        <>
          <Tabel
            className="werklijst"
            koppen={['Signaal', 'Waar het over gaat', 'Aan zet', 'Tot en met', doen === undefined ? 'Status' : 'Doen']}
            rijen={regels.map((regel) => ({
              sleutel: regel.id,
              cellen: [
                <Nummer regel={regel} />,
                <Waarover regel={regel} metUrgentie={doen !== undefined} />,
                <Beurt regel={regel} />,
                <Termijn regel={regel} />,
                doen === undefined ? <Statusmerkje {...regel} /> : <Doe doen={doen} regel={regel} />,
              ],
            }))}
          />
          {gekozen === null ? (
            meer && <p>{`Dit zijn de eerste ${regels.length}. Doe deze, dan staan hier de volgende.`}</p>
          ) : (
            <p>
              <a href={adresMet(ADRESSEN.signalen(), gekozen)}>
                {alles ??
                  `${meer ? `Dit zijn de eerste ${regels.length}. Toon alle` : 'Toon in de hele lijst'}: ${kop.toLowerCase()}`}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Takes it up on the spot, or gives it to somebody: in the same form as the page of that act, which tells who was faster. */
function Doe({ doen, regel: { nummer, gezien } }: { regel: Werkregel } & Required<Pick<GelezenDeel, 'doen'>>) {
  if (gezien === null) return null;
  if (doen === 'toewijzen') return <WijsToe nummer={nummer} />;
  return (
    <form method="post" action={ADRESSEN.signaaldaad({ nummer, daad: padVan('oppakken') })} className="ter-plekke">
      <input type="hidden" name="sleutel" value={randomUUID()} />
      <input type="hidden" name="versie" value={gezien.inhoudsversie} />
      <input type="hidden" name="gezien" value={gezien.volgnummer} />
      <Knop soort="tweede" klein name="stap" value="doe" aria-label={`Pak op: ${nummer}`}>
        Pak op
      </Knop>
      <WijsToe nummer={nummer} />
    </form>
  );
}

function WijsToe({ nummer }: { nummer: string }) {
  return (
    <a
      href={ADRESSEN.signaaldaad({ nummer, daad: padVan('toewijzen') })}
      aria-label={`Wijs toe aan een ander: ${nummer}`}
    >
      Wijs toe
    </a>
  );
}

/** What the mail of today says, in its own words. */
function Overzicht({ groepen }: { groepen: readonly Groep[] }) {
  return (
    <section aria-labelledby="overzicht">
      <h2 id="overzicht">Uw overzicht van vandaag</h2>
      {groepen.length === 0 ? (
        <p>Vandaag is er geen overzicht voor u. Loopt er een termijn af, dan mailen wij dat en staat het hier ook.</p>
      ) : (
        groepen.map(({ kop, regels }) => (
          <div key={kop}>
            <h3>{kop}</h3>
            <ul>
              {regels.map(({ nummer, teksten, termijn }) => (
                <li key={nummer}>
                  <a href={ADRESSEN.signaal({ nummer })}>{nummer}</a>
                  {`: ${[...teksten, ...(termijn === null ? [] : [termijn])].join(' ')}`}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  );
}

/** To whom something can be given: who has how much already, and who is away. */
function Team({ team, waarnemers }: { team: readonly Werklast[]; waarnemers: readonly Waarneming[] }) {
  return (
    <section aria-labelledby="team">
      <h2 id="team">Wie hoeveel signalen behandelt</h2>
      {team.length === 0 ? (
        <p>Niemand behandelt nu een signaal dat u ziet. Hier staat straks wie er hoeveel heeft.</p>
      ) : (
        <Tabel
          koppen={['Behandelaar', 'Open signalen', 'Aanwezig']}
          rijen={team.map(({ persoon, open }) => ({
            sleutel: persoon.id,
            cellen: [
              <Persoonsnaam persoon={persoon} />,
              <a href={adresMet(ADRESSEN.signalen(), { behandelaar: [persoon.id] })}>{open}</a>,
              aanwezigheid(waarnemers.find(({ afwezige }) => afwezige.id === persoon.id)),
            ],
          }))}
        />
      )}
    </section>
  );
}

function aanwezigheid(waarneming: Waarneming | undefined): string {
  return waarneming === undefined ? 'Ja' : `Niet tot en met ${voluit(waarneming.tot)}`;
}

function Afwezig({ waarnemers }: { waarnemers: readonly Waarneming[] }) {
  return (
    <section aria-labelledby="afwezig">
      <h2 id="afwezig">Wie er niet is, en wie waarneemt</h2>
      {waarnemers.length === 0 ? (
        <p>Vandaag neemt niemand voor een ander waar. Is iemand er niet, dan staat hier wie u kunt bellen.</p>
      ) : (
        <ul>
          {waarnemers.map(({ id, afwezige, waarnemer, tot }) => (
            <li key={id}>
              {`${afwezige.naam} is er niet tot en met ${voluit(tot)}. Bel `}
              <Persoonsnaam persoon={waarnemer} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
