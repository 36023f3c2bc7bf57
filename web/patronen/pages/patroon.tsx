import { ADRESSEN } from '#contract/adressen.ts';
import type { PatroonWeergave } from '#contract/patroon.ts';
import type { Signaalvoorstel } from '#db/queries/patronen.ts';
import { labelVan, OPEN_FASEN } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import type { Patroondaad } from '#domain/patroon/beslis.ts';
import { ORGAANNAMEN } from '#domain/patroon/zinnen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Kerncijfers } from '../../components/kerncijfers.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { NietNu } from '../../components/niet-nu.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Tijdlijn } from '../../components/tijdlijn.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { DAADWOORDEN, padVan } from '../../doen/daden.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { Signaallink } from './signaallink.tsx';

interface PatroonProps {
  patroon: PatroonWeergave;
  voorstellen: readonly Signaalvoorstel[];
  gedaan: string | undefined;
  context: PageContext;
}

/** One patroon: where it stands, what one can do, the answer, its signalen, and how it went. */
export function Patroon({ patroon, voorstellen, gedaan, context }: PatroonProps) {
  const { nummer, titel, omschrijving } = patroon;
  return (
    <Layout titel={titel} hier={ADRESSEN.patronen()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.patronen(), tekst: 'Patronen' }]} />
      <Gelukt zin={gedaan} />
      <h1>{titel}</h1>
      <p className="zacht nummer">{nummer}</p>
      <Fasen fase={patroon.fase} />
      <Stand patroon={patroon} />
      <Daden patroon={patroon} />
      <section aria-labelledby="omschrijving">
        <h2 id="omschrijving">Wat er vastloopt</h2>
        <p className="geschreven">{omschrijving}</p>
      </section>
      <Antwoord patroon={patroon} />
      <Signalen patroon={patroon} voorstellen={voorstellen} />
      <section aria-labelledby="verloop">
        <h2 id="verloop">Hoe het liep</h2>
        <Tijdlijn punten={patroon.gebeurtenissen.toReversed().map(tijdpunt)} />
      </section>
    </Layout>
  );
}

function tijdpunt({ volgnummer, zin, op, teksten }: PatroonWeergave['gebeurtenissen'][number]) {
  const geschreven = Object.values(teksten);
  const tekst = geschreven.length === 0 ? {} : { tekst: geschreven.map((stuk) => <p key={stuk}>{stuk}</p>) };
  return { sleutel: volgnummer, zin, op: opSchrift(op), ...tekst };
}

