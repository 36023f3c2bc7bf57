import type { Response } from 'express';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Sends a page: static HTML, nothing of React reaches the browser. */
export function sendPage(res: Response, page: ReactElement, status = 200): void {
  res.status(status).set('content-type', 'text/html; charset=utf-8');
  res.send(`<!doctype html>${renderToStaticMarkup(page)}`);
}
