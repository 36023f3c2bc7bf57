const AMSTERDAM = 'Europe/Amsterdam';
const DATUM_EN_TIJD = new Intl.DateTimeFormat('nl-NL', {
  timeZone: AMSTERDAM,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as people write it, in Amsterdam: "10 mei 2027 om 09:00". */
export function opSchrift(tijdstip: string): string {
  return DATUM_EN_TIJD.format(new Date(tijdstip));
}

const SECONDE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: AMSTERDAM,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-11-28 15:02:11` in the Netherlands, as a spreadsheet takes it for a moment. */
export function opDeSeconde(tijdstip: string): string {
  return SECONDE.format(new Date(tijdstip));
}
