import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import { AFGEHANDELD, type Cijfers as Cijferschema, OPGELOST, TE_WEINIG } from '#contract/cijfers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES, REGIOS } from '#domain/beleid/regios.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

type Cijferweergave = z.infer<typeof Cijferschema>;

interface CijfersProps {
  cijfers: Cijferweergave;
  /** The one region that was asked for. */
  regio: Regio | null;
  /** The regions of this person; null for all. */
  keuze: readonly Regio[] | null;
  context: PageContext;
}

/** How it stands: each number leads to the signalen that it counts. */
export function Cijfers({ cijfers, regio, keuze, context }: CijfersProps) {
  const { vanafDatum, totEnMetDatum } = cijfers;
  const gekozen = regio === null ? keuze : [regio];
  const titel =
    gekozen === null ? 'Cijfers van heel Nederland' : `Cijfers van regio ${gekozen.map(naamVan).join(' en ')}`;
  const naar = (vragen: Readonly<Record<string, string | readonly string[]>>): string =>
    adresMet({ ...vragen, ...(gekozen !== null && { regio: gekozen }) });
  return (
    <Layout titel={titel} hier={ADRESSEN.cijfers()} context={context}>
      <h1>{titel}</h1>
      <p className="inleiding">
        {`Van ${voluit(vanafDatum)} tot en met ${voluit(totEnMetDatum)}. Elk getal is een link naar de signalen die zijn geteld. `}
        Signalen die gaan over een organisatie waar u werkt, tellen voor u niet mee.
      </p>
      <Regiokeuze keuze={keuze} regio={regio} />
      <Instroom cijfers={cijfers} naar={naar} />
      <Open cijfers={cijfers} naar={naar} />
      <TeLaat cijfers={cijfers} naar={naar} />
      <Afgehandeld cijfers={cijfers} naar={naar} />
    </Layout>
  );
}

type Deel = { cijfers: Cijferweergave; naar: (vragen: Readonly<Record<string, string | readonly string[]>>) => string };

