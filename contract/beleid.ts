import * as z from 'zod';

const JAAR = 260;
const VOLGORDE = { code: 'custom', params: { soort: 'volgorde' } } as const;

function werkdagen(minstens: number) {
  return z.int().min(minstens).max(JAAR);
}

/** Numbers per urgency; a shorter urgency never has a longer term. */
function perUrgentie(description: string, minstens: number, metVolgorde: boolean) {
  return z
    .strictObject({
      normaal: werkdagen(minstens).meta({ description: 'Gewone termijnen.' }),
      hoog: werkdagen(minstens).meta({ description: 'Kortere termijnen.' }),
      spoed: werkdagen(minstens).meta({ description: 'De kortste termijnen.' }),
    })
    .superRefine(({ normaal, hoog, spoed }, ctx) => {
      if (metVolgorde && hoog > normaal) ctx.addIssue({ ...VOLGORDE, path: ['hoog'] });
      if (metVolgorde && spoed > hoog) ctx.addIssue({ ...VOLGORDE, path: ['spoed'] });
    })
    .meta({ description });
}

function lokaalPerUrgentie(description: string, minstens: number, metVolgorde: boolean) {
  return z
    .strictObject({
      normaal: werkdagen(minstens).meta({ description: 'Gewone termijnen.' }),
      hoog: werkdagen(minstens).meta({ description: 'Kortere termijnen.' }),
    })
    .superRefine(({ normaal, hoog }, ctx) => {
      if (metVolgorde && hoog > normaal) ctx.addIssue({ ...VOLGORDE, path: ['hoog'] });
    })
    .meta({ description });
}

const herinneringen = z
  .array(z.int().min(1).max(100))
  .max(10)
  .superRefine((procenten, ctx) => {
    if (new Set(procenten).size < procenten.length) ctx.addIssue({ code: 'custom', params: { soort: 'dubbel' } });
  })
  .meta({ description: 'Bij welke percentages van de termijn een herinnering uitgaat.', example: [50, 80, 100] });
const herhaling = werkdagen(1)
  .nullable()
  .meta({ description: 'Om de hoeveel werkdagen de melding terugkomt. null: niet.' });
const N = 'De termijn in werkdagen.';
const UITLOOP = 'Hoeveel werkdagen na de termijn de klok iets doet.';

const stap = {
  n: perUrgentie(N, 1, true),
  uitloop: perUrgentie(UITLOOP, 0, false),
  herinneringen,
  herhaling,
};
const uiterlijk = werkdagen(1).meta({ description: 'Hoeveel werkdagen vooruit de datum hoogstens ligt.' });

const Stap = z.strictObject(stap).meta({ id: 'Stapbeleid', description: 'De getallen van een stap.' });
const LokaleStap = z
  .strictObject({ ...stap, n: lokaalPerUrgentie(N, 1, true), uitloop: lokaalPerUrgentie(UITLOOP, 0, false) })
  .meta({ id: 'LokaalStapbeleid', description: 'De getallen van lokaal behandelen, waar geen spoed is.' });
const Datumstap = z
  .strictObject({ uiterlijk })
  .meta({ id: 'Datumbeleid', description: 'Een stap tot een datum die iemand kiest.' });

export const Beleid = z
  .strictObject({
    stappen: z
      .strictObject({
        oppakken: Stap,
        behandelen: z
          .strictObject({ lokaal: LokaleStap, regionaal: Stap, landelijk: Stap })
          .meta({ description: 'Per niveau.' }),
        vraag: Stap,
        vraag_hogerop: Stap,
        toezegging: z
          // Without a question a promise would never end.
          .strictObject({ ...stap, herinneringen: herinneringen.min(1), uiterlijk })
          .meta({ id: 'Toezeggingbeleid', description: 'Vanaf de toegezegde datum.' }),
        navraag: Stap,
        aanpak: Datumstap,
        pauze: Datumstap,
        terugkoppelen: Stap,
        indelen: Stap,
        duur: Stap,
        terugblik: z
          .strictObject({
            vraagdagen: z.array(werkdagen(1)).min(1).max(5).meta({ description: 'Op welke werkdagen de vraag komt.' }),
            einde: werkdagen(1).meta({ description: 'Tot en met welke werkdag heropenen kan.' }),
          })
          .meta({ description: 'Na het sluiten.' }),
      })
      .meta({ description: 'Per stap.' }),
    tegenhouden: werkdagen(0).meta({
      description: 'Hoeveel werkdagen de behandelaar een escalatiecontact kan tegenhouden.',
    }),
    ligtStil: perUrgentie('Na hoeveel werkdagen zonder daad een signaal stilligt.', 1, true),
  })
  .meta({ id: 'Beleid', description: 'Alle termijnen van het programma, zonder versie.' });
