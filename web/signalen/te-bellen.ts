import { actieveMetRol, coordinatorenVan } from '#db/queries/gebruikers.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';
import { leesAfwezigen, type Waarneming } from '#db/queries/waarnemingen.ts';
import type { Db } from '#db/sql.ts';
import { heeftConflict } from '#domain/bevoegdheden.ts';
import { aanZet } from '#domain/signaal/afgeleid.ts';
import { coordinatoren } from '#domain/signaal/ladder.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

/** Somebody to call, with what one should know first; without a number for who is not there. */
export interface TeBellen {
  id: string;
  naam: string;
  telefoon: string | null;
  erbij: string | null;
}

/** Who can take it up while nobody has, to be called: who is there today first. */
export async function leesTeBellen({ staat, nu }: Signaaldossier, db: Db): Promise<TeBellen[]> {
  const zet = aanZet(staat);
  if (zet?.soort !== 'niveau') return [];
  const wie = coordinatoren(zet.niveau, staat);
  const vandaag = datumVan(nu);
  const alle =
    wie.soort === 'coordinatoren'
      ? await coordinatorenVan(db, wie.regio, vandaag)
      : await actieveMetRol(db, 'landelijk_team');
  const mensen = alle.filter((persoon) => !heeftConflict(persoon, staat));
  const waarnemingen = await leesAfwezigen(
    db,
    mensen.map(({ id }) => id),
    vandaag,
  );
  return opVolgorde(mensen, waarnemingen);
}

/** Who is away is left out when who stands in for them can be called, who then says for whom. */
function opVolgorde(mensen: readonly Omit<TeBellen, 'erbij'>[], waarnemingen: readonly Waarneming[]): TeBellen[] {
  const weg = new Map(waarnemingen.map((waarneming) => [waarneming.afwezige.id, waarneming]));
  const aanwezig = mensen.filter(({ id }) => !weg.has(id));
  const voor = (id: string): string[] =>
    waarnemingen
      .filter(({ waarnemer }) => waarnemer.id === id)
      .map(({ afwezige, tot }) => `${afwezige.naam} tot en met ${voluit(tot)}`);
  return [
    ...aanwezig.map(({ id, naam, telefoon }) => {
      const namens = voor(id);
      return { id, naam, telefoon, erbij: namens.length === 0 ? null : `neemt waar voor ${namens.join(' en ')}` };
    }),
    ...mensen.flatMap(({ id, naam }) => {
      const waarneming = weg.get(id);
      if (waarneming === undefined || aanwezig.some((een) => een.id === waarneming.waarnemer.id)) return [];
      return [{ id, naam, telefoon: null, erbij: `is er niet tot en met ${voluit(waarneming.tot)}` }];
    }),
  ];
}
