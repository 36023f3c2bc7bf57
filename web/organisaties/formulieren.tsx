import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import {
  ALLEEN_EIGEN_LOKETTEN,
  BEEINDIGINGZINNEN,
  Loketbeeindiging,
  LOKETZINNEN,
  loketVan,
  NieuweSluiting,
  NieuwLoket,
  PadLoket,
  PadOrganisatie,
  PadSluiting,
  SLUITINGZINNEN,
} from '#contract/loket.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { leesLoketten, leesLoketwijzigingen, leesSluitingen, type Loket } from '#db/queries/loketten.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';
import { LOKETHOUDERS, magLokettenBeheren } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { hexHash } from '#platform/hash.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Gepost } from '../formulier.ts';
import { type Afloop, createInvulpagina, gevonden, type Invulbezoek } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import type { Organisatieonderdelen } from './onderdelen.ts';
import { Loketwijzigingregel } from './pages/wijzigingen.tsx';
import { LOKETWOORDEN, SLUITINGWOORDEN, SLUITWOORDEN } from './woorden.ts';

const TOEVOEGREDEN = 'Vertel waarom dit loket erbij komt.';

/** What who keeps the directory of an organisatie does. */
export function createLoketformulieren(onderdelen: Organisatieonderdelen): RequestHandler {
  const { toegang } = onderdelen;
  return Router({ strict: true, caseSensitive: true })
    .use(
      FORMULIEREN.map(({ patroon }) => patroon),
      toegang.vereisPersoon,
      alleenVoor(LOKETHOUDERS, onderdelen),
    )
    .use(voegToe(onderdelen))
    .use(wijzig(onderdelen))
    .use(sluit(onderdelen))
    .use(meldSluiting(onderdelen))
    .use(haalSluitingWeg(onderdelen));
}

const FORMULIEREN = [
  ADRESSEN.loketToevoegen,
  ADRESSEN.loketWijzigen,
  ADRESSEN.loketSluiten,
  ADRESSEN.sluitingMelden,
  ADRESSEN.sluitingWeghalen,
];

const KRIJGT_BERICHT = 'Het adres krijgt bericht, met wat er nu staat en wie het wijzigde.';

function voegToe(onderdelen: Organisatieonderdelen): RequestHandler {
  const { adresboek } = onderdelen.ketenpartners;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.loketToevoegen,
    schema: NieuwLoket,
    zinnen: LOKETZINNEN as Veldenboom,
    woorden: {
      ...LOKETWOORDEN,
      reden: {
        label: 'Waarom komt dit loket erbij?',
        hint: 'Dit blijft erbij staan.',
        zinnen: { verplicht: TOEVOEGREDEN, leeg: TOEVOEGREDEN },
      },
    },
    vind: gevonden(vindOrganisatie, ({ id, plek }, bezoek) => {
      const wie = bezoek.vraag.persoon;
      return {
        ...plek,
        titel: 'Voeg een loket toe',
        knop: 'Voeg dit loket toe',
        gevolg: ['Vanaf nu kan iedereen dit loket iets vragen.', KRIJGT_BERICHT],
        doe: async (invoer, opdracht) => {
          await adresboek.voegToe(uuidOf('loket', opdracht), id, loketVan(invoer), { wie, reden: invoer.reden });
          return naar(id, 'toegevoegd');
        },
      };
    }),
  });
}

function wijzig(onderdelen: Organisatieonderdelen): RequestHandler {
  const { adresboek } = onderdelen.ketenpartners;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.loketWijzigen,
    schema: NieuwLoket,
    zinnen: LOKETZINNEN as Veldenboom,
    woorden: LOKETWOORDEN,
    vind: gevonden(vindLoket, ({ id, loket, plek }, bezoek) => {
      const wie = bezoek.vraag.persoon;
      return {
        ...plek,
        titel: `Wijzig ${loket.naam}`,
        knop: 'Bewaar deze wijziging',
        bewaard: zoalsBewaard(loket),
        gevolg: [
          'Het oude en het nieuwe adres krijgen bericht.',
          'Vragen die al lopen, houden het contact dat zij hebben. Verleg ze als het loket daar niet meer antwoordt.',
        ],
        doe: async (invoer, opdracht) => {
          const daad = { wie, reden: invoer.reden, opdracht };
          return (await adresboek.wijzig(loket.id, id, loketVan(invoer), daad)) ? naar(id, 'gewijzigd') : GEEN_LOKET;
        },
      };
    }),
  });
}

function sluit(onderdelen: Organisatieonderdelen): RequestHandler {
  const { adresboek } = onderdelen.ketenpartners;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.loketSluiten,
    schema: Loketbeeindiging,
    zinnen: BEEINDIGINGZINNEN as Veldenboom,
    woorden: SLUITWOORDEN,
    vind: gevonden(vindLoket, ({ id, loket, plek }, bezoek) => {
      // Who sends it twice, or after another, wanted what is so.
      if (!loket.actief) {
        bezoek.res.redirect(303, ADRESSEN.organisatie({ organisatie: id }));
        return null;
      }
      return {
        ...plek,
        titel: `Sluit ${loket.naam}`,
        knop: 'Sluit dit loket',
        terug: { ...plek.terug, tekst: 'Toch niet sluiten' },
        gevolg: ['Er gaan geen nieuwe vragen meer heen. Vragen die al lopen, blijven lopen.', KRIJGT_BERICHT],
        doe: async ({ reden }) => {
          const daad = { wie: bezoek.vraag.persoon, reden };
          return (await adresboek.sluit(loket.id, id, daad)) ? naar(id, 'gesloten') : GEEN_LOKET;
        },
      };
    }),
  });
}

