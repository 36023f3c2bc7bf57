import { defineEntity, p } from '@mikro-orm/postgresql';

import type {
  Doelgroep,
  Knelpunttype,
  Leefgebied,
  Leeftijdscategorie,
  Niveau,
  Status,
  Systeemreden,
  Uitkomst,
  Urgentie,
  Wens,
  Wet,
} from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import type { AanZet } from '#domain/signaal/afgeleid.ts';
import type { Levensloop } from '#domain/signaal/levensloop.ts';

import { SIGNAALPOLICIES } from '../rechten/policies.ts';

/** Without a list of what is still to be added, which every query would read. */
const METEEN = 'with (fastupdate = off)';

type Aanzetsoort = NonNullable<AanZet>['soort'];

/** The row of a signaal in lists; written in the transaction of the act. Its id is that of the stroom. */
export const Signaal = defineEntity({
  name: 'Signaal',
  rowLevelSecurity: 'force',
  policies: SIGNAALPOLICIES,
  properties: {
    id: p.uuid().primary(),
    nummer: p.text().unique(),
    melder: p.text(),
    behandelaar: p.text().nullable(),
    /** Now, or the last at a level: they keep sight of it. */
    behandelaars: p.array(),
    meedenkers: p.array().defaultRaw(`'{}'`),
    /** They handed it over, and keep sight of it. */
    eerdereRegios: p.array().$type<Regio[]>().defaultRaw(`'{}'`),
    niveau: p.text().$type<Niveau>(),
    status: p.text().$type<Status>(),
    urgentie: p.text().$type<Urgentie>(),
    wens: p.text().$type<Wens>(),
    regio: p.text().$type<Regio>().nullable(),
    gemeente: p.text(),
    organisatie: p.text().nullable(),
    doelgroepen: p.array().$type<Doelgroep[]>(),
    knelpunttypen: p.array().$type<Knelpunttype[]>(),
    wetten: p.array().$type<Wet[]>(),
    leefgebieden: p.array().$type<Leefgebied[]>(),
    leeftijdscategorie: p.text().$type<Leeftijdscategorie>().nullable(),
    uitkomst: p.text().$type<Uitkomst>().nullable(),
    /** Whoever works for one of these does not see it. */
    betrokkenOrganisaties: p.array().defaultRaw(`'{}'`),
    /** The clock told programmaleiding of it, who may read it since. */
    programmaleidingWeet: p.boolean().default(false),
    /** Who must act: nobody in particular at a level, a person, a party, or nobody for now; null when it is closed. */
    aanZet: p.text().$type<Aanzetsoort>().nullable(),
    /** The person or organisation that must act. */
    aanZetWie: p.text().nullable(),
    domeindiscussie: p.boolean().default(false),
    zonderOverdracht: p.boolean().default(false),
    /** From when it lies still, by the policy of the last time that anything happened; null when it is closed. */
    stilOp: p.datetime(3).nullable(),
    /** Nothing that people wrote is read any more (the policies of their tables ask this), and soon it is not there. */
    gewist: p.boolean().default(false),
    /** The patroon that it is part of, by id, and the last version of the answer on it that its filer was given. */
    patroon: p.uuid().nullable(),
    patroonantwoord: p.integer().nullable(),
    ingediendOp: p.datetime(3),
    laatsteOp: p.datetime(3),
    afgeslotenOp: p.datetime(3).nullable(),
    /** How it went, for figures, so that they need not read the record. */
    verblijven: p.array().columnType('verblijf[]').$type<Levensloop['verblijven']>(),
    vragen: p.array().columnType('partijvraag[]').$type<Levensloop['vragen']>(),
    sluitingen: p.array().columnType('afsluiting[]').$type<Levensloop['sluitingen']>(),
    /** Why it cannot be solved, while that is its outcome. */
    systeemreden: p.text().$type<Systeemreden>().nullable(),
    /** That of its stream, so that a list knows what is too late by its row alone. */
    klokverschilMs: p.bigint('number').default(0),
    /** End of the running term: the earliest of the steps'. */
    termijnOp: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'signaal_ingediend_index', properties: ['ingediendOp', 'id'] },
    { name: 'signaal_laatste_index', properties: ['laatsteOp'] },
    { name: 'signaal_regio_index', properties: ['regio', 'ingediendOp', 'id'] },
    { name: 'signaal_melder_index', properties: ['melder', 'ingediendOp', 'id'] },
    { name: 'signaal_behandelaar_index', properties: ['behandelaar', 'ingediendOp', 'id'] },
    {
      name: 'signaal_termijn_index',
      expression:
        'create index "signaal_termijn_index" on "signaal" ("ingediend_op", "id") where termijn_op is not null',
    },
    {
      name: 'signaal_open_index',
      expression: `create index "signaal_open_index" on "signaal" ("behandelaar", "niveau", "status") where status <> 'afgesloten'`,
    },
    {
      name: 'signaal_werk_index',
      expression: `create index "signaal_werk_index" on "signaal" (coalesce(termijn_op, 'infinity'), "id") where status <> 'afgesloten'`,
    },
    {
      name: 'signaal_aan_zet_index',
      expression: `create index "signaal_aan_zet_index" on "signaal" ("aan_zet_wie", "aan_zet") where status <> 'afgesloten'`,
    },
    ...[
      ['signaal_regiowerk_index', `("regio", coalesce(termijn_op, 'infinity'), "id") where status <> 'afgesloten'`],
      ['signaal_termijnorde_index', `(coalesce(termijn_op, 'infinity'), "id")`],
      ['signaal_regiotermijn_index', `("regio", coalesce(termijn_op, 'infinity'), "id")`],
      ['signaal_meldertermijn_index', `("melder", coalesce(termijn_op, 'infinity'), "id")`],
      ['signaal_oppakken_index', `("regio", "niveau") where aan_zet = 'niveau'`],
      ['signaal_wegen_index', `using gin (wegen(melder, behandelaars, meedenkers, regio)) ${METEEN}`],
      ['signaal_elders_index', `using gin (array_remove(eerdere_regios, regio)) ${METEEN}`],
      ['signaal_behandelaars_index', `using gin ("behandelaars") ${METEEN}`],
      ['signaal_doelgroepen_index', `using gin ("doelgroepen") ${METEEN}`],
      ['signaal_knelpunttypen_index', `using gin ("knelpunttypen") ${METEEN}`],
    ].map(([name = '', waarop]) => ({ name, expression: `create index "${name}" on "signaal" ${waarop}` })),
    {
      name: 'signaal_patroon_index',
      expression: 'create index "signaal_patroon_index" on "signaal" ("patroon", "id") where patroon is not null',
    },
  ],
  triggers: [
    {
      name: 'signaal_raakt_les',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "signaal_raakt_les" after update on "signaal" for each row when (old.betrokken_organisaties is distinct from new.betrokken_organisaties) execute function bron_verlegd()',
    },
    {
      name: 'signaal_toegevoegd',
      timing: 'after',
      events: ['insert'],
      forEach: 'row',
      expression:
        'create trigger "signaal_toegevoegd" after insert on "signaal" for each row execute function zoek_signaal()',
    },
    {
      name: 'signaal_verlegd',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "signaal_verlegd" after update on "signaal" for each row when ((old.organisatie, old.betrokken_organisaties, old.gewist) is distinct from (new.organisatie, new.betrokken_organisaties, new.gewist)) execute function zoek_signaal()',
    },
  ],
});
