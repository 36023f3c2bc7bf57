import { type RequestHandler, Router } from 'express';

import type { Accounts } from '#activities/gebruikers/accounts.ts';
import {
  Accounteinde,
  accountVan,
  EINDEZINNEN,
  GEBRUIKERZINNEN,
  Gebruikerwijziging,
  NieuweGebruiker,
  PadGebruiker,
  presentAccount,
  presentAccountwijziging,
  WIJZIGINGZINNEN,
} from '#contract/account.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { type GetoondAccount, leesAccount, leesAccountwijzigingen } from '#db/queries/accounts.ts';
import { leesNamen } from '#db/queries/namen.ts';
import type { Db } from '#db/sql.ts';
import { type Account, MAILADRES_BEZET, waaromNietGewijzigd } from '#domain/accounts.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { onbekendeOrganisaties } from '#handelingen/bestaat.ts';

import type { Gepost } from '../formulier.ts';
import {
  type Afloop,
  createInvulpagina,
  gevonden,
  type Invulbezoek,
  type Invulonderdelen,
} from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { ACCOUNTWOORDEN } from './accountwoorden.ts';
import { Accountwijziging } from './pages/mens.tsx';

const HIER = { adres: ADRESSEN.beheerMensen(), tekst: 'Mensen' };

const TOEVOEGREDEN = 'Vertel waarom u dit account toevoegt.';

/** A new account, another, and the end of one. */
export function createAccountformulieren(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  return Router({ strict: true, caseSensitive: true })
    .use(toevoegen(onderdelen, accounts))
    .use(wijzigen(onderdelen, accounts))
    .use(beeindigen(onderdelen, accounts));
}

function toevoegen(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.mensToevoegen,
    schema: NieuweGebruiker,
    zinnen: GEBRUIKERZINNEN as Veldenboom,
    woorden: {
      naam: { label: 'Naam' },
      id: {
        label: 'Naam bij het inloggen',
        hint: 'Zoals de aanmelddienst deze persoon noemt. Dit verandert nooit meer.',
        zinnen: {
          verplicht: 'Vul de naam bij het inloggen in.',
          vorm: 'Gebruik letters, cijfers, punten, streepjes en @, zonder spaties.',
          te_lang: 'Gebruik hoogstens 100 tekens.',
        },
      },
      ...ACCOUNTWOORDEN,
      reden: {
        label: 'Waarom voegt u dit account toe?',
        hint: 'Dit blijft erbij staan.',
        zinnen: { verplicht: TOEVOEGREDEN, leeg: TOEVOEGREDEN },
      },
    },
    vind: ({ vraag: { db, persoon } }) =>
      Promise.resolve({
        titel: 'Voeg iemand toe',
        knop: 'Voeg dit account toe',
        hier: HIER.adres,
        boven: [HIER],
        terug: { adres: HIER.adres, tekst: 'Toch niet toevoegen' },
        inleiding: <p>Met dit account kan iemand inloggen, vanaf de eerste tot en met de laatste dag.</p>,
        doe: async ({ id, ...gegevens }): Promise<Afloop> => {
          const account = accountVan(id, gegevens);
          const fouten = await foutenIn(db, account);
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          const uitslag = await accounts.voegToe(account, { wie: persoon.id, reden: gegevens.reden });
          if (uitslag === 'gedaan') return naarMens(id, 'toegevoegd');
          return {
            soort: 'geweigerd',
            waarom: uitslag === 'mailadres_bezet' ? MAILADRES_BEZET : BESTAAT_AL,
            status: 409,
          };
        },
      }),
  });
}

function wijzigen(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.mensWijzigen,
    schema: Gebruikerwijziging,
    zinnen: WIJZIGINGZINNEN as Veldenboom,
    woorden: ACCOUNTWOORDEN,
    vind: gevonden(vindAccount, (gevonden, bezoek) => {
      const { db, persoon } = bezoek.vraag;
      const { id, naam } = gevonden.account;
      return {
        ...gevonden.plek,
        titel: `Wijzig het account van ${naam}`,
        knop: 'Bewaar deze wijziging',
        bewaard: zoalsBewaard(gevonden.account),
        doe: async (invoer, opdracht): Promise<Afloop> => {
          const account = accountVan(id, invoer);
          const fouten = await foutenIn(db, account);
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          const daad = { wie: persoon.id, reden: invoer.reden, opdracht };
          return wijzig(accounts, account, daad, { bezoek, versie: gevonden.account.versie, gedaan: 'gewijzigd' });
        },
      };
    }),
  });
}

