import { defineEntity, p } from '@mikro-orm/postgresql';

import type { VerhaalWeg } from '#domain/rapport/vignetten.ts';

import { VIGNETPOLICIES } from '../rechten/policies.ts';
import { Rapport } from './rapport.ts';

/** A short story in a report, of a family that allowed it. It is frozen with its report. */
export const Vignet = defineEntity({
  name: 'Vignet',
  rowLevelSecurity: 'force',
  policies: VIGNETPOLICIES,
  properties: {
    id: p.uuid().primary(),
    rapport: () => p.manyToOne(Rapport).fieldName('rapport').deleteRule('cascade'),
    /** Of what it tells; null once that was erased. */
    signaal: p.uuid().nullable(),
    /** null, as its text is, once the family does not allow it any more. */
    titel: p.text().nullable(),
    verhaal: p.text().nullable(),
    weg: p.text().$type<VerhaalWeg>().nullable(),
    geschrevenDoor: p.text(),
    geschrevenOp: p.datetime(3),
    /** The two others who looked it over. */
    eersteDoor: p.text().nullable(),
    tweedeDoor: p.text().nullable(),
  },
  checks: [
    {
      name: 'vignet_weg_check',
      expression: '(weg is null) = (num_nonnulls(titel, verhaal) = 2) and num_nonnulls(titel, verhaal) <> 1',
    },
    {
      name: 'vignet_vier_ogen_check',
      expression: 'eerste_door <> geschreven_door and tweede_door <> geschreven_door and tweede_door <> eerste_door',
    },
    { name: 'vignet_volgorde_check', expression: 'tweede_door is null or eerste_door is not null' },
  ],
  indexes: [
    { name: 'vignet_rapport_index', properties: ['rapport'] },
    { name: 'vignet_signaal_index', properties: ['signaal'] },
  ],
  triggers: [
    {
      name: 'vignet_bevroren',
      timing: 'before',
      events: ['insert', 'update', 'delete'],
      forEach: 'row',
      expression:
        'create trigger "vignet_bevroren" before insert or update or delete on "vignet" for each row execute function houd_vignet_bevroren()',
    },
    {
      name: 'vignet_bij_rapport',
      timing: 'before',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "vignet_bij_rapport" before update on "vignet" for each row when (new.rapport <> old.rapport) execute function houd_vignet_bij_rapport()',
    },
  ],
});
