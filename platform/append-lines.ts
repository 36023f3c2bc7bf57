import { constants, type FileHandle, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fileFault, openPlain } from './plain-file.ts';

const { O_APPEND, O_CREAT, O_RDWR } = constants;
/** Who runs the service may let others copy it. */
const MODE = 0o640;

/**
 * Adds lines to a file, which is made where it is not. Returns when they stand on the disk. A line that was cut off halfway ends first. Throws
 * StartError; then nothing of them is left, as far as the disk lets that be undone.
 */
export async function appendLines(file: string, lines: readonly string[]): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o750 }).catch((cause: unknown) => {
    throw fileFault(folder, cause);
  });
  await using handle = await openPlain(file, O_RDWR | O_APPEND | O_CREAT, MODE);
  const { size } = await handle.stat();
  try {
    const isWhole = size === 0 || (await lastByte(handle, size)) === '\n';
    await handle.appendFile(`${isWhole ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`);
    await handle.sync();
  } catch (cause) {
    await handle.truncate(size).catch(() => undefined);
    throw fileFault(file, cause);
  }
}

async function lastByte(handle: FileHandle, size: number): Promise<string> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString();
}
