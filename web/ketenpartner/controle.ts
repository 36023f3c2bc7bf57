import type { GoedBestand } from '#activities/ketenpartners/bijlagen.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { invoerfout } from '#contract/invoerfout.ts';
import { zoekerIn } from '#contract/velden.ts';
import type { GevondenOrganisatie } from '#db/queries/organisaties.ts';
import type { Db } from '#db/sql.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import type { Antwoord } from '#domain/signaal/opdracht.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { verzoekBeantwoorden } from '#handelingen/verzoek-beantwoorden.ts';

import { datumUit, leesGepost } from '../formulier.ts';
import { controleerBestanden } from './bestanden.ts';
import { controleerMaildomein } from './collega.ts';
import { gepostMet, type Invoer, opVolgorde, type Upload, type Formulierfout, veldVan } from './formulier.ts';
import { kiesOrganisatie, noemtIemand, type Zoek } from './organisatiekeuze.ts';
import { MET_BIJLAGEN, TE_BEVESTIGEN, zinnenBij } from './teksten.ts';

export type Controle =
  | { soort: 'goed'; antwoord: Antwoord; tekst: Teksten; bestanden: GoedBestand[] }
  /** `keuze`: the organisaties that may have been meant. */
  | { soort: 'fout'; fouten: Formulierfout[]; keuze: readonly GevondenOrganisatie[] };

/**
 * What the act makes of a form, or everything that is wrong with it at once. What an answer must hold the act itself says, as in the
 * API. The page adds what is its own: the name of an organisatie, the address of a colleague, files, and asking once more.
 */
export async function controleer(
  soort: Antwoordsoort,
  invoer: Invoer,
  uploads: readonly Upload[],
  vraag: Vraag,
  { db, zoek }: { db: Db; zoek: Zoek },
): Promise<Controle> {
  const keuze = await kiesOrganisatie(soort, invoer, vraag, zoek);
  const bestanden = controleerBestanden(MET_BIJLAGEN.includes(soort) ? uploads : []);
  const zinnen = zoekerIn(zinnenBij(soort, vraag));
  const gelezen = leesGepost(verzoekBeantwoorden.invoer, gepostMet(soort, invoer, keuze.bevoegd), zinnen);
  const vanDeDaad = gelezen.gelukt
    ? []
    : gelezen.fouten
        .map(({ veld, tekst }) => ({ veld: veldVan(veld), tekst }))
        .filter(({ veld }) => veld !== 'toelichting' || !hoeftNietsTeSchrijven(soort, invoer));
  const fouten = samen(vanDeDaad, [
    ...keuze.fouten,
    ...controleerDatum(soort, invoer, vraag),
    ...controleerMaildomein(soort, invoer, vraag),
    ...controleerBevestiging(soort, invoer),
    ...bestanden.fouten,
  ]);
  if (!gelezen.gelukt || fouten.length > 0) return { soort: 'fout', fouten, keuze: keuze.gevonden };
  const voorstel = await verzoekBeantwoorden.opdracht(gelezen.invoer, { db, verzoek: vraag.verzoek });
  if ('fouten' in voorstel) {
    const vanDeGegevens = voorstel.fouten.map((fout) => ({
      veld: veldVan(fout.pad.join('.')),
      tekst: invoerfout(fout.pad, fout.soort, zinnen).zin,
    }));
    return { soort: 'fout', fouten: vanDeGegevens, keuze: keuze.gevonden };
  }
  const { antwoord, tekst = {} } = voorstel;
  return { soort: 'goed', antwoord, tekst, bestanden: bestanden.goed };
}

/** Of a field that the act refuses the page says nothing more. */
function samen(vanDeDaad: readonly Formulierfout[], vanDePagina: readonly Formulierfout[]): Formulierfout[] {
  const erbij = vanDePagina.filter(({ veld }) => !vanDeDaad.some((fout) => fout.veld === veld));
  return opVolgorde([...vanDeDaad, ...erbij]);
}

/** Whoever names an organisatie need not say why, also while it is still being looked up. */
function hoeftNietsTeSchrijven(soort: Antwoordsoort, invoer: Invoer): boolean {
  return soort === 'niet_bevoegd' && invoer.toelichting === '' && noemtIemand(invoer);
}

/** The days for which something may be promised are those of this question. */
function controleerDatum(
  soort: Antwoordsoort,
  invoer: Invoer,
  { vandaag, uiterlijkeToezegging }: Vraag,
): Formulierfout[] {
  const datum = datumUit(invoer.datum);
  if (soort !== 'toegezegd' || (datum > vandaag && datum <= uiterlijkeToezegging)) return [];
  return [{ veld: 'datum', tekst: `Kies een datum na vandaag, en uiterlijk ${voluit(uiterlijkeToezegging)}.` }];
}

function controleerBevestiging(soort: Antwoordsoort, { klopt }: Invoer): Formulierfout[] {
  const bevestiging = TE_BEVESTIGEN[soort];
  return bevestiging === undefined || klopt === 'ja' ? [] : [{ veld: 'klopt', tekst: bevestiging.fout }];
}
