import { TE_WEINIG } from '#contract/cijfers.ts';
import { type Regiocode, REGIOS } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

/** "1 signaal", "1.024 signalen". */
export function signalen(aantal: number): string {
  return `${getal(aantal)} ${aantal === 1 ? 'signaal' : 'signalen'}`;
}

export function werkdagen(aantal: number): string {
  return `${getal(aantal)} ${aantal === 1 ? 'werkdag' : 'werkdagen'}`;
}

/** The form of a verb that goes with that many. */
export function vorm(aantal: number, een: string, meer: string): string {
  return aantal === 1 ? een : meer;
}

/** "12 van de 30 (40 %)"; of a few no share. */
export function deel(aantal: number, van: number): string {
  const share = van < TE_WEINIG ? '' : ` (${Math.round((100 * aantal) / van)} %)`;
  return `${getal(aantal)} van de ${getal(van)}${share}`;
}

export function getal(n: number): string {
  return n.toLocaleString('nl-NL');
}

/** "lokaal, regionaal en landelijk". */
export function opsomming(woorden: readonly string[]): string {
  return new Intl.ListFormat('nl-NL').format(woorden);
}

export function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const KORTE_MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "maart 2027". */
export function maandVan(datum: Datum): string {
  return MAAND.format(new Date(`${datum}T00:00:00Z`));
}

/** "mrt 2027". */
export function korteMaand(datum: Datum): string {
  return KORTE_MAAND.format(new Date(`${datum}T00:00:00Z`)).replace('.', '');
}

export function regionaam(code: Regiocode): string {
  return REGIOS.find((regio) => regio.code === code)?.label ?? code;
}
