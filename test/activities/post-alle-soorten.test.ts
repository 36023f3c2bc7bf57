import assert from 'node:assert/strict';

import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Berichtsoort, BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Mail } from '#platform/smtp.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday. */
const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';
const COLLEGA = 'coordinator.oost2';
const LOKET = 'loket@zk.voorbeeld.nl';
const PATROON = '019a0000-0000-7000-8000-000000000000';
const HOGEROP = 'wim@zk.voorbeeld.nl';

/** How a kind of bericht comes to be, what its mail says, and what makes it lapse. */
interface Verloop {
  /** The signaal up to and with what gives rise to it. */
  zaak: () => Zaak;
  /** Whose address it goes to. */
  aan: string;
  /** What its reader reads, in the subject or the text. */
  leest: RegExp;
  /** What happens before it is sent, so that nobody needs it any more; `null` when whatever happens it still tells something. */
  vervalt: ((zaak: Zaak, nu: Tijdstip) => void) | null;
}

const oppakken: Opdrachtinhoud = { soort: 'oppakken' };
const intrekken: Opdrachtinhoud = { soort: 'intrekken' };
const vrijgeven: Opdrachtinhoud = { soort: 'vrijgeven' };
const escaleren: Opdrachtinhoud = { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} };
const opgelost = antwoord('v', { soort: 'opgelost' });

function uitkomst(terugkoppeling = true): Opdrachtinhoud {
  return { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling, tekst: {} };
}

function toewijzen(aan: string): Opdrachtinhoud {
  return { soort: 'toewijzen', aan };
}

function terugleggen(aan: string): Opdrachtinhoud {
  return { soort: 'terugleggen', aan, instemming: true, tekst: {} };
}

/** Picked up by coordinator.oost, and then these acts, at the same moment. */
function opgepakt(...daden: readonly [string, Opdrachtinhoud][]): Zaak {
  return met(Zaak.opgepakt(MAANDAG), ...daden);
}

function met(zaak: Zaak, ...daden: readonly [string, Opdrachtinhoud][]): Zaak {
  for (const [door, daad] of daden) zaak.doe(MAANDAG, door, daad);
  return zaak;
}

/** With the clock up to this date, at one past nine. */
function tot(zaak: Zaak, datum: string, uur = 9): Zaak {
  zaak.klok(om(datum, uur, 1));
  return zaak;
}

const navraag = (): Opdrachtinhoud =>
  verzoekDoen('v', { verzoeksoort: 'navraag', organisatie: null, escalatiecontact: false });
const consultatie = (): Opdrachtinhoud =>
  verzoekDoen('v', { verzoeksoort: 'consultatie', organisatie: null, persoon: 'landelijk2', escalatiecontact: false });

/** Landelijk sent it back, and the coordinator brings it up again: landelijk has it again. */
function weerOmhoog(): Zaak {
  const zaak = Zaak.landelijk(MAANDAG);
  return met(zaak, ['landelijk', terugleggen(DOOR)], [DOOR, escaleren]);
}

/** Filed as ANDERS, with a decision. */
function zonderSoort(): Zaak {
  return Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }, { knelpunttypen: ['ANDERS'] });
}

function tweemaalNietGeholpen(): Zaak {
  const nietGeholpen: Opdrachtinhoud = { soort: 'ervaringMelden', ervaring: 'helpt_niet' };
  return opgepakt([DOOR, uitkomst()], ['metgezel', nietGeholpen], [DOOR, uitkomst()], ['metgezel', nietGeholpen]);
}

const doe =
  (door: string, daad: Opdrachtinhoud) =>
  (zaak: Zaak, nu: Tijdstip): void => {
    zaak.doe(nu, door, daad);
  };

