import { boolean, date, object, orNull, type Row, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { heeftConflict } from '#domain/bevoegdheden.ts';
import type { Feit } from '#domain/signaal/gebeurtenissen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import type { KlaarBericht } from './klaar.ts';

/** Somebody who can be called. */
export interface Belcontact {
  naam: string;
  telefoon: string;
}

/** Whom and what the mails may name. */
export interface Contacten {
  /** By id of a person. */
  mensen: ReadonlyMap<string, Belcontact & { actief: boolean }>;
  /** Who deputises for whom, by id of who is away. */
  waarnemingen: ReadonlyMap<string, readonly Waarneming[]>;
  /** With whom a verzoek is, by `partijsleutel`. */
  partijen: ReadonlyMap<string, Partijcontact>;
  /** Names by id of an organisatie. */
  organisaties: ReadonlyMap<string, string>;
}

const WAARNEMING_RIJ = { afwezige: text, waarnemer: text, organisatie: orNull(text), van: date, tot: date };
type Waarneming = Row<typeof WAARNEMING_RIJ>;

/** Whom to call at a party; null where no number is known. */
interface Partijcontact {
  loket: Belcontact | null;
  hogerop: Belcontact | null;
}

/** Looks up everybody of whom these berichten may speak: filers, behandelaars, who did it, and who was asked. */
export async function contacten(db: Db, berichten: readonly KlaarBericht[]): Promise<Contacten> {
  const waarnemingen = await leesWaarnemingen(db, berichten);
  const ids = new Set(
    berichten
      .flatMap(({ staat, door, feit }) => [
        ...waarnemingen.map(({ waarnemer }) => waarnemer),
        staat.melder,
        staat.behandelaar,
        door,
        onbereikteIn(feit),
        gaverIn(feit),
        ...staat.verzoeken.map(({ persoon }) => persoon),
      ])
      .filter((id) => id !== null),
  );
  const mensen = await rows(
    db,
    sql`select g.id, g.naam, g.telefoon, ${isActief(sql`g`)} as actief from gebruiker g where g.id = any(${[...ids]}::text[])`,
    { naam: text, telefoon: text, id: text, actief: boolean },
  );
  const stromen = new Set(berichten.map(({ stroom }) => stroom));
  const partijen = await rows(
    db,
    sql`select stroom, verzoek,
               case when telefoon is not null then jsonb_build_object('naam', contactpersoon, 'telefoon', telefoon) end as loket,
               case when escalatie_telefoon is not null
                    then jsonb_build_object('naam', escalatie_naam, 'telefoon', escalatie_telefoon) end as hogerop
          from partij where stroom = any(${[...stromen]}::uuid[])`,
    {
      loket: orNull(object({ naam: text, telefoon: text })),
      hogerop: orNull(object({ naam: text, telefoon: text })),
      stroom: text,
      verzoek: text,
    },
  );
  const gevraagd = new Set(
    berichten.flatMap(({ staat }) => [...staat.nietBevoegd, ...staat.verzoeken.map(({ organisatie }) => organisatie)]),
  );
  const organisaties = await rows(
    db,
    sql`select id, naam from organisatie where id = any(${[...gevraagd].filter((id) => id !== null)}::text[])`,
    { id: text, naam: text },
  );
  return {
    mensen: new Map(mensen.map(({ id, naam, telefoon, actief }) => [id, { naam, telefoon, actief }])),
    waarnemingen: Map.groupBy(waarnemingen, ({ afwezige }) => afwezige),
    partijen: new Map(
      partijen.map(({ stroom, verzoek, loket, hogerop }) => [partijsleutel(stroom, verzoek), { loket, hogerop }]),
    ),
    organisaties: new Map(organisaties.map(({ id, naam }) => [id, naam])),
  };
}

/** Of who has these signalen in hand. */
function leesWaarnemingen(db: Db, berichten: readonly KlaarBericht[]): Promise<Waarneming[]> {
  const behandelaars = new Set(berichten.map(({ staat }) => staat.behandelaar).filter((id) => id !== null));
  return rows(
    db,
    sql`select w.afwezige, w.waarnemer, g.organisatie, w.van::text, w.tot::text
          from waarneming w join gebruiker g on g.id = w.waarnemer and ${isActief(sql`g`)}
         where w.afwezige = any(${[...behandelaars]}::text[])`,
    WAARNEMING_RIJ,
  );
}

/** The id of who can be called about the signaal today: the behandelaar, or the deputy, who may know of it; null for nobody. */
export function behandelaarVandaag(
  { staat, nu }: Pick<KlaarBericht, 'staat' | 'nu'>,
  { waarnemingen }: Pick<Contacten, 'waarnemingen'>,
): string | null {
  const { behandelaar } = staat;
  if (behandelaar === null) return null;
  const vandaag = datumVan(nu);
  const waarneming = waarnemingen
    .get(behandelaar)
    ?.find((een) => een.van <= vandaag && vandaag <= een.tot && !heeftConflict(een, staat));
  return waarneming?.waarnemer ?? behandelaar;
}

/** The key of a verzoek among those of all signalen. */
export function partijsleutel(stroom: string, verzoek: string): string {
  return `${stroom} ${verzoek}`;
}

/** The id of who gave the answer that came over from another signaal. */
export function gaverIn(feit: Feit): string | null {
  return feit.soort === 'teruggekoppeld' ? (feit.uit?.door ?? null) : null;
}

/** The id of the person whom a mail did not reach, when that is what happened. */
export function onbereikteIn(feit: Feit): string | null {
  return feit.soort === 'post_onbestelbaar' && feit.aan.soort === 'persoon' ? feit.aan.persoon : null;
}