function Regiokeuze({ keuze, regio }: Pick<CijfersProps, 'keuze' | 'regio'>) {
  const regios = keuze ?? REGIOCODES;
  if (regios.length < 2) return null;
  return (
    <nav aria-label="Regio" className="niet-printen">
      <ul>
        <li>
          <a href={ADRESSEN.cijfers()} aria-current={regio === null ? 'true' : undefined}>
            Alles samen
          </a>
        </li>
        {regios.map((code) => (
          <li key={code}>
            <a href={`${ADRESSEN.cijfers()}?regio=${code}`} aria-current={code === regio ? 'true' : undefined}>
              {`Regio ${naamVan(code)}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Instroom({ cijfers: { instroom }, naar }: Deel) {
  const totaal = som(instroom);
  const hoogste = instroom.reduce((een, ander) => (ander.aantal > een.aantal ? ander : een));
  return (
    <section>
      <h2>Wat er binnenkwam</h2>
      <p>
        {totaal === 0
          ? 'In deze twaalf maanden is niets ingediend.'
          : `Er zijn ${getal(totaal)} signalen ingediend. De meeste kwamen in ${maandVan(hoogste.vanafDatum)}: ${getal(hoogste.aantal)}.`}
      </p>
      <Tabel
        koppen={['Maand', 'Ingediend', 'Vergeleken']}
        rijen={instroom.map(({ vanafDatum, totEnMetDatum, aantal }) => ({
          sleutel: vanafDatum,
          cellen: [
            maandVan(vanafDatum),
            <Getal key="aantal" aantal={aantal} adres={naar(ingediend(vanafDatum, totEnMetDatum))} />,
            <Staaf key="staaf" deel={aantal} van={hoogste.aantal} />,
          ],
        }))}
      />
    </section>
  );
}

function Open({ cijfers: { open }, naar }: Deel) {
  const totaal = som(open);
  const oud = open[0]?.aantal ?? 0;
  const hoogste = Math.max(...open.map(({ aantal }) => aantal));
  return (
    <section>
      <h2>Wat nu open is</h2>
      <p>
        {totaal === 0
          ? 'Er staat niets open.'
          : `Er staan ${getal(totaal)} signalen open. Daarvan ${oud === 1 ? 'is er 1' : `zijn er ${getal(oud)}`} langer dan een half jaar geleden ingediend.`}
      </p>
      <Tabel
        koppen={['Ingediend', 'Open', 'Vergeleken']}
        rijen={open.map(({ vanafDatum, totEnMetDatum, aantal }) => ({
          sleutel: totEnMetDatum,
          cellen: [
            vanafDatum === null
              ? `${voluit(totEnMetDatum)} of eerder`
              : `${voluit(vanafDatum)} tot en met ${voluit(totEnMetDatum)}`,
            <Getal
              key="aantal"
              aantal={aantal}
              adres={naar({ open: 'ja', ...ingediend(vanafDatum, totEnMetDatum) })}
            />,
            <Staaf key="staaf" deel={aantal} van={hoogste} />,
          ],
        }))}
      />
    </section>
  );
}

function TeLaat({ cijfers: { teLaat }, naar }: Deel) {
  const totaal = teLaat.reduce((tot, een) => tot + een.teLaat, 0);
  return (
    <section>
      <h2>Wat te laat is</h2>
      <p>{totaal === 0 ? 'Niets is te laat.' : `Bij ${getal(totaal)} signalen is een termijn voorbij.`}</p>
      <Tabel
        koppen={['Niveau', 'Open', 'Te laat', 'Vergeleken']}
        rijen={teLaat.map(({ niveau, open, teLaat: laat }) => ({
          sleutel: niveau,
          cellen: [
            labelVan('niveau', niveau),
            <Getal key="open" aantal={open} adres={naar({ open: 'ja', niveau })} />,
            <Getal key="laat" aantal={laat} adres={naar({ niveau, teLaat: 'ja' })} />,
            <Staaf key="staaf" deel={laat} van={open} />,
          ],
        }))}
      />
    </section>
  );
}

function Afgehandeld({ cijfers: { afgehandeld, vanafDatum, totEnMetDatum }, naar }: Deel) {
  const totaal = som(afgehandeld);
  const lokaal = afgehandeld[0]?.aantal ?? 0;
  const wanneer = ingediend(vanafDatum, totEnMetDatum);
  return (
    <section>
      <h2>Wat klaar is</h2>
      <p>
        {totaal === 0
          ? 'Van wat in deze periode is ingediend, is nog niets klaar.'
          : `Van wat in deze periode is ingediend, zijn ${getal(totaal)} signalen klaar. ${getal(lokaal)} daarvan lokaal.`}
      </p>
      <Tabel
        koppen={['Niveau', 'Klaar', 'Opgelost, ook voor een deel', 'De helft was klaar binnen']}
        rijen={afgehandeld.map(({ niveau, aantal, opgelost, dagen }) => ({
          sleutel: niveau,
          cellen: [
            labelVan('niveau', niveau),
            <Getal key="aantal" aantal={aantal} adres={naar({ niveau, uitkomst: AFGEHANDELD, ...wanneer })} />,
            opgelost === null ? (
              TE_KLEIN
            ) : (
              <>
                <Getal aantal={opgelost} adres={naar({ niveau, uitkomst: OPGELOST, ...wanneer })} />
                {` (${Math.round((100 * opgelost) / aantal)} %)`}
              </>
            ),
            dagen === null ? TE_KLEIN : `${getal(Math.round(dagen))} dagen`,
          ],
        }))}
      />
    </section>
  );
}

const TE_KLEIN = <span className="zacht">{`Minder dan ${TE_WEINIG}: te weinig om iets over te zeggen`}</span>;

function Getal({ aantal, adres }: { aantal: number; adres: string }) {
  return aantal === 0 ? '0' : <a href={adres}>{getal(aantal)}</a>;
}

/** For the eye alone: the number stands beside it. */
function Staaf({ deel, van }: { deel: number; van: number }) {
  return (
    <svg aria-hidden="true" width="120" height="12" viewBox="0 0 120 12">
      <rect width={van === 0 ? 0 : (120 * deel) / van} height="12" fill="currentColor" />
    </svg>
  );
}

function ingediend(vanaf: string | null, totEnMet: string): Record<string, string> {
  return { ...(vanaf !== null && { ingediendVanafDatum: vanaf }), ingediendTotEnMetDatum: totEnMet };
}

function adresMet(vragen: Readonly<Record<string, string | readonly string[]>>): string {
  const paren = Object.entries(vragen).flatMap(([naam, waarde]) =>
    [waarde].flat().map((een) => [naam, een] as [string, string]),
  );
  return `${ADRESSEN.signalen()}?${new URLSearchParams(paren).toString()}`;
}

function som(reeks: readonly { aantal: number }[]): number {
  return reeks.reduce((tot, { aantal }) => tot + aantal, 0);
}

function getal(n: number): string {
  return n.toLocaleString('nl-NL');
}

const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function maandVan(datum: string): string {
  return MAAND.format(new Date(`${datum}T00:00:00Z`));
}

function naamVan(code: Regio): string {
  return REGIOS.find((regio) => regio.code === code)?.label ?? code;
}