const ALLE: Readonly<Record<Berichtsoort, Verloop>> = {
  ontvangen: {
    zaak: () => Zaak.ingediend(MAANDAG),
    aan: 'metgezel',
    leest: /Dank u wel voor uw signaal/,
    vervalt: null,
  },
  opgepakt: {
    zaak: opgepakt,
    aan: 'metgezel',
    leest: /Naam van coordinator\.oost gaat met uw signaal aan de slag/,
    vervalt: doe(DOOR, vrijgeven),
  },
  verplaatst: {
    zaak: () => opgepakt([DOOR, escaleren]),
    aan: 'metgezel',
    leest: /Het signaal ligt nu bij het landelijk team/,
    vervalt: doe('landelijk', terugleggen(DOOR)),
  },
  teruggekoppeld: {
    zaak: () => opgepakt([DOOR, uitkomst()]),
    aan: 'metgezel',
    leest: /Er is een antwoord op uw signaal/,
    vervalt: null,
  },
  patroonantwoord: {
    zaak: () =>
      opgepakt(
        [DOOR, { soort: 'bijPatroonVoegen', patroon: PATROON }],
        [DIENST, { soort: 'patroonantwoordGeven', patroon: PATROON, versie: 1, tekst: {} }],
      ),
    aan: 'metgezel',
    leest: /speelde bij meer gezinnen/,
    vervalt: null,
  },
  ingetrokken: {
    zaak: () => opgepakt(['metgezel', intrekken]),
    aan: DOOR,
    leest: /De melder heeft dit signaal ingetrokken/,
    vervalt: null,
  },
  aan_u_toegewezen: {
    zaak: () => met(Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }), [COLLEGA, toewijzen(DOOR)]),
    aan: DOOR,
    leest: /is aan u toegewezen/,
    vervalt: doe(COLLEGA, toewijzen(COLLEGA)),
  },
  aan_u_overgedragen: {
    zaak: weerOmhoog,
    aan: 'landelijk',
    leest: /Daarom bent u nu weer de behandelaar/,
    vervalt: doe('landelijk2', toewijzen('landelijk2')),
  },
  aan_u_teruggelegd: {
    zaak: () => met(Zaak.landelijk(MAANDAG), ['landelijk', terugleggen(DOOR)]),
    aan: DOOR,
    leest: /is aan u teruggelegd/,
    vervalt: doe(COLLEGA, toewijzen(COLLEGA)),
  },
  wacht_op_oppakken: {
    zaak: () => Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }),
    aan: DOOR,
    leest: /Wilt u het oppakken, of aan iemand toewijzen\?/,
    vervalt: doe(COLLEGA, oppakken),
  },
  overdracht_gevraagd: {
    zaak: () => tot(Zaak.ingediend(MAANDAG), '2027-07-08', 0),
    aan: 'metgezel',
    leest: /Wilt u een (?:korte )?overdracht schrijven/,
    vervalt: doe('metgezel', intrekken),
  },
  overdracht_vastgelegd: {
    zaak: () => {
      const zaak = tot(Zaak.ingediend(MAANDAG), '2027-07-08', 0);
      zaak.doe(om('2027-07-08'), DOOR, oppakken);
      zaak.doe(om('2027-07-08'), 'metgezel', { soort: 'overdrachtVastleggen', tekst: {} });
      return zaak;
    },
    aan: DOOR,
    leest: /overdracht/,
    vervalt: doe(COLLEGA, toewijzen(COLLEGA)),
  },
  herinnering_oppakken: {
    zaak: () => tot(Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }), '2027-06-10'),
    aan: DOOR,
    leest: /Nog niemand behandelt dit signaal/,
    vervalt: doe(COLLEGA, oppakken),
  },
  herinnering_behandelen: {
    zaak: () => tot(opgepakt(), '2027-06-29'),
    aan: DOOR,
    leest: /Herinnering: signaal .* heeft nog geen uitkomst/,
    vervalt: doe(DOOR, uitkomst()),
  },
  herinnering_terugkoppelen: {
    zaak: () => tot(opgepakt([DOOR, uitkomst(false)]), '2027-06-14'),
    aan: DOOR,
    leest: /de melder van signaal .* wacht op uw antwoord/,
    vervalt: doe(DOOR, { soort: 'terugkoppelen', tekst: {} }),
  },
  niet_opgepakt: {
    zaak: () => tot(Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' }), '2027-06-11', 0),
    aan: 'landelijk',
    leest: /niemand heeft het op tijd opgepakt/,
    vervalt: doe(DOOR, oppakken),
  },
  termijn_verstreken: {
    zaak: () => tot(Zaak.landelijk(MAANDAG), '2027-07-08', 0),
    aan: 'leiding',
    leest: /De termijn van signaal .* is voorbij/,
    vervalt: doe('landelijk', uitkomst()),
  },
  terugkoppeling_te_laat: {
    zaak: () => tot(opgepakt([DOOR, uitkomst(false)]), '2027-06-15', 0),
    aan: 'landelijk',
    leest: /de melder heeft niet op tijd antwoord gekregen/,
    vervalt: doe(DOOR, { soort: 'terugkoppelen', tekst: {} }),
  },
  duurt_lang: {
    zaak: () => tot(Zaak.landelijk(MAANDAG), '2027-08-31', 0),
    aan: 'leiding',
    leest: /is na 60 werkdagen nog niet afgesloten/,
    vervalt: doe('landelijk', uitkomst()),
  },
  terugblik: {
    zaak: () => tot(opgepakt([DOOR, uitkomst()]), '2027-07-05'),
    aan: 'metgezel',
    leest: /Hoe gaat het nu\?/,
    vervalt: doe('metgezel', { soort: 'ervaringMelden', ervaring: 'helpt' }),
  },
  losgelaten: {
    zaak: () => opgepakt(['landelijk', vrijgeven]),
    aan: DOOR,
    leest: /U bent niet meer de behandelaar/,
    vervalt: doe(COLLEGA, toewijzen(DOOR)),
  },
  hervat: {
    zaak: () => tot(opgepakt([DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-08' }]), '2027-06-09', 0),
    aan: DOOR,
    leest: /De pauze van signaal .* is voorbij/,
    vervalt: doe(DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-30' }),
  },
  aanpak_verlopen: {
    zaak: () =>
      tot(
        met(Zaak.landelijk(MAANDAG), ['landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-15', tekst: {} }]),
        '2027-06-15',
        0,
      ),
    aan: 'landelijk',
    leest: /Wilt u opnieuw kijken naar de aanpak/,
    vervalt: doe('landelijk2', toewijzen('landelijk2')),
  },
  spoed_gevraagd: {
    zaak: () => opgepakt(['metgezel', { soort: 'spoedVragen', tekst: {} }]),
    aan: COLLEGA,
    leest: /vraagt om spoed/,
    vervalt: doe(DOOR, { soort: 'indelingWijzigen', indeling: { urgentie: 'spoed' } }),
  },
  meedenken: {
    zaak: () => opgepakt([DOOR, { soort: 'meedenkerToevoegen', persoon: 'oco' }]),
    aan: 'oco',
    // Who asked handles it, and is named once.
    leest: /Wilt u meedenken over signaal[^]*wat u ervan vindt\.\s+Behandelaar: Naam van coordinator\.oost Telefoon/,
    vervalt: doe(DOOR, uitkomst()),
  },
  aangevuld: {
    zaak: () => opgepakt(['metgezel', { soort: 'aanvullen', besluit: null, tekst: {} }]),
    aan: DOOR,
    leest: /heeft iets toegevoegd/,
    vervalt: null,
  },
  samengevoegd: {
    zaak: () => opgepakt(['landelijk', { soort: 'samenvoegen', met: 'ander' }]),
    aan: 'metgezel',
    leest: /gaat verder in een ander signaal/,
    vervalt: null,
  },
  duplicaat: {
    zaak: () => opgepakt(['landelijk', { soort: 'duplicaatOpnemen', van: 'ander' }]),
    aan: DOOR,
    leest: /Een ander signaal ging over hetzelfde\. Dat is nu gesloten/,
    vervalt: null,
  },
  vraag_gestopt: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')], ['landelijk', { soort: 'samenvoegen', met: 'ander' }]),
    aan: DOOR,
    leest: /Is het antwoord nog nodig\? Bel dan wie dit heeft gedaan/,
    vervalt: null,
  },
  melder_vertrokken: {
    zaak: () => opgepakt([DIENST, { soort: 'melderVertrokken' }]),
    aan: DOOR,
    leest: /Een antwoord op dit signaal bereikt nu niemand/,
    vervalt: null,
  },
  heropend: {
    zaak: () => opgepakt([DOOR, uitkomst()], ['metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet' }]),
    aan: DOOR,
    leest: /Dit signaal is weer open, en u bent de behandelaar/,
    vervalt: doe(DOOR, uitkomst()),
  },
  helpt_niet: {
    zaak: tweemaalNietGeholpen,
    aan: DOOR,
    leest: /laat opnieuw weten dat .* niet helpt/,
    vervalt: doe(COLLEGA, { soort: 'heropenen', tekst: {} }),
  },
  termijn_verschoven: {
    zaak: () => opgepakt(['landelijk', { soort: 'verlengen', tekst: {} }]),
    aan: DOOR,
    leest: /De termijn van dit signaal is verlengd/,
    vervalt: doe(COLLEGA, toewijzen(COLLEGA)),
  },
  herinnering_indelen: {
    zaak: () => tot(met(zonderSoort(), [DOOR, oppakken]), '2027-06-29'),
    aan: DOOR,
    leest: /welk soort knelpunt/,
    vervalt: doe(DOOR, { soort: 'indelingWijzigen', indeling: { knelpunttypen: ['INDICATIE'] } }),
  },
  indeling_te_laat: {
    zaak: () => tot(met(zonderSoort(), [DOOR, oppakken]), '2027-07-06', 0),
    aan: 'landelijk',
    leest: /is nog niet ingedeeld/,
    vervalt: doe(DOOR, { soort: 'indelingWijzigen', indeling: { knelpunttypen: ['INDICATIE'] } }),
  },
  herinnering_bezwaar: {
    zaak: () =>
      tot(opgepakt(['metgezel', { soort: 'aanvullen', besluit: { datum: '2027-06-01' }, tekst: {} }]), '2027-06-29'),
    aan: 'metgezel',
    leest: /denk aan de termijn voor bezwaar/,
    vervalt: doe('metgezel', { soort: 'aanvullen', besluit: { datum: '2027-06-20' }, tekst: {} }),
  },
  navraag: {
    zaak: () => opgepakt([DOOR, navraag()]),
    aan: 'metgezel',
    leest: /heeft een vraag aan u/,
    vervalt: doe(DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }),
  },
  herinnering_navraag: {
    zaak: () => tot(opgepakt([DOOR, navraag()]), '2027-06-14'),
    aan: 'metgezel',
    leest: /Herinnering: wilt u de vraag/,
    vervalt: doe('metgezel', antwoord('v', { soort: 'informatie' })),
  },
  navraag_onbeantwoord: {
    zaak: () => tot(opgepakt([DOOR, navraag()]), '2027-06-15', 0),
    aan: DOOR,
    leest: /Naam van metgezel heeft uw vraag niet op tijd beantwoord\. Bel Naam van metgezel, 06/,
    vervalt: doe('metgezel', antwoord('v', { soort: 'informatie' })),
  },
  consultatie: {
    zaak: () => opgepakt([DOOR, consultatie()]),
    aan: 'landelijk2',
    leest: /Wilt u advies geven/,
    vervalt: doe(DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }),
  },
  verzoek: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')]),
    aan: LOKET,
    leest: /Een vraag van Metgezel/,
    vervalt: doe(DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }),
  },
  herinnering_verzoek: {
    zaak: () => tot(opgepakt([DOOR, verzoekDoen('v')]), '2027-06-14'),
    aan: LOKET,
    leest: /Herinnering: wilt u antwoorden/,
    vervalt: doe(contactVan('v'), opgelost),
  },
  verzoek_hogerop: {
    zaak: () => tot(opgepakt([DOOR, verzoekDoen('v')]), '2027-06-22', 0),
    aan: HOGEROP,
    leest: /Uw organisatie heeft nog niet geantwoord/,
    vervalt: doe(contactVan('v'), opgelost),
  },
  verzoek_vervallen: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')], [DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }]),
    aan: LOKET,
    leest: /U hoeft niet meer te antwoorden/,
    vervalt: null,
  },
  informatie: {
    zaak: () =>
      opgepakt(
        [DOOR, verzoekDoen('v')],
        [contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' })],
        [DOOR, { soort: 'informatieGeven', verzoek: 'v', tekst: {} }],
      ),
    aan: LOKET,
    leest: /U vroeg om meer informatie/,
    vervalt: doe(DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' }),
  },
  nakoming: {
    zaak: () => tot(toegezegd(), '2027-06-10'),
    aan: LOKET,
    leest: /Is het gelukt\?/,
    vervalt: doe(contactVan('v'), opgelost),
  },
  antwoord: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')], [contactVan('v'), opgelost]),
    aan: DOOR,
    leest: /antwoord/,
    vervalt: null,
  },
  bevestiging: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')], [contactVan('v'), opgelost]),
    aan: LOKET,
    leest: /Wij hebben uw antwoord ontvangen/,
    vervalt: null,
  },
  partij_zwijgt: {
    zaak: () => tot(opgepakt([DOOR, verzoekDoen('v')]), '2027-06-22', 0),
    aan: DOOR,
    leest: /escalatiecontact/,
    vervalt: doe(contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' })),
  },
  geen_reactie: {
    zaak: () => tot(opgepakt([DOOR, verzoekDoen('v')]), '2027-06-30', 0),
    aan: DOOR,
    leest: /De termijn voor antwoord op een vraag/,
    vervalt: doe(contactVan('v'), opgelost),
  },
  niet_nagekomen: {
    zaak: () => tot(toegezegd(), '2027-06-15', 0),
    aan: DOOR,
    leest: /is niet nagekomen/,
    vervalt: doe(contactVan('v'), opgelost),
  },
  onbestelbaar: {
    zaak: () => opgepakt([DOOR, verzoekDoen('v')], [DIENST, { soort: 'verzoekOnbestelbaar', verzoek: 'v' }]),
    aan: DOOR,
    leest: /is niet aangekomen/,
    vervalt: doe(DOOR, uitkomst()),
  },
  post_onbestelbaar: {
    zaak: () => opgepakt([DIENST, { soort: 'postOnbestelbaar', persoon: 'metgezel' }]),
    aan: DOOR,
    leest: /Onze mail aan Naam van metgezel over dit signaal is niet aangekomen/,
    vervalt: null,
  },
  domeindiscussie: {
    zaak: () =>
      opgepakt(
        [DOOR, verzoekDoen('v')],
        [DOOR, verzoekDoen('w', { organisatie: 'GM0193' })],
        [contactVan('v'), antwoord('v', { soort: 'niet_bevoegd', bevoegd: null })],
        [contactVan('w'), antwoord('w', { soort: 'niet_bevoegd', bevoegd: null })],
      ),
    aan: DOOR,
    leest: /van het kastje naar de muur/,
    vervalt: doe(COLLEGA, toewijzen(COLLEGA)),
  },
};

