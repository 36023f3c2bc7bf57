import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { bundleWorkflowCode, DefaultLogger, type WorkerOptions } from '@temporalio/worker';

import { createDataConverter } from '#platform/data-converter.ts';

export type WorkflowBundle = NonNullable<WorkerOptions['workflowBundle']>;

/** Where docker/build.ts puts the bundle; a checkout has none there. */
const PREBUILT = fileURLToPath(new URL('../workflows/bundle.cjs', import.meta.url));

/** The code of workflows/ as the sandbox runs it: what the build made, else bundled here in 1.5 s. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  return existsSync(PREBUILT) ? { codePath: PREBUILT } : bundleWorkflows();
}

/** Bundles the workflows that `workflowsPath` exports. */
export function bundleWorkflows(
  workflowsPath = fileURLToPath(import.meta.resolve('#workflows/index.ts')),
): Promise<{ code: string }> {
  // The key does not matter here: only the place of the converter goes into the bundle.
  const { failureConverterPath } = createDataConverter(new Uint8Array(32));
  return bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
    ...(failureConverterPath !== undefined && { failureConverterPath }),
  });
}
