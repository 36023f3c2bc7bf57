import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { namensWelkeCoordinator, treedtOpVoor } from '#domain/bevoegdheden.ts';
import { BETEKENIS } from '#domain/signaal/betekenis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { vorigeBehandelaar } from '#domain/signaal/ladder.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import type { Voorval } from './projectie.ts';
import type { Schakel } from './verloop.ts';

/** Appends to the record of a signaal; free text goes to a table of its own. */
export function schrijfVerslag(db: Db, voorval: Pick<Voorval, 'staat' | 'verloop' | 'kader'>): Promise<false> {
  return voegToe(db, voorval, ({ gebeurtenis, voor }) => namensWie(gebeurtenis, voor, voorval.kader));
}

/** The same for a patroon, which nobody handles in another's name. */
export function schrijfPatroonverslag(db: Db, voorval: Voorval<'patroon'>): Promise<false> {
  return voegToe(db, voorval, () => null);
}

async function voegToe<K extends Stroomsoort>(
  db: Db,
  { staat: { id: stroom }, verloop }: Pick<Voorval<K>, 'staat' | 'verloop'>,
  namensIn: (schakel: Schakel<K>) => string | null,
): Promise<false> {
  const delen = new Map<string, number>();
  const reeks = verloop.map((schakel) => {
    const { gebeurtenis, na } = schakel;
    const { soort, op, verschuldigdOp, bron, door, tekst: _tekst, ...data } = gebeurtenis;
    const deel = delen.get(bron) ?? 0;
    delen.set(bron, deel + 1);
    const namens = namensIn(schakel);
    return { volgnummer: na.volgnummer, soort, op, verschuldigd_op: verschuldigdOp, bron, deel, door, data, namens };
  });
  const verslag = sql`insert into gebeurtenis (stroom, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data, namens)
        select ${stroom}, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data, namens
          from jsonb_to_recordset(${jsonb(reeks)}) as nieuw (volgnummer int, soort text, op timestamptz,
               verschuldigd_op timestamptz, bron text, deel int, door text, data jsonb, namens text)`;
  const teksten = tekstenVan(verloop);
  await rows(
    db,
    teksten.length === 0
      ? verslag
      : sql`with verslag as (${verslag})
            insert into tekst select ${stroom}, volgnummer, veld, inhoud
              from jsonb_to_recordset(${jsonb(teksten)}) as nieuw (volgnummer int, veld text, inhoud text)`,
  );
  return false;
}

/**
 * The absent behandelaar or coordinator for whom this was done; null when it was done by a right of one's own, as behandelaar, coordinator
 * or filer, or by the clock.
 */
export function namensWie({ soort, door }: Gebeurtenis, voor: Staat | null, { personen }: Kader): string | null {
  const dader = personen[door ?? ''];
  if (dader === undefined || voor === null) return null;
  const { vanDeBehandelaar, vanDeCoordinator } = BETEKENIS[soort];
  const vorige = soort === 'overdracht_vastgelegd' ? vorigeBehandelaar(voor) : null;
  const behandelaars = vanDeBehandelaar ? [voor.behandelaar, vorige].filter((wie) => wie !== null) : [];
  if (behandelaars.includes(dader.id)) return null;
  const behandelaar = behandelaars.find((wie) => treedtOpVoor(dader, wie));
  return behandelaar ?? (vanDeCoordinator && dader.id !== voor.melder ? namensWelkeCoordinator(dader, voor) : null);
}

function tekstenVan(verloop: readonly Schakel<Stroomsoort>[]): { volgnummer: number; veld: string; inhoud: string }[] {
  return verloop.flatMap(({ gebeurtenis: { tekst = {} }, na: { volgnummer } }) =>
    Object.entries(tekst).map(([veld, inhoud]) => ({ volgnummer, veld, inhoud })),
  );
}
