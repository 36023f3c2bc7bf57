import { moment, verhaal as vertel } from '#activities/reis/verhaal.ts';
import { leesGebeurtenissen } from '#db/queries/gebeurtenissen.ts';
import { rows, sql } from '#db/sql.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { readMailbox } from '#platform/smtp.ts';

import type { Verhaal } from './verhaal.ts';
import type { Wereld, Zaak } from './wereld.ts';

const MINUUT = 60_000;
/** Steps begin and end in the record; what people follow is what happened. */
const ONDERHUIDS: readonly string[] = ['stap_begonnen', 'stap_geeindigd', 'mijlpaal_vervallen'];
const ALLES = 10_000;

interface Brief {
  op: Tijdstip;
  wie: string;
  soort: string;
  messageId: string;
}

/** What happened and which mail went out, as a person would tell it. */
export async function toonTijdlijn(wereld: Wereld, { naam, wat }: Verhaal, zaak: Zaak): Promise<string> {
  const gebeurtenissen = await leesGebeurtenissen(wereld.db, zaak.id, ALLES);
  const mensen = await rows<{ id: string; naam: string }>(wereld.db, sql`select id, naam from gebruiker`);
  const namen = new Map(mensen.map((mens) => [mens.id, mens.naam]));
  const regels = vertel(gebeurtenissen, (id) => namen.get(id) ?? id).map(({ op, werkdag, wat: gebeurd, aanZet }) => ({
    op,
    regel: `  ${moment(op).padEnd(36)} wd ${String(werkdag).padStart(2)}  ${gebeurd}${aanZet === '' ? '' : `  → aan zet: ${aanZet}`}`,
  }));
  const post = (await leesPost(wereld, zaak)).map(({ op, wie, soort }) => ({
    op,
    regel: `${' '.repeat(46)}✉ ${namen.get(wie) ?? wie}: ${soort}`,
  }));
  const kop = `\n${naam} (${zaak.nummer}). ${wat}\n`;
  return [
    kop,
    ...[...regels, ...post].toSorted((een, ander) => (een.op < ander.op ? -1 : 1)).map(({ regel }) => regel),
  ].join('\n');
}

/** Every way in which what happened differs from what had to happen. */
export async function vergelijk(wereld: Wereld, verhaal: Verhaal, zaak: Zaak): Promise<string[]> {
  const gebeurtenissen = (await leesGebeurtenissen(wereld.db, zaak.id, ALLES)).filter(
    ({ soort }) => !ONDERHUIDS.includes(soort),
  );
  const post = await leesPost(wereld, zaak);
  return [
    ...verschillen('Gebeurtenis', verhaal.verwacht, gebeurtenissen.map(alsRegel)),
    ...verschillen(
      'Post',
      verhaal.post,
      post.map(({ op, wie, soort }) => `${minuut(op)} ${soort} → ${wie}`),
    ),
    ...gebeurtenissen.filter(isTeLaat).map((g) => `${alsRegel(g)}: pas vastgelegd om ${g.op}`),
    ...(await postVerschillen(wereld, post)),
  ];
}

function verschillen(wat: string, verwacht: readonly string[], gebeurd: readonly string[]): string[] {
  const lengte = Math.max(verwacht.length, gebeurd.length);
  return Array.from({ length: lengte }, (_, plaats) => {
    const [hoort, is] = [verwacht[plaats] ?? 'niets', gebeurd[plaats] ?? 'niets'];
    return hoort === is ? [] : [`${wat} ${plaats + 1}: verwacht "${hoort}", gebeurd "${is}"`];
  }).flat();
}

/** The clock must record within the minute in which something is due. */
function isTeLaat({ op, verschuldigdOp }: Gebeurtenis): boolean {
  return verschuldigdOp !== null && (op < verschuldigdOp || msVan(op) - msVan(verschuldigdOp) >= MINUUT);
}

function alsRegel(g: Gebeurtenis): string {
  return [minuut(g.verschuldigdOp ?? g.op), g.soort, ...bijzonderheden(g)].join(' ');
}

function bijzonderheden(g: Gebeurtenis): (string | number)[] {
  switch (g.soort) {
    case 'herinnerd':
      return [g.stapsoort, 'dag', g.dag];
    case 'gemeld':
      return [g.melding, 'dag', g.dag];
    case 'geescaleerd':
      return [g.naar, g.motief];
    case 'teruggelegd':
      return [g.naar];
    case 'uitkomst_gemeld':
      return [g.uitkomst];
    case 'terugblik_gevraagd':
      return ['dag', g.dag];
    default:
      return [];
  }
}

/** Amsterdam date and time to the minute. */
function minuut(op: Tijdstip): string {
  return new Date(op).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16);
}

async function leesPost({ db }: Wereld, { id }: Zaak): Promise<Brief[]> {
  return rows<Brief>(
    db,
    sql`select coalesce(tijdstip(z.op), 'niet verstuurd') as op, b.gebruiker as wie, b.soort, coalesce(z.message_id, '') as "messageId"
          from bericht b left join zending z on z.id = b.zending and z.status = 'verstuurd'
         where b.stroom = ${id}::uuid and b.status <> 'vervallen'
         order by date_trunc('minute', z.op), b.soort, b.gebruiker`,
  );
}

/** Every mail arrived in the mailbox, exactly once. */
async function postVerschillen({ postDir }: Wereld, post: readonly Brief[]): Promise<string[]> {
  const bezorgd = (await readMailbox(postDir)).map(({ messageId }) => messageId);
  return [...new Set(post.map(({ messageId }) => messageId))].flatMap((messageId) => {
    const keer = bezorgd.filter((ander) => ander === messageId).length;
    return keer === 1 ? [] : [`Mail ${messageId} is ${keer} keer bezorgd.`];
  });
}
