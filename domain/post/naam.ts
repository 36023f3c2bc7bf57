/** `://`, `www.`, an @, a dot between two words, or between a letter and a word with a slash behind it: what mail programs make a link of. */
const LINK = /:\/\/|\bwww\.|@|[\p{L}\p{N}]{2}\.\p{L}{2}|\.\p{L}{2,63}\//iu;

/**
 * True for a name in which a mail program would show a link. We write names in mails to people who do not know us, so a name that
 * holds one would be a way to send them anything in our name.
 */
export function heeftLink(naam: string): boolean {
  return LINK.test(naam);
}
