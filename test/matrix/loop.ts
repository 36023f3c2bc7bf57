import { randomUUID } from 'node:crypto';

import { ROUTES } from '#api/routes/index.ts';
import type { Client } from '#test/support/app.ts';

import { LICHAMEN } from './lichamen.ts';
import { leest, leestOverWie, PERSONEN, ROL_VAN, rollenVan, schrijftOverWie, type Zicht, zichtOp } from './verwacht.ts';
import { KANARIE, type Wereld, type Zaak } from './zaken.ts';

/** One question of one person. */
interface Cel {
  persoon: string;
  operatie: string;
  zaak: Zaak | null;
  methode: string;
  pad: string;
}

/** What came of it, without its body. */
export interface Uitslag {
  persoon: string;
  operatie: string;
  situatie: string | null;
  status: number;
  code: string | null;
  /** Kanaries, numbers and ids of signalen that stood in the answer and not in the question. */
  gevonden: readonly string[];
  /** The refusal, without what of the question it repeats. */
  weigering: string | null;
}

/**
 * Asks everything of everybody. It changes nothing: acts come with a version that is no longer, or only look ahead. Everything is read;
 * of the acts one in `deel` is asked, so that each still meets each person, each situation and each sight.
 */
export async function loopLangs(
  app: Pick<Client, 'url' | 'token'>,
  wereld: Wereld,
  { deel, personen = PERSONEN }: { deel: number; personen?: readonly string[] },
): Promise<Uitslag[]> {
  const cellen = personen.flatMap((persoon, p) => cellenVan(persoon, wereld, (nr) => (nr + p) % deel === 0));
  const uitslagen: Uitslag[] = [];
  const rij = cellen[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: TEGELIJK }, async () => {
      for (const cel of rij) uitslagen.push(await stel(app, cel, wereld));
    }),
  );
  return uitslagen;
}

const TEGELIJK = 6;

function cellenVan(
  persoon: string,
  { zaken, agendas, patroon, voorstel, rapport, les }: Wereld,
  vraagt: (nr: number) => boolean,
): Cel[] {
  const api = ROUTES.flatMap(({ contract: { method: methode, path } }, r): Cel[] => {
    const operatie = `${methode} ${path}`;
    if (!path.startsWith('/signalen/{signaal}'))
      return [
        {
          persoon,
          operatie,
          zaak: null,
          methode,
          pad: `/api/v1${gevuld(path, { patroon, voorstel, rapport, les })}${ZOEKDEEL[operatie] ?? ''}`,
        },
      ];
    return zaken
      .filter(({ situatie }, z) => methode === 'get' || ZELDEN.includes(zichtOp(persoon, situatie)) || vraagt(r + z))
      .map((zaak) => ({
        persoon,
        operatie,
        zaak,
        methode,
        pad: `/api/v1${gevuld(path, { signaal: zaak.nummer, verzoek: zaak.verzoek, bijlage: zaak.bijlage })}${ZOEKDEEL[operatie] ?? ''}`,
      }));
  });
  const agenda = { persoon, operatie: AGENDA, zaak: null, methode: 'get', pad: agendas[persoon] ?? '' };
  return [...api, agenda];
}

/** Sights that few have, so that each is asked everything. */
const ZELDEN: readonly Zicht[] = ['eigen', 'gewist'];

/** Whoever has the address of a calendar reads it. */
export const AGENDA = 'get /agenda/{token}.ics';
/** Nothing has this id. */
export const ONBEKEND = '00000000-0000-4000-8000-000000000000';

/** Takes a file and no JSON. */
const EEN_PDF = '%PDF-1.4 een brief';
const BESTAND = 'post /signalen/{signaal}/casusbestanden';

/** What a search cannot do without. */
const ZOEKDEEL: Readonly<Record<string, string>> = {
  'get /gemeenten': '?naam=gron',
  'get /organisaties': '?naam=zorg',
  'get /uitvoer/{tijdvak}': '?doel=onderzoek',
  [BESTAND]: '?deel=brief&bestandsnaam=brief.pdf',
};

const DELEN: Readonly<Record<string, string>> = {
  lijst: 'doelgroep',
  verwerkingsactiviteit: 'signaal-inzien-1',
  organisatie: 'GM0014',
  gebruiker: 'coordinator.zuid',
  van: '2027-01-01',
  datum: '2030-01-01',
  vorm: 'csv',
  soort: 'lessen',
  tijdvak: '2027',
};

function gevuld(pad: string, eigen: Readonly<Record<string, string>>): string {
  const delen: Record<string, string> = { ...DELEN, ...eigen };
  return pad.replaceAll(/\{(\w+)\}/g, (_, naam: string) => delen[naam] ?? ONBEKEND);
}

