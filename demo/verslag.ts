import { moment, verhaal as vertel } from '#activities/reis/verhaal.ts';
import { text } from '#db/columns.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { rows, sql } from '#db/sql.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { alsGebeurtenis } from '#domain/signaal/zinnen.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { type Mail, readMailbox } from '#platform/smtp.ts';

import { leesOpeningen, leesPost, type Brief } from './post.ts';
import type { Verhaal } from './verhaal.ts';
import type { Wereld, Zaak } from './wereld.ts';

const MINUUT = 60_000;
/** Steps begin and end in the record; what people follow is what happened. */
const ONDERHUIDS: readonly string[] = ['stap_begonnen', 'stap_geeindigd', 'mijlpaal_vervallen'];
const ALLES = 10_000;
const INSPRING = ' '.repeat(46);

/** What happened, which mail went out and what its links were used for, as a person would tell it. */
export async function toonTijdlijn(wereld: Wereld, { naam, wat }: Verhaal, zaak: Zaak): Promise<string> {
  const gebeurtenissen = (await leesVerslag(wereld.db, zaak.id, 0, ALLES)).map(alsGebeurtenis);
  const namen = await leesNamen(wereld, zaak);
  const noem = (id: string): string => namen.get(id) ?? id;
  const regels = vertel(gebeurtenissen, noem).map(({ op, werkdag, wat: gebeurd, aanZet }) => ({
    op,
    regel: `  ${moment(op).padEnd(36)} wd ${String(werkdag).padStart(2)}  ${gebeurd}${aanZet === '' ? '' : `  → aan zet: ${aanZet}`}`,
  }));
  const post = [...new Map((await leesPost(wereld.db, zaak)).map((brief) => [brief.messageId, brief])).values()];
  const mails = new Map((await readMailbox(wereld.postDir)).map((mail) => [mail.messageId, mail]));
  const brieven = post.map((brief, plaats) => ({
    op: brief.op,
    regel: alsBrief({
      nummer: zaak.nummer,
      wie: noem(brief.wie),
      mail: mails.get(brief.messageId),
      isNieuw: post.findIndex(({ soort, wie }) => soort === brief.soort && wie === brief.wie) === plaats,
    }),
  }));
  const openingen = (await leesOpeningen(wereld.db, zaak)).map(({ op, adres }) => ({
    op,
    regel: `${INSPRING}🔑 ${noem(adres)} vult de code in en leest de vraag`,
  }));
  return [
    `\n${naam} (${zaak.nummer}). ${wat}\n`,
    ...[...regels, ...brieven, ...openingen]
      .toSorted((een, ander) => (een.op === ander.op ? 0 : een.op < ander.op ? -1 : 1))
      .map(({ regel }) => regel),
  ].join('\n');
}

/** Every way in which what happened differs from what had to happen. */
export async function vergelijk(
  wereld: Wereld,
  verhaal: Pick<Verhaal, 'verwacht' | 'post'>,
  zaak: Zaak,
): Promise<string[]> {
  const gebeurtenissen = (await leesGebeurtenissen(wereld.db, zaak.id, ALLES)).filter(
    ({ soort }) => !ONDERHUIDS.includes(soort),
  );
  const post = await leesPost(wereld.db, zaak);
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

/** What is missing and what is too much; when it is all there, what is out of order. */
function verschillen(wat: string, verwacht: readonly string[], gebeurd: readonly string[]): string[] {
  const fouten = [
    ...zonder(verwacht, gebeurd).map((regel) => `${wat} ontbreekt: "${regel}"`),
    ...zonder(gebeurd, verwacht).map((regel) => `${wat} te veel: "${regel}"`),
  ];
  const anders = verwacht.findIndex((regel, plaats) => regel !== gebeurd[plaats]);
  return fouten.length > 0 || anders === -1
    ? fouten
    : [`${wat} ${anders + 1} verwisseld: verwacht "${verwacht[anders]}", gebeurd "${gebeurd[anders]}"`];
}

function zonder(alle: readonly string[], weg: readonly string[]): string[] {
  const over = [...weg];
  return alle.filter((regel) => {
    const plaats = over.indexOf(regel);
    if (plaats !== -1) over.splice(plaats, 1);
    return plaats === -1;
  });
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
    case 'verzoek_gedaan':
      return [g.verzoeksoort, g.organisatie ?? g.persoon ?? ''];
    case 'verzoek_beantwoord':
      return [g.antwoord.soort, ...watErbijHoort(g)];
    case 'geen_reactie':
      return g.definitief ? ['definitief'] : [];
    case 'domeindiscussie_gezien':
      return [...g.organisaties];
    case 'uitkomst_gemeld':
      return [g.uitkomst];
    case 'ervaring_gemeld':
      return [g.ervaring];
    case 'heropend':
      return [g.niveau];
    case 'terugblik_gevraagd':
      return ['dag', g.dag];
    default:
      return [];
  }
}

