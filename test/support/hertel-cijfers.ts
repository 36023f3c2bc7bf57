import { json, text } from '#db/columns.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';

/** The few fields of the record that the recount looks at. */
interface Verslagdata {
  niveau?: string;
  naar?: string;
  afsluiting?: string;
  uitkomst?: string | null;
  melding?: string;
  ervaring?: string;
  systeemreden?: string | null;
  organisatie?: string | null;
  verzoek?: string;
  definitief?: boolean;
}

interface Feitregel {
  stroom: string;
  soort: string;
  op: string;
  // Whatever the record holds: the recount asks for a few fields of it.
  data: Verslagdata;
}

interface Dagen {
  vanafDatum: string;
  totEnMetDatum: string;
}

/** The figures of these signalen, counted from the record alone, act by act. */
export async function hertelUitVerslag(db: Db, ids: readonly string[], { vanafDatum, totEnMetDatum }: Dagen) {
  const feiten = await rows(
    db,
    sql`select stroom, soort, tijdstip(op) as op, data from gebeurtenis where stroom = any(${ids}::uuid[]) order by stroom, volgnummer`,
    { stroom: text, soort: text, op: text, data: json<Verslagdata>() },
  );
  const types = new Map(
    (await rows(db, sql`select id, naam, type from organisatie`, { id: text, naam: text, type: text })).map((een) => [
      een.id,
      een,
    ]),
  );
  const kalender = await leesKalender(db);
  const binnen = (op: string): boolean => datumVan(op) >= vanafDatum && datumVan(op) <= totEnMetDatum;
  const levens = [...Map.groupBy(feiten, ({ stroom }) => stroom).values()];
  return {
    doorlooptijd: codesVan('niveau').map((niveau) => {
      const weg = levens.flatMap(verblijven).filter((een) => een.niveau === niveau && binnen(een.tot));
      const dagen = weg.map(({ van, tot }) => werkdagen(van, tot, kalender));
      const [mediaan, negentig] = [0.5, 0.9].map((deel) => rang(dagen, deel));
      return { niveau, signalen: new Set(weg.map(({ stroom }) => stroom)).size, mediaan, negentig };
    }),
    sluitingen: sluittellingen(levens.map((leven) => sluitingen(leven).filter(({ op }) => binnen(op)))),
    ketenpartners: groepen(levens.flatMap(vragen), (een) => types.get(een.organisatie)?.type ?? ''),
    organisaties: groepen(levens.flatMap(vragen), (een) => een.organisatie),
    redenen: perGroep(
      levens.flatMap(redenVan),
      (reden) => reden,
      (alle) => alle.length,
    ),
  };

  function redenVan(leven: readonly Feitregel[]): string[] {
    const laatste = leven.findLast(({ soort }) => soort === 'afgesloten' || soort === 'heropend');
    if (laatste?.soort !== 'afgesloten' || !binnen(laatste.op) || laatste.data.uitkomst !== 'niet_oplosbaar') return [];
    return [String(leven.findLast(({ soort }) => soort === 'uitkomst_gemeld')?.data.systeemreden)];
  }

  function groepen(alle: readonly Vraag[], sleutel: (een: Vraag) => string) {
    return perGroep(
      alle.filter(({ gesteld }) => binnen(gesteld)),
      sleutel,
      (hier) => {
        const dagen = hier.flatMap(({ gesteld, geantwoord }) =>
          geantwoord === null ? [] : [werkdagen(gesteld, geantwoord, kalender)],
        );
        return {
          vragen: hier.length,
          signalen: new Set(hier.map(({ stroom }) => stroom)).size,
          beantwoord: dagen.length,
          stil: hier.filter(({ stil }) => stil).length,
          mediaan: rang(dagen, 0.5),
        };
      },
    );
  }
}

type Vraag = ReturnType<typeof vragen>[number];

function perGroep<T, R>(
  alle: readonly T[],
  sleutel: (een: T) => string,
  tel: (hier: readonly T[]) => R,
): Record<string, R> {
  return Object.fromEntries(Array.from(Map.groupBy(alle, sleutel), ([naam, hier]) => [naam, tel(hier)]));
}