function beeindigen(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.mensBeeindigen,
    schema: Accounteinde,
    zinnen: EINDEZINNEN as Veldenboom,
    woorden: {
      totEnMetDatum: {
        label: 'Wat is de laatste dag?',
        hint: 'Ligt die voor vandaag, dan is het account meteen dicht.',
      },
      reden: { label: 'Waarom stopt dit account?', hint: 'Dit blijft erbij staan.' },
    },
    vind: gevonden(vindAccount, (gevonden, bezoek) => {
      const { naam, ...rest } = gevonden.account;
      return {
        ...gevonden.plek,
        titel: `Beëindig het account van ${naam}`,
        knop: 'Beëindig dit account',
        terug: { ...gevonden.plek.terug, tekst: 'Toch niet beëindigen' },
        bewaard: { totEnMetDatum: [datumVan(bezoek.nu)] },
        gevolg: [
          `Na deze dag komt ${naam} er niet meer in. Is die dag voorbij, dan stopt elke sessie meteen.`,
          `Heeft ${naam} signalen gemeld die nog open zijn? Dan hoort wie ze behandelt dat er geen melder meer is.`,
          'Het account en wat ermee is gedaan, blijven bewaard. U kunt het later weer openen.',
        ],
        doe: ({ totEnMetDatum: tot, reden }, opdracht): Promise<Afloop> => {
          const { actief: _actief, versie, ...account } = { ...rest, naam };
          const daad = { wie: bezoek.vraag.persoon.id, reden, opdracht };
          return account.van !== null && tot < account.van
            ? Promise.resolve({ soort: 'onjuist', fouten: [{ pad: ['totEnMetDatum'], soort: 'volgorde' }] })
            : wijzig(accounts, { ...account, tot }, daad, { bezoek, versie, gedaan: 'beeindigd' });
        },
      };
    }),
  });
}

async function wijzig(
  accounts: Accounts,
  account: Account,
  daad: Parameters<Accounts['wijzig']>[1],
  { bezoek, versie, gedaan }: { bezoek: Invulbezoek; versie: number; gedaan: string },
): Promise<Afloop> {
  const uitslag = await accounts.wijzig(account, daad, [versie]);
  if (uitslag.soort === 'gedaan') return naarMens(account.id, gedaan);
  const waarom = waaromNietGewijzigd(uitslag, datumVan(bezoek.nu));
  return { soort: 'geweigerd', waarom, status: STATUS[uitslag.soort] };
}

const BESTAAT_AL = 'Er is al een account met deze naam bij het inloggen. Wijzig dat, of kies een andere naam.';
const STATUS = {
  bestaat_niet: 404,
  eigen_rechten: 403,
  intussen_gewijzigd: 409,
  mailadres_bezet: 409,
  zonder_beheer: 409,
} as const;

function naarMens(gebruiker: string, gedaan: string): Afloop {
  return { soort: 'gedaan', naar: `${ADRESSEN.beheerMens({ gebruiker })}?gedaan=${gedaan}` };
}

function foutenIn(db: Db, { organisatie }: Account) {
  return onbekendeOrganisaties(db, [[['organisatie'], organisatie ?? undefined]]);
}

/** The account of this page, where it lies, and who changed it last. */
async function vindAccount({ vraag: { db, context }, req, res }: Invulbezoek) {
  const { gebruiker = '' } = PadGebruiker.safeParse(req.params).data ?? {};
  const account = await leesAccount(db, gebruiker);
  if (account === null) {
    sendPage(res, <NietGevonden context={context} />, 404);
    return null;
  }
  const [laatste] = (await leesAccountwijzigingen(db, gebruiker, 1)).map(presentAccountwijziging);
  const organisaties = [laatste?.voor, laatste?.na].flatMap((stand) => stand?.organisatie ?? []);
  const namen = await leesNamen(db, organisaties);
  const mens = { adres: ADRESSEN.beheerMens({ gebruiker }), tekst: account.naam };
  return {
    account,
    plek: {
      hier: HIER.adres,
      boven: [HIER, mens],
      terug: { adres: mens.adres, tekst: 'Toch niet wijzigen' },
      stand: laatste?.op ?? 'begin',
      gewijzigd: laatste !== undefined && (
        <Accountwijziging wijziging={laatste} naamVan={(organisatie) => namen[organisatie]?.naam ?? organisatie} />
      ),
    },
  };
}

function zoalsBewaard(account: GetoondAccount): Gepost {
  const { actief: _actief, id: _id, ...velden } = presentAccount(account);
  return Object.fromEntries(
    Object.entries(velden).map(([naam, waarde]) => [
      naam,
      Array.isArray(waarde) ? waarde : waarde === null ? [] : [waarde],
    ]),
  );
}
