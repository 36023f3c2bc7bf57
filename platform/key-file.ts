import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

import { z } from 'zod';

import { createKeyRing, type KeyRing, type MasterKey, namedByItself } from './key-ring.ts';
import { fileFault } from './plain-file.ts';
import { isKey } from './setting-kinds.ts';
import { isWeakKey } from './weak-key.ts';

/** What this service keeps closed by, each for one purpose; all but the ring are keys of 32 bytes. */
export interface Keys {
  ring: KeyRing;
  /** The first signs the cookies of sessions; the others are still known. */
  sessions: readonly Uint8Array[];
  /** Makes the fingerprints in the log of what somebody looked for. */
  log: Uint8Array;
  /** Closes the drafts of what somebody began to file. */
  drafts: Uint8Array;
}

const Key = z.string().refine(isKey);
const Id = z.string().regex(/^[a-z\d][a-z\d-]{0,39}$/);
/** As it stands in the file: `nu` names the master key that wraps from now on. */
const KeyFile = z.strictObject({
  nu: Id,
  hoofdsleutels: z.record(Id, Key),
  sessies: z.array(Key).min(1),
  log: Key,
  concepten: Key,
});
export type KeyFile = z.infer<typeof KeyFile>;

const EXPLAINED = {
  nu: '"nu" moet de naam van een van de hoofdsleutels zijn',
  hoofdsleutels:
    '"hoofdsleutels" moet per naam (kleine letters, cijfers en streepjes) een sleutel van 32 bytes in base64 hebben',
  sessies: '"sessies" moet een lijst zijn met minstens één sleutel van 32 bytes in base64',
  log: '"log" moet een sleutel van 32 bytes in base64 zijn',
  concepten: '"concepten" moet een sleutel van 32 bytes in base64 zijn',
} as const satisfies Record<keyof KeyFile, string>;

/** The permissions of whoever is neither the owner of a file nor of its group. */
const OTHERS = 0o007;

/** What a file of keys holds, and everything that is wrong with it: sentences that begin with `name`, the setting that names it. */
export function readKeyFile(
  path: string,
  name: string,
  { isProduction, elsewhere = [] }: { isProduction: boolean; elsewhere?: readonly string[] },
): { file?: KeyFile; faults: readonly string[] } {
  let content: unknown;
  const faults: string[] = [];
  try {
    if ((statSync(path).mode & OTHERS) !== 0)
      faults.push(`${name}: ${path} is voor iedereen op deze machine te lezen; doe "chmod 600 ${path}".`);
    // An editor of Windows may put a mark before it.
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    content = JSON.parse(text);
    // Of two keys with one name JSON.parse leaves one out without a word, and what that one closed would not open.
    faults.push(
      ...namesGivenTwice(text).map(
        (field) => `${name}: "${field}" staat er twee keer in; geef elke sleutel een eigen naam.`,
      ),
    );
  } catch (error) {
    return { faults: [...faults, `${name}: ${unreadable(path, error)}`] };
  }
  const parsed = KeyFile.safeParse(content);
  if (parsed.data === undefined) return { faults: [...faults, ...shapeFaults(parsed.error, name)] };
  const all = keysIn(parsed.data);
  if (!(parsed.data.nu in parsed.data.hoofdsleutels)) faults.push(`${name}: ${EXPLAINED.nu}.`);
  if (new Set([...all.values(), ...elsewhere]).size < all.size + elsewhere.length)
    faults.push(`${name}: elke sleutel moet anders zijn, ook dan PAYLOAD_KEY.`);
  if (isProduction)
    for (const [which, key] of all)
      if (isWeakKey(Buffer.from(key, 'base64'))) faults.push(`${name}: ${which} is een voorbeeld of te raden.`);
  return { file: parsed.data, faults };
}

