import { type Request, type Response, Router } from 'express';

import { SESSIE_MINUTEN } from '#activities/ketenpartners/toegang.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { sendPage } from '../render.tsx';
import { leesVeld } from './invoer.ts';
import { Code, type CodeProps, Welkom } from './pages/toegang.tsx';
import { type Ketenpartnerpaginas, toonDodeLink } from './paginas.tsx';
import { COOKIE, koekjeVan } from './sessie.ts';

/** From a link in a mail to what is behind it: a code, mailed after a POST, opens it in one browser. */
export function createToegang({ ketenpartners, publicUrl, context }: Ketenpartnerpaginas): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get(ADRESSEN.partnerlink.patroon, async (req, res) => {
    const { token } = req.params;
    const aankondiging = await ketenpartners.kondigAan(token);
    if (aankondiging === null) return toonDodeLink(res, context);
    sendPage(res, <Welkom token={token} aankondiging={aankondiging} context={context} />);
  });

  router.get(ADRESSEN.partnercode.patroon, async (req, res) => {
    const { token } = req.params;
    await toonCode(res, token, {});
  });

  router.post(ADRESSEN.partnercode.patroon, async (req: Request<{ token: string }>, res) => {
    const { token } = req.params;
    const uitslag = await ketenpartners.vraagCode(token);
    if (uitslag === null) return toonDodeLink(res, context);
    if (uitslag === 'nieuw') return res.redirect(303, ADRESSEN.partnercode({ token }));
    const bericht = uitslag === 'te_vaak' ? TE_VAAK : AL_GESTUURD;
    if (uitslag === 'te_vaak') res.set('retry-after', String(CODE_WACHT_SECONDEN));
    await toonCode(res, token, { bericht, status: uitslag === 'te_vaak' ? 429 : 200 });
  });

  router.post(ADRESSEN.partneropen.patroon, async (req: Request<{ token: string }>, res) => {
    const { token } = req.params;
    const code = (await leesVeld(req, res, 'code')).replaceAll(/\D/g, '');
    const fout = (tekst: string): Promise<void> =>
      toonCode(res, token, { fouten: [{ veld: 'code', tekst }], status: 400 });
    if (code.length !== 6) return fout('Vul de zes cijfers van de code in.');
    const toets = await ketenpartners.open(token, code);
    if (toets === null) return toonDodeLink(res, context);
    if (toets.soort === 'verlopen') return fout('Deze code werkt niet meer. Vraag een nieuwe code.');
    if (toets.soort === 'fout') return fout(`Deze code klopt niet. U kunt het nog ${keren(toets.over)} proberen.`);
    res.cookie(COOKIE, toets.sessie, { ...koekjeVan(toets.link, publicUrl), maxAge: SESSIE_MINUTEN * 60_000 });
    res.redirect(303, ADRESSEN.partnervraag({ link: toets.link }));
  });

  return router;

  async function toonCode(
    res: Response,
    token: string,
    {
      fouten = [],
      bericht = null,
      status = 200,
    }: { fouten?: CodeProps['fouten']; bericht?: string | null; status?: number },
  ): Promise<void> {
    const aankondiging = await ketenpartners.kondigAan(token);
    if (aankondiging === null) return toonDodeLink(res, context);
    sendPage(res, <Code {...{ token, aankondiging, fouten, bericht, context }} />, status);
  }
}

const AL_GESTUURD = 'Wij hebben u net een code gestuurd. Kijk in uw mail. Over een minuut kunt u een nieuwe vragen.';
/** An hour, as the sentence says. */
const CODE_WACHT_SECONDEN = 3600;
const TE_VAAK =
  'U hebt te vaak een code gevraagd. Gebruik de laatste code, wacht een uur, of bel de persoon die in de mail staat.';

function keren(aantal: number): string {
  return aantal === 1 ? '1 keer' : `${aantal} keer`;
}
