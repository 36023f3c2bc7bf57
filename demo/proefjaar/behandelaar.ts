import type { HandMotief, Handuitkomst, Systeemreden } from '#domain/beleid/codelijsten.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';

import { dagen, dagenEerder, idVan, type Kans, later } from './kans.ts';
import type { Blik, Daad } from './plan.ts';
import * as teksten from './teksten.ts';

/** The behandelaar has the ball: asks, goes up, waits, writes down, or says what came of it. */
export function verder(kans: Kans, blik: Blik): Daad | null {
  const { staat, om, op } = blik;
  const { behandelaar, verzoeken, niveau } = staat;
  if (behandelaar === null || kans.procent(niveau === 'landelijk' ? 1 : 4)) return null;
  const wanneer = later(kans, op, dagen(kans, verzoeken.length === 0 ? 2 : 0.7), om.kalender);
  return { op: wanneer, door: behandelaar, inhoud: keuze(kans, blik, behandelaar, wanneer) };
}

const NEE = ['afgewezen', 'niet_bevoegd', 'niet_aanvaard', 'niet_nagekomen', 'niet_mijn_deskundigheid'];

function keuze(kans: Kans, blik: Blik, behandelaar: string, op: Tijdstip): Opdrachtinhoud {
  const { staat } = blik;
  const { verzoeken, niveau } = staat;
  const laatste = verzoeken.at(-1);
  if (laatste === undefined) return begin(kans, blik, behandelaar, op);
  if (laatste.antwoord === 'aanvaard') return uitkomst(kans, staat, 'doorverwezen');
  if (laatste.antwoord === 'opgelost')
    return uitkomst(
      kans,
      staat,
      kans.weeg([
        ['opgelost', 82],
        ['deels_opgelost', 18],
      ]),
    );
  const aantalNee = verzoeken.filter(
    ({ status, antwoord }) => status === 'geen_reactie' || NEE.includes(antwoord ?? ''),
  );
  if (aantalNee.length >= kans.tussen(1, 3) || verzoeken.length >= 5) return vast(kans, blik, op);
  if (niveau === 'landelijk' && kans.procent(25)) return stelAanpakVast(kans, blik, op);
  return vraag(kans, blik, behandelaar);
}

function begin(kans: Kans, blik: Blik, behandelaar: string, op: Tijdstip): Opdrachtinhoud {
  const { staat } = blik;
  const wat = kans.weeg([
    ['vraag', 74],
    ['uitkomst', 12],
    ['pauze', 4],
    ['verlengen', 3],
    ['notitie', 4],
    ['omhoog', 3],
  ]);
  switch (wat) {
    case 'uitkomst':
      return uitkomst(
        kans,
        staat,
        kans.weeg([
          ['opgelost', 50],
          ['doorverwezen', 30],
          ['deels_opgelost', 20],
        ]),
      );
    case 'pauze': {
      const tot = plusWerkdagen(datumVan(op), kans.tussen(5, 25), blik.om.kalender);
      return { soort: 'pauzeren', reden: 'wens_van_het_gezin', tot, tekst: { toelichting: teksten.REDENEN.pauze } };
    }
    case 'verlengen':
      return { soort: 'verlengen', tekst: { toelichting: teksten.REDENEN.verlengen } };
    case 'notitie':
      return { soort: 'notitie', tekst: { notitie: kans.kies(teksten.NOTITIES) } };
    case 'omhoog':
      return vast(kans, blik, op);
    default:
      return vraag(kans, blik, behandelaar);
  }
}

/** Nobody here can do it: up, or at landelijk an end. */
function vast(kans: Kans, { staat }: Blik, op: Tijdstip): Opdrachtinhoud {
  if (staat.niveau === 'landelijk' || kans.procent(staat.niveau === 'lokaal' ? 30 : 62)) {
    const eind = kans.weeg<Handuitkomst>([
      ['niet_oplosbaar', 46],
      ['deels_opgelost', 26],
      ['opgelost', 14],
    ]);
    return uitkomst(kans, staat, eind);
  }
  const poging = { organisatie: staat.organisatie, datum: dagenEerder(datumVan(op), 2), beantwoord: true };
  return {
    soort: 'escaleren',
    motief: motiefUit(kans, staat),
    poging: staat.niveau === 'lokaal' ? poging : null,
    tekst: {
      'overdracht.geprobeerd': 'Gebeld, geschreven en een gesprek gevoerd.',
      'overdracht.gevraagd': 'Aan het loket is gevraagd om een besluit.',
      'overdracht.gewenst': 'Iemand die de knoop kan doorhakken.',
      ...(staat.niveau === 'lokaal' && {
        'poging.0.partij': 'Het loket',
        'poging.0.antwoord': kans.kies(teksten.POGINGEN),
      }),
    },
  };
}