/** Why a file cannot be read, and what to do: whoever has lost keys must not make new ones. */
function unreadable(path: string, error: unknown): string {
  if (error instanceof SyntaxError)
    return `${path} is leeg, afgekapt of geen JSON. Zet het terug uit uw kopie, en maak geen nieuw: zonder deze sleutels zijn bijlagen kwijt.`;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return `${path} is er niet. Was het er wel, zet het dan terug uit uw kopie. Is dit de eerste keer, maak het met "npm run sleutelbestand".`;
  return fileFault(path, error).message;
}

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g;

/** The names that stand more than once in one object of this JSON. */
function namesGivenTwice(json: string): string[] {
  const twice: string[] = [];
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    if (colon === undefined) continue;
    const field = JSON.parse(token.slice(0, -colon.length)) as string;
    if (open.at(-1)?.has(field) === true) twice.push(field);
    open.at(-1)?.add(field);
  }
  return twice;
}

/** The keys of a file without faults. */
export function keysOf({ nu, hoofdsleutels, sessies, log, concepten }: KeyFile): Keys {
  const masters = Object.entries(hoofdsleutels).map(([id, key]): MasterKey => ({
    id,
    key: Buffer.from(key, 'base64'),
  }));
  const current = masters.find(({ id }) => id === nu);
  if (current === undefined) throw new Error(`No master key ${nu}`);
  return {
    ring: createKeyRing(
      current,
      masters.filter((one) => one !== current),
    ),
    sessions: sessies.map((key) => Buffer.from(key, 'base64')),
    log: Buffer.from(log, 'base64'),
    drafts: Buffer.from(concepten, 'base64'),
  };
}

/** The keys of who has one setting and no file: the others are derived from it, so that it cannot be replaced without them. */
export function keysFrom(master: Uint8Array): Keys {
  return {
    ring: createKeyRing(namedByItself(master)),
    sessions: [derived(master, 'sessie')],
    log: derived(master, 'zoekterm'),
    drafts: derived(master, 'concept'),
  };
}

/** A file for what one setting did until now: all stays as it was, and from here on each key is replaced by itself. */
export function fileFrom(master: Uint8Array): KeyFile {
  const { id } = namedByItself(master);
  const { sessions, log, drafts } = keysFrom(master);
  return {
    nu: id,
    hoofdsleutels: { [id]: base64(master) },
    sessies: sessions.map(base64),
    log: base64(log),
    concepten: base64(drafts),
  };
}

/** A file of new keys. */
export function newKeyFile(id: string): KeyFile {
  const fresh = (): string => base64(randomBytes(32));
  return { nu: id, hoofdsleutels: { [id]: fresh() }, sessies: [fresh()], log: fresh(), concepten: fresh() };
}

/** The same file with one master key more, which wraps nothing until `nu` names it. */
export function withMasterKey(file: KeyFile, id: string): KeyFile {
  return { ...file, hoofdsleutels: { ...file.hoofdsleutels, [id]: base64(randomBytes(32)) } };
}

function keysIn({ hoofdsleutels, sessies, log, concepten }: KeyFile): Map<string, string> {
  return new Map([
    ...Object.entries(hoofdsleutels).map(([id, key]) => [`hoofdsleutel ${id}`, key] as const),
    ...sessies.map((key, i) => [`sleutel ${i + 1} van "sessies"`, key] as const),
    ['"log"', log],
    ['"concepten"', concepten],
  ]);
}

function shapeFaults(error: z.ZodError, name: string): string[] {
  const wrong = new Set(error.issues.map(({ path: [field] }) => field));
  const known = Object.entries(EXPLAINED).flatMap(([field, sentence]) =>
    wrong.has(field) ? [`${name}: ${sentence}.`] : [],
  );
  const strange = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const all = [...known, ...strange.map((field) => `${name}: "${field}" hoort er niet in.`)];
  return all.length > 0 ? all : [`${name}: er moet een object in staan met ${Object.keys(EXPLAINED).join(', ')}.`];
}

function derived(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, '', purpose, 32));
}

function base64(key: Uint8Array): string {
  return Buffer.from(key).toString('base64');
}
