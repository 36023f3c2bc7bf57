import type { Db } from '#db/sql.ts';
import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { isActueel } from './actueel.ts';
import type { Groep } from './brief.ts';
import { contacten } from './contacten.ts';
import { leesDagberichten, type Ontvanger } from './klaar.ts';
import { dagVan, groepenVan, lijnenVan } from './overzicht.ts';
import { zaakVan } from './zaak.ts';

/** Who reads: as the mail knows them, without where they are mailed. */
export interface Lezer extends Pick<Ontvanger, 'naam' | 'organisatie' | 'afgemeld'> {
  id: string;
  week: Werkweek | null;
}

/**
 * What the digest of today tells this person, sent or still to be sent: the lines of that mail, by the functions that write it, less what was
 * overtaken since. `db`: theirs, so that what they may no longer see is not there.
 */
export async function leesDagoverzicht(db: Db, lezer: Lezer): Promise<Groep[]> {
  const ontvanger: Ontvanger = { ...lezer, email: '', actief: true };
  const berichten = (await leesDagberichten(db, lezer.id)).filter((bericht) => isActueel(bericht, ontvanger));
  const [eerste] = berichten;
  if (eerste === undefined) return [];
  const mensen = await contacten(db, berichten);
  const inhoud = berichten.map((bericht) => ({ bericht, zaak: zaakVan(bericht, lezer.id, mensen), url: null }));
  const dag = dagVan({ week: lezer.week ?? STANDAARDWEEK }, datumVan(eerste.nu), eerste.staat.kalender);
  return groepenVan(lijnenVan(inhoud), dag);
}
