import type { Response } from 'express';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** How long to wait, in seconds, where nothing better is known. */
const WACHT = '60';

/** Sends a page: static HTML, nothing of React reaches the browser. Who must wait is told how long. */
export function sendPage(res: Response, page: ReactElement, status = 200): void {
  if ((status === 429 || status === 503) && !res.hasHeader('retry-after')) res.set('retry-after', WACHT);
  res.status(status).set('content-type', 'text/html; charset=utf-8');
  res.send(alsHtml(page));
}

/** A page as it goes over the line. */
export function alsHtml(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
