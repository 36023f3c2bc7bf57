import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/**
 * Adds the settings of the file `.env` in the current folder, when there is one, to the environment; what is there already has the last
 * word. Node's own `--env-file-if-exists` does the same, and says at each command that there is no file.
 */
export function readEnvFile(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}
