import { AFGEHANDELD, OPGELOST, TE_WEINIG } from '#contract/cijfers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { VAN_NIVEAU } from '#domain/cijfers.ts';

import { Staafgrafiek } from '../../components/staafgrafiek.tsx';
import { Stapelgrafiek } from '../../components/stapelgrafiek.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { geteldAls, lijstadres } from '../adres.ts';
import { deel, getal, opsomming, signalen, vorm, werkdagen } from '../woorden.ts';
import type { Deel } from './deel.ts';

/** What is too late now, by the clock of each. */
export function TeLaat({ cijfers: { teLaat }, gebied }: Deel) {
  const totaal = teLaat.reduce((tot, een) => tot + een.teLaat, 0);
  return (
    <section>
      <h2>Wat te laat is</h2>
      <Stapelgrafiek
        titel="Open signalen per niveau"
        zin={totaal === 0 ? 'Niets is te laat.' : `Bij ${signalen(totaal)} is een termijn voorbij.`}
        kop="Niveau"
        delen={['Te laat', 'Op tijd']}
        stapels={teLaat.map(({ niveau, open, teLaat: laat }) => ({
          naam: labelVan('niveau', niveau),
          delen: [
            { waarde: laat, adres: lijstadres(gebied, { open: 'ja', niveau, teLaat: 'ja' }) },
            { waarde: open - laat, adres: lijstadres(gebied, { open: 'ja', niveau, teLaat: 'nee' }) },
          ],
        }))}
      />
    </section>
  );
}

/** What was closed in those days, by the level that closed it. */
export function Afgehandeld({ cijfers: { afgehandeld, vanafDatum, totEnMetDatum }, gebied }: Deel) {
  return (
    <section>
      <h2>Wat klaar is</h2>
      <Stapelgrafiek
        titel="Afgesloten signalen, naar niveau en uitkomst"
        zin={afgehandeldzin(afgehandeld)}
        kop="Afgesloten"
        delen={AFGEHANDELD.map((uitkomst) => labelVan('uitkomst', uitkomst))}
        stapels={afgehandeld.map(({ niveau, uitkomsten }) => ({
          naam: labelVan('niveau', niveau),
          delen: uitkomsten.map(({ uitkomst, aantal }) => ({
            waarde: aantal,
            adres: lijstadres(gebied, { niveau, uitkomst, ...geteldAls('afgesloten', vanafDatum, totEnMetDatum) }),
          })),
        }))}
      />
    </section>
  );
}

function afgehandeldzin(afgehandeld: Deel['cijfers']['afgehandeld']): string {
  const totaal = afgehandeld.reduce((tot, { aantal }) => tot + aantal, 0);
  if (totaal === 0) return 'In deze dagen is niets afgesloten met een uitkomst.';
  const opgelost = afgehandeld
    .flatMap(({ uitkomsten }) => uitkomsten)
    .reduce((tot, { uitkomst, aantal }) => (OPGELOST.some((een) => een === uitkomst) ? tot + aantal : tot), 0);
  const waar = afgehandeld
    .filter(({ aantal }) => aantal > 0)
    .map(({ niveau, aantal }) => `${getal(aantal)} ${labelVan('niveau', niveau).toLowerCase()}`);
  return (
    `Er ${vorm(totaal, 'is', 'zijn')} ${signalen(totaal)} afgesloten met een uitkomst: ${opsomming(waar)}. ` +
    `Opgelost, helemaal of voor een deel: ${deel(opgelost, totaal)}.`
  );
}

/** How long it took at each level. */
export function Doorlooptijd({ cijfers: { doorlooptijd, vanafDatum, totEnMetDatum }, gebied, leestAlles }: Deel) {
  return (
    <section>
      <h2>Hoe lang het duurt</h2>
      <Staafgrafiek
        titel="Binnen hoeveel werkdagen de helft klaar was, of naar een ander niveau ging"
        zin={tijdzin(doorlooptijd)}
        koppen={['Niveau', 'Werkdagen']}
        staven={doorlooptijd.map(({ niveau, mediaan }) => ({
          naam: labelVan('niveau', niveau),
          waarde: mediaan ?? 0,
          verborgen: mediaan === null ? `minder dan ${TE_WEINIG} signalen` : undefined,
        }))}
      />
      <Tabel
        koppen={['Niveau', 'Klaar of weg', 'De helft binnen', 'Negen van de tien binnen']}
        rijen={doorlooptijd.map(({ niveau, signalen: aantal, mediaan, negentig }) => ({
          sleutel: niveau,
          cellen: [
            labelVan('niveau', niveau),
            aantal === 0 || !leestAlles ? (
              getal(aantal)
            ) : (
              <a key="aantal" href={lijstadres(gebied, geteldAls(VAN_NIVEAU[niveau], vanafDatum, totEnMetDatum))}>
                {getal(aantal)}
              </a>
            ),
            inDagen(mediaan),
            inDagen(negentig),
          ],
        }))}
      />
      <p className="zacht">
        Geteld van de dag waarop een signaal op een niveau kwam tot de uitkomst, of tot het naar een ander niveau ging.
        Ook de dagen van een pauze tellen mee. Een aantal dagen is geen lijst: het zegt iets van alle signalen samen.
      </p>
    </section>
  );
}

function inDagen(dagen: number | null): string {
  return dagen === null ? `Minder dan ${TE_WEINIG}: te weinig om iets over te zeggen` : werkdagen(dagen);
}

function tijdzin(doorlooptijd: Deel['cijfers']['doorlooptijd']): string {
  const zinnen = doorlooptijd.flatMap(({ niveau, mediaan, negentig }) =>
    mediaan === null || negentig === null
      ? []
      : [
          `${labelVan('niveau', niveau)}: de helft was binnen ${werkdagen(mediaan)} klaar of weg, negen van de tien binnen ${werkdagen(negentig)}.`,
        ],
  );
  return zinnen.length === 0 ? 'Er zijn nog te weinig signalen om te zeggen hoe lang het duurt.' : zinnen.join(' ');
}
