import type * as z from 'zod';

import type { SimulatieSchema } from '#contract/simulatie.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { type Regiocode, REGIOS } from '#domain/beleid/regios.ts';
import { HOGERE_NIVEAUS, legeMeting, type Meting, NIVEAUS, plus } from '#domain/simulatie/meting.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Lijngrafieken } from '../../components/lijngrafiek.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';

type Simulatie = z.input<typeof SimulatieSchema>;

export interface UitslagProps {
  simulatie: Simulatie;
  /** The id of what was played. */
  narekening: string;
  /** Whose weeks are shown; null for all regions together. */
  regio: Regiocode | null;
  /** Where this is shown. */
  adres: string;
  /** What was changed, in words. */
  verschillen: readonly string[];
}

/** What was counted, as it was and as it would have been. */
interface Vergelijking {
  toen: Meting;
  kandidaat: Meting;
}

interface Kolom {
  naam: string;
  tel: (meting: Meting) => number;
}

const TE_LAAT: Kolom = { naam: 'Te laat', tel: ({ teLaat }) => teLaat };
const VANZELF: Kolom = {
  naam: 'Vanzelf hoger',
  tel: ({ escalaties }) => somVan(HOGERE_NIVEAUS.map((niveau) => som(escalaties[niveau]))),
};
const HOGER_OPEN = (meting: Meting): number => somVan(HOGERE_NIVEAUS.map((niveau) => meting.open[niveau]));
const OPEN: readonly Kolom[] = NIVEAUS.map((niveau) => ({
  naam: `Open, ${labelVan('niveau', niveau).toLowerCase()}`,
  tel: ({ open }) => open[niveau],
}));

const METINGEN: readonly Kolom[] = [
  { naam: 'Ging vanzelf naar de regio', tel: ({ escalaties }) => som(escalaties.regionaal) },
  { naam: 'Ging vanzelf naar landelijk', tel: ({ escalaties }) => som(escalaties.landelijk) },
  { naam: 'Termijnen die te laat waren', tel: ({ teLaat }) => teLaat },
  { naam: 'Herinneringen', tel: ({ herinneringen }) => som(herinneringen) },
  { naam: 'Regels in het dagelijkse overzicht', tel: ({ overzichtsregels }) => som(overzichtsregels) },
];

