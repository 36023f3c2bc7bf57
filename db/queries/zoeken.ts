import { boolean, number, orNull, text } from '../columns.ts';
import { type Db, rows, type Sql, sql } from '../sql.ts';
import { raakt } from './belangen.ts';
import { geheel, type Lijstzicht, tekstLeesbaar } from './zicht.ts';

/** So many lead the list to them. Of more it is read in its order until the page is full. */
const WEINIG = 1000;
/** Of more than these (in `zoek_signalen`) each line that is come by is looked into; of fewer it is known first which hold the words. */
const VEEL = 10_000;

const GEVONDEN = { vraag: orNull(text), aantal: number, veel: boolean, ids: text };

/**
 * What the signaal in row `r` must be for these words to be in what this person may read of it; `niets` when they are in nothing. It never
 * tells how well it fits.
 */
export async function zoek(db: Db, lijstzicht: Lijstzicht, woorden: string): Promise<Sql[] | 'niets'> {
  // The ids go back as they came, so that nobody takes them apart.
  const [gevonden] = await rows(
    db,
    sql`with v as materialized (select zoekvraag(${woorden}) as vraag),
             g as materialized (select zoek_signalen(v.vraag, ${VEEL}) as id from v)
        select v.vraag::text as vraag, (select count(*)::float8 from g) as aantal, exists (select from g where id is null) as veel,
               array(select id from g where id is not null)::text as ids from v`,
    GEVONDEN,
  );
  const { vraag = null, aantal = 0, veel = false, ids = '{}' } = gevonden ?? {};
  if (vraag === null || aantal === 0) return 'niets';
  const past = houdt(lijstzicht, sql`${vraag}::tsquery`);
  if (veel) return [past];
  const isGevonden = sql`r.id = any(${ids}::uuid[])`;
  // Said to be true, so that PostgreSQL asks it of each line that it comes by, and does not begin with it.
  return [aantal <= WEINIG ? isGevonden : sql`(${isGevonden}) is true`, past];
}

/** The texts and the line, or where no more may be known the line alone, or where it concerns their employer also their own words. */
function houdt(lijstzicht: Lijstzicht, vraag: Sql): Sql {
  const { naMelding, nietVan } = lijstzicht.zicht;
  const alles = sql`${geheel(lijstzicht)} and (select z.woorden @@ ${vraag} from zoekwoorden z where z.stroom = r.id)`;
  if (!naMelding && nietVan === null) return alles;
  const regel = sql`regeldelen(r.nummer, r.organisatie, r.gemeente)`;
  const eigenWoorden = sql`array(select distinct deel from tekst t, zoekdelen(t.inhoud) as deel
    where t.stroom = r.id and ${tekstLeesbaar(lijstzicht)})`;
  const eigen = sql`${raakt(sql`${nietVan}::text`, sql`r`)} and (${regel} || array_to_tsvector(${eigenWoorden})) @@ ${vraag}`;
  return sql`(${regel} @@ ${vraag} or ${alles} or ${eigen})`;
}
