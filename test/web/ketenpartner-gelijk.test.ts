import assert from 'node:assert/strict';

import fc from 'fast-check';

import { LANGE_TEKST } from '#contract/basis.ts';
import { type Antwoordsoort, codesVan, type Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { schoon, type Vorm } from '#domain/tekst.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { keren } from '#test/support/keren.ts';
import { Loket } from '#test/support/loket.ts';

const VANDAAG = datumVan(new Date().toISOString());
const [JAAR, MAAND, DAG] = plusDagen(VANDAAG, 9).split('-').map(Number);

/** What can be typed, right and wrong. An address at the organisation's own domain: that is asked by the page alone. */
const GETYPT = {
  toelichting: [
    '',
    ' \r\n ',
    '\u200b',
    '\u3164',
    'Omdat.',
    ' Eerst dit.\r\nDan\u00ad dat. ',
    'a\u0000b',
    'Bel mij op 06-12345678.',
    '😀'.repeat(LANGE_TEKST),
    '😀'.repeat(LANGE_TEKST + 1),
    'a\u0301'.repeat(LANGE_TEKST),
  ],
  datum: [
    '',
    plusDagen(VANDAAG, 9),
    `${DAG}-${MAAND}-${JAAR}`,
    VANDAAG,
    plusDagen(VANDAAG, 200),
    '2027-02-30',
    '1899-12-31',
    '2100-01-01',
    '25-3-27',
    'morgen',
    '2'.repeat(400),
  ],
  bevoegd: ['CIZ', 'weet_niet'],
  naam: ['', '\u2800', 'Piet Prins', '\u202ePiet\r\nPrins\u202c', 'p'.repeat(200), 'p'.repeat(201), 'Kijk op kwaad.nl'],
  email: [
    '',
    'piet@voorbeeld.nl',
    'Piet.Prins@Voorbeeld.NL',
    'pi\u00adet@voorbeeld.nl',
    'a..b@voorbeeld.nl',
    '.a@voorbeeld.nl',
    'andré@voorbeeld.nl',
    'a@b@voorbeeld.nl',
    `${'a'.repeat(65)}@voorbeeld.nl`,
    'piet@voorbeeld.nl, jan@voorbeeld.nl',
    `${'a'.repeat(300)}@voorbeeld.nl`,
  ],
} as const;
type Getypt = { readonly [K in keyof typeof GETYPT]: string };

const invoer: fc.Arbitrary<Getypt> = fc.record({
  toelichting: fc.constantFrom(...GETYPT.toelichting),
  datum: fc.constantFrom(...GETYPT.datum),
  bevoegd: fc.constantFrom(...GETYPT.bevoegd),
  naam: fc.constantFrom(...GETYPT.naam),
  email: fc.constantFrom(...GETYPT.email),
});

/** Of a navraag nobody outside is asked. */
const ANTWOORDEN = codesVan('antwoord').filter((soort) => soort !== 'informatie');
const VERZOEK_VAN: Partial<Record<Antwoordsoort, Verzoeksoort>> = {
  advies: 'consultatie',
  niet_mijn_deskundigheid: 'consultatie',
  aanvaard: 'warme_overdracht',
  niet_aanvaard: 'warme_overdracht',
};

describe('the form of a ketenpartner and the API', () => {
  let app: Client;
  const loketten = new Map<Verzoeksoort, Loket>();
  before(async () => (app = await startApp()));
  after(() => app.stop());

  /** With a question that nobody answered yet. */
  async function loketVoor(soort: Antwoordsoort): Promise<Loket> {
    const verzoeksoort = VERZOEK_VAN[soort] ?? 'vraag';
    const al = loketten.get(verzoeksoort);
    if (al !== undefined) return al;
    const loket = await Loket.gevraagd(app, verzoeksoort);
    await loket.open();
    loketten.set(verzoeksoort, loket);
    return loket;
  }

  /** Whether the behandelaar may record it, and otherwise at which fields of the form it is wrong; nothing changes. */
  async function inDeApi({ stroom, verzoek }: Loket, soort: Antwoordsoort, getypt: Getypt) {
    const pad = `/signalen/${stroom}/verzoeken/${verzoek}/antwoorden/_vooraf`;
    const { status, body } = await app.as('metgezel.noord').post(pad, bodyVan(soort, getypt));
    const fouten: { location: { pointer: string } }[] = status === 400 ? body.errors : [];
    return {
      mag: status === 200,
      velden: fouten.flatMap(({ location }) => VELD_VAN[location.pointer] ?? location.pointer),
    };
  }

  async function opHetFormulier(loket: Loket, soort: Antwoordsoort, getypt: Getypt) {
    const { status, body } = await loket.antwoord(soort, formulierVan(soort, getypt));
    if (status === 303) loketten.delete(VERZOEK_VAN[soort] ?? 'vraag');
    // For which days something may be promised the API tells when all else is right.
    const fouten = body.matchAll(/<li><a href="#([a-zA-Z]+)">(?!Kies een datum na vandaag)/g);
    const velden = Array.from(fouten, ([, veld = '']) => veld);
    return { mag: status === 303, velden };
  }

  for (const soort of ANTWOORDEN) {
    it(`take and refuse the same for ${soort}, and name the same fields`, async () => {
      await fc.assert(
        fc.asyncProperty(invoer, async (getypt) => {
          const loket = await loketVoor(soort);
          const api = await inDeApi(loket, soort, getypt);
          const formulier = await opHetFormulier(loket, soort, getypt);
          assert.equal(formulier.mag, api.mag);
          if (api.velden.length > 0) assert.deepEqual(formulier.velden.toSorted(), api.velden.toSorted());
        }),
        keren(soort === 'doorgegeven' ? 40 : 12),
      );
    });
  }
});

const VELD_VAN: Readonly<Record<string, readonly string[]>> = {
  '#/toelichting': ['toelichting'],
  '#/toegezegdDatum': ['datum'],
  '#/collega': ['collegaNaam', 'collegaEmail'],
  '#/collega/naam': ['collegaNaam'],
  '#/collega/email': ['collegaEmail'],
};

function formulierVan(soort: Antwoordsoort, { toelichting, datum, bevoegd, naam, email }: Getypt) {
  const wie = bevoegd === 'weet_niet' ? { bevoegd } : { bevoegd: 'andere', organisatie: bevoegd };
  return {
    toelichting,
    ...(soort === 'toegezegd' && { datum }),
    ...(soort === 'niet_bevoegd' && wie),
    ...(soort === 'doorgegeven' && { collegaNaam: naam, collegaEmail: email }),
  };
}

/** The same from a program, which sends text clean, a date as ISO 8601, and leaves out what it does not have. */
function bodyVan(soort: Antwoordsoort, { toelichting, datum, bevoegd, naam, email }: Getypt): object {
  const iso = datum === GETYPT.datum[2] ? GETYPT.datum[1] : datum;
  const collega = { ...gevuld('naam', naam), ...gevuld('email', email) };
  return {
    antwoord: soort,
    ...gevuld('toelichting', toelichting, 'meer_regels'),
    ...(soort === 'toegezegd' && gevuld('toegezegdDatum', iso)),
    ...(soort === 'niet_bevoegd' && bevoegd !== 'weet_niet' && { bevoegd }),
    ...(soort === 'doorgegeven' && Object.keys(collega).length > 0 && { collega }),
  };
}

function gevuld(veld: string, getypt: string, vorm: Vorm = 'een_regel'): object {
  const tekst = schoon(getypt, vorm);
  return tekst === '' ? {} : { [veld]: tekst };
}