function meldSluiting(onderdelen: Organisatieonderdelen): RequestHandler {
  const { adresboek } = onderdelen.ketenpartners;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.sluitingMelden,
    schema: NieuweSluiting,
    zinnen: SLUITINGZINNEN as Veldenboom,
    woorden: SLUITINGWOORDEN,
    vind: gevonden(vindOrganisatie, ({ id, plek }, bezoek) => {
      return {
        ...plek,
        titel: 'Meld een sluiting',
        knop: 'Bewaar deze sluiting',
        gevolg: ['Dit staat erbij als iemand de organisatie iets vraagt.', 'Termijnen lopen door.'],
        doe: async ({ vanDatum: van, totEnMetDatum: tot, reden }, opdracht): Promise<Afloop> => {
          if (tot < van) return { soort: 'onjuist', fouten: [{ pad: ['totEnMetDatum'], soort: 'te_vroeg' }] };
          await adresboek.meldSluiting(id, { van, tot, reden }, { wie: bezoek.vraag.persoon, opdracht });
          return naar(id, 'gemeld');
        },
      };
    }),
  });
}

const NIETS = z.strictObject({});

function haalSluitingWeg(onderdelen: Organisatieonderdelen): RequestHandler {
  const { adresboek } = onderdelen.ketenpartners;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.sluitingWeghalen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: gevonden(vindOrganisatie, async ({ id, plek }, bezoek) => {
      const { van = '' } = PadSluiting.safeParse(bezoek.req.params).data ?? {};
      const sluitingen = await leesSluitingen(bezoek.vraag.db, id, datumVan(bezoek.nu));
      const sluiting = sluitingen.find((een) => een.van === van);
      // Who sends it twice, or after another, wanted what is so.
      if (sluiting === undefined) {
        bezoek.res.redirect(303, ADRESSEN.organisatie({ organisatie: id }));
        return null;
      }
      return {
        ...plek,
        titel: 'Haal deze sluiting weg',
        knop: 'Haal deze sluiting weg',
        inleiding: <p>{`${voluit(van)} tot en met ${voluit(sluiting.tot)}: ${sluiting.reden}`}</p>,
        gevolg: ['Het staat er niet meer bij als iemand de organisatie iets vraagt.'],
        doe: async () => {
          await adresboek.verwijderSluiting(id, van, bezoek.vraag.persoon);
          return naar(id, 'weggehaald');
        },
      };
    }),
  });
}

const GEEN_LOKET: Afloop = { soort: 'geweigerd', waarom: 'Dit loket is er niet meer.', status: 404 };

function naar(organisatie: string, gedaan: string): Afloop {
  return { soort: 'gedaan', naar: `${ADRESSEN.organisatie({ organisatie })}?gedaan=${gedaan}` };
}

/** The organisatie of this page, for who may change where it is reached. */
async function vindOrganisatie({ vraag: { db, persoon, context }, req, res }: Invulbezoek) {
  const { organisatie: id = '' } = PadOrganisatie.safeParse({ organisatie: req.params['organisatie'] }).data ?? {};
  const organisatie = await leesOrganisatie(db, id);
  if (organisatie === null) {
    sendPage(res, <NietGevonden context={context} />, 404);
    return null;
  }
  if (!magLokettenBeheren(persoon, organisatie)) {
    sendPage(res, <GeenToegang waarom={ALLEEN_EIGEN_LOKETTEN} context={context} />, 403);
    return null;
  }
  const hier = { adres: ADRESSEN.organisatie({ organisatie: id }), tekst: organisatie.naam };
  const lijst = { adres: ADRESSEN.organisaties(), tekst: 'Organisaties' };
  return {
    id,
    plek: { hier: lijst.adres, boven: [lijst, hier], terug: { adres: hier.adres, tekst: 'Toch niet wijzigen' } },
  };
}

/** A desk of it, and who changed that desk last. */
async function vindLoket(bezoek: Invulbezoek) {
  const gevonden = await vindOrganisatie(bezoek);
  if (gevonden === null) return null;
  const { db, context } = bezoek.vraag;
  const { loket: id = '' } = PadLoket.safeParse(bezoek.req.params).data ?? {};
  const loket = (await leesLoketten(db, gevonden.id)).find((een) => een.id === id);
  if (loket === undefined) {
    sendPage(bezoek.res, <NietGevonden context={context} />, 404);
    return null;
  }
  const wijzigingen = await leesLoketwijzigingen(db, gevonden.id, 200);
  const laatste = wijzigingen.find((wijziging) => wijziging.loket === id);
  return {
    ...gevonden,
    loket,
    plek: {
      ...gevonden.plek,
      stand: hexHash(JSON.stringify(loket), 16),
      gewijzigd: laatste !== undefined && <Loketwijzigingregel wijziging={laatste} />,
    },
  };
}

function zoalsBewaard({ naam, contact, escalatie }: Loket): Gepost {
  const groep = (pad: string, wie: Loket['contact'] | null) =>
    Object.entries(wie ?? {}).map(([veld, waarde]) => [`${pad}.${veld}`, [waarde]]);
  return { naam: [naam], ...Object.fromEntries([...groep('contact', contact), ...groep('escalatie', escalatie)]) };
}
