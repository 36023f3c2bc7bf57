/**
 * What a page does more in a browser that runs scripts: it sends once, guards what was typed, waits for reception, narrows long lists and
 * looks at a text while it is typed. Without any of it every page works as well. What comes from the server is shown as text alone.
 */

/** Forms that were sent and have not been answered yet, and those that wait until there is reception. */
const verstuurd = new WeakSet();
const wachtend = new WeakSet();
let onbewaard = document.querySelector('form[data-bewaak="nu"]') !== null;

/** @param {EventTarget | null} doel */
const formulierVan = (doel) => (doel instanceof Element ? doel.closest('form') : null);

/** @type {WeakMap<Element, HTMLElement>} */
const regels = new WeakMap();

/**
 * A line after an element, that is read out when it changes.
 * @param {Element} bij
 * @param {string} soort
 */
function regel(bij, soort) {
  const nieuw = regels.get(bij) ?? document.createElement('div');
  if (!regels.has(bij)) {
    nieuw.className = soort;
    nieuw.setAttribute('role', 'status');
    bij.after(nieuw);
    regels.set(bij, nieuw);
  }
  return nieuw;
}

/** @param {Element | null} knop */
const bijKnop = (knop) => knop?.closest('p') ?? knop;

addEventListener('submit', (event) => {
  const formulier = formulierVan(event.target);
  if (formulier === null || formulier.method !== 'post' || event.defaultPrevented) return;
  if (verstuurd.has(formulier) || wachtend.has(formulier)) return event.preventDefault();
  const knop = event.submitter;
  const melding = regel(bijKnop(knop) ?? formulier, 'bezig');
  if (navigator.onLine) {
    onbewaard = false;
    verstuurd.add(formulier);
    melding.textContent = 'Een ogenblik, wij versturen het.';
    return;
  }
  event.preventDefault();
  wachtend.add(formulier);
  melding.textContent =
    'U hebt nu geen bereik. Wat u hebt ingevuld, staat er nog. Zodra er bereik is, versturen wij het.';
  addEventListener(
    'online',
    () => {
      wachtend.delete(formulier);
      formulier.requestSubmit(knop);
    },
    { once: true },
  );
});

// Back from the next page, the form can be sent again.
addEventListener('pageshow', () => {
  for (const formulier of document.forms) verstuurd.delete(formulier);
  for (const melding of document.querySelectorAll('.bezig')) melding.textContent = '';
});

addEventListener('input', ({ target }) => {
  if (formulierVan(target)?.hasAttribute('data-bewaak')) onbewaard = true;
});
addEventListener('beforeunload', (event) => {
  if (onbewaard) event.preventDefault();
});

/** @param {string} tekst */
const kaal = (tekst) => tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {HTMLSelectElement} lijst */
function maakFilter(lijst) {
  const filter = document.createElement('input');
  filter.className = 'utrecht-textbox utrecht-textbox--html-input';
  filter.type = 'search';
  filter.autocomplete = 'off';
  filter.placeholder = 'Typ om te zoeken';
  filter.setAttribute('aria-label', `Zoek in: ${lijst.labels[0]?.textContent ?? ''}`);
  filter.setAttribute('aria-controls', lijst.id);
  lijst.before(filter);
  const telling = regel(lijst, 'utrecht-form-field-description');
  filter.addEventListener('input', () => {
    const gezocht = kaal(filter.value.trim());
    let aantal = 0;
    for (const optie of lijst.options) {
      const past = optie.value === '' || kaal(optie.text).includes(gezocht);
      optie.hidden = optie.disabled = !past && !optie.selected;
      if (past && optie.value !== '') aantal += 1;
    }
    telling.textContent = gezocht === '' ? '' : `${aantal} gevonden`;
  });
  // Enter takes the first that was found, and sends nothing.
  filter.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const gezocht = kaal(filter.value.trim());
    const eerste = [...lijst.options].find(({ value, text }) => value !== '' && kaal(text).includes(gezocht));
    if (gezocht === '' || eerste === undefined) return;
    lijst.value = eerste.value;
    lijst.dispatchEvent(new Event('input', { bubbles: true }));
    lijst.focus();
  });
}
for (const lijst of document.querySelectorAll('select[data-filter]'))
  if (lijst instanceof HTMLSelectElement) maakFilter(lijst);

