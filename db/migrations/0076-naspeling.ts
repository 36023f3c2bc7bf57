import { Migration } from '@mikro-orm/migrations';

/** How far a simulation is, and what came of it, wherever it is played and whoever asks. */
export class Naspelingen extends Migration {
  override up(): void {
    this.addSql(`
      create table naspeling (
        id uuid not null,
        door text not null,
        gevraagd jsonb not null,
        begonnen_op timestamptz(3) not null,
        gezien_op timestamptz(3) not null,
        gevonden int null,
        gespeeld int not null,
        verslag jsonb null,
        mislukt boolean not null,
        primary key (id),
        constraint naspeling_door_unique unique (door)
      );
      alter table naspeling enable row level security;
      alter table naspeling force row level security;
      create policy naspeling_dienst on naspeling to signaalpunt_dienst using (true) with check (true);`);
  }
}
