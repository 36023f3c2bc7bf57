import { voluit } from '#domain/tijd/uitleg.ts';

import { type Afzender, AUTOMATISCH, type Brief, type Groep, signaalUrl } from './brief.ts';
import { aanhef } from './enkel.ts';
import type { Ontvanger } from './klaar.ts';
import type { Lijn } from './overzicht.ts';
import type { TeMelden, Vermelding } from './te-melden.ts';
import { toestand } from './teksten/toestand.ts';
import { termijnVan } from './zaak.ts';

/** The letter to a deputy who begins, or to who was away. */
export function waarneembrief(
  waarneming: TeMelden,
  groepen: readonly Groep[],
  aantal: number,
  ontvanger: Ontvanger,
  { publicUrl }: Afzender,
): Brief {
  return {
    ...(waarneming.soort === 'begin' ? bijBegin(waarneming, aantal) : bijEinde(waarneming, aantal)),
    aanhef: aanhef(ontvanger),
    gegevens: [],
    groepen,
    knop: { tekst: 'Open Signaalpunt', url: `${publicUrl}/` },
  };
}

/** One signaal in such a letter. */
export function vermelding(soort: 'begin' | 'einde', { nummer, staat, door }: Vermelding, afzender: Afzender): Lijn {
  const wie =
    door.length === 0
      ? []
      : [`${new Intl.ListFormat('nl').format(door)} ${door.length === 1 ? 'werkte' : 'werkten'} eraan.`];
  return {
    nummer,
    url: signaalUrl(afzender, nummer),
    // Of what is closed nothing is asked any more, though its terugblik runs.
    datum: staat.status === 'afgesloten' ? null : (termijnVan(staat)?.uitleg.laatsteDag ?? null),
    teksten: [...(soort === 'einde' ? wie : []), toestand(staat)],
  };
}

function bijBegin({ ander, tot }: TeMelden, aantal: number): Pick<Brief, 'onderwerp' | 'alineas' | 'voet'> {
  return {
    onderwerp: `U neemt waar voor ${ander}: ${aantal === 1 ? 'één signaal loopt' : `${aantal} signalen lopen`}`,
    alineas: [
      `U neemt waar voor ${ander}, tot en met ${voluit(tot)}. Dit loopt er nu.`,
      `Wat er voor ${ander} komt en niet kan wachten, krijgt u in deze tijd ook.`,
    ],
    voet: [`U krijgt deze mail omdat u waarneemt voor ${ander}.`, AUTOMATISCH],
  };
}

function bijEinde({ ander, van, tot }: TeMelden, aantal: number): Pick<Brief, 'onderwerp' | 'alineas' | 'voet'> {
  return {
    onderwerp: `Welkom terug: ${aantal === 1 ? 'één signaal is' : `${aantal} signalen zijn`} verder gegaan`,
    alineas: [
      `U was er niet van ${voluit(van)} tot en met ${voluit(tot)}. ${ander} nam voor u waar. Met ${aantal === 1 ? 'dit signaal' : 'deze signalen'} is iets gebeurd.`,
    ],
    voet: ['U krijgt deze mail omdat er voor u is waargenomen.', AUTOMATISCH],
  };
}
