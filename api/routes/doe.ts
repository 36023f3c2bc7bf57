import type * as z from 'zod';

import { type Opties, Schrijffout, type Stand, StroomBezet } from '#activities/schrijven/uitvoeren.ts';
import type { GevolgSchema } from '#contract/gevolg.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import type { Fout } from '#contract/probleem.ts';
import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import { leesGebeurtenissen } from '#db/queries/gebeurtenissen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesSignaal, type Signaaldossier, type Signaalstand } from '#db/queries/signaal.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import type { Handelingsoort, Voorstel } from '#handelingen/handeling.ts';
import { ALLEEN_DE_REGEL, type Onleesbaar, vindDossier, vindStand } from '#handelingen/lezen.ts';
import { toonGevolg } from '#handelingen/vooruitblik.ts';

import type { Contract, Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { VOORAF } from '../route.ts';
import { fout } from '../validatie.ts';

/**
 * All of the signaal that the path names, once this person may read it. Throws the same Probleem 404 when it does not exist and when
 * this person may not see it, and 403 for who sees no more than its line.
 */
export async function eisSignaal({ db }: Diensten, idOfNummer: string, gebruiker: Gebruiker): Promise<Signaaldossier> {
  return eisLeesbaar(await vindDossier(db(), idOfNummer, gebruiker));
}

/** How it stands, for who is about to act. Throws the same. */
export async function eisStand({ db }: Diensten, idOfNummer: string, gebruiker: Gebruiker): Promise<Signaalstand> {
  return eisLeesbaar(await vindStand(db(), idOfNummer, gebruiker));
}

function eisLeesbaar<T extends object>(gevonden: T | Onleesbaar): T {
  if (gevonden === 'niets') throw nietGevonden('Dit signaal');
  if (gevonden === 'regel') throw new Probleem('geen_toegang', { detail: ALLEEN_DE_REGEL });
  return gevonden;
}

/** Carries out one act and answers with the signaal as it left it, also when the same request comes again later. */
export async function doe(
  diensten: Diensten,
  stroom: string,
  opdracht: Opdracht,
  gebruiker: Gebruiker,
  opties: Opties,
): Promise<Reply<SignaalWeergave>> {
  const antwoord = await inHetNet(() => diensten.voerUit(stroom, opdracht, opties));
  switch (antwoord.soort) {
    case 'geweigerd':
      throw new Probleem(antwoord.code, { detail: antwoord.reden });
    case 'verouderd':
      throw new Probleem('verouderd', {
        detail: 'Haal het signaal opnieuw op, kijk wat er veranderde en probeer het dan weer.',
        headers: { etag: await etagVoor(diensten, stroom, gebruiker) },
      });
    case 'gedaan': {
      const dossier = await leesSignaal(diensten.db(), stroom);
      if (dossier === null) throw new Error(`Signaal ${stroom} was written and cannot be read`);
      return antwoordMet(await zoalsToen(diensten, dossier, antwoord.stand), gebruiker);
    }
  }
}

/** What the act would lead to. Throws the Probleem with which the act itself would be refused. */
export async function blikVooruit(
  diensten: Diensten,
  stroom: string,
  opdracht: Opdracht,
  gebruiker: Gebruiker,
): Promise<Reply<z.infer<typeof GevolgSchema>>> {
  const uitslag = await inHetNet(() => diensten.vooraf(stroom, opdracht));
  if (uitslag.soort === 'geweigerd') throw new Probleem(uitslag.code, { detail: uitslag.reden });
  return { body: await toonGevolg(diensten.db(), { ...uitslag, opdracht }, gebruiker) };
}

export function antwoordMet(dossier: Signaaldossier, gebruiker: Gebruiker): Reply<SignaalWeergave> {
  const body = presentSignaal(dossier, gebruiker);
  return { body, versie: body.inhoudsversie };
}

/** The ETag with which this person would get the signaal now. */
async function etagVoor(diensten: Diensten, stroom: string, gebruiker: Gebruiker): Promise<string> {
  const { body } = antwoordMet(await eisSignaal(diensten, stroom, gebruiker), gebruiker);
  return etagVan(body.inhoudsversie, Buffer.from(JSON.stringify(body)));
}

/**
 * The signaal as an act left it. Others may have gone on since, so that what is answered, its ETag and what is answered to the
 * same request tomorrow are one thing.
 */
async function zoalsToen(
  { db }: Diensten,
  dossier: Signaaldossier,
  { volgnummer, nu }: Stand,
): Promise<Signaaldossier> {
  if (dossier.volgnummer === volgnummer) return { ...dossier, nu };
  const gebeurtenissen = await leesGebeurtenissen(db(), dossier.id, volgnummer);
  const staat = gebeurtenissen.reduce<Staat | null>(
    (eerder, gebeurtenis) => verwerk(eerder, dossier.id, gebeurtenis),
    null,
  );
  const [eerste, ...rest] = dossier.feiten;
  const feiten: Signaaldossier['feiten'] = [eerste, ...rest.filter((feit) => feit.volgnummer <= volgnummer)];
  return { ...dossier, nu, volgnummer, feiten, staat: staat ?? dossier.staat };
}

/** What only the data could tell is wrong with a request. */
export function ongeldig(fouten: readonly Fout[], detail = 'Er is niets veranderd.'): Probleem {
  return new Probleem('ongeldige_invoer', { detail, fouten });
}

/** What the writer throws, as a Probleem. */
export async function inHetNet<T>(werk: () => Promise<T>): Promise<T> {
  try {
    return await werk();
  } catch (error) {
    if (!(error instanceof Schrijffout)) throw error;
    throw new Probleem(error.reden, {
      detail: NIET_BEGONNEN[error.reden],
      ...(error instanceof StroomBezet && { headers: { 'retry-after': '2' } }),
      cause: error,
    });
  }
}

/** The id of an opdracht that is only looked ahead to. */
export const PROEF = 'vooraf';

/** The contract of asking what an act would lead to. */
export function voorafVan<const C extends Contract>(contract: C) {
  const { path, operatie, samenvatting, ...over } = contract;
  const { onderwerp: _o, omschrijving: _z, reply: _r, sleutel: _s, heeftVersie: _v, ...rest } = over;
  return {
    ...rest,
    path: `${path}${VOORAF}`,
    operatie: `${operatie}Vooraf`,
    onderwerp: 'Vooraf',
    samenvatting: `Bekijk vooraf: ${samenvatting.charAt(0).toLowerCase()}${samenvatting.slice(1)}`,
    omschrijving:
      'Zegt wat de opdracht zou doen: waarheen, tot wanneer, wie het hoort en wat eindigt. Er verandert niets.',
    vraagt: true,
  } as const;
}

/** What will be asked of the rules. Throws Probleem 400 with all that is wrong with it. */
export function eisGoed<S extends Handelingsoort>({ zoek }: Contract, voorstel: Voorstel<S>, detail: string) {
  if (!('fouten' in voorstel)) return voorstel;
  throw ongeldig(
    voorstel.fouten.map(({ pad, soort }) => fout('body', pad, soort, zoek)),
    detail,
  );
}

/** No signaal has this version: whoever knows none of ours is out of date. */
const GEEN_VERSIE = -1;

/** Of the versions that the asker knows the present one, if it is among them. */
export function gekendeVersie(versies: readonly number[] | undefined, huidig: number): number | undefined {
  return (
    versies?.find((versie) => versie === huidig) ?? (versies === undefined ? undefined : (versies[0] ?? GEEN_VERSIE))
  );
}
