import { boolean, object, orNull, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql } from '#db/sql.ts';

import type { KlaarBericht } from './klaar.ts';
import { type Belcontact, gaverIn, onbereikteIn, partijsleutel } from './zaak.ts';

/** Whom and what the mails may name. */
export interface Contacten {
  /** By id of a person. */
  mensen: ReadonlyMap<string, Belcontact & { actief: boolean }>;
  /** With whom a verzoek is, by `partijsleutel`. */
  partijen: ReadonlyMap<string, Partijcontact>;
  /** Names by id of an organisatie. */
  organisaties: ReadonlyMap<string, string>;
}

/** Whom to call at a party; null where no number is known. */
interface Partijcontact {
  loket: Belcontact | null;
  hogerop: Belcontact | null;
}

/** Looks up everybody of whom these berichten may speak: filers, behandelaars, who did it, and who was asked. */
export async function contacten(db: Db, berichten: readonly KlaarBericht[]): Promise<Contacten> {
  const ids = new Set(
    berichten
      .flatMap(({ staat, door, feit }) => [
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
    partijen: new Map(
      partijen.map(({ stroom, verzoek, loket, hogerop }) => [partijsleutel(stroom, verzoek), { loket, hogerop }]),
    ),
    organisaties: new Map(organisaties.map(({ id, naam }) => [id, naam])),
  };
}
