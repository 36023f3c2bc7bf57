import { type Request, type Response, Router } from 'express';

import type { Voorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { zoekerIn } from '#contract/velden.ts';
import { weekVan, Werktijden, WERKTIJDENZINNEN } from '#contract/voorkeuren.ts';
import type { Database } from '#db/database.ts';
import { leesWerktijden } from '#db/queries/werktijden.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';

import type { Veldmelding } from '../components/formulier.tsx';
import { contextVan } from '../context.ts';
import { type Gepost, leesGepost } from '../formulier.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { MijnWerktijden, WEEKDAGEN, type Werktijdveld } from './pages/werktijden.tsx';

export interface Werktijdenonderdelen {
  toegang: Toegang;
  database: Database;
  voorkeuren: Voorkeuren;
  context: PageContext;
}

/** When somebody works: two times a day, and none for a free day. */
export function createWerktijden({ toegang, database, voorkeuren, context }: Werktijdenonderdelen): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const toon = (
    req: Request,
    res: Response,
    props: Partial<Parameters<typeof MijnWerktijden>[0]>,
    status = 200,
  ): void =>
    sendPage(
      res,
      <MijnWerktijden
        {...{ getypt: {}, fouten: [], nietVerstuurd: false, bewaard: false, ...props }}
        context={contextVan(req, context)}
      />,
      status,
    );

  router.get(ADRESSEN.werktijden.patroon, async (req, res) => {
    const getypt = await toegang.eerderIngevuld(req);
    if (getypt !== null) return toon(req, res, { getypt: zoalsGetypt(getypt), nietVerstuurd: true });
    const { id } = persoonVan(req);
    const week = await leesWerktijden(database.voor({ rol: 'lezer', persoon: id }), id);
    toon(req, res, { getypt: zoalsBewaard(week), bewaard: req.query['bewaard'] === 'ja' });
  });

  router.post(ADRESSEN.werktijden.patroon, async (req, res) => {
    const gepost = await ontvang(req, res);
    const dagen = dagenIn(gepost);
    const gelezen = leesGepost(Werktijden, perDag(gepost, dagen), ZINNEN);
    if (!gelezen.gelukt) {
      const fouten = gelezen.fouten.map((fout) => opDeDag(fout, dagen));
      return toon(req, res, { getypt: zoalsGetypt(gepost), fouten }, 422);
    }
    await voorkeuren.zetWerktijden(persoonVan(req).id, weekVan(gelezen.invoer));
    res.redirect(303, `${ADRESSEN.werktijden()}?bewaard=ja`);
  });
  return router;
}

const ZINNEN = zoekerIn(WERKTIJDENZINNEN);

const VELDEN: readonly Werktijdveld[] = WEEKDAGEN.flatMap((_, i) => [`van${i + 1}`, `tot${i + 1}`] as const);

function zoalsGetypt(gepost: Gepost): Partial<Record<Werktijdveld, string>> {
  return Object.fromEntries(VELDEN.map((veld) => [veld, gepost[veld]?.[0] ?? '']));
}

function zoalsBewaard(week: Werkweek): Partial<Record<Werktijdveld, string>> {
  return Object.fromEntries(
    Object.entries(week).flatMap(([dag, uren]) => [
      [`van${dag}`, uren?.van ?? ''],
      [`tot${dag}`, uren?.tot ?? ''],
    ]),
  );
}

/** The days of which something was filled in: 1 is Monday. */
function dagenIn(gepost: Gepost): number[] {
  const isIngevuld = (naam: string): boolean => (gepost[naam]?.[0] ?? '').trim() !== '';
  return WEEKDAGEN.map((_, i) => i + 1).filter((dag) => isIngevuld(`van${dag}`) || isIngevuld(`tot${dag}`));
}

/** The same form in the words of the schema. */
function perDag(gepost: Gepost, dagen: readonly number[]): Gepost {
  return Object.fromEntries(
    dagen.flatMap((dag, i) => [
      [`werkdagen.${i}.weekdag`, [String(dag)]],
      [`werkdagen.${i}.van`, gepost[`van${dag}`] ?? []],
      [`werkdagen.${i}.tot`, gepost[`tot${dag}`] ?? []],
    ]),
  );
}

/** A fault of the schema at its field of the page, with the day to which it belongs. */
function opDeDag({ veld, tekst }: Veldmelding, dagen: readonly number[]): Veldmelding {
  const [, nummer, deel] = /^werkdagen\.(\d+)\.(van|tot)$/.exec(veld) ?? [];
  const dag = nummer === undefined ? undefined : dagen[Number(nummer)];
  if (dag === undefined || deel === undefined) return { veld: 'van1', tekst };
  return { veld: `${deel}${dag}`, tekst: `${hoofdletter(WEEKDAGEN[dag - 1] ?? '')}: ${tekst}` };
}

function hoofdletter(woord: string): string {
  return `${woord.slice(0, 1).toUpperCase()}${woord.slice(1)}`;
}