/** @typedef {{ naam: string, vraag: string, opties: { waarde: string, tekst: string }[] }} Vermoeden */

/**
 * @param {string} naam
 * @param {Record<string, unknown>} eigen
 * @param {(Node | string)[]} binnen
 */
function maak(naam, eigen, ...binnen) {
  const element = Object.assign(document.createElement(naam), eigen);
  element.append(...binnen);
  return element;
}

/**
 * A question with its answers, as the server makes them (web/components/keuzes.tsx).
 * @param {Vermoeden} voorstel
 */
function keuzeVan({ naam, vraag, opties }) {
  const rondjes = [...opties, { waarde: '', tekst: 'Nee, of weet ik niet' }].map(({ waarde, tekst }) => {
    const id = `${naam}-${waarde}`;
    return maak(
      'div',
      { className: 'rondje' },
      maak('input', { type: 'radio', id, name: naam, value: waarde, defaultChecked: waarde === '' }),
      maak('label', { htmlFor: id }, tekst),
    );
  });
  return maak(
    'fieldset',
    { className: 'utrecht-form-fieldset utrecht-form-fieldset--html-fieldset' },
    maak('legend', { className: 'utrecht-form-fieldset__legend' }, vraag),
    ...rondjes,
  );
}

/**
 * What was solved before, as the server shows it (web/doen/pages/voorstellen.tsx).
 * @param {{ tekst: string, adres: string }[]} eerder
 */
const eerderVan = (eerder) =>
  eerder.length === 0
    ? []
    : [
        maak('p', {}, 'Dit is eerder opgelost. Het opent in een nieuw venster.'),
        maak(
          'ul',
          {},
          ...eerder.map(({ tekst, adres }) =>
            maak('li', {}, maak('a', { href: adres, target: '_blank', rel: 'noopener' }, tekst)),
          ),
        ),
      ];

/** How long somebody must stop typing before their text is looked at, in milliseconds. */
const RUST = 600;

/**
 * @param {HTMLTextAreaElement} veld
 * @param {string} adres
 */
function kijkMee(veld, adres) {
  let wacht = 0;
  let vraag = new AbortController();
  const voorstel = veld.parentElement?.querySelector('[data-voorstellen]') ?? null;
  veld.addEventListener('input', () => {
    clearTimeout(wacht);
    vraag.abort();
    vraag = new AbortController();
    const { signal } = vraag;
    wacht = setTimeout(async () => {
      try {
        const body = new URLSearchParams({ tekst: veld.value });
        if (voorstel !== null) body.set('voorstel', 'ja');
        const antwoord = await fetch(adres, { method: 'POST', body, signal });
        if (!antwoord.ok) return;
        /** @type {{ zinnen: string[], voorstellen: Vermoeden[] | null, eerder: { tekst: string, adres: string }[] }} */
        const { zinnen, voorstellen, eerder } = await antwoord.json();
        // Nothing may move below who went on to another field. What somebody chose stays in sight.
        if (document.activeElement !== veld) return;
        if (voorstel?.querySelector('input:checked:not([value=""])') === null)
          voorstel.replaceChildren(...(voorstellen ?? []).map(keuzeVan));
        voorstel?.nextElementSibling?.replaceChildren(...eerderVan(eerder));
        regel(veld, 'meelezer').replaceChildren(
          ...zinnen.map((zin) => {
            const p = document.createElement('p');
            p.textContent = zin;
            return p;
          }),
        );
      } catch {
        // Without reception nobody looks at it now. The server does when it is sent.
      }
    }, RUST);
  });
}
/**
 * Keeps what is typed as a draft, on the server.
 * @param {HTMLFormElement} formulier
 * @param {string} adres
 */
