import { ADRESSEN } from '#contract/adressen.ts';
import { isActueel } from '#contract/present-les.ts';
import type { Les } from '#db/queries/lessen.ts';
import { type Codelijst, CODELIJSTEN, labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { beoordeeltLessen, type Lesstand } from '#domain/les.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Bladeren } from '../../components/bladeren.tsx';
import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { merkvorm } from '../../components/merkje.tsx';
import { Tabbladen } from '../../components/tabbladen.tsx';
import { Zoekformulier, type Zoekveld } from '../../components/zoekformulier.tsx';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { adresMet, zonder } from '../../werk/lijstvraag.ts';
import { Lesmerkje, Opbrengst } from './lesmerkje.tsx';

interface LessenlijstProps {
  lessen: readonly Les[];
  /** As it stands in the address. */
  gekozen: Gepost;
  stand: Lesstand;
  vandaag: Datum;
  verder: string | null;
  isBegin: boolean;
  context: PageContext & { persoon: NonNullable<PageContext['persoon']> };
}

/** What worked for others: looked for by words, and narrowed by what it is about. */
export function Lessenlijst({ lessen, gekozen, stand, vandaag, verder, isBegin, context }: LessenlijstProps) {
  return (
    <Layout titel="Wat werkt" hier={ADRESSEN.lessen()} context={context}>
      <h1>Wat werkt</h1>
      <p className="inleiding">
        Wat een ander heeft geleerd toen een signaal was opgelost. Een tweede heeft het nagekeken.
      </p>
      <Tabbladen
        label="Welke lessen"
        vorm="filters"
        hier={adresMet(ADRESSEN.lessen(), standIn(stand))}
        bladen={standenVan(context.persoon).map((een) => ({
          adres: adresMet(ADRESSEN.lessen(), standIn(een)),
          tekst: STANDWOORDEN[een].tab,
        }))}
      />
      <Zoekformulier adres={ADRESSEN.lessen()} velden={ZOEKVELDEN} getypt={gekozen} />
      <Actief gekozen={gekozen} />
      {lessen.length === 0 ? (
        <Niets gekozen={gekozen} stand={stand} />
      ) : (
        <section aria-labelledby="gevonden">
          <h2 id="gevonden">{STANDWOORDEN[stand].tab}</h2>
          <Kaartlijst
            kaarten={lessen.map((les) => ({
              sleutel: `${les.nummer} ${les.versie}`,
              titel: les.titel,
              adres: ADRESSEN.les({ les: les.nummer }),
              merkjes: isActueel(les, vandaag) ? <Opbrengst les={les} /> : <Lesmerkje les={les} vandaag={vandaag} />,
              regels: [
                begin(les.watWerkte),
                <Waarover les={les} gekozen={gekozen} />,
                <span className="zacht">{geldigheid(les, vandaag)}</span>,
              ],
            }))}
          />
        </section>
      )}
      <Bladeren
        begin={isBegin ? null : { adres: adresMet(ADRESSEN.lessen(), gekozen), tekst: 'Naar de nieuwste lessen' }}
        verder={verder === null ? null : { adres: verder, tekst: 'Oudere lessen' }}
      />
    </Layout>
  );
}

const STANDWOORDEN: Readonly<Record<Lesstand, { tab: string; leeg: string }>> = {
  actueel: {
    tab: 'Wat nu werkt',
    leeg: 'Is een signaal opgelost? Dan kan wie het behandelde opschrijven wat werkte. Dat staat hier, voor iedereen die vastloopt op hetzelfde.',
  },
  verlopen: {
    tab: 'Misschien verouderd',
    leeg: 'Elke les is nog actueel. Zegt niemand op tijd of een les nog werkt, dan staat die hier.',
  },
  nakijken: { tab: 'Na te kijken', leeg: 'Er is niets na te kijken. Schrijft iemand een les, dan staat die hier.' },
  eigen: {
    tab: 'Van u, nog niet voor iedereen',
    leeg: 'Al uw lessen zijn nagekeken. Schrijft u een les, dan staat zij hier tot een ander haar heeft nagekeken.',
  },
};

function standenVan(persoon: LessenlijstProps['context']['persoon']): Lesstand[] {
  return ['actueel', 'verlopen', 'eigen', ...(beoordeeltLessen(persoon) ? (['nakijken'] as const) : [])];
}

function standIn(stand: Lesstand): Gepost {
  return stand === 'actueel' ? {} : { stand: [stand] };
}

const opties = (lijst: Codelijst) => CODELIJSTEN[lijst].map(({ code, label }) => ({ waarde: code, tekst: label }));

const ZOEKVELDEN: readonly Zoekveld[] = [
  { naam: 'zoek', label: 'Woorden' },
  { naam: 'knelpunttype', label: 'Knelpunt', leeg: 'Alle knelpunten', opties: opties('knelpunttype') },
  { naam: 'doelgroep', label: 'Voor wie', leeg: 'Iedereen', opties: opties('doelgroep') },
  { naam: 'wet', label: 'Wet', leeg: 'Alle wetten', opties: opties('wet') },
  { naam: 'ketenpartnertype', label: 'Soort partij', leeg: 'Alle soorten', opties: opties('ketenpartnertype') },
  {
    naam: 'regio',
    label: 'Regio',
    leeg: 'Alle regio’s',
    opties: REGIOS.map(({ code, label }) => ({ waarde: code, tekst: label })),
  },
];

/** What a les is about, each with a link to all that is about the same. */
function Waarover({ les, gekozen }: { les: Les; gekozen: Gepost }) {
  const codes: readonly (readonly [veld: 'knelpunttype' | 'doelgroep' | 'wet', codes: readonly string[]])[] = [
    ['knelpunttype', les.knelpunttypen],
    ['doelgroep', les.doelgroepen],
    ['wet', les.wetten],
  ];
  return (
    <span className="waarover">
      {codes.flatMap(([veld, waarden]) =>
        waarden.map((code) => (
          <a
            key={`${veld} ${code}`}
            className={merkvorm()}
            href={adresMet(ADRESSEN.lessen(), { ...gekozen, [veld]: [code] })}
          >
            {labelVan(veld, code)}
          </a>
        )),
      )}
    </span>
  );
}

/** What the list is narrowed to, each with a link that drops it. */
function Actief({ gekozen }: { gekozen: Gepost }) {
  const actief = Object.entries(gekozen).filter(([veld]) => veld !== 'stand');
  if (actief.length === 0) return null;
  return (
    <ul className="actief" aria-label="Filters die aan staan">
      {actief.map(([veld, [waarde = '']]) => (
        <li key={veld}>
          <a href={adresMet(ADRESSEN.lessen(), zonder(gekozen, veld, waarde))}>
            <span className="weg">Haal weg: </span>
            {inWoorden(veld, waarde)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function inWoorden(veld: string, waarde: string): string {
  const gevraagd = ZOEKVELDEN.find(({ naam }) => naam === veld);
  return `${gevraagd?.label ?? 'Organisatie'}: ${gevraagd?.opties?.find((een) => een.waarde === waarde)?.tekst ?? waarde}`;
}

function Niets({ gekozen, stand }: Pick<LessenlijstProps, 'gekozen' | 'stand'>) {
  const isGefilterd = Object.keys(gekozen).some((veld) => veld !== 'stand');
  if (isGefilterd)
    return (
      <p className="inleiding">Geen les past bij wat u zoekt. Haal een woord of een filter weg om meer te zien.</p>
    );
  return <Leeg kop="Hier staat nog niets">{STANDWOORDEN[stand].leeg}</Leeg>;
}

const BEGIN = 180;

/** As much of it as one needs to choose, to the end of a word. */
function begin(tekst: string): string {
  if (tekst.length <= BEGIN) return tekst;
  const kort = tekst.slice(0, BEGIN);
  return `${kort.slice(0, Math.max(kort.lastIndexOf(' '), 1))} …`;
}

function geldigheid({ nummer, geldigTot, status }: Les, vandaag: Datum): string {
  if (status !== 'geldig') return nummer;
  return `${nummer}, ${geldigTot < vandaag ? 'gold' : 'geldt'} tot en met ${voluit(geldigTot)}`;
}
