import type { Gebeurd, Onbereikte } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import {
  type Inhoud,
  naarBehandelaar,
  naarCoordinatoren,
  naarGevraagde,
  naarMelder,
  type PerGebeurtenis,
  verzoekVan,
} from './aan.ts';

/** Notices of what happens to what was asked of a party. */
export const VERZOEKEN = {
  verzoek_beantwoord: beantwoord,
  informatie_gegeven: ({ verzoek }, staat) => [naarGevraagde(staat, verzoek, 'informatie')],
  verzoek_geeindigd: ({ verzoek, status }, staat) =>
    status === 'onbestelbaar'
      ? [naarBehandelaar(staat, 'onbestelbaar')]
      : [naarGevraagde(staat, verzoek, 'verzoek_vervallen')],
  verzoek_verlegd: ({ verzoek }, staat) => [naarGevraagde(staat, verzoek, 'verzoek')],
  post_onbestelbaar: ({ aan }, staat) => [overPostAan(aan, staat)],
  geen_reactie: ({ verzoek, definitief }, staat) => {
    if (verzoekVan(staat, verzoek)?.soort === 'navraag') return [naarBehandelaar(staat, 'navraag_onbeantwoord')];
    return [naarBehandelaar(staat, definitief ? 'geen_reactie' : 'partij_zwijgt')];
  },
  nakoming_gevraagd: ({ verzoek, stap }, staat) => [
    { ...naarGevraagde(staat, verzoek, 'nakoming'), stap },
    { ...naarBehandelaar(staat, 'nakoming'), stap },
  ],
  niet_nagekomen: (_, staat) => [naarBehandelaar(staat, 'niet_nagekomen')],
  domeindiscussie_gezien: (_, staat) => [naarBehandelaar(staat, 'domeindiscussie')],
} satisfies Partial<PerGebeurtenis>;

/** A filer who has it in hand is not told apart. */
function beantwoord(g: Gebeurd<'verzoek_beantwoord'>, staat: Staat): Inhoud[] {
  const melder = naarMelder(staat, 'antwoord');
  if (g.vastgelegd) return [melder];
  return [
    naarBehandelaar(staat, 'antwoord'),
    ...(staat.behandelaar === staat.melder ? [] : [melder]),
    ...bevestiging(g, staat),
  ];
}

/** A party gets proof of its answer; what it handed on goes to the colleague instead. */
function bevestiging({ verzoek, antwoord }: Gebeurd<'verzoek_beantwoord'>, staat: Staat): Inhoud[] {
  const aanPartij = naarGevraagde(staat, verzoek, 'bevestiging');
  return aanPartij.aan.soort === 'partij' && antwoord.soort !== 'doorgegeven' ? [aanPartij] : [];
}

/**
 * A mail did not arrive: told to the filer, who knows the consulent, when it was for the consulent; to the coordinators of the level
 * when it was for the behandelaar; else to whoever has the signaal in hand.
 */
function overPostAan(aan: Onbereikte, staat: Staat): Inhoud {
  const soort = 'post_onbestelbaar';
  if (aan.soort === 'consulent') return naarMelder(staat, soort);
  if (aan.soort === 'persoon' && aan.persoon === staat.behandelaar) return naarCoordinatoren(staat, soort);
  return naarBehandelaar(staat, soort);
}
