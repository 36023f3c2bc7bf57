import type { PolicyDef } from '@mikro-orm/postgresql';

import { ROL } from './rollen.ts';

const WIE = `(select current_setting('app.persoon', true))`;

/** Of a table that no person reads: who does the work of the service sees every row, on what its rights reach. */
export function vanDeDienst(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel)];
}

/** Of what is about one signaal, by its id in `sleutel`: seen by who sees that signaal. */
export function zoalsHetSignaal(tabel: string, sleutel = 'stroom'): PolicyDef<object>[] {
  return [voorDiensten(tabel), voorLezer(tabel, ziet(tabel, sleutel))];
}

/** Of what somebody chose for herself. */
export function vanHaarzelf(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel), voorLezer(tabel, `gebruiker = ${WIE}`)];
}

/** Who acts locks a stream that she sees; it takes the right to change a column, with which nothing can be changed. */
export const STROOMPOLICIES: PolicyDef<object>[] = [
  ...zoalsHetSignaal('stroom', 'id'),
  { name: 'stroom_slot', command: 'update', roles: [ROL.lezer], using: ziet('stroom', 'id'), check: 'false' },
];

/** That a mail waits may be known to who sees a signaal that it is about. */
export const ZENDINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('zending'),
  voorLezer('zending', 'exists (select 1 from bericht b where b.zending = zending.id)'),
];

export const MELDINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('waakhondmelding'),
  voorLezer('waakhondmelding', '(select is_beheer())'),
];

function ziet(tabel: string, sleutel: string): string {
  return `exists (select 1 from signaal s where s.id = ${tabel}.${sleutel})`;
}

function voorLezer(tabel: string, using: string): PolicyDef<object> {
  return { name: `${tabel}_lezer`, command: 'select', roles: [ROL.lezer], using };
}

function voorDiensten(tabel: string): PolicyDef<object> {
  return { name: `${tabel}_dienst`, roles: [ROL.dienst], using: 'true', check: 'true' };
}

/** Who sees a signaal: the one place where PostgreSQL says so. What it calls is in migration 0026. */
export const SIGNAALPOLICIES: PolicyDef<object>[] = [
  voorDiensten('signaal'),
  {
    name: 'signaal_lezer',
    command: 'select',
    roles: [ROL.lezer],
    using: `melder = (select ziet_als())
      or (select ziet_alles())
      or regio = any ((select ziet_regios())::text[])
      or eerdere_regios && (select ziet_regios())
      or behandelaar = (select ziet_als())
      or behandelaars @> array[(select ziet_als())]
      or meedenkers @> array[(select ziet_als())]
      or behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(id, behandelaar)`,
  },
  {
    name: 'signaal_conflict',
    command: 'select',
    type: 'restrictive',
    roles: [ROL.lezer],
    using: `melder = ${WIE} or organisatie is distinct from (select ziet_niet_van())`,
  },
];