function motiefUit(kans: Kans, { verzoeken, domeindiscussie }: Staat): HandMotief {
  if (domeindiscussie) return 'domeindiscussie';
  const laatste = verzoeken.at(-1);
  if (laatste?.status === 'geen_reactie') return 'geen_reactie';
  if (laatste?.antwoord === 'niet_bevoegd') return 'onbevoegd';
  if (laatste?.antwoord === 'afgewezen') return 'afgewezen';
  return kans.kies(['geen_aanbod', 'regelgeving_knelt', 'herhaling'] as const);
}

function uitkomst(kans: Kans, staat: Staat, wat: Handuitkomst): Opdrachtinhoud {
  const systeemreden =
    wat === 'niet_oplosbaar'
      ? kans.weeg<Systeemreden>([
          ['wetten_sluiten_niet_aan', 30],
          ['aanbod_bestaat_niet', 24],
          ['aanbod_is_vol', 14],
          ['beleid_staat_in_de_weg', 14],
          ['wet_staat_in_de_weg', 10],
          ['niemand_verantwoordelijk', 8],
        ])
      : null;
  const terugkoppeling = staat.behandelaar !== staat.melder && kans.procent(55);
  return {
    soort: 'uitkomstMelden',
    uitkomst: wat,
    systeemreden,
    terugkoppeling,
    tekst: {
      toelichting: teksten.uitkomsttekst(wat),
      ...(terugkoppeling && { terugkoppeling: teksten.terugkoppeling(wat) }),
    },
  };
}

function stelAanpakVast(kans: Kans, { om }: Blik, op: Tijdstip): Opdrachtinhoud {
  const datum = plusWerkdagen(datumVan(op), kans.tussen(10, 40), om.kalender);
  return { soort: 'aanpakVaststellen', datum, tekst: { aanpak: teksten.REDENEN.aanpak } };
}

/** A question to whoever could do something about it, and has not said no yet. */
function vraag(kans: Kans, { staat, om }: Blik, behandelaar: string): Opdrachtinhoud {
  const verzoek = idVan(staat.id, 'verzoek', staat.verzoeken.length + 1);
  const niemand = { organisatie: null, persoon: null, escalatiecontact: false };
  const eigen = om.personen[behandelaar]?.organisatie ?? null;
  const gevraagd = staat.verzoeken.map(({ organisatie }) => organisatie);
  const kandidaten = [...om.loketten.keys()].filter((id) => !gevraagd.includes(id) && id !== eigen);
  const genoemd = staat.organisatie !== null && kandidaten.includes(staat.organisatie) ? staat.organisatie : null;
  if (behandelaar !== staat.melder && kans.procent(7))
    return {
      soort: 'verzoekDoen',
      verzoek,
      verzoeksoort: 'navraag',
      ...niemand,
      tekst: { vraag: kans.kies(teksten.NAVRAGEN) },
    };
  if (staat.programma || kandidaten.length === 0 || kans.procent(7)) {
    const persoon = behandelaar === 'landelijk' ? 'landelijk.2' : 'landelijk';
    const tekst = { vraag: teksten.REDENEN.meedenken };
    return { soort: 'verzoekDoen', verzoek, verzoeksoort: 'consultatie', ...niemand, persoon, tekst };
  }
  const organisatie = genoemd ?? kans.kies(kandidaten);
  return {
    soort: 'verzoekDoen',
    verzoek,
    verzoeksoort: kans.procent(8) ? 'warme_overdracht' : 'vraag',
    organisatie,
    persoon: null,
    escalatiecontact: om.loketten.get(organisatie)?.escalatiecontact === true,
    tekst: { vraag: kans.kies(teksten.VRAGEN) },
  };
}
