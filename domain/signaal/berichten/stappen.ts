import { uiterlijkOp } from '../afgeleid.ts';
import type { Berichtsoort, Reden } from '../berichtsoorten.ts';
import type { Geadresseerde, Gebeurd } from '../gebeurtenissen.ts';
import type { Staat, Stapsoort, Verzoek } from '../staat.ts';
import {
  type Inhoud,
  naarBehandelaar,
  naarCoordinatoren,
  naarGevraagde,
  naarMelder,
  type PerGebeurtenis,
  verzoekVan,
  waaromAan,
} from './aan.ts';

/** Notices of what begins, moves, reminds of or ends a step. */
export const STAPPEN = {
  stap_begonnen: begonnen,
  herinnerd: herinneringen,
  // The end of a navraag is told as the silence that ends it: the step of what is told here must still run.
  gemeld: ({ melding, aan, stap }) =>
    melding === 'navraag_onbeantwoord' ? [] : [{ aan, soort: melding, waarom: waaromAan(aan), stap }],
  terugblik_gevraagd: ({ stap }, staat) => [{ ...naarMelder(staat, 'terugblik'), stap }],
  hervat: ({ automatisch }, staat) => (automatisch ? [naarBehandelaar(staat, 'hervat')] : []),
  aanpak_verlopen: (_, staat) => [naarBehandelaar(staat, 'aanpak_verlopen')],
  verlengd: verschoven,
  kalender_gewijzigd: verschoven,
} satisfies Partial<PerGebeurtenis>;

/** Whoever has it in hand hears that its last day moved. */
function verschoven(_: unknown, staat: Staat, voor: Staat | null): Inhoud[] {
  if (voor === null || uiterlijkOp(voor) === uiterlijkOp(staat)) return [];
  return [naarBehandelaar(staat, 'termijn_verschoven')];
}

/** A step that begins asks somebody to act: to pick up, to answer, to think along. */
function begonnen({ stap: { soort, sleutel, verzoek: id }, door }: Gebeurd<'stap_begonnen'>, staat: Staat): Inhoud[] {
  if (soort === 'oppakken') {
    return [{ ...naarCoordinatoren(staat, 'wacht_op_oppakken'), stap: sleutel }];
  }
  const verzoek = verzoekVan(staat, id);
  if (verzoek === undefined || soort === 'toezegging') return [];
  // A question that a person begins anew comes with the information that was asked for.
  if (verzoek.toegelicht && door !== null) return [];
  return [{ ...naarGevraagde(staat, verzoek.id, vraagsoort(soort, verzoek)), stap: sleutel }];
}

function vraagsoort(soort: Stapsoort, { persoon: gevraagde }: Verzoek): Berichtsoort {
  if (soort === 'navraag') return 'navraag';
  if (soort === 'vraag_hogerop') return 'verzoek_hogerop';
  return gevraagde === null ? 'verzoek' : 'consultatie';
}

/** The last reminder of a vraag also goes to the behandelaar, who may hold the next step back. */
function herinneringen({ stapsoort, stap, dag, aan }: Gebeurd<'herinnerd'>, staat: Staat): Inhoud[] {
  const soort = HERINNERING[stapsoort] ?? 'herinnering_verzoek';
  const herinnering =
    aan.soort === 'partij'
      ? { ...naarGevraagde(staat, aan.verzoek, soort), stap }
      : { aan, soort, waarom: waaromHerinnerd(aan, stapsoort), stap };
  const laatste = staat.stappen.find(({ sleutel }) => sleutel === stap)?.herinneringsdagen.at(-1);
  return stapsoort === 'vraag' && dag === laatste
    ? [herinnering, { ...naarBehandelaar(staat, 'partij_zwijgt'), stap }]
    : [herinnering];
}

const HERINNERING: Partial<Record<Stapsoort, Berichtsoort>> = {
  oppakken: 'herinnering_oppakken',
  behandelen: 'herinnering_behandelen',
  terugkoppelen: 'herinnering_terugkoppelen',
  indelen: 'herinnering_indelen',
  bezwaar: 'herinnering_bezwaar',
  navraag: 'herinnering_navraag',
};

function waaromHerinnerd(aan: Geadresseerde, stapsoort: Stapsoort): Reden {
  if (stapsoort === 'bezwaar' || stapsoort === 'navraag') return 'melder';
  return waaromAan(aan);
}
