import type { Request } from 'express';

import type { SignaalWeergave } from '#contract/signaal.ts';
import { type Antwoordsoort, labelVan } from '#domain/beleid/codelijsten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import type { Handeling } from '#handelingen/handeling.ts';

import type { Gepost } from '../formulier.ts';
import { pogingInWoorden } from '../signalen/poging.ts';
import { gepostUit } from '../zoekdeel.ts';
import { invoerveldenVan, type Invoerveld } from './invoervelden.ts';

/** How a form begins: with what is chosen in its address, and with what is on record already. */
export function begonnen(handeling: Handeling, query: Request['query'], signaal: SignaalWeergave | null): Gepost {
  const gevraagd = gepostUit(query);
  const keuzes = invoerveldenVan(handeling).filter(({ soort }) => soort === 'keuze');
  return {
    ...(signaal !== null && uitHetSignaal(handeling, signaal)),
    ...Object.fromEntries(keuzes.flatMap(({ naam }) => (gevraagd[naam] === undefined ? [] : [[naam, gevraagd[naam]]]))),
  };
}

/** The hand-over as far as it is known: somebody reads it, improves it and sends it. */
function uitHetSignaal({ soort }: Handeling, signaal: SignaalWeergave): Gepost {
  const groep = OVERDRACHTGROEP[soort];
  if (groep === undefined) return {};
  const { ondernomen, verzoeken, watZouHelpen, overdracht } = signaal;
  const velden = {
    geprobeerd: ondernomen.map(pogingInWoorden),
    gevraagd: verzoeken.map(gevraagdAan),
    gewenst: [overdracht?.gewenst ?? watZouHelpen ?? ''],
  };
  return Object.fromEntries(
    Object.entries(velden).flatMap(([veld, regels]) => {
      const tekst = regels.join('\n');
      return tekst === '' ? [] : [[`${groep}${veld}`, [tekst]]];
    }),
  );
}

/** Where the three fields of a hand-over stand in the form of an act. */
const OVERDRACHTGROEP: Readonly<Partial<Record<Handeling['soort'], string>>> = {
  escaleren: 'overdracht.',
  overdrachtVastleggen: '',
};

function gevraagdAan({
  soort,
  organisatie,
  persoon,
  gesteldOp,
  vraag,
  antwoorden,
}: SignaalWeergave['verzoeken'][number]) {
  const wie = organisatie?.naam ?? persoon?.naam ?? 'de melder';
  const laatste = antwoorden.at(-1);
  const antwoord = laatste === undefined ? 'Nog geen antwoord' : labelVan('antwoord', laatste.antwoord);
  return `${labelVan('verzoeksoort', soort)} aan ${wie}, ${voluit(datumVan(gesteldOp))}: ${vraag} ${antwoord}.`;
}

/** What is only filled in with this answer. */
const ALLEEN_BIJ: Readonly<Record<string, Antwoordsoort>> = {
  toegezegdDatum: 'toegezegd',
  bevoegd: 'niet_bevoegd',
  collega: 'doorgegeven',
};

/** The fields of the answers that fit the verzoek. */
export function metAntwoorden(
  velden: readonly Invoerveld[],
  antwoorden: readonly Antwoordsoort[] | undefined,
): readonly Invoerveld[] {
  if (antwoorden === undefined) return velden;
  return velden
    .filter(({ naam }) => ALLEEN_BIJ[naam] === undefined || antwoorden.includes(ALLEEN_BIJ[naam]))
    .map((veld) => (veld.soort === 'keuze' && veld.naam === 'antwoord' ? { ...veld, codes: antwoorden } : veld));
}
