import {
  NieuweInformatie,
  NieuwVerzoek,
  Tegenhouding,
  Verlegging,
  VerzoekAntwoord,
  VerzoekIntrekking,
} from '#contract/verzoekopdrachten.ts';
import { heeftLoket } from '#db/queries/loketten.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import type { Antwoord, Teksten } from '#domain/signaal/opdracht.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Diensten } from '../diensten.ts';
import { fout } from '../validatie.ts';
import { daad, magTekst, verzoekdaad } from './daad.ts';
import { eisPersoon, ongeldig } from './doe.ts';

export const doeVerzoek = daad({
  path: 'verzoeken',
  operatie: 'doeVerzoek',
  samenvatting: 'Vraag iets aan een ketenpartner, een deskundige of de melder',
  omschrijving:
    'vraag: doe iets of antwoord. consultatie: denk mee. warme_overdracht: neem het over. navraag: vertel meer. ' +
    'Zolang een ketenpartner de tijd heeft, gaat het signaal niet vanzelf omhoog. ' +
    'Aan een organisatie zonder loket waar mail aankomt vraagt u niets: dan volgt 409 met wat u wel kunt doen. ' +
    'Het antwoord zegt ook of de organisatie gesloten is.',
  body: NieuwVerzoek,
})(async ({ soort, organisatie = null, persoon = null, loket, vraag }, { diensten, opdracht }) => {
  if (persoon !== null) await eisPersoon(diensten, 'persoon', persoon);
  if (organisatie !== null) await eisOrganisatie(diensten, organisatie, loket);
  return {
    soort: 'verzoekDoen',
    verzoek: uuidOf('verzoek', opdracht),
    verzoeksoort: soort,
    organisatie,
    persoon,
    escalatiecontact: organisatie !== null,
    ...(loket !== undefined && { loket }),
    tekst: { vraag },
  };
});

export const beantwoordVerzoek = verzoekdaad({
  path: 'antwoorden',
  operatie: 'beantwoordVerzoek',
  samenvatting: 'Beantwoord een verzoek, of leg vast wat een partij antwoordde',
  omschrijving:
    'De gevraagde persoon antwoordt zelf. De behandelaar legt vast wat een ketenpartner aan de telefoon zei.',
  body: VerzoekAntwoord,
})(async ({ antwoord: soort, toegezegdDatum, bevoegd, toelichting, collega }, verzoek, { diensten }) => {
  if (bevoegd !== undefined && !(await bestaandeOrganisaties(diensten.db(), [bevoegd])).has(bevoegd))
    throw ongeldig([fout('body', ['bevoegd'], 'onbekend')]);
  const tekst: Teksten = {
    ...(toelichting !== undefined && { toelichting }),
    ...(collega !== undefined && { 'collega.naam': collega.naam, 'collega.email': collega.email }),
  };
  return {
    soort: 'verzoekBeantwoorden',
    verzoek,
    antwoord: antwoordVan(soort, toegezegdDatum, bevoegd),
    ...(Object.keys(tekst).length > 0 && { tekst }),
  };
});

export const geefInformatie = verzoekdaad({
  path: 'informatie',
  operatie: 'geefInformatie',
  samenvatting: 'Geef de informatie waar een partij om vroeg',
  omschrijving: 'De vraag begint daarna opnieuw, met de volle termijn.',
  body: NieuweInformatie,
})(({ informatie }, verzoek) => ({ soort: 'informatieGeven', verzoek, tekst: { informatie } }));

export const houdTegen = verzoekdaad({
  path: 'tegenhoudingen',
  operatie: 'houdEscalatiecontactTegen',
  samenvatting: 'Houd de vraag aan het escalatiecontact één keer tegen',
  body: Tegenhouding,
})(({ toelichting }, verzoek) => ({ soort: 'tegenhouden', verzoek, tekst: { toelichting } }));

export const trekVerzoekIn = verzoekdaad({
  path: 'intrekkingen',
  operatie: 'trekVerzoekIn',
  samenvatting: 'Neem een verzoek terug',
  omschrijving: 'De link van de partij werkt daarna niet meer.',
  body: VerzoekIntrekking,
})((body, verzoek) => ({ soort: 'verzoekIntrekken', verzoek, ...magTekst('toelichting', body?.toelichting) }));

export const verlegVerzoek = verzoekdaad({
  path: 'verleggingen',
  operatie: 'verlegVerzoek',
  samenvatting: 'Leg een verzoek bij een ander van dezelfde organisatie',
  omschrijving: 'De klok loopt door. Zonder loket gaat het opnieuw naar het contact dat dit loket nu heeft.',
  body: Verlegging,
})(async (body, verzoek, { diensten, stand }) => {
  const organisatie = stand.staat.verzoeken.find(({ id }) => id === verzoek)?.organisatie ?? null;
  if (organisatie !== null && body?.loket !== undefined) await eisOrganisatie(diensten, organisatie, body.loket);
  return {
    soort: 'verzoekVerleggen',
    verzoek,
    ...(body?.loket !== undefined && { loket: body.loket }),
    ...magTekst('toelichting', body?.toelichting),
  };
});

/** Throws Probleem 400 for an organisatie or an active desk of it that we do not know. */
async function eisOrganisatie({ db }: Diensten, organisatie: string, loket: string | undefined): Promise<void> {
  if (!(await bestaandeOrganisaties(db(), [organisatie])).has(organisatie))
    throw ongeldig([fout('body', ['organisatie'], 'onbekend')]);
  if (loket !== undefined && !(await heeftLoket(db(), organisatie, loket)))
    throw ongeldig([fout('body', ['loket'], 'onbekend')]);
}

function antwoordVan(soort: Antwoord['soort'], toegezegd: string | undefined, bevoegd: string | undefined): Antwoord {
  if (soort === 'niet_bevoegd') return { soort, bevoegd: bevoegd ?? null };
  if (soort !== 'toegezegd') return { soort };
  if (toegezegd === undefined) throw new TypeError('The contract lets no promise through without its date');
  return { soort, datum: toegezegd };
}
