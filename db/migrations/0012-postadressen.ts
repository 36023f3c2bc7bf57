import { Migration } from '@mikro-orm/migrations';

/** Two spellings of one mailbox are one addressee, so an address is kept in lower case; and a mail can say who reads a reply to it. */
export class Postadressen extends Migration {
  override up(): void {
    for (const [tabel, kolommen] of ADRESSEN) {
      const klein = kolommen.map((kolom) => `${kolom} = lower(${kolom})`);
      this.addSql(`update ${tabel} set ${klein.join(', ')} where not (${klein.join(' and ')});`);
      this.addSql(`alter table ${tabel} add constraint ${tabel}_kleine_letters_check check (${klein.join(' and ')});`);
    }
    this.addSql(`
      alter table zending add column antwoord_aan text null;
      alter table zending add constraint zending_antwoord_aan_foreign foreign key (antwoord_aan) references gebruiker (id) on delete no action;`);
  }
}

/** Without a value the comparison is null, which a check lets pass. */
const ADRESSEN = [
  ['loket', ['email', 'escalatie_email']],
  ['partij', ['email', 'escalatie_email']],
  ['bericht', ['adres']],
  ['partnerlink', ['adres']],
  ['partnercode', ['adres']],
  ['zending', ['adres']],
] as const;