/** The value at or below which that share lies; null for fewer than five. */
function rang(dagen: readonly number[], deel: number): number | null {
  if (dagen.length < 5) return null;
  return dagen.toSorted((een, ander) => een - ander)[Math.ceil(deel * dagen.length) - 1] ?? null;
}

function werkdagen(van: string, tot: string, kalender: Kalender): number {
  return werkdagenTussen(datumVan(van), datumVan(tot), kalender);
}

const WEG = ['geescaleerd', 'teruggelegd', 'uitkomst_gemeld'];

function verblijven(leven: readonly Feitregel[]) {
  const alle: { stroom: string; niveau: string; van: string; tot: string }[] = [];
  let hier: { niveau: string; van: string } | null = null;
  for (const { stroom, soort, op, data } of leven) {
    if (WEG.includes(soort) && hier !== null) {
      alle.push({ stroom, ...hier, tot: op });
      hier = null;
    }
    if (soort === 'afgesloten') hier = null;
    if (soort === 'ingediend' || soort === 'heropend') hier = { niveau: data.niveau ?? '', van: op };
    if (soort === 'geescaleerd' || soort === 'teruggelegd') hier = { niveau: data.naar ?? '', van: op };
  }
  return alle;
}

function sluitingen(leven: readonly Feitregel[]) {
  return leven.flatMap(({ soort, op, data }, i) => {
    const afsluiting: string = data.afsluiting ?? '';
    if (soort !== 'afgesloten' || !['teruggekoppeld', 'eigen_uitkomst'].includes(afsluiting)) return [];
    const uitkomst = leven.findLastIndex((een, j) => j < i && een.soort === 'uitkomst_gemeld');
    const laat = leven.slice(uitkomst, i).some((een) => een.data.melding === 'terugkoppeling_te_laat');
    const volgende = leven.findIndex((een, j) => j > i && een.soort === 'afgesloten');
    const daarna = leven.slice(i + 1, volgende === -1 ? undefined : volgende);
    const ervaring: string | null = daarna.findLast((een) => een.soort === 'ervaring_gemeld')?.data.ervaring ?? null;
    return [
      {
        op,
        teruggekoppeld: afsluiting === 'teruggekoppeld',
        laat,
        ervaring,
        gevraagd: ervaring !== null || daarna.some((een) => een.soort.startsWith('terugblik_')),
        heropend: daarna.some((een) => een.soort === 'heropend'),
      },
    ];
  });
}

/** Of each signaal its closings: a signaal counts once. */
function sluittellingen(alle: readonly ReturnType<typeof sluitingen>[]) {
  const met = (eis: (een: ReturnType<typeof sluitingen>[number]) => boolean): number =>
    alle.filter((eigen) => eigen.some(eis)).length;
  return {
    gesloten: met(() => true),
    teruggekoppeld: met((een) => een.teruggekoppeld),
    opTijdTeruggekoppeld: met((een) => een.teruggekoppeld && !een.laat),
    teLaatTeruggekoppeld: met((een) => een.teruggekoppeld && een.laat),
    terugblikGevraagd: met((een) => een.gevraagd),
    terugblikBeantwoord: met((een) => een.ervaring !== null),
    helpt: met((een) => een.ervaring === 'helpt'),
    helptDeels: met((een) => een.ervaring === 'helpt_deels'),
    helptNiet: met((een) => een.ervaring === 'helpt_niet'),
    onbeantwoord: met((een) => een.gevraagd && een.ervaring === null),
    heropend: met((een) => een.heropend),
    dichtGebleven: met((een) => !een.heropend),
  };
}

function vragen(leven: readonly Feitregel[]) {
  return leven.flatMap(({ stroom, soort, op, data }) => {
    const organisatie: string | null = data.organisatie ?? null;
    if (soort !== 'verzoek_gedaan' || organisatie === null) return [];
    const hierover = leven.filter((een) => een.data.verzoek === data.verzoek);
    const geantwoord = hierover.find((een) => een.soort === 'verzoek_beantwoord')?.op ?? null;
    const zweeg = hierover.some((een) => een.soort === 'geen_reactie' && een.data.definitief === true);
    return [{ stroom, organisatie, gesteld: op, geantwoord, stil: geantwoord === null && zweeg }];
  });
}
