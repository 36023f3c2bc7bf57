import { ADRESSEN } from '#contract/adressen.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';
import { type Tijdvaknaam, tijdvakInWoorden } from '#domain/tijd/tijdvak.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Melding } from '../../components/melding.tsx';
import { Tabbladen } from '../../components/tabbladen.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { cijferadres, type Cijferkeuze } from '../adres.ts';
import { hoofdletter, opsomming, regionaam } from '../woorden.ts';
import { Afgehandeld, Doorlooptijd, TeLaat } from './afhandeling.tsx';
import type { Deel } from './deel.ts';
import { Effecten } from './effecten.tsx';
import { Instroom, Open, PerHonderd } from './instroom.tsx';
import { Kaart } from './kaart.tsx';
import { Ketenpartners } from './ketenpartners.tsx';
import { Melders, Redenen } from './melders.tsx';

interface CijfersProps extends Pick<Deel, 'cijfers' | 'leestAlles'> {
  gekozen: Cijferkeuze;
  /** The regions of this person; null for all. */
  keuze: readonly Regio[] | null;
  /** The years and quarters that can be chosen. */
  tijdvakken: readonly Tijdvaknaam[];
  /** What was asked and is not there, in words. */
  fouten: readonly string[];
  /** This person may take all data of a period out of the service. */
  magUitvoeren: boolean;
  context: PageContext;
}

/** How it stands: each number leads to the signalen that it counts. */
export function Cijfers(props: CijfersProps) {
  const { cijfers, leestAlles, gekozen, keuze, tijdvakken, fouten, magUitvoeren, context } = props;
  const { vanafDatum, totEnMetDatum } = cijfers;
  const gebied = gekozen.regio === null ? keuze : [gekozen.regio];
  const titel =
    gebied === null ? 'Cijfers van heel Nederland' : `Cijfers van regio ${opsomming(gebied.map(regionaam))}`;
  const deel: Deel = { cijfers, gebied, leestAlles };
  return (
    <Layout titel={fouten.length > 0 ? `Fout: ${titel}` : titel} hier={ADRESSEN.cijfers()} context={context}>
      {fouten.length > 0 && (
        <Melding soort="fout" kop="Wij weten niet welke cijfers u zoekt">
          <ul>
            {fouten.map((fout) => (
              <li key={fout}>{fout}</li>
            ))}
          </ul>
          <p>{`Hieronder staan die over ${tijdvakInWoorden(gekozen.tijdvak)}.`}</p>
        </Melding>
      )}
      <h1>{titel}</h1>
      <p className="inleiding">
        {`Over ${tijdvakInWoorden(gekozen.tijdvak)}: van ${voluit(vanafDatum)} tot en met ${voluit(totEnMetDatum)}. `}
        {leestAlles
          ? 'Elk aantal signalen is een link naar precies die signalen. '
          : 'Een aantal signalen is een link naar precies die signalen, tenzij het gaat over wat u van een signaal niet leest. '}
        Signalen die gaan over een organisatie waar u werkt, tellen voor u niet mee.
      </p>
      <Keuzes {...{ gekozen, keuze, tijdvakken }} />
      {cijfers.regios.length > 1 && <Kaart cijfers={cijfers} gekozen={gekozen} />}
      <Instroom {...deel} />
      <PerHonderd {...deel} />
      <Open {...deel} />
      <TeLaat {...deel} />
      <Afgehandeld {...deel} />
      <Doorlooptijd {...deel} />
      <Redenen {...deel} />
      <Melders {...deel} />
      <Effecten {...deel} />
      <Ketenpartners {...deel} />
      {magUitvoeren && (
        <p className="niet-printen">
          <a href={ADRESSEN.uitvoer()}>Haal alle gegevens van een jaar of kwartaal op</a>
        </p>
      )}
    </Layout>
  );
}

function Keuzes({ gekozen, keuze, tijdvakken }: Pick<CijfersProps, 'gekozen' | 'keuze' | 'tijdvakken'>) {
  const regios = keuze ?? REGIOCODES;
  const hier = cijferadres(gekozen);
  return (
    <>
      <Tabbladen
        label="Over welke tijd"
        vorm="filters"
        hier={hier}
        bladen={[null, ...tijdvakken].map((tijdvak) => ({
          adres: cijferadres({ ...gekozen, tijdvak }),
          tekst: opKnop(tijdvak),
        }))}
      />
      {regios.length > 1 && (
        <Tabbladen
          label="Welke regio"
          vorm="filters"
          hier={hier}
          bladen={[
            {
              adres: cijferadres({ ...gekozen, regio: null }),
              tekst: keuze === null ? 'Heel Nederland' : 'Alles samen',
            },
            ...regios.map((regio) => ({ adres: cijferadres({ ...gekozen, regio }), tekst: regionaam(regio) })),
          ]}
        />
      )}
    </>
  );
}

/** "Tweede kwartaal 2027". */
function opKnop(tijdvak: Tijdvaknaam | null): string {
  return hoofdletter(
    tijdvakInWoorden(tijdvak)
      .replace(/^(?:de|het) /, '')
      .replace(' van ', ' '),
  );
}