function bewaarMee(formulier, adres) {
  let wacht = 0;
  formulier.addEventListener('input', () => {
    clearTimeout(wacht);
    wacht = setTimeout(async () => {
      if (verstuurd.has(formulier)) return;
      const body = new URLSearchParams();
      for (const [naam, waarde] of new FormData(formulier)) if (typeof waarde === 'string') body.append(naam, waarde);
      const antwoord = await fetch(adres, { method: 'POST', body }).catch(() => null);
      if (antwoord?.ok !== true) return;
      onbewaard = false;
      regel(formulier, 'bezig').textContent = 'Uw concept is bewaard.';
    }, RUST * 5);
  });
}
for (const formulier of document.forms) {
  const adres = formulier.dataset['concept'];
  if (adres !== undefined) bewaarMee(formulier, adres);
}

for (const formulier of document.querySelectorAll('form[data-meelezer]'))
  for (const veld of formulier.querySelectorAll('textarea'))
    kijkMee(veld, formulier.getAttribute('data-meelezer') ?? '');

/** No answer of the server takes longer, in milliseconds: the way to it is gone. */
const GEDULD = 20_000;

/**
 * What is at this address now; undefined when no whole answer comes, also when the way to it is lost in the middle of one.
 * @param {string} adres
 */
async function haal(adres) {
  try {
    const antwoord = await fetch(adres, { redirect: 'manual', signal: AbortSignal.timeout(GEDULD) });
    return antwoord.ok ? await antwoord.json() : undefined;
  } catch {
    return undefined;
  }
}

/** What runs on elsewhere: how far it is, until there is something else to see. */
const voortgang = document.querySelector('[data-voortgang]');
if (voortgang instanceof HTMLElement) {
  const adres = voortgang.dataset['voortgang'] ?? '';
  const [zin, balk] = voortgang.querySelectorAll('p, progress');
  const kijk = async () => {
    /** @type {{ zin: string, gespeeld: number, gevonden: number } | null | undefined} */
    const nu = await haal(adres);
    if (nu === undefined) return setTimeout(kijk, RUST * 5);
    if (nu === null) return location.reload();
    if (zin !== undefined) zin.textContent = nu.zin;
    if (balk instanceof HTMLProgressElement) Object.assign(balk, { max: nu.gevonden, value: nu.gespeeld });
    return setTimeout(kijk, RUST);
  };
  setTimeout(kijk, RUST);
}

/** The place where a page says that something changed: it hears that it did, asks what it would show now, and offers to show that. */
const nieuws = document.querySelector('[data-live]');
if (nieuws instanceof HTMLElement) {
  const { live: adres = '', kenmerken = '', toon } = nieuws.dataset;
  const nummers = new Set(kenmerken.split(' ').map((kenmerk) => kenmerk.split('.')[0]));
  /** @type {EventSource | undefined} */
  let bron;
  let wacht = 0;
  const kijk = () => {
    clearTimeout(wacht);
    // Not every page in the same instant.
    wacht = setTimeout(async () => {
      /** @type {string[] | undefined} */
      const nu = await haal(adres);
      if (nu === undefined) return;
      const aantal = nu.filter((kenmerk) => !nummers.has(kenmerk.split('.')[0])).length;
      const zin = aantal > 0 ? `${aantal} nieuw, toon` : 'Er is iets veranderd, toon';
      const anders = aantal > 0 || nu.join(' ') !== kenmerken;
      nieuws.replaceChildren(...(anders ? [maak('a', { href: toon }, zin)] : []));
    }, Math.random() * RUST);
  };
  const luister = () => {
    bron?.close();
    if (document.hidden) return;
    bron = new EventSource(adres);
    bron.onopen = bron.onmessage = kijk;
    bron.addEventListener('einde', () => bron?.close());
  };
  addEventListener('pageshow', luister);
  addEventListener('visibilitychange', luister);
  addEventListener('pagehide', () => bron?.close());
}
