import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';

import { type Client, nieuwSignaal } from './app.ts';

/** A les that is complete and correct, about this signaal or patroon, with what a test wants otherwise. */
export function nieuweLes(bron: string, anders: Record<string, unknown> = {}): Record<string, unknown> {
  return { bron, ...lesinhoud(anders) };
}

/** The text of a next version. */
export function lesinhoud(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    titel: 'Vraag om een gesprek met alle partijen aan één tafel',
    watWerkte: 'De casemanager zette het zorgkantoor en de gemeente aan één tafel. Toen was binnen een week besloten.',
    knelpunttypen: ['DOMEIN'],
    geldigTotDatum: over(365),
    ...anders,
  };
}

/** That many days from today, in Amsterdam. */
export function over(dagen: number): string {
  return plusDagen(datumVan(new Date().toISOString()), dagen);
}

/** A signaal that metgezel.noord filed, and solved alone. Returns its nummer. */
export async function losOp(
  app: Client,
  anders: Record<string, unknown> = {},
  wie = 'metgezel.noord',
  uitkomst: 'opgelost' | 'deels_opgelost' = 'opgelost',
): Promise<string> {
  const { body } = await app.as(wie).post('/signalen', nieuwSignaal(anders));
  const gemeld = { uitkomst, toelichting: 'Het is geregeld.', terugkoppeling: 'Het is geregeld.' };
  const { status, body: gesloten } = await app.as(wie).post(`/signalen/${body.nummer}/uitkomsten`, gemeld);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(gesloten)}`);
  return body.nummer;
}

/** A les of metgezel.noord that landelijk approved, so that all may read it. Returns its nummer. */
export function leer(app: Client, bron: string, anders: Record<string, unknown> = {}): Promise<string> {
  const doe: Doe = async (wie, pad, inhoud) => {
    const { status, body } = await app.as(wie).post(pad, inhoud);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  return schrijfGoed(doe, 'metgezel.noord', nieuweLes(bron, anders));
}

/** Sends a request of somebody. */
export type Doe = (wie: string, pad: string, inhoud: object) => Promise<{ les: { nummer: string } }>;

/** Has it written, and approved by landelijk. Returns its nummer. */
export async function schrijfGoed(doe: Doe, wie: string, les: object): Promise<string> {
  const { nummer } = (await doe(wie, '/lessen', les)).les;
  await doe('landelijk', `/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
  return nummer;
}
