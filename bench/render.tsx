import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { alsHtml } from '#web/render.tsx';
import { leesWerkblad } from '#web/werk/bladen.ts';
import { leesWeergaven } from '#web/werk/lees.ts';
import { Werkvoorraad } from '#web/werk/pages/werkvoorraad.tsx';

import type { Client } from '../test/support/app.ts';

const LIJST = '/signalen';

/** How long it takes to make the HTML of a list of fifty of this person, in milliseconds, so many times; nothing is read meanwhile. */
export async function renderduren({ database, db }: Client, gebruiker: string, keren: number): Promise<number[]> {
  const persoon = await vindGebruiker(db(), gebruiker);
  const zicht = persoon && lijstzichtVan(persoon);
  if (persoon === null || zicht === null) throw new Error(`${gebruiker} has no list`);
  const context = { isEmbedded: true, persoon };
  const vandaag = datumVan(new Date().toISOString());
  const ernaast = () => database.voor({ rol: 'lezer', persoon: persoon.id });
  const vraag = { db: ernaast(), ernaast, persoon, zicht, vandaag, context };
  const { blad, na, filter: _filter, ...gevraagd } = await leesWerkblad(vraag, { originalUrl: LIJST });
  const signalen = blad?.signalen ?? [];
  if (signalen.length !== 50) throw new Error(`A list of ${signalen.length} is no list of fifty`);
  const pagina = (
    <Werkvoorraad
      {...gevraagd}
      signalen={signalen}
      aantal={null}
      namen={{}}
      weergaven={await leesWeergaven(vraag)}
      verder={LIJST}
      begin={na === null}
      live={{ adres: LIJST, toon: LIJST }}
      context={context}
    />
  );
  return Array.from({ length: keren }, () => {
    const begonnen = performance.now();
    alsHtml(pagina);
    return performance.now() - begonnen;
  });
}
