import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * The SDK's own download of the CLI into `folder`/bin, for systems that the Python package does not serve.
 * The SDK can only fetch by starting a server, so one is started and ended.
 */
export async function downloadTemporal(folder: string): Promise<void> {
  const bin = path.join(folder, 'bin');
  await mkdir(bin);
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version: 'v1.9.1', downloadDir: bin } },
  });
  await environment.teardown();
  const [file] = await readdir(bin);
  if (file !== undefined)
    await rename(path.join(bin, file), path.join(bin, process.platform === 'win32' ? 'temporal.exe' : 'temporal'));
}