/** What another policy would have done, beside what was: in all, by region, and by week. */
export function Uitslag({ simulatie, regio, adres, verschillen }: UitslagProps) {
  const { vanDatum, totEnMetDatum, totaal, signalen, bevindingen } = simulatie;
  return (
    <section className="gevolg" id="uitslag" aria-labelledby="uitslag-kop" tabIndex={-1}>
      <h2 id="uitslag-kop">Wat dit had gedaan</h2>
      <Verschil verschillen={verschillen} versie={simulatie.vergelekenMetVersie} />
      <p>
        {`Van ${voluit(vanDatum)} tot en met ${voluit(totEnMetDatum)} was een signaal ${getal(VANZELF.tel(totaal.kandidaat))} keer vanzelf een niveau hoger gegaan, in plaats van ${getal(VANZELF.tel(totaal.toen))} keer.`}
      </p>
      <Tabel
        koppen={['Wat', 'Zoals het was', 'Met deze termijnen', 'Verschil']}
        rijen={METINGEN.map(({ naam, tel }) => ({
          sleutel: naam,
          cellen: [naam, getal(tel(totaal.toen)), getal(tel(totaal.kandidaat)), metTeken(tel(totaal.verschil))],
        }))}
      />
      <p>{signalen.toelichting}</p>
      <PerRegio simulatie={simulatie} adres={adres} />
      <PerWeek simulatie={simulatie} regio={regio} adres={adres} />
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

function Verschil({ verschillen, versie }: Pick<UitslagProps, 'verschillen'> & { versie: number }) {
  if (verschillen.length === 0) return <p>{`U veranderde niets: dit zijn de termijnen van versie ${versie}.`}</p>;
  return (
    <>
      <h3>{`Wat u veranderde ten opzichte van versie ${versie}`}</h3>
      <ul>
        {verschillen.map((verschil) => (
          <li key={verschil}>{verschil}</li>
        ))}
      </ul>
    </>
  );
}

function PerRegio({ simulatie: { weken }, adres }: Pick<UitslagProps, 'simulatie' | 'adres'>) {
  const perRegio = REGIOS.map(({ code, label }) => ({
    code,
    label,
    eigen: weken.filter(({ regio }) => regio === code),
  }));
  const kolommen = [TE_LAAT, VANZELF];
  return (
    <>
      <h3>Per regio</h3>
      <p>Met deze termijnen, en tussen haakjes het verschil met hoe het was.</p>
      <Tabel
        koppen={['Regio', ...kolommen.map(({ naam }) => naam)]}
        rijen={perRegio
          .filter(({ eigen }) => eigen.length > 0)
          .map(({ code, label, eigen }) => ({
            sleutel: code,
            cellen: [
              <a key={code} href={`${adres}?regio=${code}#per-week`}>
                {label}
              </a>,
              ...kolommen.map((kolom) => naastElkaar(kolom, bijElkaar(eigen))),
            ],
          }))}
      />
    </>
  );
}

function PerWeek({ simulatie: { weken, vanDatum }, regio, adres }: Omit<UitslagProps, 'narekening' | 'verschillen'>) {
  const getoond = regio === null ? weken : weken.filter((week) => week.regio === regio);
  const perWeek = Array.from(
    Map.groupBy(getoond, ({ weekVanDatum }) => weekVanDatum),
    ([maandag, eigen]) => ({
      // The first week may have begun before the period.
      begin: maandag < vanDatum ? vanDatum : maandag,
      ...bijElkaar(eigen),
    }),
  );
  const waar = regio === null ? 'alle regio’s samen' : (REGIOS.find(({ code }) => code === regio)?.label ?? '');
  const kolommen = [TE_LAAT, VANZELF, ...OPEN];
  return (
    <section id="per-week" aria-labelledby="per-week-kop" tabIndex={-1}>
      <h3 id="per-week-kop">{`Per week, ${waar}`}</h3>
      {regio !== null && (
        <p>
          <a href={`${adres}#per-week`}>Toon alle regio’s samen</a>
        </p>
      )}
      {perWeek.length === 0 ? (
        <p>In deze dagen was er niets te tellen.</p>
      ) : (
        <>
          <Verloop id="vanzelf" titel="Vanzelf een niveau hoger, per week" tel={VANZELF.tel} perWeek={perWeek} />
          <Verloop
            id="hoger-open"
            titel="Open bij de regio en landelijk, aan het einde van de week"
            tel={HOGER_OPEN}
            perWeek={perWeek}
          />
          <Uitklap kop="Elke week in getallen" aantal={perWeek.length}>
            <p>
              Met deze termijnen, en tussen haakjes het verschil met hoe het was. Open is aan het einde van de week.
            </p>
            <Tabel
              koppen={['Week vanaf', ...kolommen.map(({ naam }) => naam)]}
              rijen={perWeek.map((week) => ({
                sleutel: week.begin,
                cellen: [voluit(week.begin), ...kolommen.map((kolom) => naastElkaar(kolom, week))],
              }))}
            />
          </Uitklap>
        </>
      )}
    </section>
  );
}

interface Verloopprops {
  id: string;
  titel: string;
  tel: Kolom['tel'];
  perWeek: readonly (Vergelijking & { begin: string })[];
}

function Verloop({ id, titel, tel, perWeek }: Verloopprops) {
  const toen = perWeek.map((week) => tel(week.toen));
  const kandidaat = perWeek.map((week) => tel(week.kandidaat));
  return (
    <Lijngrafieken
      id={id}
      titel={titel}
      zin={`Hoogstens ${getal(Math.max(...kandidaat))} in een week. Zoals het was: hoogstens ${getal(Math.max(...toen))}.`}
      momenten={perWeek.map(({ begin }) => voluit(begin))}
      reeksen={[
        { naam: 'Zoals het was', waarden: toen },
        { naam: 'Met deze termijnen', waarden: kandidaat },
      ]}
    />
  );
}

function bijElkaar(weken: readonly Vergelijking[]): Vergelijking {
  return weken.reduce<Vergelijking>(
    (tot, { toen, kandidaat }) => ({ toen: plus(tot.toen, toen), kandidaat: plus(tot.kandidaat, kandidaat) }),
    { toen: legeMeting(), kandidaat: legeMeting() },
  );
}

function naastElkaar({ tel }: Kolom, { toen, kandidaat }: Vergelijking): string {
  return `${getal(tel(kandidaat))} (${metTeken(tel(kandidaat) - tel(toen))})`;
}

function som(aantallen: Readonly<Record<string, number>>): number {
  return somVan(Object.values(aantallen));
}

function somVan(aantallen: readonly number[]): number {
  return aantallen.reduce((tot, aantal) => tot + aantal, 0);
}

function getal(aantal: number): string {
  return aantal.toLocaleString('nl-NL');
}

function metTeken(aantal: number): string {
  if (aantal === 0) return 'gelijk';
  return aantal > 0 ? `+${getal(aantal)}` : getal(aantal);
}
