/** Everything that the guard knows to look for, with what it says of it to functioneel beheer. */
export const MELDINGSOORTEN = {
  mijlpaal_te_laat: 'Wat de klok moest doen is meer dan twee minuten te laat.',
  wekker_blijft_liggen: 'Een signaal wacht al meer dan een minuut tot zijn klok weer wordt gezet.',
  bericht_blijft_liggen: 'Een bericht is tien minuten na zijn tijd nog niet in een mail gezet.',
  mail_wacht: 'Er wachten mails al meer dan een half uur op verzending.',
  mail_mislukt: 'De mailserver weigert de mail aan een gebruiker. Kijk het mailadres na.',
  signaal_geparkeerd:
    'Een signaal vraagt aandacht: de regels lopen erop vast. Er gebeurt niets mee tot iemand het vrijgeeft.',
  signaal_zonder_mijlpaal: 'Een signaal is open, maar de klok heeft er niets meer voor te doen.',
  signaal_zonder_workflow: 'Een signaal is open, maar Temporal volgt het niet.',
  workflow_zonder_signaal: 'Temporal volgt een signaal waarvoor de klok niets meer hoeft te doen.',
  niemand_luistert:
    'Geen worker luistert naar Temporal. De klok van een signaal komt pas na vijf minuten, en dan van de waakhond zelf.',
  wissen_hangt: 'Wat twee mensen bevestigden, is na een uur nog niet helemaal gewist.',
  logboek_blijft_staan:
    'Oude regels van het logboek gaan niet weg nu hun bewaartermijn voorbij is. Vraag een auditor de keten te controleren.',
  zegels_blijven_uit:
    'Het logboek wordt niet verzegeld, of wat buiten de database moet staan komt daar niet: de zegels, of wat er is gewist. Kijk of de worker bij de map ZEGEL_DIR kan, en of de schijf vol is.',
  hoofdsleutel_ontbreekt:
    'Een hoofdsleutel ontbreekt, of een andere heeft zijn naam. Wie het betreft en bestanden van ketenpartners zijn daaronder nu niet te lezen; er is niets kwijt. Zet de sleutel terug in SLEUTELS_FILE en start elke api opnieuw.',
  kalender_niet_doorgevoerd: 'Een signaal rekent na tien minuten nog met de vorige kalender.',
  feestdagen_raken_op:
    'De vrije dagen die bij besluit zijn aangewezen, zijn nog geen jaar vooruit bekend. Vul de kalender aan.',
} as const;
export type Meldingsoort = keyof typeof MELDINGSOORTEN;

/** Its kinds. */
export const SOORTEN_MELDING = Object.keys(MELDINGSOORTEN) as Meldingsoort[];
