import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';
import { INDELINGEN, type Uitvoertabelnaam } from '#domain/uitvoer/tabellen.ts';

import { json } from '../columns.ts';
import { type Db, join, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { vragen } from './geteld.ts';
import { datumIn, werkdagenTussen } from './klok.ts';
import { type Lijstzicht, zichtbaar, zonderBelang } from './zicht.ts';

/** Between which instants (UTC) a signaal counts, and on which days from Monday to Friday nobody works. */
export interface Uitvoervraag {
  vanaf: Tijdstip;
  voor: Tijdstip;
  vrij: readonly Datum[];
}

/** A line of a table, by the names of its columns. */
export type Uitvoerregel = Readonly<Record<string, string | number | boolean | null>>;

const TEGELIJK = 2000;

/**
 * The lines of one table, some at a time, however many there are: what is read of a signaal by who asks (`zicht`), but for what concerns
 * their employer. To be asked in one transaction with the other tables, that looks at one moment: signalen have the same number in each.
 */
export async function* leesUitvoer(
  db: Db,
  tabel: Exclude<Uitvoertabelnaam, 'codelijsten'>,
  zicht: Lijstzicht,
  vraag: Uitvoervraag,
): AsyncGenerator<Uitvoerregel[]> {
  const naam = sql.ref(`uitvoer_${tabel}`);
  const { velden, uit } = TABELLEN[tabel](vraag);
  const regel = join(
    Object.entries(velden).map(([veld, waarde]) => sql`${sql.lit(veld)}, ${waarde}`),
    ', ',
  );
  await rowsOfComposed(
    db,
    sql`declare ${naam} no scroll cursor for
        with r as (select row_number() over (order by r.ingediend_op, r.id) as nr, r.* from signaal r
                    where ${zichtbaar(zicht)} and ${zonderBelang(zicht)} and r.ingediend_op < ${vraag.voor}::timestamptz
                      and (r.status <> 'afgesloten' or r.laatste_op >= ${vraag.vanaf}::timestamptz))
        select jsonb_build_object('signaal', r.nr, ${regel}) as regel from r ${uit}`,
    {},
  );
  for (;;) {
    const stuk = await rowsOfComposed(db, sql`fetch ${sql.lit(TEGELIJK)} from ${naam}`, {
      regel: json<Uitvoerregel>(),
    });
    if (stuk.length === 0) break;
    yield stuk.map(({ regel: een }) => een);
  }
  await rowsOfComposed(db, sql`close ${naam}`, {});
}

interface Tabelvraag {
  velden: Readonly<Record<string, Sql>>;
  uit: Sql;
}

const TABELLEN: Readonly<Record<Exclude<Uitvoertabelnaam, 'codelijsten'>, (vraag: Uitvoervraag) => Tabelvraag>> = {
  signalen: () => ({
    velden: {
      ingediendDatum: datumIn(sql`r.ingediend_op`),
      regio: sql`coalesce(r.regio, 'ONBEKEND')`,
      niveau: sql`r.niveau`,
      status: sql`r.status`,
      urgentie: sql`r.urgentie`,
      wens: sql`r.wens`,
      leeftijdscategorie: sql`r.leeftijdscategorie`,
      ketenpartnertype: sql`(select o.type from organisatie o where o.id = r.organisatie)`,
      domeindiscussie: sql`r.domeindiscussie`,
      inPatroon: sql`r.patroon is not null`,
      afgeslotenDatum: sql`case when r.status = 'afgesloten' then ${datumIn(sql`r.afgesloten_op`)} end`,
      uitkomst: sql`r.uitkomst`,
      systeemreden: sql`r.systeemreden`,
    },
    uit: sql`order by r.nr`,
  }),
  indelingen: () => ({
    velden: { soort: sql`x.soort`, code: sql`x.code` },
    uit: sql`cross join lateral (${join(
      INDELINGEN.map((soort) => sql`select ${sql.lit(soort)} as soort, unnest(${KOLOM[soort]}) as code`),
      ' union all ',
    )}) x order by r.nr, x.soort, x.code`,
  }),
  verblijven: ({ vrij }) => ({
    velden: {
      niveau: sql`x.niveau`,
      vanDatum: sql`x.van`,
      totDatum: sql`x.tot`,
      werkdagen: werkdagenTussen(sql`x.van`, sql`x.tot`, vrij),
    },
    uit: sql`cross join lateral unnest(r.verblijven) with ordinality as x (niveau, van, tot, eerder, nr) order by r.nr, x.nr`,
  }),
  vragen: ({ vrij }) => ({
    velden: {
      ketenpartnertype: sql`x.type`,
      gesteldDatum: sql`x.gesteld`,
      geantwoordDatum: sql`x.geantwoord`,
      werkdagen: werkdagenTussen(sql`x.gesteld`, sql`x.geantwoord`, vrij),
      stil: sql`x.stil`,
    },
    uit: sql`cross join lateral ${vragen({})} x order by r.nr, x.gesteld, x.type, x.verzoek`,
  }),
  sluitingen: () => ({
    velden: {
      datum: sql`x.op`,
      soort: sql`x.soort`,
      terugkoppeling: sql`x.terugkoppeling`,
      terugblik: sql`x.terugblik`,
      heropend: sql`x.heropend`,
      urenMinder: sql`x.effect ->> 'urenMinder'`,
      kostenMinder: sql`x.effect ->> 'kostenMinder'`,
    },
    uit: sql`cross join lateral ${SLUITINGEN} order by r.nr, x.nr`,
  }),
  veranderingen: () => ({
    velden: { datum: sql`x.op`, verandering: sql`v.code` },
    uit: sql`cross join lateral ${SLUITINGEN} cross join lateral jsonb_array_elements_text(x.effect -> 'veranderingen') as v (code)
             order by r.nr, x.nr, v.code`,
  }),
};

/** The closings `x` of the signaal in row `r`, in their order. */
const SLUITINGEN = sql`unnest(r.sluitingen) with ordinality as x (op, soort, terugkoppeling, terugblik, heropend, effect, nr)`;

const KOLOM: Readonly<Record<(typeof INDELINGEN)[number], Sql>> = {
  doelgroep: sql`r.doelgroepen`,
  knelpunttype: sql`r.knelpunttypen`,
  wet: sql`r.wetten`,
  leefgebied: sql`r.leefgebieden`,
};