function watErbijHoort({ antwoord, vastgelegd }: Extract<Gebeurtenis, { soort: 'verzoek_beantwoord' }>): string[] {
  const erbij =
    antwoord.soort === 'toegezegd' ? antwoord.datum : antwoord.soort === 'niet_bevoegd' ? antwoord.bevoegd : null;
  return [...(erbij === null ? [] : [erbij]), ...(vastgelegd ? ['vastgelegd'] : [])];
}

/** Amsterdam date and time to the minute. */
function minuut(op: Tijdstip): string {
  return new Date(op).toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' }).slice(0, 16);
}

/** The subject, what it says when its like was not there before, of a digest the lines about this signaal, and the link of a ketenpartner. */
function alsBrief({
  nummer,
  wie,
  mail,
  isNieuw,
}: {
  nummer: string;
  wie: string;
  mail: Mail | undefined;
  isNieuw: boolean;
}): string {
  if (mail === undefined) return `${INSPRING}✉ ${wie}: niet bezorgd`;
  const alineas = mail.text.trim().split('\n\n');
  const lijn = alineas.find((alinea) => alinea.startsWith(`${nummer}\n`));
  const zinnen = alineas.slice(1).filter((alinea) => !alinea.includes('\n') && !/^\S+( \S+)?: /.test(alinea));
  const inhoud = lijn?.split('\n').slice(1) ?? (isNieuw ? zinnen : []);
  const eronder = [
    ...inhoud.filter((regel) => !regel.includes('http')),
    ...(/https?:\S+\/verzoek\/[\w-]+/.exec(mail.text) ?? []),
  ];
  return [`${INSPRING}✉ ${wie}: ${mail.subject}`, ...eronder.map((regel) => `${INSPRING}    ${regel.trim()}`)].join(
    '\n',
  );
}

/** Names of everybody and everything that has an id or an address in this signaal. */
async function leesNamen({ db }: Wereld, { id }: Zaak): Promise<Map<string, string>> {
  const namen = await rows(
    db,
    sql`select id, naam from gebruiker union all select id, naam from organisatie
        union all select p.email, p.contactpersoon || ' (' || o.naam || ')' from partij p join organisatie o on o.id = p.organisatie where p.stroom = ${id}::uuid
        union all select p.escalatie_email, p.escalatie_naam || ' (' || o.naam || ')' from partij p join organisatie o on o.id = p.organisatie
                   where p.stroom = ${id}::uuid and p.escalatie_email is not null`,
    { id: text, naam: text },
  );
  return new Map(namen.map((wie) => [wie.id, wie.naam]));
}

/** Every mail arrived in the mailbox, exactly once. */
async function postVerschillen({ postDir }: Wereld, post: readonly Brief[]): Promise<string[]> {
  const bezorgd = (await readMailbox(postDir)).map(({ messageId }) => messageId);
  return [...new Set(post.map(({ messageId }) => messageId))].flatMap((messageId) => {
    const keer = bezorgd.filter((ander) => ander === messageId).length;
    return keer === 1 ? [] : [`Mail ${messageId} is ${keer} keer bezorgd.`];
  });
}
