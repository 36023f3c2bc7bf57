import { Migration } from '@mikro-orm/migrations';

export class Daden extends Migration {
  override up(): void {
    this.addSql(DEAD_DESKS);
  }
}

/** A desk whose mail came back gets no more, until somebody has looked at its address. */
const DEAD_DESKS = `
    alter table loket add column onbestelbaar_op timestamptz(3) null, add column escalatie_onbestelbaar_op timestamptz(3) null;`;
