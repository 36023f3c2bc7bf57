import { type Datum, dagnummer } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Lijngrafieken } from '../../components/lijngrafiek.tsx';
import { Staafgrafiek } from '../../components/staafgrafiek.tsx';
import { ingediend, lijstadres } from '../adres.ts';
import { getal, korteMaand, maandVan, regionaam, signalen, vorm } from '../woorden.ts';
import type { Deel } from './deel.ts';

/** What came in, by month; with more regions than one also each apart. */
export function Instroom({ cijfers: { instroom, regios }, gebied }: Deel) {
  const momenten = instroom.map(({ vanafDatum }) => korteMaand(vanafDatum));
  return (
    <section>
      <h2>Wat er binnenkwam</h2>
      <Lijngrafieken
        id="instroom"
        titel="Ingediende signalen per maand"
        zin={instroomzin(instroom)}
        momenten={momenten}
        reeksen={[
          {
            naam: 'Ingediend',
            waarden: instroom.map(({ aantal }) => aantal),
            adressen: instroom.map(({ vanafDatum, totEnMetDatum }) =>
              lijstadres(gebied, ingediend(vanafDatum, totEnMetDatum)),
            ),
          },
        ]}
      />
      {regios.length > 1 && (
        <Lijngrafieken
          id="instroom-regios"
          titel="Ingediende signalen per maand en regio"
          zin={regiozin(regios)}
          momenten={momenten}
          reeksen={regios.map(({ regio }) => ({
            naam: regionaam(regio),
            waarden: instroom.map((maand) => maand.regios.find((een) => een.regio === regio)?.aantal ?? 0),
            adressen: instroom.map(({ vanafDatum, totEnMetDatum }) =>
              lijstadres([regio], ingediend(vanafDatum, totEnMetDatum)),
            ),
          }))}
        />
      )}
    </section>
  );
}

function instroomzin(instroom: Deel['cijfers']['instroom']): string {
  const totaal = instroom.reduce((tot, { aantal }) => tot + aantal, 0);
  const hoogste = instroom.reduce((een, ander) => (ander.aantal > een.aantal ? ander : een));
  if (totaal === 0) return 'In deze dagen is niets ingediend.';
  if (totaal === hoogste.aantal)
    return `Er ${vorm(totaal, 'is', 'zijn')} ${signalen(totaal)} ingediend, in ${maandVan(hoogste.vanafDatum)}.`;
  return `Er zijn ${signalen(totaal)} ingediend. De meeste kwamen in ${maandVan(hoogste.vanafDatum)}: ${getal(hoogste.aantal)}.`;
}

function regiozin(regios: Deel['cijfers']['regios']): string {
  const hoogste = regios.reduce((een, ander) => (ander.instroom > een.instroom ? ander : een));
  if (hoogste.instroom === 0) return 'In geen enkele regio kwam iets binnen.';
  return `De meeste kwamen uit ${regionaam(hoogste.regio)}: ${getal(hoogste.instroom)}.`;
}

/** What came in beside how many clients there are, so that a large region does not seem to have more trouble. */
export function PerHonderd({ cijfers: { clienten, vanafDatum, totEnMetDatum } }: Deel) {
  return (
    <section>
      <h2>Per honderd cliënten</h2>
      {clienten === null ? (
        <p>Hoeveel cliënten er zijn, is hier niet bekend.</p>
      ) : (
        <>
          <Staafgrafiek
            titel="Ingediende signalen per honderd cliënten"
            zin={honderdzin(clienten.regios)}
            koppen={['Regio', 'Per 100']}
            staven={clienten.regios.map(({ regio, clienten: aantal, ingediend: signalenHier, perHonderd }) => ({
              naam: `${regionaam(regio)} (${getal(aantal)} ${vorm(aantal, 'cliënt', 'cliënten')})`,
              waarde: perHonderd ?? 0,
              verborgen: perHonderd === null ? 'geen cliënten' : undefined,
              adres: signalenHier === 0 ? undefined : lijstadres([regio], ingediend(vanafDatum, totEnMetDatum)),
            }))}
          />
          <p className="zacht">{`Cliënten op ${voluit(clienten.peildatum)}. Bron: ${clienten.bron}.`}</p>
        </>
      )}
    </section>
  );
}

function honderdzin(regios: NonNullable<Deel['cijfers']['clienten']>['regios']): string {
  const bekend = regios.flatMap(({ regio, perHonderd }) =>
    perHonderd === null || regio === 'ONBEKEND' ? [] : [{ regio, perHonderd }],
  );
  const [eerste] = bekend;
  if (eerste === undefined) return 'Zonder cliënten is dit niet uit te rekenen.';
  const hoogste = bekend.reduce((een, ander) => (ander.perHonderd > een.perHonderd ? ander : een));
  if (bekend.length === 1) return `In ${regionaam(eerste.regio)} zijn het er ${getal(eerste.perHonderd)}.`;
  return `De meeste in ${regionaam(hoogste.regio)}: ${getal(hoogste.perHonderd)}.`;
}

/** What is open now, by how long ago it was filed. */
export function Open({ cijfers: { open }, gebied }: Deel) {
  const vandaag = open.at(-1)?.totEnMetDatum ?? '';
  return (
    <section>
      <h2>Wat nu open is</h2>
      <Staafgrafiek
        titel="Open signalen, naar wanneer ze zijn ingediend"
        zin={openzin(open)}
        koppen={['Ingediend', 'Open']}
        staven={open.map(({ vanafDatum, totEnMetDatum, aantal }) => ({
          naam: ouderdom(vanafDatum, totEnMetDatum, vandaag),
          waarde: aantal,
          adres: aantal === 0 ? undefined : lijstadres(gebied, { open: 'ja', ...ingediend(vanafDatum, totEnMetDatum) }),
        }))}
      />
    </section>
  );
}

/** How many weeks ago that was. */
function ouderdom(vanaf: Datum | null, totEnMet: Datum, vandaag: Datum): string {
  const jongste = (dagnummer(vandaag) - dagnummer(totEnMet)) / 7;
  const oudste = vanaf === null ? null : (dagnummer(vandaag) - dagnummer(vanaf) + 1) / 7;
  if (oudste === null) return `${jongste} weken geleden of eerder`;
  return jongste === 0 ? `Minder dan ${oudste} weken geleden` : `${jongste} tot ${oudste} weken geleden`;
}

function openzin(open: Deel['cijfers']['open']): string {
  const totaal = open.reduce((tot, { aantal }) => tot + aantal, 0);
  const oud = open[0]?.aantal ?? 0;
  if (totaal === 0) return 'Er staat niets open.';
  const begin = `Er ${vorm(totaal, 'staat', 'staan')} ${signalen(totaal)} open.`;
  if (oud === 0) return `${begin} Geen daarvan is langer dan een half jaar geleden ingediend.`;
  return `${begin} Daarvan ${vorm(oud, 'is er 1', `zijn er ${getal(oud)}`)} langer dan een half jaar geleden ingediend.`;
}
