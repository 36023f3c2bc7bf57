import { randomUUID } from 'node:crypto';

import { Fragment } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Beleidsversie } from '#db/queries/termijnbeleid.ts';
import type { Beleidsinhoud, Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Foutoverzicht, Veld, type Veldmelding } from '../../components/formulier.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Invoervak } from '../../components/invoervak.tsx';
import { Knop } from '../../components/knop.tsx';
import { Melding } from '../../components/melding.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Veldgroep } from '../../components/veldgroep.tsx';
import { opSchrift } from '../../datums.ts';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { beleidsverschillen, type Getalveld, LOSSE_GETALLEN, STAPRIJEN, UITLEG } from '../beleidsvelden.ts';
import { Uitslag, type UitslagProps } from './uitslag.tsx';

export interface TermijnenbladProps {
  /** The newest first. */
  versies: readonly Beleidsversie[];
  geldend: number;
  getypt: Gepost;
  fouten: readonly Veldmelding[];
  /** Why it was not played or kept. */
  waarom: string | null;
  /** The one that runs already. */
  lopend?: string | undefined;
  /** What was played with what is filled in. */
  uitslag: (Omit<UitslagProps, 'verschillen'> & { beleid: Beleidsinhoud }) | null;
  magBewaren: boolean;
  /** Who decides what is erased finds the way from here. */
  magWissen: boolean;
  nietVerstuurd: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

const TITEL = 'Termijnen';

/** How long everything may take, with what other numbers would have done beside it. */
export function Termijnenblad(props: TermijnenbladProps) {
  const { versies, geldend, getypt, fouten, waarom, lopend, uitslag, magBewaren, nietVerstuurd, gelukt, context } =
    props;
  const mis = fouten.length > 0 || waarom !== null;
  return (
    <Layout titel={mis ? `Fout: ${TITEL}` : TITEL} hier={ADRESSEN.beheerTermijnen()} context={context}>
      <Gelukt zin={gelukt} />
      {nietVerstuurd && <NogNiets />}
      <Foutoverzicht fouten={fouten} />
      {waarom !== null && (
        <Melding soort="fout" kop="Dit kan nu niet">
          <p>{waarom}</p>
          {lopend !== undefined && (
            <p>
              <a href={ADRESSEN.narekening({ narekening: lopend })}>Kijk hoe ver die is</a>
            </p>
          )}
        </Melding>
      )}
      <Kop magWissen={props.magWissen} />
      <form method="post" action={ADRESSEN.beheerTermijnen()} noValidate>
        <input type="hidden" name="sleutel" value={randomUUID()} />
        <Uitleg />
        {STAPRIJEN.map(({ sleutel, naam, velden }) => (
          <Veldgroep label={naam} vorm="groep getallen" key={sleutel}>
            {velden.map((veld) => (
              <Getal key={veld.naam} veld={veld} getypt={getypt} fouten={fouten} />
            ))}
          </Veldgroep>
        ))}
        <Veldgroep label="Overig" vorm="groep getallen ruim">
          {LOSSE_GETALLEN.map((veld) => (
            <Getal key={veld.naam} veld={veld} getypt={getypt} fouten={fouten} />
          ))}
        </Veldgroep>
        <Veldgroep label="Over welke dagen rekenen wij het na?" vorm="groep getallen ruim">
          <Dag naam="vanDatum" label="Van" getypt={getypt} fouten={fouten} />
          <Dag naam="totEnMetDatum" label="Tot en met" getypt={getypt} fouten={fouten} />
        </Veldgroep>
        <p className="knoppen">
          <Knop name="stap" value="reken">
            Reken na wat dit had gedaan
          </Knop>
        </p>
        {uitslag !== null && <Uitslag {...uitslag} verschillen={verschillenVan(uitslag, versies)} />}
        {uitslag !== null && magBewaren && <Bewaren uitslag={uitslag} getypt={getypt} fouten={fouten} />}
      </form>
      <Versies versies={versies} geldend={geldend} />
    </Layout>
  );
}

/** Compared with the version that was the newest when it was played, as its numbers are. */
function verschillenVan(
  { beleid, simulatie }: NonNullable<TermijnenbladProps['uitslag']>,
  versies: TermijnenbladProps['versies'],
): string[] {
  const vergeleken = versies.find(({ beleid: { versie } }) => versie === simulatie.vergelekenMetVersie);
  return vergeleken === undefined ? [] : beleidsverschillen(vergeleken.beleid, beleid);
}

/** How long something may take is something else than how long it is kept. */
function Kop({ magWissen }: Pick<TermijnenbladProps, 'magWissen'>) {
  return (
    <>
      <h1>{TITEL}</h1>
      <p className="inleiding">
        Hoe lang alles mag duren, in werkdagen. Verander een getal en reken na wat het vroeger had gedaan. Er verandert
        niets tot u bewaart. Wat al loopt, houdt zijn eigen termijn.
      </p>
      {magWissen && (
        <p>
          <a href={ADRESSEN.wissen()}>Hoelang wij iets bewaren, en wat gewist kan worden</a>
        </p>
      )}
    </>
  );
}

/** Said once, before the numbers; every field that it is about refers to it. */
function Uitleg() {
  return (
    <dl className="feiten">
      {UITLEG.map(({ woord, zin }) => (
        <Fragment key={woord}>
          <dt>{woord}</dt>
          <dd id={uitlegId(woord)}>{zin}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function uitlegId(woord: string): string {
  return `uitleg-${woord.toLowerCase()}`;
}

interface Invoerprops {
  getypt: Gepost;
  fouten: readonly Veldmelding[];
}

function Getal({ veld: { naam, kop }, getypt, fouten }: Invoerprops & { veld: Getalveld }) {
  const uitleg = UITLEG.find(({ bij }) => bij.test(naam));
  return (
    <Veld naam={naam} label={kop} fouten={fouten}>
      {({ 'aria-describedby': beschreven, ...eigen }) => (
        <Invoervak
          {...eigen}
          aria-describedby={
            [beschreven, uitleg && uitlegId(uitleg.woord)].filter((id) => id !== undefined).join(' ') || undefined
          }
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={getypt[naam]?.join(', ')}
        />
      )}
    </Veld>
  );
}

/** Keeps what was played, under its fingerprint. */
function Bewaren({
  uitslag: { simulatie, narekening },
  ...invoer
}: Invoerprops & { uitslag: NonNullable<TermijnenbladProps['uitslag']> }) {
  return (
    <section aria-labelledby="bewaren">
      <h2 id="bewaren">Bewaar deze termijnen</h2>
      <input type="hidden" name="vingerafdruk" value={simulatie.vingerafdruk} />
      <input type="hidden" name="narekening" value={narekening} />
      <Dag naam="geldigVanafDatum" label="Vanaf welke dag geldt dit?" {...invoer} />
      <Knop name="stap" value="bewaar">
        Bewaar deze termijnen
      </Knop>
    </section>
  );
}

function Dag({ naam, label, getypt, fouten }: Invoerprops & { naam: string; label: string }) {
  return (
    <Veld naam={naam} label={label} fouten={fouten}>
      {(eigen) => <Invoervak {...eigen} kort type="date" defaultValue={getypt[naam]?.[0]} />}
    </Veld>
  );
}

function Versies({ versies, geldend }: Pick<TermijnenbladProps, 'versies' | 'geldend'>) {
  return (
    <Uitklap kop="Vroegere en komende termijnen" aantal={versies.length}>
      <Tabel
        koppen={['Versie', 'Geldt vanaf', 'Wat veranderde', 'Wie bewaarde dit']}
        rijen={versies.map(({ beleid, beleid: { versie, geldigVanaf }, door, op }, i) => ({
          sleutel: String(versie),
          cellen: [
            `Versie ${versie}, ${versie > geldend ? 'geldt nog niet' : versie === geldend ? 'geldt nu' : 'gold eerder'}`,
            voluit(geldigVanaf),
            <Veranderd beleid={beleid} eerder={versies[i + 1]?.beleid} />,
            door === null || op === null ? 'Bij de start van Signaalpunt' : `${door.naam}, ${opSchrift(op)}`,
          ],
        }))}
      />
    </Uitklap>
  );
}

/** What a version changed of the one before it. */
function Veranderd({ beleid, eerder }: { beleid: Termijnbeleid; eerder: Termijnbeleid | undefined }) {
  if (eerder === undefined) return 'Hiermee begon het';
  const verschillen = beleidsverschillen(eerder, beleid);
  if (verschillen.length === 0) return 'Geen getal';
  return (
    <ul>
      {verschillen.map((verschil) => (
        <li key={verschil}>{verschil}</li>
      ))}
    </ul>
  );
}
