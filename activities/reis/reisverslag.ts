import { text } from '#db/columns.ts';
import { leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { leesSignaal, type Signaaldossier } from '#db/queries/signaal.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import { alsGebeurtenis } from '#domain/signaal/zinnen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';

import { moment, type Verhaalregel, verhaal } from './verhaal.ts';

/** More than any signaal has. */
const ALLES = 100_000;

/** What happened since `vertrek`, in lines for a terminal. */
export async function reisverslag(db: Db, vertrek: Signaaldossier): Promise<string> {
  const aankomst = await leesSignaal(db, vertrek.nummer);
  if (aankomst === null) throw new Error(`Signaal ${vertrek.nummer} is gone`);
  const genoemd = await rows(db, sql`select id, naam from gebruiker union all select id, naam from organisatie`, {
    id: text,
    naam: text,
  });
  const namen = new Map(genoemd.map(({ id, naam }) => [id, naam]));
  const verslag = (await leesVerslag(db, vertrek.id, 0, ALLES)).map(alsGebeurtenis);
  const onderweg = verhaal(verslag, (id) => namen.get(id) ?? id).filter(
    ({ volgnummer }) => volgnummer > vertrek.volgnummer,
  );
  const { kalender } = aankomst.staat;
  const werkdagen = werkdagenTussen(datumVan(vertrek.nu), datumVan(aankomst.nu), kalender);
  const volgende = volgendeMijlpaal(aankomst.staat);
  return [
    `${vertrek.nummer}: van ${moment(vertrek.nu)} naar ${moment(aankomst.nu)} (${werkdagen} ${werkdagen === 1 ? 'werkdag' : 'werkdagen'})`,
    '',
    ...(onderweg.length === 0 ? ['  Onderweg gebeurde er niets.'] : onderweg.map(alsRegel)),
    '',
    volgende === null ? 'Hierna doet de klok niets meer.' : `Hierna is de klok weer aan zet op ${moment(volgende.op)}.`,
  ].join('\n');
}

function alsRegel({ op, werkdag, wat, aanZet }: Verhaalregel): string {
  const dag = `werkdag ${werkdag}`.padEnd(12);
  return `  ${moment(op).padEnd(38)}${dag}${wat}${aanZet === '' ? '' : ` → aan zet: ${aanZet}`}`;
}
