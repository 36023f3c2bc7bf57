import { AFGEHANDELD, OPGELOST, TE_WEINIG } from '#contract/cijfers.ts';
import type { Regio } from '#domain/beleid/regios.ts';

import { Tabbladen } from '../../components/tabbladen.tsx';
import { Tabel } from '../../components/tabel.tsx';
import {
  cijferadres,
  type Cijferkeuze,
  geteldAls,
  ingediend,
  KAARTKEUZES,
  type Kaartkeuze,
  type Lijstfilters,
  lijstadres,
} from '../adres.ts';
import { type Eenheid, inWoorden, kaartzin } from '../kaartzin.ts';
import { getal, regionaam } from '../woorden.ts';
import type { Deel } from './deel.ts';
import { REGIOVORMEN } from './regiovormen.ts';

type Regiocijfers = Deel['cijfers']['regios'][number];

interface Kaartgetal {
  /** On the choice. */
  tekst: string;
  titel: string;
  /** null: too few to tell. */
  waarde: (regio: Regiocijfers) => number | null;
  eenheid: Eenheid;
}

const GETALLEN: Readonly<Record<Kaartkeuze, Kaartgetal>> = {
  instroom: { tekst: 'Ingediend', titel: 'Ingediende signalen', waarde: ({ instroom }) => instroom, eenheid: '' },
  open: { tekst: 'Open', titel: 'Signalen die nu open zijn', waarde: ({ open }) => open, eenheid: '' },
  te_laat: {
    tekst: 'Te laat',
    titel: 'Deel van wat open is, dat te laat is',
    waarde: ({ teLaat, open }) => procent(teLaat, open),
    eenheid: ' %',
  },
  opgelost: {
    tekst: 'Opgelost',
    titel: 'Deel van wat klaar is, dat is opgelost',
    waarde: ({ opgelost, afgehandeld }) => procent(opgelost, afgehandeld),
    eenheid: ' %',
  },
};

/** The five regions by one number that is chosen, and all of their numbers. */
export function Kaart({ cijfers, gekozen }: Pick<Deel, 'cijfers'> & { gekozen: Cijferkeuze }) {
  const { regios, vanafDatum, totEnMetDatum } = cijfers;
  const getallen = GETALLEN[gekozen.kaart];
  return (
    <section id="kaart">
      <h2>De regio’s</h2>
      <Tabbladen
        label="Wat de kaart laat zien"
        vorm="filters"
        hier={`${cijferadres(gekozen)}#kaart`}
        bladen={KAARTKEUZES.map((kaart) => ({
          adres: `${cijferadres({ ...gekozen, kaart })}#kaart`,
          tekst: GETALLEN[kaart].tekst,
        }))}
      />
      <figure className="grafiek" aria-labelledby="kaart-titel">
        <figcaption id="kaart-titel">
          {getallen.titel}
          <span className="zin">{kaartzin(waardenVan(regios, getallen), getallen.eenheid)}</span>
        </figcaption>
        <Tekening regios={regios} getallen={getallen} />
      </figure>
      <Tabel
        titel="Dezelfde getallen per regio"
        koppen={['Regio', 'Ingediend', 'Nu open', 'Nu te laat', 'Klaar', 'Opgelost, ook voor een deel']}
        rijen={regios.map(({ regio, instroom, open, teLaat, afgehandeld, opgelost }) => {
          const cel = (aantal: number, filters: Lijstfilters) => (
            <Getal key={JSON.stringify(filters)} aantal={aantal} adres={lijstadres([regio], filters)} />
          );
          const klaar = geteldAls('afgesloten', vanafDatum, totEnMetDatum);
          return {
            sleutel: regio,
            cellen: [
              regionaam(regio),
              cel(instroom, ingediend(vanafDatum, totEnMetDatum)),
              cel(open, { open: 'ja' }),
              cel(teLaat, { open: 'ja', teLaat: 'ja' }),
              cel(afgehandeld, { uitkomst: AFGEHANDELD, ...klaar }),
              cel(opgelost, { uitkomst: OPGELOST, ...klaar }),
            ],
          };
        })}
      />
    </section>
  );
}

function Getal({ aantal, adres }: { aantal: number; adres: string }) {
  return aantal === 0 ? '0' : <a href={adres}>{getal(aantal)}</a>;
}

/** Our own drawing: it is about where a region lies, not about its borders. */
function Tekening({ regios, getallen }: { regios: readonly Regiocijfers[]; getallen: Kaartgetal }) {
  const waarden = new Map(regios.map((regio) => [regio.regio, getallen.waarde(regio)]));
  const hoogste = Math.max(1, ...[...waarden.values()].map((waarde) => waarde ?? 0));
  return (
    <svg className="kaart-nl" role="img" aria-labelledby="kaart-naam kaart-uitleg" viewBox="-2 4 106 117">
      <title id="kaart-naam">{`Kaart van de vijf regio’s: ${getallen.titel.toLowerCase()}`}</title>
      <desc id="kaart-uitleg">
        {(Object.keys(REGIOVORMEN) as Regio[])
          .map((regio) => `${regionaam(regio)}: ${inWoorden(waarden.get(regio) ?? null, getallen.eenheid)}.`)
          .join(' ')}
      </desc>
      {(Object.keys(REGIOVORMEN) as Regio[]).map((regio) => {
        const { vorm, midden } = REGIOVORMEN[regio];
        const waarde = waarden.get(regio) ?? null;
        return (
          <g key={regio} className={`tint-${waarde === null ? 'geen' : Math.ceil((4 * waarde) / hoogste)}`}>
            <polygon points={vorm} />
            <text x={midden[0]} y={midden[1]}>
              {regionaam(regio)}
            </text>
            <text x={midden[0]} y={midden[1] + 6} className="waarde">
              {waarde === null ? '–' : `${getal(waarde)}${getallen.eenheid}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function procent(aantal: number, van: number): number | null {
  return van < TE_WEINIG ? null : Math.round((100 * aantal) / van);
}

function waardenVan(regios: readonly Regiocijfers[], getallen: Kaartgetal) {
  return regios.flatMap((een) =>
    een.regio === 'ONBEKEND' ? [] : [{ regio: een.regio, waarde: getallen.waarde(een) }],
  );
}
