import { escapeLiteral } from 'pg';

import type { Dienst, Namens } from '../namens.ts';

/** The roles of PostgreSQL in which queries run. None of them logs in. */
export const ROL = {
  /** A person. */
  lezer: 'signaalpunt_lezer',
  /** Who has the link of one verzoek. */
  partner: 'signaalpunt_partner',
  schrijver: 'signaalpunt_schrijver',
  /** All that do the work of the service: they see every row of the tables on which they have a right. */
  dienst: 'signaalpunt_dienst',
} as const;

/** The role of one dienst. */
export function rolVan(dienst: Dienst): string {
  return `${ROL.dienst}_${dienst}`;
}

/**
 * What the transaction begins with in which queries run for somebody. All of it ends with that transaction, so a connection that is
 * given back carries nothing on.
 */
export function contextVan(namens: Namens): string {
  switch (namens.rol) {
    case 'lezer':
      return `${variabele('app.persoon', namens.persoon)}; ${neem(ROL.lezer)}; select neem_zicht()`;
    case 'partner':
      return `${variabele('app.link', namens.link)}; ${neem(ROL.partner)}`;
    case 'dienst':
      return neem(rolVan(namens.dienst));
  }
}

/** From here until its end the transaction runs in this role. */
export function neem(rol: string): string {
  return `set local role ${rol}`;
}

function variabele(naam: string, waarde: string): string {
  return `set local ${naam} = ${escapeLiteral(waarde)}`;
}
