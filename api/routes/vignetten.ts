import { leesbereikIn } from '#contract/leesbereik.ts';
import { PadRapport, RapportWeergave } from '#contract/rapport.ts';
import { NieuwVignet, PadVignet, Vignetwijziging, VIGNETWIJZIGINGZINNEN, VIGNETZINNEN } from '#contract/vignet.ts';
import { RAPPORTMAKERS } from '#domain/bevoegdheden.ts';
import { uuidOf } from '#platform/uuid.ts';

import { nietGevonden } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';
import { eisStand } from './doe.ts';
import { doeMetRapport } from './rapporten.ts';

const OVER = { onderwerp: 'Rapporten', rollen: RAPPORTMAKERS, reply: RapportWeergave } as const;
const DAAD = { ...OVER, method: 'post', heeftVersie: true } as const;

export const schrijfVignet = route({
  ...DAAD,
  path: '/rapporten/{rapport}/vignetten',
  operatie: 'schrijfVignet',
  samenvatting: 'Schrijf een verhaal bij een concept',
  omschrijving:
    'Wat één gezin meemaakte, zonder te zeggen wie het is. Alleen met toestemming van het gezin daarvoor. Twee anderen kijken het na voordat het rapport nagekeken kan worden.',
  params: PadRapport,
  ...metZinnen(NieuwVignet, VIGNETZINNEN),
})(async (call) => {
  const { signaal, titel, verhaal } = call.body;
  const stand = await eisStand(call.diensten, signaal, call.gebruiker);
  if (leesbereikIn(stand, call.gebruiker) !== 'alles') throw nietGevonden('Dit signaal');
  const geschreven = { id: uuidOf('vignet', call.opdracht), signaal: stand.id, titel, verhaal };
  return doeMetRapport(call, (opdracht) => call.diensten.vignetten.schrijf(opdracht, geschreven));
});

export const wijzigVignet = route({
  ...DAAD,
  path: '/rapporten/{rapport}/vignetten/{vignet}/wijzigingen',
  operatie: 'wijzigVignet',
  samenvatting: 'Verander een verhaal dat u schreef',
  omschrijving: 'Alleen in een concept. Het verhaal krijgt een nieuw id, en twee anderen kijken het opnieuw na.',
  params: PadVignet,
  ...metZinnen(Vignetwijziging, VIGNETWIJZIGINGZINNEN),
})((call) => {
  const { titel, verhaal } = call.body;
  const gewijzigd = { id: uuidOf('vignet', call.opdracht), titel, verhaal };
  return doeMetRapport(call, (opdracht) => call.diensten.vignetten.wijzig(opdracht, call.params.vignet, gewijzigd));
});

export const keurVignetGoed = route({
  ...DAAD,
  path: '/rapporten/{rapport}/vignetten/{vignet}/goedkeuringen',
  operatie: 'keurVignetGoed',
  samenvatting: 'Keur het verhaal van een ander goed',
  omschrijving: 'Kijk of niemand aan het verhaal te herkennen is, en of het klopt.',
  params: PadVignet,
})((call) => doeMetRapport(call, (opdracht) => call.diensten.vignetten.keurGoed(opdracht, call.params.vignet)));

export const haalVignetWeg = route({
  ...OVER,
  method: 'delete',
  path: '/rapporten/{rapport}/vignetten/{vignet}',
  operatie: 'haalVignetWeg',
  samenvatting: 'Haal een verhaal weg uit een rapport dat niet definitief is',
  params: PadVignet,
})(async (call) => {
  const { body } = await doeMetRapport({ ...call, versies: undefined }, (opdracht) =>
    call.diensten.vignetten.haalWeg(opdracht, call.params.vignet),
  );
  return { body };
});