async function stel({ url, token }: Pick<Client, 'url' | 'token'>, cel: Cel, wereld: Wereld): Promise<Uitslag> {
  const { persoon, operatie, zaak, methode, pad } = cel;
  const lichaam = methode === 'get' || methode === 'delete' ? undefined : lichaamVan(operatie);
  const reply = await fetch(`${url}${pad}`, {
    method: methode.toUpperCase(),
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${await token(persoon)}`,
      'idempotency-key': randomUUID(),
      ...(lichaam !== undefined && { 'content-type': operatie === BESTAND ? 'application/pdf' : 'application/json' }),
      // No signaal has had as many versions.
      ...(zaak !== null && methode === 'post' && !operatie.endsWith('_vooraf') && { 'if-match': '"999999"' }),
    },
    ...(lichaam !== undefined && { body: operatie === BESTAND ? EEN_PDF : JSON.stringify(lichaam) }),
  });
  const { status, headers } = reply;
  const tekst = await reply.text();
  const isProbleem = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return {
    persoon,
    operatie,
    situatie: zaak?.situatie ?? null,
    status,
    code: isProbleem ? String(JSON.parse(tekst).code) : null,
    gevonden: gevondenIn(`${tekst}\n${[...headers].join('\n')}`, `${pad} ${JSON.stringify(lichaam)}`, wereld),
    weigering: isProbleem ? zonderVraag(tekst, zaak) : null,
  };
}

/** Complete and correct for acts on a signaal; of all else so wrong that it changes nothing. */
function lichaamVan(operatie: string): unknown {
  if (!operatie.startsWith('post /signalen/{signaal}')) return { onbekend: true };
  const daad = operatie.replace('post /signalen/{signaal}/', '').replace('/_vooraf', '');
  const lichaam = LICHAMEN[daad];
  if (lichaam === undefined) throw new TypeError(`${operatie} has no body in the matrix`);
  return lichaam ?? undefined;
}

export function gevondenIn(tekst: string, vraag: string, { zaken }: Pick<Wereld, 'zaken'>): string[] {
  const namen = zaken.flatMap(({ id, nummer }) => [id, nummer]);
  const gevonden = [...(tekst.match(KANARIE) ?? []), ...namen.filter((naam) => tekst.includes(naam))];
  return [...new Set(gevonden)].filter((een) => !vraag.includes(een));
}

function zonderVraag(tekst: string, zaak: Zaak | null): string {
  if (zaak === null) return tekst;
  return [zaak.nummer, zaak.id, zaak.verzoek, zaak.bijlage].reduce((rest, deel) => rest.replaceAll(deel, '…'), tekst);
}

/** Everything that this person may find, wherever it stands. The log names every signaal by its number. */
export function magVinden(persoon: string, wereld: Wereld): Set<string> {
  const mag = new Set(leestAccounts(persoon) ? Object.values(wereld.adressen).map(kanarieIn) : []);
  mag.add(kanarieIn(wereld.adressen[persoon] ?? ''));
  for (const zaak of wereld.zaken) {
    const zicht = zichtOp(persoon, zaak.situatie);
    for (const { kanarie, situatie, deel } of wereld.kanaries)
      if (situatie === zaak.situatie && leest(persoon, situatie).includes(deel)) mag.add(kanarie);
    if (kentRegel(zicht)) mag.add(zaak.id).add(zaak.nummer);
    // Functioneel beheer confirms by number what is erased.
    if (persoon === 'auditor' || (persoon === 'beheer' && zaak.situatie === 'gewist')) mag.add(zaak.nummer);
  }
  return mag;
}

function kentRegel(zicht: Zicht): boolean {
  return zicht === 'alles' || zicht === 'eigen' || zicht === 'regel' || zicht === 'gewist';
}

/** Functioneel beheer keeps the accounts, with their addresses, and auditors look at that. */
function leestAccounts(persoon: string): boolean {
  return persoon === 'beheer' || persoon === 'auditor';
}

export function kanarieIn(adres: string): string {
  return adres.split('@')[0] ?? '';
}

/** The statuses that this question may be answered with. */
export function verwachteStatus({ persoon, operatie, situatie }: Uitslag, wereld: Wereld): readonly number[] {
  if (operatie === AGENDA) return [200];
  const rol = ROL_VAN[persoon.split('.')[0] ?? ''];
  if (rol === undefined || !rollenVan(operatie).includes(rol)) return [403];
  const zaak = wereld.zaken.find((een) => een.situatie === situatie);
  return zaak === undefined ? zonderZaak(operatie) : metZaak(operatie, persoon, zaak);
}

function zonderZaak(operatie: string): readonly number[] {
  // What is final stays.
  if (operatie === 'delete /rapporten/{rapport}') return [409];
  if (operatie.startsWith('delete ')) return [403, 404];
  // Nobody has begun one with that id.
  if (operatie === 'get /termijnbeleid/simulaties/{simulatie}') return [404];
  return operatie.startsWith('get ') ? [200] : operatie === 'post /ik/agendasleutels' ? [400] : [400, 403, 404, 415];
}

function metZaak(operatie: string, persoon: string, { situatie, bijlage }: Zaak): readonly number[] {
  const zicht = zichtOp(persoon, situatie);
  if (zicht === 'niets') return [404];
  if (zicht === 'regel') return [403];
  if (zicht === 'gewist') return [410];
  if (operatie.endsWith('/casusbijlage')) return [leestOverWie(persoon, situatie) ? 200 : 403];
  // No file has that id.
  if (operatie.endsWith('/{bestand}'))
    return [operatie.startsWith('get ') || schrijftOverWie(persoon, situatie) ? 404 : 403];
  if (operatie.endsWith('/{bijlage}')) return bijlage === ONBEKEND || zicht === 'eigen' ? [404] : [200];
  if (operatie.startsWith('get ')) return [200];
  if (operatie.includes('/samenvoegingen') || operatie.includes('/patroonkoppelingen')) return [400];
  const isOverVerzoek = operatie.includes('{verzoek}');
  if (operatie.endsWith('/_vooraf')) return isOverVerzoek ? [200, 403, 404, 409] : [200, 403, 409];
  return isOverVerzoek ? [404, 412] : [412];
}