/** What is told again while nothing changes, and what the second mail says that the first did not. */
const HERHAALD = {
  niet_opgepakt: {
    zaak: () => tot(met(Zaak.landelijk(MAANDAG), ['landelijk', vrijgeven]), '2027-06-22', 0),
    aan: 'leiding',
    leest: /Na 10 werkdagen heeft nog niemand signaal .* opgepakt/,
  },
  termijn_verstreken: {
    zaak: () => tot(Zaak.landelijk(MAANDAG), '2027-07-15', 0),
    aan: 'leiding',
    leest: /heeft na 27 werkdagen nog geen uitkomst/,
  },
  terugkoppeling_te_laat: {
    zaak: () => tot(opgepakt([DOOR, uitkomst(false)]), '2027-06-22', 0),
    aan: 'landelijk',
    leest: /wacht na 10 werkdagen nog op antwoord/,
  },
  indeling_te_laat: {
    zaak: () => tot(met(zonderSoort(), [DOOR, oppakken], [DOOR, escaleren]), '2027-07-13', 0),
    aan: 'leiding',
    leest: /^(?!.*Niemand heeft nog gekozen).*Niemand heeft na 25 werkdagen nog gekozen welk soort knelpunt/s,
  },
  duurt_lang: {
    zaak: () => tot(Zaak.landelijk(MAANDAG), '2027-09-28', 0),
    aan: 'leiding',
    leest: /is na 80 werkdagen nog niet afgesloten/,
  },
  terugblik: {
    zaak: () => tot(opgepakt([DOOR, uitkomst()]), '2027-07-12'),
    aan: 'metgezel',
    leest: /^Herinnering: hoe gaat het nu\?[^]*Wij hebben dat nog niet gehoord/,
  },
} satisfies Partial<Record<Berichtsoort, Pick<Verloop, 'zaak' | 'aan' | 'leest'>>>;

