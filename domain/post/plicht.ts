import { type Berichtsoort, BERICHTSOORTEN, type Reden } from '../signaal/berichtsoorten.ts';

/** Why a bericht cannot be unsubscribed from, and for whom it is only information all the same. */
interface Plicht {
  readonly omdat: string;
  readonly behalve?: readonly Reden[];
}

const WACHT = 'Iemand wacht op wat u doet.';
const TERMIJN = 'Er loopt een termijn waaraan u zich houdt.';
const TOEZICHT = 'U bent de enige die nog kan ingrijpen.';
const NIET_MEER = 'Anders werkt u door aan iets wat al bij een ander ligt.';

/**
 * Which berichten belong to the work, with the reason; null is information, from which anybody may unsubscribe. What is duty also
 * goes to the deputy of who is away; information waits until that person is back.
 */
export const PLICHT: Readonly<Record<Berichtsoort, Plicht | null>> = {
  ontvangen: null,
  opgepakt: null,
  verplaatst: { omdat: NIET_MEER, behalve: ['melder', 'consulent'] },
  teruggekoppeld: { omdat: 'Het gezin wacht op dit antwoord.' },
  patroonantwoord: { omdat: 'Het gezin wacht op dit antwoord.' },
  ingetrokken: { omdat: NIET_MEER },
  aan_u_toegewezen: { omdat: WACHT },
  aan_u_overgedragen: { omdat: WACHT },
  aan_u_teruggelegd: { omdat: WACHT },
  wacht_op_oppakken: { omdat: WACHT },
  overdracht_gevraagd: { omdat: WACHT },
  overdracht_vastgelegd: { omdat: 'Hierin staat wat er nu nodig is.' },
  herinnering_oppakken: { omdat: TERMIJN },
  herinnering_behandelen: { omdat: TERMIJN },
  herinnering_terugkoppelen: { omdat: TERMIJN },
  niet_opgepakt: { omdat: TOEZICHT },
  termijn_verstreken: { omdat: TOEZICHT },
  terugkoppeling_te_laat: { omdat: TOEZICHT },
  duurt_lang: { omdat: TOEZICHT },
  terugblik: null,
  losgelaten: { omdat: NIET_MEER },
  hervat: { omdat: TERMIJN },
  aanpak_verlopen: { omdat: TERMIJN },
  spoed_gevraagd: { omdat: WACHT },
  meedenken: { omdat: WACHT },
  aangevuld: { omdat: 'Wat erbij komt kan veranderen wat u moet doen.' },
  samengevoegd: { omdat: NIET_MEER, behalve: ['melder', 'consulent'] },
  duplicaat: { omdat: 'Nog iemand wacht op de uitkomst.' },
  vraag_gestopt: { omdat: WACHT },
  melder_vertrokken: { omdat: 'Anders bereikt het antwoord niemand.' },
  heropend: { omdat: WACHT, behalve: ['melder', 'consulent'] },
  helpt_niet: { omdat: WACHT },
  termijn_verschoven: { omdat: TERMIJN },
  herinnering_indelen: { omdat: TERMIJN },
  indeling_te_laat: { omdat: TOEZICHT },
  herinnering_bezwaar: { omdat: 'Deze datum is niet te herstellen.' },
  navraag: { omdat: WACHT },
  herinnering_navraag: { omdat: TERMIJN },
  navraag_onbeantwoord: { omdat: WACHT },
  consultatie: { omdat: WACHT },
  verzoek: { omdat: WACHT },
  herinnering_verzoek: { omdat: TERMIJN },
  verzoek_hogerop: { omdat: WACHT },
  verzoek_vervallen: { omdat: NIET_MEER },
  informatie: { omdat: WACHT },
  nakoming: { omdat: WACHT },
  antwoord: { omdat: WACHT, behalve: ['melder', 'consulent'] },
  bevestiging: { omdat: 'Dit is het bewijs van uw antwoord.' },
  partij_zwijgt: { omdat: TERMIJN },
  geen_reactie: { omdat: WACHT },
  niet_nagekomen: { omdat: WACHT },
  onbestelbaar: { omdat: WACHT },
  post_onbestelbaar: { omdat: 'Anders denkt iedereen dat iemand het weet.' },
  domeindiscussie: null,
};

/** True when this bericht asks something of the reader at work. */
export function isPlicht(soort: Berichtsoort, waarom: Reden): boolean {
  const plicht = PLICHT[soort];
  return plicht !== null && plicht.behalve?.includes(waarom) !== true;
}

/** True when this bericht says that nothing is asked of the reader any more. */
export function isNietMeer(soort: Berichtsoort): boolean {
  return PLICHT[soort]?.omdat === NIET_MEER;
}

/** The kinds from which somebody may unsubscribe, for some of the reasons for which they are sent. */
export const AFMELDBAAR: readonly Berichtsoort[] = BERICHTSOORTEN.filter((soort) => {
  const plicht = PLICHT[soort];
  return plicht === null || plicht.behalve !== undefined;
});

/** What a kind of bericht from which one may unsubscribe is about, as it follows on "mails over". */
const WAAROVER: Partial<Readonly<Record<Berichtsoort, string>>> = {
  ontvangen: 'de ontvangst van uw signaal',
  opgepakt: 'wie uw signaal behandelt',
  verplaatst: 'waar uw signaal naartoe gaat',
  terugblik: 'hoe het gaat na het afsluiten',
  samengevoegd: 'signalen die samen verder gaan',
  heropend: 'uw signaal dat weer open gaat',
  antwoord: 'antwoorden op vragen over uw signaal',
  domeindiscussie: 'organisaties die naar elkaar verwijzen',
};

/** These kinds of mail in words, as they follow on "mails over". Throws TypeError for a kind that is duty. */
export function waarover(soorten: readonly Berichtsoort[]): string {
  const namen = soorten.map((soort) => {
    const naam = WAAROVER[soort];
    if (naam === undefined) throw new TypeError(`Nobody unsubscribes from ${soort}`);
    return naam;
  });
  return new Intl.ListFormat('nl').format(namen);
}
