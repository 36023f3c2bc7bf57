import { type Datum, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

/** Something that is due on one day. */
export interface Agendapunt {
  uid: string;
  datum: Datum;
  titel: string;
  url: string;
  gewijzigdOp: Tijdstip;
}

/** A calendar of whole days (RFC 5545), for a program that comes back every few hours. */
export function alsIcs(punten: readonly Agendapunt[]): string {
  const regels = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Metgezel//Signaalpunt//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Signaalpunt',
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...TIJDZONE,
    ...punten.flatMap(regelsVan),
    'END:VCALENDAR',
  ];
  return regels.map((regel) => `${vouw(regel)}\r\n`).join('');
}

/**
 * A calendar without any component is none (RFC 5545 §3.6), and programs report a feed without deadlines as broken. The zone in
 * which our days are days is true of every feed and shows nowhere. Rules of the European Union since 1996.
 */
const TIJDZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function regelsVan({ uid, datum, titel, url, gewijzigdOp }: Agendapunt): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${gewijzigdOp.replaceAll(/[-:]|\.\d{3}/g, '')}`,
    `DTSTART;VALUE=DATE:${dag(datum)}`,
    `DTEND;VALUE=DATE:${dag(plusDagen(datum, 1))}`,
    `SUMMARY:${titel.replaceAll(/[\\;,]/g, String.raw`\$&`)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dag(datum: Datum): string {
  return datum.replaceAll('-', '');
}

/** A line holds at most 75 octets; the next begins with a space. Everything here is ASCII. */
function vouw(regel: string): string {
  return regel.replaceAll(/(.{74})(?=.)/g, '$1\r\n ');
}
