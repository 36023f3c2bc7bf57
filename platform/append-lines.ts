import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';

/** Who runs the service may let others copy it. */
const MODE = 0o640;

/** Adds lines to a file, which is made where it is not. Returns when they stand on the disk. A line that was cut off halfway ends first. */
export async function appendLines(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o750 });
  const handle = await open(file, 'a+', MODE);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(1), 0, size === 0 ? 0 : 1, Math.max(size - 1, 0));
    const isWhole = size === 0 || buffer.toString() === '\n';
    await handle.appendFile(`${isWhole ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
