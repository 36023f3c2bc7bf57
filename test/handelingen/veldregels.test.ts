import assert from 'node:assert/strict';

import fc from 'fast-check';
import type * as z from 'zod';

import { type Antwoordsoort, codesVan, HANDUITKOMSTEN, type Knelpunttype } from '#domain/beleid/codelijsten.ts';
import { DomainError } from '#domain/errors.ts';
import { type Antwoord, contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { keren } from '#test/support/keren.ts';
import { antwoord, indiening, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const NU = om('2027-06-07');
const MORGEN = '2027-06-08';
const DOOR = 'coordinator.oost';

const een = <const T extends string>(...codes: T[]): fc.Arbitrary<T> => fc.constantFrom(...codes);
const woorden = fc.constant('Omdat.');
/** Any of these fields filled in or left out. */
const wisselend = <T>(velden: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(velden, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const samen = <A, B>(vast: fc.Arbitrary<A>, wissel: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(vast, wissel).map(([a, b]) => ({ ...a, ...b }));
const doelgroepen = fc.uniqueArray(een('GEEN_VAN_DEZE', 'NAH', 'ASS'), { minLength: 1 });

describe('what holds between fields', () => {
  it('of a filing: the rules refuse what the schema refuses, and nothing else', () => {
    const invoer = samen(
      fc.record({
        knelpunt: woorden,
        doelgroepen,
        gemeente: fc.constant('GM0193'),
        organisatie: fc.constant('GM0193'),
        ondernomen: fc.constant([]),
        gezinWeetHet: fc.constant(true),
        wens: een(...codesVan('wens')),
      }),
      wisselend({ urgentie: een(...codesVan('urgentie')), motief: een('afgewezen', 'spoed'), spoedreden: woorden }),
    );
    gelijk(HANDELINGEN.indienen, invoer, ({ wens, urgentie = 'normaal', motief, spoedreden, doelgroepen: groepen }) => {
      const tekst = { knelpunt: 'Omdat.', ...(spoedreden !== undefined && { spoedreden }) };
      const inhoud = { ...indiening({ wens, urgentie, motief: motief ?? null }, { doelgroepen: groepen }), tekst };
      return () => void new Zaak().doe(NU, 'metgezel', inhoud);
    });
  });

  it('of an outcome', () => {
    const invoer = samen(
      fc.record({ uitkomst: een(...HANDUITKOMSTEN), toelichting: woorden }),
      wisselend({ systeemreden: een(...codesVan('systeemreden')) }),
    );
    ZAAK.doe(NU, DOOR, { soort: 'bijPatroonVoegen', patroon: 'patroon' });
    gelijk(HANDELINGEN.uitkomstMelden, invoer, ({ uitkomst, systeemreden = null, toelichting }) =>
      doet({ soort: 'uitkomstMelden', uitkomst, systeemreden, terugkoppeling: false, tekst: { toelichting } }),
    );
  });

  it('of a pause', () => {
    const invoer = samen(
      fc.record({ reden: een(...codesVan('pauzereden')), totEnMetDatum: fc.constant(MORGEN) }),
      wisselend({ toelichting: woorden }),
    );
    gelijk(HANDELINGEN.pauzeren, invoer, ({ reden, totEnMetDatum: tot, ...tekst }) =>
      doet({ soort: 'pauzeren', reden, tot, tekst: opgeschreven(tekst) }),
    );
  });

  it('of better codes', () => {
    const invoer = wisselend({
      doelgroepen,
      knelpunttypen: fc.constant(['INDICATIE'] satisfies Knelpunttype[]),
      urgentie: een('normaal', 'hoog'),
      toelichting: woorden,
    });
    gelijk(HANDELINGEN.indelingWijzigen, invoer, ({ toelichting, ...indeling }) =>
      doet({ soort: 'indelingWijzigen', indeling, tekst: opgeschreven({ toelichting }) }),
    );
  });

  it('of a verzoek', () => {
    const loket = fc.constant('01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21');
    const invoer = samen(
      fc.record({ soort: een(...codesVan('verzoeksoort')), vraag: woorden }),
      wisselend({ organisatie: een('ZK', 'CIZ'), persoon: een('oco', 'landelijk'), loket }),
    );
    gelijk(HANDELINGEN.verzoekDoen, invoer, ({ soort, organisatie = null, persoon = null, vraag, ...waar }) =>
      doet(verzoekDoen('nieuw', { verzoeksoort: soort, organisatie, persoon, tekst: { vraag }, ...waar })),
    );
  });

  it('of an answer', () => {
    const collega = fc.constant({ naam: 'Piet Prins', email: 'piet@voorbeeld.nl' });
    const invoer = samen(
      fc.record({ antwoord: een(...codesVan('antwoord')) }),
      wisselend({ toegezegdDatum: fc.constant(MORGEN), bevoegd: een('CIZ'), toelichting: woorden, collega }),
    );
    gelijk(
      HANDELINGEN.verzoekBeantwoorden,
      invoer,
      ({ antwoord: soort, toegezegdDatum, bevoegd, toelichting, collega: wie }) => {
        const inhoud = antwoordVan(soort, toegezegdDatum, bevoegd);
        if (inhoud === null) return null;
        const verzoek = soort === 'niet_nagekomen' ? 'beloofd' : VERZOEK_BIJ[soort];
        const tekst = opgeschreven({ toelichting, 'collega.naam': wie?.naam, 'collega.email': wie?.email });
        const door = verzoek === 'navraag' ? 'metgezel' : contactVan(verzoek);
        return doet({ soort: 'verzoekBeantwoorden', verzoek, antwoord: inhoud, tekst }, door);
      },
    );
  });
});

/** What the rules have no room for is null: a promise without a date, another answer with one. */
function antwoordVan(soort: Antwoordsoort, datum: string | undefined, bevoegd: string | undefined): Antwoord | null {
  if (datum !== undefined && soort !== 'toegezegd') return null;
  if (bevoegd !== undefined && soort !== 'niet_bevoegd') return null;
  if (soort === 'niet_bevoegd') return { soort, bevoegd: bevoegd ?? null };
  if (soort !== 'toegezegd') return { soort };
  return datum === undefined ? null : { soort, datum };
}

const VERZOEK_BIJ: Readonly<Record<Antwoordsoort, string>> = {
  toegezegd: 'vraag',
  opgelost: 'vraag',
  afgewezen: 'vraag',
  niet_bevoegd: 'vraag',
  meer_informatie_nodig: 'vraag',
  uitstel_gevraagd: 'vraag',
  doorgegeven: 'vraag',
  niet_nagekomen: 'beloofd',
  advies: 'consultatie',
  niet_mijn_deskundigheid: 'consultatie',
  aanvaard: 'overdracht',
  niet_aanvaard: 'overdracht',
  informatie: 'navraag',
};

/** A signaal in hand, with a verzoek of each kind. */
function opgepakt(): Zaak {
  const zaak = Zaak.opgepakt(NU);
  zaak.doe(NU, DOOR, verzoekDoen('vraag'));
  zaak.doe(NU, DOOR, verzoekDoen('beloofd', { organisatie: 'CIZ' }));
  zaak.doe(NU, contactVan('beloofd'), antwoord('beloofd', { soort: 'toegezegd', datum: MORGEN }));
  zaak.doe(NU, DOOR, verzoekDoen('consultatie', { verzoeksoort: 'consultatie' }));
  zaak.doe(NU, DOOR, verzoekDoen('overdracht', { verzoeksoort: 'warme_overdracht' }));
  zaak.doe(NU, DOOR, verzoekDoen('navraag', { verzoeksoort: 'navraag' }));
  return zaak;
}

const ZAAK = opgepakt();

function doet(opdracht: Opdrachtinhoud, door = DOOR): () => void {
  return () => void ZAAK.kopie().doe(NU, door, opdracht);
}

function opgeschreven(velden: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(velden).filter((paar): paar is [string, string] => paar[1] !== undefined));
}

/** The rules accept what the schema accepts, and refuse the rest with a sentence that the schema tells too. */
function gelijk<I>(
  { invoer: schema }: { invoer: z.ZodType },
  invoer: fc.Arbitrary<I>,
  daad: (invoer: I) => (() => void) | null,
): void {
  const gezien = { goed: 0, fout: 0 };
  fc.assert(
    fc.property(invoer, (gegeven) => {
      const uitslag = schema.safeParse(gegeven);
      const doe = daad(gegeven);
      gezien[uitslag.success ? 'goed' : 'fout'] += 1;
      const redenen = uitslag.error?.issues.map((issue) => issue.code === 'custom' && issue.params?.['reden']);
      const reden = doe === null ? redenen?.[0] : redenVan(doe);
      if (redenen === undefined) assert.equal(reden, null);
      else assert.ok(redenen.includes(reden), `${String(reden)} is not among ${redenen.join(' ')}`);
    }),
    keren(300),
  );
  assert.ok(gezien.goed > 0 && gezien.fout > 0, JSON.stringify(gezien));
}

/** Why the rules refuse it, or null. */
function redenVan(doe: () => void): string | null {
  try {
    doe();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}
