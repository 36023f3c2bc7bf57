import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { alleOrganisaties } from '#db/queries/organisaties.ts';
import { schoon } from '#domain/tekst.ts';
import { controleerTekst } from '#domain/tekst/controle.ts';
import { vondstzin } from '#domain/tekst/vondst.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Eerder, leesEerder } from './doen/eerder.ts';
import { type Vermoeden, voorstellenUit } from './doen/voorstellen.ts';
import { persoonVan } from './inloggen/persoon.ts';
import type { Toegang } from './inloggen/toegang.ts';
import { ontvang } from './ontvang.ts';

/** What is said about a text while it is typed. `voorstellen` and `eerder`: nothing where none are asked for. */
interface Meegelezen {
  zinnen: string[];
  voorstellen: Vermoeden[] | null;
  eerder: Eerder[];
}

interface Meelezeronderdelen {
  toegang: Toegang;
  database: Database;
  /** The wall clock (UTC). */
  nu: () => Tijdstip;
}

/** Reads along with whoever types. Nothing of the text is kept, and nothing is refused or decided yet. */
export function createMeelezer({ toegang, database, nu }: Meelezeronderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.post(ADRESSEN.meelezer.patroon, toegang.vereisPersoon, async (req, res) => {
    const { tekst: [getypt = ''] = [], voorstel } = await ontvang(req, res);
    const tekst = schoon(getypt, 'meer_regels');
    const persoon = persoonVan(req);
    const db = database.voor({ rol: 'lezer', persoon: persoon.id });
    const organisaties = async () => (await alleOrganisaties(db)).map(({ id, naam }) => ({ waarde: id, tekst: naam }));
    res.json({
      zinnen: controleerTekst(tekst).map(vondstzin),
      voorstellen: voorstel === undefined ? null : voorstellenUit(tekst, await organisaties()),
      eerder: voorstel === undefined ? [] : await leesEerder({ db, persoon }, tekst, nu()),
    } satisfies Meegelezen);
  });
  return router;
}
