import { randomUUID } from 'node:crypto';

import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { SimulatieSchema } from '#contract/simulatie.ts';
import type { Beleidsversie } from '#db/queries/termijnbeleid.ts';
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
import { type Getalveld, LOSSE_GETALLEN, STAPRIJEN } from '../beleidsvelden.ts';

type Simulatie = z.input<typeof SimulatieSchema>;

export interface TermijnenbladProps {
  /** The newest first. */
  versies: readonly Beleidsversie[];
  geldend: number;
  getypt: Gepost;
  fouten: readonly Veldmelding[];
  /** Why it was not played or kept. */
  waarom: string | null;
  /** What was played with what is filled in. */
  simulatie: Simulatie | null;
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
  const { versies, geldend, getypt, fouten, waarom, simulatie, magBewaren, nietVerstuurd, gelukt, context } = props;
  const mis = fouten.length > 0 || waarom !== null;
  return (
    <Layout titel={mis ? `Fout: ${TITEL}` : TITEL} hier={ADRESSEN.beheerTermijnen()} context={context}>
      <Gelukt zin={gelukt} />
      {nietVerstuurd && <NogNiets />}
      <Foutoverzicht fouten={fouten} />
      {waarom !== null && (
        <Melding soort="fout" kop="Dit kan nu niet">
          <p>{waarom}</p>
        </Melding>
      )}
      <Kop magWissen={props.magWissen} />
      <form method="post" action={`${ADRESSEN.beheerTermijnen()}#uitslag`} noValidate>
        <input type="hidden" name="sleutel" value={randomUUID()} />
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
        {simulatie !== null && <Uitslag simulatie={simulatie} />}
        {simulatie !== null && magBewaren && (
          <section aria-labelledby="bewaren">
            <h2 id="bewaren">Bewaar deze termijnen</h2>
            <input type="hidden" name="vingerafdruk" value={simulatie.vingerafdruk} />
            <Dag naam="geldigVanafDatum" label="Vanaf welke dag gelden zij?" getypt={getypt} fouten={fouten} />
            <Knop name="stap" value="bewaar">
              Bewaar deze termijnen
            </Knop>
          </section>
        )}
      </form>
      <Versies versies={versies} geldend={geldend} />
    </Layout>
  );
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

interface Invoerprops {
  getypt: Gepost;
  fouten: readonly Veldmelding[];
}

function Getal({ veld: { naam, kop }, getypt, fouten }: Invoerprops & { veld: Getalveld }) {
  return (
    <Veld naam={naam} label={kop} fouten={fouten}>
      {(eigen) => (
        <Invoervak
          {...eigen}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={getypt[naam]?.join(', ')}
        />
      )}
    </Veld>
  );
}

function Dag({ naam, label, getypt, fouten }: Invoerprops & { naam: string; label: string }) {
  return (
    <Veld naam={naam} label={label} fouten={fouten}>
      {(eigen) => <Invoervak {...eigen} kort type="date" defaultValue={getypt[naam]?.[0]} />}
    </Veld>
  );
}

type Meting = Simulatie['totaal']['toen'];

const METINGEN: readonly { naam: string; tel: (meting: Meting) => number }[] = [
  { naam: 'Ging vanzelf naar de regio', tel: ({ escalaties }) => som(escalaties.regionaal) },
  { naam: 'Ging vanzelf naar landelijk', tel: ({ escalaties }) => som(escalaties.landelijk) },
  { naam: 'Termijnen die te laat waren', tel: ({ teLaat }) => teLaat },
  { naam: 'Herinneringen', tel: ({ herinneringen }) => som(herinneringen) },
  { naam: 'Regels in het dagelijkse overzicht', tel: ({ overzichtsregels }) => som(overzichtsregels) },
];

function Uitslag({ simulatie }: { simulatie: Simulatie }) {
  const { vanDatum, totEnMetDatum, totaal, signalen, bevindingen } = simulatie;
  const vanzelf = (meting: Meting): number => som(meting.escalaties.regionaal) + som(meting.escalaties.landelijk);
  return (
    <section className="gevolg" id="uitslag" aria-labelledby="uitslag-kop" tabIndex={-1}>
      <h2 id="uitslag-kop">Wat dit had gedaan</h2>
      <p>
        {`Van ${voluit(vanDatum)} tot en met ${voluit(totEnMetDatum)} waren er ${vanzelf(totaal.kandidaat)} signalen vanzelf een niveau hoger gegaan, in plaats van ${vanzelf(totaal.toen)}.`}
      </p>
      <Tabel
        koppen={['Wat', 'Zoals het was', 'Met deze termijnen', 'Verschil']}
        rijen={METINGEN.map(({ naam, tel }) => ({
          sleutel: naam,
          cellen: [naam, tel(totaal.toen), tel(totaal.kandidaat), metTeken(tel(totaal.verschil))],
        }))}
      />
      <p>{signalen.toelichting}</p>
      {bevindingen.length > 0 && (
        <>
          <h3>Wat opvalt</h3>
          <ul>
            {bevindingen.map(({ plaats, tekst }) => (
              <li key={`${plaats} ${tekst}`}>{tekst}</li>
            ))}
          </ul>
        </>
      )}
      <p className="zacht">Er is nog niets veranderd.</p>
    </section>
  );
}

function som(aantallen: Readonly<Record<string, number>>): number {
  return Object.values(aantallen).reduce((tot, aantal) => tot + aantal, 0);
}

function metTeken(aantal: number): string {
  return aantal > 0 ? `+${aantal}` : String(aantal);
}

function Versies({ versies, geldend }: Pick<TermijnenbladProps, 'versies' | 'geldend'>) {
  return (
    <Uitklap kop="Vroegere en komende termijnen" aantal={versies.length}>
      <Tabel
        koppen={['Versie', 'Geldt vanaf', 'Wie bewaarde dit']}
        rijen={versies.map(({ beleid: { versie, geldigVanaf }, door, op }) => ({
          sleutel: String(versie),
          cellen: [
            versie === geldend ? `Versie ${versie}, geldt nu` : `Versie ${versie}`,
            voluit(geldigVanaf),
            door === null || op === null ? 'Van het begin' : `${door.naam}, ${opSchrift(op)}`,
          ],
        }))}
      />
    </Uitklap>
  );
}
