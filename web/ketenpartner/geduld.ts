import type { IncomingMessage } from 'node:http';

import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { isCode } from '#domain/beleid/codelijsten.ts';

import { LINK, sessieVan } from './sessie.ts';

export type Kop = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * Tells by its headers whether a request may take long to arrive: the answer to an open question, which may come with photos from
 * a phone on a slow line. Whoever has no open question is not waited for.
 */
export function createGeduld({ lees }: Pick<Ketenpartners, 'lees'>): (kop: Kop) => Promise<boolean> {
  return async ({ method, url = '', headers }) => {
    const [link = '', soort = ''] = url.split('/').slice(-2);
    if (method !== 'POST' || !LINK.test(link) || !isCode('antwoord', soort)) return false;
    if (url !== ADRESSEN.partnerantwoord({ link, soort })) return false;
    const sessie = sessieVan(headers.cookie);
    return sessie !== null && (await lees(sessie, link)) !== null;
  };
}
