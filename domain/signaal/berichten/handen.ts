import type { Gebeurd } from '../gebeurtenissen.ts';
import type { Staat } from '../staat.ts';
import { isOpen } from '../verzoeken.ts';
import { type Inhoud, naarBehandelaar, naarMelder, naarPersoon, naarVorige, type PerGebeurtenis } from './aan.ts';

/** Notices of what moves a signaal: to another person, level or regio, or into another signaal. */
export const HANDEN = {
  opgepakt: (_, staat) => [naarMelder(staat, 'opgepakt')],
  toegewezen: ({ behandelaar }, staat, voor) => [
    ...(behandelaar === staat.melder ? [] : [naarMelder(staat, 'opgepakt')]),
    naarPersoon(behandelaar, 'aan_u_toegewezen', 'behandelaar'),
    ...naarVorige(voor, 'losgelaten'),
  ],
  vrijgegeven: (_, _staat, voor) => naarVorige(voor, 'losgelaten'),
  geescaleerd: (g, staat, voor) => [naarMelder(staat, 'verplaatst'), ...naarNieuwe(g), ...naEscalatie(g, staat, voor)],
  teruggelegd: ({ behandelaar }, staat) => [
    ...(behandelaar === staat.melder ? [] : [naarMelder(staat, 'verplaatst')]),
    naarPersoon(behandelaar, 'aan_u_teruggelegd', 'behandelaar'),
  ],
  overgedragen: (g, staat, voor) => [
    naarMelder(staat, 'verplaatst'),
    ...naarVorige(voor, 'verplaatst'),
    ...naarNieuwe(g),
  ],
  overdracht_vastgelegd: (_, staat) => [naarBehandelaar(staat, 'overdracht_vastgelegd')],
  meedenker_toegevoegd: ({ persoon }) => [naarPersoon(persoon, 'meedenken', 'meedenker')],
  heropend: ({ behandelaar }, staat) => [
    ...(behandelaar === null ? [] : [naarBehandelaar(staat, 'heropend')]),
    ...(behandelaar === staat.melder ? [] : [naarMelder(staat, 'heropend')]),
  ],
  samengevoegd: (_, staat, voor) => [
    naarMelder(staat, 'samengevoegd'),
    ...(voor?.verzoeken.some(isOpen) === true ? vragenDieStoppen(voor) : naarVorige(voor, 'samengevoegd')),
  ],
  duplicaat_opgenomen: (_, staat) => [naarBehandelaar(staat, 'duplicaat')],
} satisfies Partial<PerGebeurtenis>;

function naarNieuwe({ behandelaar }: { behandelaar: string | null }): Inhoud[] {
  return behandelaar === null ? [] : [naarPersoon(behandelaar, 'aan_u_overgedragen', 'behandelaar')];
}

/** After the clock there is no hand-over note, so the last behandelaar is asked for one. The filer has heard of the move already. */
function naEscalatie(
  { automatisch, behandelaar }: Gebeurd<'geescaleerd'>,
  { melder }: Staat,
  voor: Staat | null,
): Inhoud[] {
  const vorige = voor?.behandelaar ?? null;
  if (vorige === null || vorige === behandelaar) return [];
  if (automatisch) return [naarPersoon(vorige, 'overdracht_gevraagd', 'vorige_behandelaar')];
  return vorige === melder ? [] : [naarPersoon(vorige, 'verplaatst', 'vorige_behandelaar')];
}

/** Who asked something that closes with a duplicate is told that with it, and asked whether it must be asked again from the signaal that stays. */
function vragenDieStoppen({ behandelaar }: Staat): Inhoud[] {
  return behandelaar === null ? [] : [naarPersoon(behandelaar, 'vraag_gestopt', 'vorige_behandelaar')];
}
