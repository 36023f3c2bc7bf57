import { z } from 'zod';

/** In minutes. */
const A_WEEK = 10_080;

/** A whole number of minutes, a week at most. */
export function minutes(name: string, otherwise: number) {
  const error = `${name} moet een heel aantal minuten zijn, van 1 tot en met ${A_WEEK}, bijvoorbeeld ${otherwise}.`;
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(A_WEEK, { error }).default(otherwise);
}

/** 32 bytes in base64. */
export function key(name: string): z.ZodString {
  return z.string().refine(isKey, {
    error: `${name} moet 32 bytes in base64 zijn; maak er een met "openssl rand -base64 32".`,
  });
}

/** An address of http or https. */
export function webAddress(name: string, example: string): z.ZodString {
  return address(name, ['http:', 'https:'], example);
}

/** An address with one of these protocols, each with its colon. */
export function address(name: string, protocols: readonly string[], example: string): z.ZodString {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `${name} moet een adres zijn, bijvoorbeeld ${example}.`,
  });
}

/** Whether this is 32 bytes in base64. */
export function isKey(text: string): boolean {
  return /^[\w+/-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32;
}