function toegezegd(): Zaak {
  return opgepakt(
    [DOOR, verzoekDoen('v')],
    [contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-09' })],
  );
}

/** What ends everything: what still tells something after this, never lapses. */
function sluit(zaak: Zaak, nu: Tijdstip): void {
  if (zaak.nu.status === 'afgesloten') return;
  zaak.doe(nu, 'metgezel', intrekken);
}

/** What somebody reads of a mail that is laid out. */
function leesbaar(html: string): string {
  const zonder = html.replace(/<head>[^]*<\/head>/, '').replaceAll(/<\/?(?:p|div|h\d|li|br|a|strong)\b[^>]*>/g, ' ');
  return zonder
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
}

/** A line of plain text, as it reads where links are buttons and what belongs to a name stands below it. */
function zonderLink(regel: string): string {
  return regel
    .replace(/https?:\/\/\S+$/, '')
    .replace(/^-+$/, '')
    .replace('de link hieronder', 'de knop hieronder')
    .replace(/^(Termijn|Behandelaar|Telefoon|Ingediend door|Gedaan door|Uw contact bij Metgezel):/, '$1')
    .replace(/:$/, '')
    .trim();
}

/** What is laid out and what is plain text of a mail say the same. */
function zegtTweemaalHetzelfde(mail: Mail): void {
  const opgemaakt = leesbaar(mail.html);
  for (const regel of mail.text.split('\n').map(zonderLink))
    assert.ok(opgemaakt.includes(regel), `only in plain text: ${regel}`);
  for (const [, adres = ''] of mail.html.matchAll(/href="(http[^"]*)"/g))
    assert.ok(mail.text.includes(adres), `only in the page: ${adres}`);
}

describe('every kind of bericht', () => {
  let kamer: Postkamer;
  let signalen = 0;
  before(async () => {
    kamer = await Postkamer.open();
    await rows(
      kamer.db,
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
          values ('GM0193', 'Wmo-loket', 'Ilse Kuiper', 'wmo@gm.voorbeeld.nl', '038 123 4503')`,
    );
  });
  after(() => kamer[Symbol.asyncDispose]());
  afterEach(async () => {
    await rows(kamer.db, sql`update bericht set status = 'vervallen' where status = 'wacht'`);
  });

  for (const soort of BERICHTSOORTEN) {
    const { leest, vervalt } = ALLE[soort];

    it(`${soort} arrives in the mailbox`, async () => {
      const { status, mail } = await lever(soort);
      assert.ok(mail, `no mail: the bericht is ${status}`);
      assert.match(`${mail.subject}\n${mail.text.replaceAll('\n', ' ')}`, leest);
      if (/S-\d{4}/.test(mail.subject))
        assert.match(mail.html, /<h1[^>]*>[^<]*<span style="white-space:nowrap">S-\d{4}-\d{4}<\/span>/, 'on one line');
      zegtTweemaalHetzelfde(mail);
    });

    it(vervalt === null ? `${soort} goes whatever happens` : `${soort} lapses once it is overtaken`, async () => {
      const { status, mail } = await lever(soort, vervalt ?? sluit);
      if (vervalt === null) assert.ok(mail, 'it is still told');
      else assert.deepEqual([mail?.subject, status], [undefined, 'vervallen']);
    });
  }

  for (const [soort, geval] of Object.entries(HERHAALD)) {
    it(`${soort} says when it is told again`, async () => {
      const { mail } = await lever(soort as Berichtsoort, undefined, geval);
      assert.match(`${mail?.subject}\n${mail?.text.replaceAll('\n', ' ')}`, geval.leest);
    });
  }

  /** The desk was mailed, and then this question was handed on to piet; returns every mail to him, as one line each. */
  async function doorgegeven(door: string): Promise<string[]> {
    const collega = 'piet@voorbeeld.nl';
    const zaak = opgepakt([DOOR, verzoekDoen('v')]);
    signalen += 1;
    const nummer = `S-2027-${String(signalen).padStart(4, '0')}`;
    const stuur = async (nu: Tijdstip): Promise<void> => {
      await kamer.bewaar(zaak, nummer, nu);
      await kamer.bezorg();
    };
    await stuur(om('2027-06-07', 10, 1));
    zaak.doe(om('2027-06-07', 10, 2), door, {
      soort: 'verzoekBeantwoorden',
      verzoek: 'v',
      antwoord: { soort: 'doorgegeven' },
      tekst: { 'collega.naam': 'Piet Prins', 'collega.email': collega },
    });
    await stuur(om('2027-06-07', 10, 3));
    tot(zaak, '2027-06-14');
    await stuur(om('2027-06-14', 9, 16));
    const alle = (await kamer.mails()).filter(({ to, subject }) => to.includes(collega) && subject.includes(nummer));
    for (const mail of alle) zegtTweemaalHetzelfde(mail);
    return alle.map((mail) => mail.text.replaceAll('\n', ' '));
  }

  it('tells a colleague to whom a question was handed on who did that, in the question and in its reminder', async () => {
    const alle = await doorgegeven(contactVan('v'));
    assert.equal(alle.length, 2);
    for (const tekst of alle) {
      assert.match(
        tekst,
        /Iemand van Naam van ZK \(loket@zk\.voorbeeld\.nl\) heeft deze vraag aan u doorgegeven\. Vraag het daar gerust na\./,
      );
      assert.doesNotMatch(tekst, /ons contact bij/);
    }
  });

  it('tells them so without an address of another organisation when the behandelaar did it on the word of the party', async () => {
    const alle = await doorgegeven(DOOR);
    assert.equal(alle.length, 2);
    for (const tekst of alle) {
      assert.match(tekst, /Iemand van Naam van ZK liet ons weten dat wij u deze vraag kunnen stellen\./);
      assert.doesNotMatch(tekst, /loket@zk/);
    }
  });

  /** Stores what happened, at the moment that it did, then what overtook it; then the time of the bericht comes. */
  async function lever(
    soort: Berichtsoort,
    daarna?: (zaak: Zaak, nu: Tijdstip) => void,
    { zaak: maak, aan }: Pick<Verloop, 'zaak' | 'aan'> = ALLE[soort],
  ): Promise<{ status: string; mail: Mail | undefined }> {
    const zaak = maak();
    const { laatsteOp } = zaak.nu;
    signalen += 1;
    const nummer = `S-2027-${String(signalen).padStart(4, '0')}`;
    const stroom = await kamer.bewaar(zaak, nummer, laatsteOp);
    const [bericht] = await rows(
      kamer.db,
      sql`select id, tijdstip(niet_voor) as op from bericht
           where stroom = ${stroom} and soort = ${soort} and coalesce(gebruiker, adres) = ${aan} order by id desc limit 1`,
      { id: text, op: text },
    );
    assert.ok(bericht, `nobody wrote a bericht of ${soort} to ${aan}`);
    daarna?.(zaak, alsTijdstip(msVan(laatsteOp) + 1000));
    await kamer.bewaar(zaak, nummer, alsTijdstip(Math.max(msVan(bericht.op), msVan(zaak.nu.laatsteOp)) + 1000));
    await kamer.bezorg();
    const [na] = await rows(
      kamer.db,
      sql`select b.status, z.adres, z.message_id from bericht b left join zending z on z.id = b.zending where b.id = ${bericht.id}`,
      { status: text, adres: orNull(text), message_id: orNull(text) },
    );
    const mail = (await kamer.mails()).find(
      ({ messageId, to }) => messageId === na?.message_id && to.includes(na.adres ?? ''),
    );
    return { status: na?.status ?? '', mail };
  }
});
