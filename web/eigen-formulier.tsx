import type { RequestHandler } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

import { Layout, type PageContext } from './layout.tsx';
import { sendPage } from './render.tsx';

const LEZEND = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Lets no other website post for somebody. Browsers say where a form came from (`Sec-Fetch-Site`), older ones only which site that was
 * (`Origin`, which with our referrer policy is `null` for our own). Whoever says neither is a program, or is stopped by the cookie,
 * which is not sent along from elsewhere.
 */
export function eigenFormulier(publicUrl: string, context: PageContext): RequestHandler {
  const { origin } = new URL(publicUrl);
  return (req, res, next) => {
    const vandaan = req.get('sec-fetch-site');
    const site = req.get('origin');
    const isVanOns =
      vandaan === undefined ? site === undefined || site === 'null' || site === origin : vandaan === 'same-origin';
    if (isVanOns || LEZEND.includes(req.method)) return next();
    sendPage(res, <VanElders context={context} />, 403);
  };
}

function VanElders({ context }: { context: PageContext }) {
  return (
    <Layout titel="Dit formulier komt niet van ons" hier="" context={context}>
      <h1>Dit formulier komt niet van ons</h1>
      <p className="inleiding">
        Een andere website wilde iets voor u versturen. Dat hebben wij niet gedaan. Er is niets veranderd.
      </p>
      <p>
        <a href={ADRESSEN.start()}>Naar de startpagina</a>
      </p>
    </Layout>
  );
}
