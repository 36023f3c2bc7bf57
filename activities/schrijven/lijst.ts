import { json } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { betrokkenOrganisaties } from '#domain/bevoegdheden.ts';
import { aanZet, stilVanaf, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { leefVerder, type Levensloop, NIEUWE_LEVENSLOOP, raaktLevensloop } from '#domain/signaal/levensloop.ts';
import type { Indeling } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import type { Voorval } from './projectie.ts';
import { type Schakel, volgensDeRegels } from './verloop.ts';

/** Writes the row by which a signaal is found in lists. */
export async function schrijfSignaal(
  db: Db,
  {
    nummer,
    staat,
    verloop,
    kader,
    klokverschilMs,
  }: Pick<Voorval, 'nummer' | 'staat' | 'verloop' | 'kader' | 'klokverschilMs'>,
): Promise<false> {
  const eerste = verloop[0]?.gebeurtenis;
  const kolommen = {
    ...volgensDeRegels(staat.id, () => uitStaat(staat, kader.beleid)),
    ...indeling(verloop),
    afgesloten_op: staat.status === 'afgesloten' ? sluiting(verloop) : null,
    ...(await levensloopNa(db, staat.id, verloop)),
    klokverschil_ms: klokverschilMs,
  };
  if (eerste?.soort === 'ingediend') {
    await rows(
      db,
      sql`insert into signaal
          select (jsonb_populate_record(null::signaal, ${jsonb({ ...uitIndiening(eerste), ...kolommen, nummer })})).*`,
    );
    return false;
  }
  await rows(
    db,
    sql`update signaal s
           set behandelaar = n.behandelaar, behandelaars = n.behandelaars, meedenkers = n.meedenkers, niveau = n.niveau,
               status = n.status, urgentie = n.urgentie, wens = n.wens, regio = n.regio, eerdere_regios = n.eerdere_regios,
               organisatie = n.organisatie, uitkomst = n.uitkomst, laatste_op = n.laatste_op, termijn_op = n.termijn_op,
               klokverschil_ms = n.klokverschil_ms,
               betrokken_organisaties = n.betrokken_organisaties, programmaleiding_weet = n.programmaleiding_weet,
               aan_zet = n.aan_zet, aan_zet_wie = n.aan_zet_wie, domeindiscussie = n.domeindiscussie,
               zonder_overdracht = n.zonder_overdracht, stil_op = n.stil_op, patroon = n.patroon, patroonantwoord = n.patroonantwoord, gewist = n.gewist,
               doelgroepen = coalesce(n.doelgroepen, s.doelgroepen),
               knelpunttypen = coalesce(n.knelpunttypen, s.knelpunttypen), wetten = coalesce(n.wetten, s.wetten),
               leefgebieden = coalesce(n.leefgebieden, s.leefgebieden),
               leeftijdscategorie = coalesce(n.leeftijdscategorie, s.leeftijdscategorie),
               verblijven = coalesce(n.verblijven, s.verblijven), vragen = coalesce(n.vragen, s.vragen),
               sluitingen = coalesce(n.sluitingen, s.sluitingen),
               systeemreden = case when n.verblijven is null then s.systeemreden else n.systeemreden end,
               afgesloten_op = case when n.status = 'afgesloten' then coalesce(n.afgesloten_op, s.afgesloten_op) end
          from jsonb_populate_record(null::signaal, ${jsonb(kolommen)}) n
         where s.id = n.id`,
  );
  return false;
}

/** What acts and the clock may change. */
function uitStaat(staat: Staat, beleid: Termijnbeleid): Record<string, unknown> {
  const { id, behandelaar, meedenkers, niveau, status, urgentie, wens, regio, organisatie, uitkomst } = staat;
  const { domeindiscussie, zonderOverdracht: zonder_overdracht } = staat;
  const { eerdereRegios: eerdere_regios, laatsteOp: laatste_op } = staat;
  const behandelaars = [...new Set(staat.laatsteBehandelaars.map(({ persoon }) => persoon))];
  const termijn_op = uiterlijkOp(staat);
  const betrokken_organisaties = betrokkenOrganisaties(staat);
  const programmaleiding_weet = staat.programmaleidingWeet === true;
  const stil_op = stilVanaf(staat, beleid);
  const { patroon = null, patroonantwoord = null } = staat;
  const gewist = staat.gewist !== undefined;
  return {
    id,
    behandelaar,
    behandelaars,
    meedenkers,
    niveau,
    status,
    urgentie,
    wens,
    regio,
    eerdere_regios,
    organisatie,
    uitkomst,
    laatste_op,
    termijn_op,
    betrokken_organisaties,
    programmaleiding_weet,
    domeindiscussie,
    zonder_overdracht,
    stil_op,
    patroon,
    patroonantwoord,
    gewist,
    ...wieAanZet(staat),
  };
}

/** Who must act, and which person or organisation that is. */
function wieAanZet(staat: Staat): Record<string, unknown> {
  const zet = aanZet(staat);
  const aan_zet = zet?.soort ?? null;
  if (zet?.soort === 'persoon') return { aan_zet, aan_zet_wie: zet.persoon };
  if (zet?.soort !== 'partij') return { aan_zet, aan_zet_wie: null };
  return { aan_zet, aan_zet_wie: staat.verzoeken.find(({ id }) => id === zet.verzoek)?.organisatie ?? null };
}

/** What was filed; the codes can be bettered later. */
function uitIndiening(ingediend: Extract<Gebeurtenis, { soort: 'ingediend' }>): Record<string, unknown> {
  const { melder, gegevens, op: ingediend_op } = ingediend;
  const { gemeente, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie } = gegevens;
  return { melder, ingediend_op, gemeente, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie };
}

/** The codes that were bettered, the last ones last. */
export function indeling(verloop: readonly Schakel[]): Record<string, unknown> {
  const gewijzigd: Indeling = Object.assign(
    {},
    ...verloop.map(({ gebeurtenis }) => (gebeurtenis.soort === 'ingedeeld' ? gebeurtenis.indeling : {})),
  );
  const { urgentie: _urgentie, ...codes } = gewijzigd;
  return codes;
}

function sluiting(verloop: readonly Schakel[]): string | null {
  return verloop.findLast(({ gebeurtenis }) => gebeurtenis.soort === 'afgesloten')?.gebeurtenis.op ?? null;
}

/** How it went by now; null where these do not change that. */
async function levensloopNa(db: Db, id: string, verloop: readonly Schakel[]): Promise<Levensloop | null> {
  if (!raaktLevensloop(verloop.map(({ gebeurtenis }) => gebeurtenis))) return null;
  const isNieuw = verloop[0]?.voor === null;
  const [eerder] = isNieuw
    ? []
    : await rows(
        db,
        sql`select jsonb_build_object('verblijven', s.verblijven, 'vragen', s.vragen, 'sluitingen', s.sluitingen, 'systeemreden', s.systeemreden)
              as levensloop from signaal s where s.id = ${id}`,
        { levensloop: json<Levensloop>() },
      );
  return volgensDeRegels(id, () =>
    verloop.reduce(
      (loop, { gebeurtenis, voor }) => leefVerder(loop, gebeurtenis, voor),
      eerder?.levensloop ?? NIEUWE_LEVENSLOOP,
    ),
  );
}
