import {
  Heropening,
  Hervatting,
  NieuweAanpak,
  NieuweAanvulling,
  NieuweErvaring,
  NieuweIndeling,
  NieuweMeedenker,
  NieuwePauze,
  NieuweSpoedvraag,
  Overdracht,
  Samenvoeging,
  Verlenging,
  Vrijgeving,
} from '#contract/ladder.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { Probleem } from '../problem.ts';
import { fout } from '../validatie.ts';
import { besluittekst, daad, magTekst } from './daad.ts';
import { eisPersoon, eisStand, ongeldig } from './doe.ts';

export const laatLos = daad({
  path: 'vrijgevingen',
  operatie: 'laatSignaalLos',
  samenvatting: 'Laat een signaal los',
  omschrijving:
    'De behandelaar laat het los, of een coördinator haalt het bij haar weg. Iemand anders moet het oppakken.',
  body: Vrijgeving,
})((body) => ({ soort: 'vrijgeven', ...magTekst('toelichting', body?.toelichting) }));

export const pauzeer = daad({
  path: 'pauzes',
  operatie: 'pauzeerSignaal',
  samenvatting: 'Laat een signaal rusten',
  omschrijving: 'De termijn staat stil tot en met de datum. Daarna gaat het vanzelf verder.',
  body: NieuwePauze,
})(({ reden, totEnMetDatum, toelichting }) => ({
  soort: 'pauzeren',
  reden,
  tot: totEnMetDatum,
  ...magTekst('toelichting', toelichting),
}));

export const hervat = daad({
  path: 'hervattingen',
  operatie: 'hervatSignaal',
  samenvatting: 'Ga verder voor het einde van de pauze',
  body: Hervatting,
})((body) => ({ soort: 'hervatten', ...magTekst('toelichting', body?.toelichting) }));

export const verleng = daad({
  path: 'verlengingen',
  operatie: 'verlengTermijn',
  samenvatting: 'Verdubbel de termijn van het behandelen',
  omschrijving: 'Eén keer per niveau, door de behandelaar of een coördinator een niveau hoger.',
  body: Verlenging,
})(({ toelichting }) => ({ soort: 'verlengen', tekst: { toelichting } }));

export const stelAanpakVast = daad({
  path: 'aanpakken',
  operatie: 'stelAanpakVast',
  samenvatting: 'Stel een landelijke aanpak vast',
  omschrijving: 'Tot de datum om te herzien loopt er geen termijn. Op die datum begint het behandelen opnieuw.',
  body: NieuweAanpak,
})(({ aanpak, herzienDatum }) => ({ soort: 'aanpakVaststellen', datum: herzienDatum, tekst: { aanpak } }));

export const draagOver = daad({
  path: 'overdrachten',
  operatie: 'draagSignaalOver',
  samenvatting: 'Draag een signaal over aan een andere regio',
  omschrijving: 'De termijn loopt door. De oude regio blijft meekijken.',
  body: Overdracht,
})(({ regio, toelichting }) => ({ soort: 'overdragen', regio, tekst: { toelichting } }));

export const deelIn = daad({
  path: 'indelingen',
  operatie: 'wijzigIndeling',
  samenvatting: 'Geef een signaal betere codes',
  omschrijving: 'Een kortere urgentie verkort wat loopt; spoed bij lokaal brengt het signaal naar de regio.',
  body: NieuweIndeling,
})(({ toelichting, ...codes }) => ({
  soort: 'indelingWijzigen',
  indeling: Object.fromEntries(Object.entries(codes).filter(([, waarde]) => waarde !== undefined)),
  ...magTekst('toelichting', toelichting),
}));

export const voegMeedenkerToe = daad({
  path: 'meedenkers',
  operatie: 'voegMeedenkerToe',
  samenvatting: 'Laat iemand meelezen en meeschrijven',
  body: NieuweMeedenker,
})(async ({ persoon, toelichting }, { diensten }) => {
  await eisPersoon(diensten, 'persoon', persoon);
  return { soort: 'meedenkerToevoegen', persoon, ...magTekst('toelichting', toelichting) };
});

export const vulAan = daad({
  path: 'aanvullingen',
  operatie: 'vulSignaalAan',
  samenvatting: 'Voeg iets toe aan uw signaal',
  omschrijving: 'Alleen de melder. Van een besluit bewaken wij de termijn voor bezwaar.',
  body: NieuweAanvulling,
})(({ aanvulling, besluit }, { stand }) => {
  if (besluit !== undefined && besluit.datum > datumVan(stand.nu))
    throw ongeldig([fout('body', ['besluit', 'datum'], 'toekomst')]);
  return {
    soort: 'aanvullen',
    besluit: besluit === undefined ? null : { datum: besluit.datum },
    tekst: { aanvulling, ...besluittekst(besluit) },
  };
});

export const vraagSpoed = daad({
  path: 'spoedvragen',
  operatie: 'vraagSpoed',
  samenvatting: 'Vraag de coördinator om spoed',
  omschrijving: 'Alleen de melder. Bel bij direct gevaar eerst 112, de huisarts of Veilig Thuis.',
  body: NieuweSpoedvraag,
})(({ reden }) => ({ soort: 'spoedVragen', tekst: { reden } }));

export const voegSamen = daad({
  path: 'samenvoegingen',
  operatie: 'voegSignalenSamen',
  samenvatting: 'Voeg een dubbel signaal samen met een ander',
  omschrijving: 'Dit signaal sluit; het andere blijft. Het gebeurt met beide, of met geen van beide.',
  body: Samenvoeging,
})(async ({ met, toelichting }, { diensten, gebruiker }) => {
  const blijft = await eisStand(diensten, met, gebruiker).catch((error: unknown) => {
    throw error instanceof Probleem && error.status === 404 ? ongeldig([fout('body', ['met'], 'onbekend')]) : error;
  });
  return { soort: 'samenvoegen', met: blijft.id, ...magTekst('toelichting', toelichting) };
});

export const meldErvaring = daad({
  path: 'ervaringen',
  operatie: 'meldErvaring',
  samenvatting: 'Vertel hoe het nu gaat',
  omschrijving:
    'Alleen de melder, zolang de terugblik loopt. Helpt het niet, dan gaat het signaal één keer vanzelf weer open.',
  body: NieuweErvaring,
})(({ ervaring, toelichting }) => ({ soort: 'ervaringMelden', ervaring, ...magTekst('toelichting', toelichting) }));

export const heropen = daad({
  path: 'heropeningen',
  operatie: 'heropenSignaal',
  samenvatting: 'Open een gesloten signaal weer',
  omschrijving: 'De melder of een coördinator, zolang de terugblik loopt. Wat alleen is gemeld, kan altijd weer open.',
  body: Heropening,
})(({ toelichting }) => ({ soort: 'heropenen', tekst: { toelichting } }));
