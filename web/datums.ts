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
