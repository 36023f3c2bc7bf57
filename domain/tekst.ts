/**
 * Cleans and measures what people type, for every field of the API and of every form. Length is counted in code points, as
 * PostgreSQL (`length`) and JSON Schema (`maxLength`) do: an emoji of one code point is one character. Every pattern here is
 * linear, whatever the text.
 */

/** Whether a field has room for one line or for more. */
export type Vorm = 'een_regel' | 'meer_regels';

/** What can be wrong with a text; `tekens` for what no person types, `regeleinde` for a line end where there is one line. */
export type Tekstfout = 'leeg' | 'te_lang' | 'tekens' | 'regeleinde';

const REGELEINDE = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
const EEN_REGELEINDE = /[\n\r\u0085\u2028\u2029]/u;
const WITRUIMTE = /\s+/gu;
/** NUL and the other controls except tab, line feed and carriage return, and halves of characters. PostgreSQL can store neither. */
// oxlint-disable-next-line no-control-regex -- these are exactly the characters that are meant
const ONLEESBAAR = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}]/u;
/** Anything that leaves ink. The blank of braille is none, and neither are fillers, soft hyphens and marks of direction. */
const ZICHTBAAR = /[^\s\p{Cc}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;
/**
 * A flag that is spelled with tags stays whole; so do joiners and variation selectors after what they change: an emoji, or a letter
 * that is not Latin. Everything else that cannot be seen goes: controls, zero-width spaces, soft hyphens, marks of direction.
 */
const ONZICHTBAAR =
  /\u{1f3f4}[\u{e0030}-\u{e007a}]{1,8}\u{e007f}|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Inherited}]]])[\p{Join_Control}\p{Variation_Selector}]|(?<=\p{Extended_Pictographic}\ufe0f)\u200d|(?<=[0-9#*])\ufe0f(?=\u20e3)|([[\p{Cc}--[\n\t]]\p{Default_Ignorable_Code_Point}\ufff9-\ufffb])/gv;

/**
 * The text as it is kept: whole characters in Unicode normal form C, Unix line ends (a space where there is one line), nothing
 * invisible, nothing around it. Empty for a text in which nothing can be seen.
 */
export function schoon(tekst: string, vorm: Vorm): string {
  const heel = tekst.toWellFormed().normalize('NFC').replace(REGELEINDE, '\n').replaceAll('\u2800', ' ');
  const leesbaar = heel
    .replace(ONZICHTBAAR, (teken, onzichtbaar?: string) => (onzichtbaar === undefined ? teken : ''))
    // Once more: an accent may have found its letter.
    .normalize('NFC');
  if (!ZICHTBAAR.test(leesbaar)) return '';
  return (vorm === 'een_regel' ? leesbaar.replace(WITRUIMTE, ' ') : leesbaar).trim();
}

/** Length in characters as people count them, near enough: code points. */
export function aantalTekens(tekst: string): number {
  let aantal = 0;
  for (const _teken of tekst) aantal += 1;
  return aantal;
}

/** True when the text has more than `maximum` characters; looks at no more of it than that takes. */
export function isLangerDan(tekst: string, maximum: number): boolean {
  if (tekst.length <= maximum) return false;
  return tekst.length > maximum * 2 || aantalTekens(tekst) > maximum;
}

/** True for a text with a character that cannot be kept: a control character or half a character. */
export function isOnleesbaar(tekst: string): boolean {
  return ONLEESBAAR.test(tekst);
}

/**
 * Everything that is wrong with a text as a program sent it. Length comes first: of a text that is far too long nothing else is
 * looked at. What `schoon` takes away does not count.
 */
export function tekstfouten(tekst: string, { vorm, maximum }: { vorm: Vorm; maximum: number }): Tekstfout[] {
  if (tekst.length > maximum * VEEL_TE_LANG) return ['te_lang'];
  const leesbaar = schoon(tekst, vorm);
  return [
    ...(leesbaar === '' ? (['leeg'] as const) : []),
    ...(isLangerDan(leesbaar, maximum) ? (['te_lang'] as const) : []),
    ...(isOnleesbaar(tekst) ? (['tekens'] as const) : []),
    ...(vorm === 'een_regel' && EEN_REGELEINDE.test(tekst.trim()) ? (['regeleinde'] as const) : []),
  ];
}

/** No text shrinks to this part of itself by being cleaned, except one that was made for it. */
const VEEL_TE_LANG = 20;

const SCHRIFTTEKENS = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** The first `maximum` characters of a text, and never half of what people see as one. */
export function ingekort(tekst: string, maximum: number): string {
  if (!isLangerDan(tekst, maximum)) return tekst;
  // What follows one character may be many code points, but not this many.
  const begin = tekst.slice(0, maximum * 2 + 100);
  let over = maximum;
  let kort = '';
  for (const { segment } of SCHRIFTTEKENS.segment(begin)) {
    over -= aantalTekens(segment);
    if (over < 0) break;
    kort += segment;
  }
  return kort.trimEnd();
}

/** What a mail server takes at most (RFC 5321 §4.5.3.1), in characters; also between two dots after the @ (RFC 1035 §2.3.4). */
export const MAILADRES = { geheel: 254, naam: 64, deel: 63 } as const;

const MAILNAAM = /^[\w'+-]+(?:\.[\w'+-]+)*$/u;
const DOMEINDEEL = /^[A-Za-z0-9-]+$/u;
const LAATSTE_DEEL = /^[A-Za-z]{2,}$/u;

/** The address of a mailbox without what cannot be seen, as it was written; null for what is none. Capitals stay. */
export function mailadresVan(tekst: string): string | null {
  if (tekst.length > MAILADRES.geheel * 2) return null;
  const adres = schoon(tekst, 'een_regel');
  const [naam = '', domein = '', ...meer] = adres.split('@');
  if (adres.length > MAILADRES.geheel || meer.length > 0) return null;
  return isMailnaam(naam) && isMaildomein(domein) ? adres : null;
}

function isMailnaam(naam: string): boolean {
  return naam.length <= MAILADRES.naam && MAILNAAM.test(naam);
}

function isMaildomein(domein: string): boolean {
  const delen = domein.split('.');
  const isGoed = (deel: string): boolean =>
    deel.length <= MAILADRES.deel && DOMEINDEEL.test(deel) && !deel.startsWith('-') && !deel.endsWith('-');
  return delen.length > 1 && delen.every(isGoed) && LAATSTE_DEEL.test(delen.at(-1) ?? '');
}