/** How far it is, in words and in form. */
function Fasen({ fase }: Pick<PatroonWeergave, 'fase'>) {
  const open: readonly string[] = OPEN_FASEN;
  const treden = open.includes(fase) ? OPEN_FASEN : [...OPEN_FASEN, fase];
  return (
    <ol className="ladder trap" aria-label="Hoe ver het is">
      {treden.map((trede) => (
        <li key={trede} aria-current={trede === fase ? 'step' : undefined}>
          <p>
            <strong>{labelVan('fase', trede)}</strong>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Stand({ patroon: { eigenaar, organisatie, systeemreden, termijnen } }: Pick<PatroonProps, 'patroon'>) {
  return (
    <Feiten
      feiten={[
        { naam: 'Eigenaar', waarde: <Persoonsnaam persoon={eigenaar} /> },
        ...termijnen.map(({ orgaan, laatsteDag }) => ({
          naam: orgaan === null ? 'Deze fase loopt' : `Reactie van ${ORGAANNAMEN[orgaan]}`,
          waarde: `tot en met ${voluit(laatsteDag)}`,
        })),
        organisatie === null ? null : { naam: 'Gaat over', waarde: organisatie.naam },
        systeemreden === null ? null : { naam: 'Niet op te lossen', waarde: labelVan('systeemreden', systeemreden) },
      ]}
    />
  );
}

/** What one mostly comes for, the likeliest first: the first that is allowed is a button. */
const VOOR_DE_HAND: readonly Patroondaad[] = ['antwoordStoppen', 'antwoordVersturen', 'agenderen', 'faseWijzigen'];

function Daden({ patroon: { nummer, handelingen } }: Pick<PatroonProps, 'patroon'>) {
  const mag = handelingen.filter((een) => een.mag).map(({ handeling }) => handeling);
  const nietNu = handelingen.filter(({ code }) => code !== null && code !== 'niet_bevoegd');
  const eerst = VOOR_DE_HAND.find((daad) => mag.includes(daad));
  const adres = (daad: Patroondaad): string => ADRESSEN.patroondaad({ patroon: nummer, daad: padVan(daad) });
  if (mag.length === 0) return null;
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">Wat u kunt doen</h2>
      {eerst !== undefined && (
        <p>
          <Knoplink href={adres(eerst)}>{DAADWOORDEN[eerst].titel}</Knoplink>
        </p>
      )}
      <ul className="daden">
        {mag
          .filter((daad) => daad !== eerst)
          .map((daad) => (
            <li key={daad}>
              <a href={adres(daad)}>{DAADWOORDEN[daad].titel}</a>
            </li>
          ))}
      </ul>
      <NietNu
        daden={nietNu.map(({ handeling, reden }) => ({
          titel: DAADWOORDEN[handeling].titel,
          sleutel: reden ?? '',
          waarom: reden,
        }))}
      />
    </section>
  );
}

const WAAR_HET_IS: Readonly<Record<NonNullable<PatroonWeergave['antwoord']>['status'], string>> = {
  concept: 'Dit is een concept. Er is nog niets verstuurd.',
  onderweg: 'Het antwoord gaat nu naar de melders. U kunt het nog stoppen.',
  gestopt: 'Het versturen is gestopt. Wie het al had, houdt het. Verbeter het antwoord en stuur het opnieuw.',
  verstuurd: 'Dit antwoord staat bij elk signaal. De melder krijgt er een mail over, in werktijd.',
};

function Antwoord({ patroon: { nummer, antwoord, opbrengst, signalen } }: Pick<PatroonProps, 'patroon'>) {
  return (
    <section aria-labelledby="antwoord">
      <h2 id="antwoord">Antwoord aan de melders</h2>
      {antwoord === null ? (
        <p>Er is nog geen antwoord. Eén antwoord gaat naar alle melders, passend bij hun eigen signaal.</p>
      ) : (
        <>
          <p>{WAAR_HET_IS[antwoord.status]}</p>
          <blockquote className="geschreven">{antwoord.tekst}</blockquote>
          <p>
            <a href={ADRESSEN.patroonantwoorden({ patroon: nummer })}>Bekijk wat elke melder leest</a>
          </p>
          {(antwoord.status !== 'concept' || antwoord.versie > 1) && (
            <Kerncijfers
              cijfers={[
                { naam: 'Signalen met het antwoord', waarde: `${antwoord.gekregen} van ${signalen.length}` },
                {
                  naam: 'Zeggen dat het helpt',
                  waarde:
                    opbrengst.geantwoord === 0 ? 'nog niemand' : `${opbrengst.geholpen} van ${opbrengst.geantwoord}`,
                  uitleg: 'van wie vertelde hoe het nu gaat',
                },
                { naam: 'Weer open', waarde: String(opbrengst.heropend), uitleg: 'signalen, na dit antwoord' },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}

function Signalen({ patroon: { nummer, signalen }, voorstellen }: Pick<PatroonProps, 'patroon' | 'voorstellen'>) {
  return (
    <section aria-labelledby="signalen">
      <h2 id="signalen">{`Signalen (${signalen.length})`}</h2>
      {signalen.length === 0 ? (
        <p>Er horen nog geen signalen bij. Open een signaal en kies “Voeg toe aan een patroon”.</p>
      ) : (
        <Tabel
          koppen={['Signaal', 'Regio', 'Hoe het staat', 'Antwoord']}
          rijen={signalen.map((signaal) => ({
            sleutel: signaal.nummer,
            cellen: [
              <Signaallink {...signaal} />,
              REGIOS.find(({ code }) => code === signaal.regio)?.label ?? 'Niet bekend',
              signaal.uitkomst === null ? labelVan('status', signaal.status) : labelVan('uitkomst', signaal.uitkomst),
              antwoordstand(signaal),
            ],
          }))}
        />
      )}
      {voorstellen.length > 0 && (
        <Uitklap kop={`Deze signalen lijken erop (${voorstellen.length})`}>
          <ul className="daden">
            {voorstellen.map((signaal) => (
              <li key={signaal.nummer}>
                <Signaallink nummer={signaal.nummer} onderwerp={signaal.onderwerp} />
                {` ${signaal.reden}. `}
                <a
                  href={`${ADRESSEN.signaaldaad({ nummer: signaal.nummer, daad: padVan('bijPatroonVoegen') })}?${new URLSearchParams({ patroon: nummer }).toString()}`}
                >
                  Voeg toe<span className="voorgelezen">{` signaal ${signaal.nummer}`}</span>
                </a>
              </li>
            ))}
          </ul>
        </Uitklap>
      )}
    </section>
  );
}

function antwoordstand({ antwoord, heropend }: PatroonWeergave['signalen'][number]): string {
  if (antwoord === null) return 'Nog niet';
  return heropend > 0 ? 'Staat erbij, daarna weer open' : 'Staat erbij';
}

/** The same words for a patroon that does not exist and for one that this person may not see. */
export function GeenPatroon({ context }: { context: PageContext }) {
  return (
    <Layout titel="Dit patroon is er niet" hier="" context={context}>
      <h1>Dit patroon is er niet</h1>
      <p className="inleiding">Dit patroon bestaat niet, of u mag het niet zien. Controleer het nummer.</p>
      <p>
        <a href={ADRESSEN.patronen()}>Naar de patronen</a>
      </p>
    </Layout>
  );
}
