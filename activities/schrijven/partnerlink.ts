import { ADRESSEN } from '#contract/adressen.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hashOfSecret, newSecret } from '#platform/secret.ts';

/** Working days after the end of what it leads to in which a link still opens (ADR 0012). */
export const LINK_LEEFT_NA = 30;

/** What a link is made for; `nu` on the clock of the stream. */
export interface Linkgegevens {
  stroom: string;
  /** null for the consulent on whose behalf was filed, whose link leads to the signaal. */
  verzoek: string | null;
  adres: string;
  nu: Tijdstip;
}

/**
 * Makes a link to one verzoek, or to a signaal, for one address, in the transaction in which the mail that carries it is fixed, and
 * returns its token. The token is nowhere else: only its SHA-256 is stored. Links of earlier mails to the same address keep working.
 */
export async function maakPartnerlink(db: Db, { stroom, verzoek, adres, nu }: Linkgegevens): Promise<string> {
  const token = newSecret();
  await rows(
    db,
    sql`insert into partnerlink (stroom, verzoek, adres, hash, hogerop, gemaakt_op)
        select ${stroom}, ${verzoek}, ${adres}, ${hashOfSecret(token)}, coalesce(bool_or(escalatie_email = ${adres} and email <> ${adres}), false), ${nu}
          from partij where stroom = ${stroom} and verzoek = ${verzoek}`,
  );
  return token;
}

/** The address of the page behind a token; `publicUrl` without a slash at its end. */
export function partnerUrl(publicUrl: string, token: string): string {
  return `${publicUrl}${ADRESSEN.partnerlink({ token })}`;
}

/** Every link of a verzoek dies, with the sessions that it opened. `op` on the clock of the stream. */
export async function trekLinksIn(db: Db, stroom: string, verzoek: string, op: Tijdstip): Promise<void> {
  await rows(
    db,
    sql`with dood as (
          update partnerlink set ingetrokken_op = ${op}
           where stroom = ${stroom} and verzoek = ${verzoek} and ingetrokken_op is null returning id)
        delete from partnersessie where link in (select id from dood)`,
  );
}

/**
 * Every link of a verzoek to another address than that of the colleague dies. The sessions that they opened read nothing any more, and are
 * left so that whoever handed the question on, and sends the form again or goes back, is told where it is.
 */
export async function laatAanCollega(
  db: Db,
  { stroom, verzoek, op, adres }: { stroom: string; verzoek: string; op: Tijdstip; adres: string },
): Promise<void> {
  await rows(
    db,
    sql`update partnerlink set ingetrokken_op = ${op}
         where stroom = ${stroom} and verzoek = ${verzoek} and ingetrokken_op is null and lower(adres) <> lower(${adres})`,
  );
}
