import assert from 'node:assert/strict';

import fc from 'fast-check';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { heeftConflict } from '#domain/bevoegdheden.ts';
import { aanZet } from '#domain/signaal/afgeleid.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import { AGENDA, mijlpalen, volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat, Stapsoort } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { alsTijdstip, datumVan, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';
import { dader, elkeOpdracht, idVan, verzoek, wie } from '#test/support/elke-opdracht.ts';
import { keren } from '#test/support/keren.ts';
import { leef, leven, na, probeer } from '#test/support/leven.ts';
import { PERSONEN, Zaak } from '#test/support/zaak.ts';

const DAG = 86_400_000;

/** What a reader decides on; whether a party may still correct its answer is none of it. */
function inhoud({ niveau, status, behandelaar, urgentie, regio, uitkomst, verzoeken: alle }: Staat): string {
  const verzoeken = alle.map(({ herzienbaar: _vast, ...verzoek }) => verzoek);
  return JSON.stringify({ niveau, status, behandelaar, urgentie, regio, uitkomst, verzoeken });
}

function isOpen({ status }: Staat): boolean {
  return status !== 'afgesloten';
}

describe('whatever people and clock do, in whatever order', () => {
  it('no illegal staat is reached', () => {
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, ({ nu: staat }) => {
          const soorten = staat.stappen.map(({ soort }) => soort);
          const uniek = new Set(staat.stappen.map(({ soort, verzoek: id }) => `${soort} ${id}`));
          assert.equal(uniek.size, soorten.length, 'one step of a kind at a time, or one per verzoek');
          const heeft = (soort: Stapsoort): boolean => soorten.includes(soort);
          const loopt = ['wacht_op_oppakken', 'in_behandeling', 'gepauzeerd'].includes(staat.status);
          assert.equal(staat.status === 'wacht_op_oppakken', isOpen(staat) && staat.behandelaar === null);
          assert.equal(heeft('oppakken'), staat.status === 'wacht_op_oppakken');
          assert.equal(heeft('behandelen') !== heeft('aanpak'), loopt, 'one of behandelen and aanpak');
          assert.equal(heeft('behandelen') && heeft('aanpak'), false);
          assert.ok(!heeft('aanpak') || staat.niveau === 'landelijk');
          assert.equal(heeft('pauze'), staat.status === 'gepauzeerd');
          assert.ok(!heeft('pauze') || heeft('behandelen'));
          assert.equal(heeft('terugkoppelen'), staat.status === 'uitkomst_gemeld');
          assert.equal(heeft('duur'), isOpen(staat));
          assert.ok(!heeft('terugblik') || !isOpen(staat));
          assert.ok(!(staat.urgentie === 'spoed' && staat.niveau === 'lokaal'), 'spoed is never at lokaal');
          assert.equal(staat.afsluiting !== null, !isOpen(staat));
          assert.ok(!loopt || staat.uitkomst === null);
          for (const { id, status } of staat.verzoeken) {
            const stappen = staat.stappen.filter(({ verzoek: van }) => van === id).map(({ soort }) => soort);
            const past = { gesteld: ['vraag', 'vraag_hogerop', 'navraag'], toegezegd: ['toezegging'] };
            if (status === 'gesteld' || status === 'toegezegd') {
              assert.equal(stappen.length, 1, 'who owes an answer has one term');
              assert.ok(past[status].includes(stappen[0] ?? ''));
            } else assert.deepEqual(stappen, []);
            assert.ok(isOpen(staat) || !['gesteld', 'toegezegd', 'wacht_op_informatie'].includes(status));
          }
          const wieHeeftHet = staat.behandelaar === null ? undefined : PERSONEN[staat.behandelaar];
          assert.ok(wieHeeftHet === undefined || (wieHeeftHet.actief && !heeftConflict(wieHeeftHet, staat)));
        }),
      ),
      keren(400),
    );
  });

  it('of 1,000 signalen none is asleep: every open one has a next milestone, and somebody or some date to wait for', () => {
    let open = 0;
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, ({ nu: staat }) => {
          assert.equal(aanZet(staat) === null, !isOpen(staat));
          if (!isOpen(staat)) return;
          open += 1;
          const volgende = volgendeMijlpaal(staat);
          assert.ok(volgende !== null);
          const vandaag = datumVan(staat.laatsteOp);
          assert.ok(
            werkdagenTussen(vandaag, datumVan(volgende.op), staat.kalender) <= 60,
            'duur alone wakes it within 60',
          );
        }),
      ),
      keren(1000),
    );
    assert.ok(open > 1000);
  });

  it('what comes next, and what is due, is the same for whoever looks for the first time and whoever looked all along', () => {
    let verschillend = 0;
    fc.assert(
      fc.property(leven, leven, (een, ander) => {
        const staten: Staat[] = [];
        // Two signalen by turns, so that what was seen of the one may not be taken for the other.
        leef(een, ({ nu }) => staten.push(nu));
        leef(ander, ({ nu }) => staten.splice(staten.length / 2, 0, nu));
        for (const staat of staten) {
          const alles = mijlpalen(staat);
          assert.deepEqual(volgendeMijlpaal(staat), alles[0] ?? null);
          const later = alles.at(-1)?.op ?? staat.laatsteOp;
          const due = mijlpalen(staat, later).filter(({ op }) => op <= later);
          assert.deepEqual(AGENDA.verschuldigd(staat, later), due);
          if (due.length > 1) verschillend += 1;
        }
      }),
      keren(100),
    );
    assert.ok(verschillend > 100);
  });

  it('an act leaves nothing overdue, but for a question or a bezwaar date that the calendar moved', () => {
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, ({ nu: staat }, nu) => {
          const schuld = mijlpalen(staat, nu).filter(({ op }) => op <= nu);
          const onherstelbaar = schuld.filter(
            ({ naam, stap }) => !naam.startsWith('vraag:') && stap.soort !== 'bezwaar',
          );
          assert.deepEqual(onherstelbaar, []);
        }),
      ),
      keren(300),
    );
  });

  it('every step that ends says why, and what a reader decides on raises the version', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        let voor: Staat | null = null;
        for (const g of laatste?.gebeurtenissen ?? []) {
          const na: Staat = verwerk(voor, 'zaak', g);
          if (g.soort === 'stap_geeindigd') {
            if (g.einde === 'gedaan') assert.ok(g.door !== null || g.stapsoort === 'terugblik', 'gedaan: by a person');
            if (g.einde === 'verstreken')
              assert.ok(g.door === null && g.bron.startsWith(`${g.stap}:`), 'by its own term');
          }
          if (voor !== null && inhoud(voor) !== inhoud(na)) assert.ok(na.inhoudsversie > voor.inhoudsversie, g.soort);
          voor = na;
        }
      }),
      keren(200),
    );
  });

  it('nobody is told of their own act, and nobody the same thing twice', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        let voor: Staat | null = null;
        for (const g of laatste?.gebeurtenissen ?? []) {
          const na: Staat = verwerk(voor, 'zaak', g);
          const post = berichten(g, na, voor);
          for (const { aan, soort } of post)
            assert.ok(soort === 'ontvangen' || aan.soort !== 'persoon' || aan.persoon !== g.door);
          assert.equal(
            new Set(post.map(({ aan, soort }) => JSON.stringify({ aan, soort }))).size,
            post.length,
            g.soort,
          );
          voor = na;
        }
      }),
      keren(200),
    );
  });

  it('folding the gebeurtenissen gives the same staat, and it survives JSON', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        const opnieuw = laatste?.gebeurtenissen.reduce<Staat | null>(
          (staat, g) => verwerk(staat, 'zaak', JSON.parse(JSON.stringify(g))),
          null,
        );
        assert.deepEqual(JSON.parse(JSON.stringify(opnieuw)), JSON.parse(JSON.stringify(laatste?.staat)));
        assert.equal(laatste?.nu.volgnummer, laatste?.gebeurtenissen.length);
      }),
      keren(200),
    );
  });

  it('catching up leaves nothing overdue, and a second time does nothing', () => {
    fc.assert(
      fc.property(leven, fc.integer({ min: 0, max: 400 * DAG }), (geval, uitval) => {
        leef(geval, (zaak) => {
          const nu = alsTijdstip(msVan(zaak.nu.laatsteOp) + uitval);
          const ingehaald = haalIn(zaak.nu, nu, zaak.kader);
          const staat = ingehaald.reduce<Staat | null>((voor, g) => verwerk(voor, 'zaak', g), zaak.nu);
          assert.ok(staat !== null);
          assert.deepEqual(
            mijlpalen(staat, nu).filter(({ op }) => op <= nu),
            [],
          );
          assert.deepEqual(haalIn(staat, nu, zaak.kader), []);
          for (const g of ingehaald) assert.ok(g.verschuldigdOp !== null && g.verschuldigdOp <= g.op, 'never early');
        });
      }),
      keren(100),
    );
  });

  it('in one catch-up every milestone that the clock passed is carried out, recorded as vervallen, or still to come', () => {
    fc.assert(
      fc.property(leven, fc.integer({ min: 0, max: 60 * DAG }), (geval, uitval) => {
        leef(geval, (zaak) => {
          const nu = alsTijdstip(msVan(zaak.nu.laatsteOp) + uitval);
          const gepasseerd = mijlpalen(zaak.nu, nu).filter(({ op }) => op <= nu);
          const ingehaald = haalIn(zaak.nu, nu, zaak.kader);
          const gebeurd = new Set(ingehaald.map(({ bron }) => bron));
          const na = ingehaald.reduce<Staat>((voor, g) => verwerk(voor, 'zaak', g), zaak.nu);
          // The end waits for a question that goes late; the escalation for a partner who was late.
          const komend = new Set(mijlpalen(na, nu).map(({ sleutel }) => sleutel));
          for (const { sleutel } of gepasseerd) assert.ok(gebeurd.has(sleutel) || komend.has(sleutel), sleutel);
        });
      }),
      keren(200),
    );
  });

  it('no milestone acts twice, and in one catch-up a step acts at most once', () => {
    fc.assert(
      fc.property(leven, (geval) => {
        let laatste: Zaak | undefined;
        leef(geval, (zaak) => (laatste = zaak));
        const daden = (laatste?.gebeurtenissen ?? []).filter((g) =>
          ['herinnerd', 'gemeld', 'terugblik_gevraagd', 'nakoming_gevraagd', 'niet_nagekomen', 'geescaleerd'].includes(
            g.soort,
          ),
        );
        const vanDeKlok = daden.filter((g) => g.door === null);
        const sleutels = vanDeKlok.map((g) => g.bron);
        assert.equal(new Set(sleutels).size, sleutels.length);
        const perInhaal = vanDeKlok.map((g) => `${g.op} ${g.bron.split(':')[0]}`);
        assert.equal(new Set(perInhaal).size, perInhaal.length);
      }),
      keren(300),
    );
  });

  it('a late clock changes no act of a person: the answer is the same as on time, as long as no second level was missed', () => {
    const antwoord = (zaak: Zaak, nu: Tijdstip, door: string, doe: Opdrachtinhoud): string => {
      const uitkomst = probeer(() => zaak.doe(nu, door, doe));
      const { niveau, status, behandelaar, afsluiting } = zaak.nu;
      return JSON.stringify({ uitkomst, niveau, status, behandelaar, afsluiting });
    };
    fc.assert(
      fc.property(leven, na, wie, verzoek, (geval, uitval, door, doe) => {
        let opTijd: Zaak | undefined;
        leef(geval, (zaak) => (opTijd = zaak));
        assert.ok(opTijd !== undefined);
        const teLaat = opTijd.kopie();
        const nu = alsTijdstip(msVan(opTijd.nu.laatsteOp) + uitval);
        const gebeurd = opTijd.klok(nu, 0);
        fc.pre(gebeurd.filter(({ soort }) => soort === 'geescaleerd').length <= 1);
        // The partner gives the ball back on the date on which that was seen, and behandelen waits for that.
        const bal = gebeurd.findIndex(({ soort }) => soort === 'geen_reactie' || soort === 'niet_nagekomen');
        fc.pre(bal < 0 || !gebeurd.slice(bal).some(({ soort }) => soort === 'geescaleerd'));
        assert.equal(antwoord(teLaat, nu, door, doe), antwoord(opTijd, nu, door, doe));
      }),
      keren(500),
    );
  });

  it('and so does every other act, unless what it meets began late or waits for a question that went late', () => {
    const antwoord = (zaak: Zaak, nu: Tijdstip, door: string, doe: Opdrachtinhoud): string => {
      const uitkomst = probeer(() => zaak.doe(nu, door, doe));
      const { niveau, status, behandelaar, afsluiting, verzoeken } = zaak.nu;
      return JSON.stringify({ uitkomst, niveau, status, behandelaar, afsluiting, verzoeken });
    };
    const VERSCHUIFT = ['geen_reactie', 'nakoming_gevraagd', 'niet_nagekomen', 'terugblik_gevraagd'];
    fc.assert(
      fc.property(leven, fc.integer({ min: 0, max: 15 * DAG }), dader, elkeOpdracht, (geval, uitval, wieHet, maak) => {
        let opTijd: Zaak | undefined;
        leef(geval, (zaak) => (opTijd = zaak));
        assert.ok(opTijd !== undefined);
        const teLaat = opTijd.kopie();
        const liepen = opTijd.nu.stappen.map(({ sleutel }) => sleutel);
        const nu = alsTijdstip(msVan(opTijd.nu.laatsteOp) + uitval);
        const gebeurd = opTijd.klok(nu, 0);
        fc.pre(gebeurd.every(({ bron }) => liepen.includes(bron.split(':')[0] ?? '')));
        fc.pre(!gebeurd.some(({ soort }) => VERSCHUIFT.includes(soort)));
        const doe = maak(datumVan(nu));
        const door = idVan(wieHet, opTijd.nu, doe);
        assert.equal(antwoord(teLaat, nu, door, doe), antwoord(opTijd, nu, door, doe));
      }),
      keren(500),
    );
  });

  it('keeps the policy version with which a step began', () => {
    const zaak = Zaak.ingediend('2027-03-01T09:00:00.000Z');
    const korter = { ...TERMIJNBELEID_1.stappen.oppakken, n: { normaal: 1, hoog: 1, spoed: 1 } };
    zaak.kader = {
      ...zaak.kader,
      beleid: { ...TERMIJNBELEID_1, versie: 2, stappen: { ...TERMIJNBELEID_1.stappen, oppakken: korter } },
    };
    zaak.klok('2027-04-10T00:00:00.000Z');
    assert.deepEqual(
      zaak.nu.stappen.map(({ soort, beleidsversie, n }) => `${soort} ${beleidsversie} ${n}`),
      ['duur 1 60', 'behandelen 2 20', 'oppakken 2 1'],
    );
  });
});
