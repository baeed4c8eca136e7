import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '#kit/errors';
import type { Suite } from './checks/tests/suite.ts';
import type { Commands } from './commands.ts';
import { messages } from './messages.ts';
import type { Package } from './packages.ts';

export interface SuiteInputs {
  readonly commands: Commands;
  readonly coverageThreshold: number;
  readonly integrationConfig: string | undefined;
  readonly integrationThreshold: number;
}

/**
 * The suites of each package: unit tests always, integration tests where there is a command for them or the configuration
 * that the input names.
 * @throws ConfigurationError (`integration-config-missing`) when no package has that file: the suite would vanish.
 */
export function planSuites(packages: readonly Package[], inputs: SuiteInputs): ReadonlyMap<Package, readonly Suite[]> {
  const { commands, integrationConfig } = inputs;
  const unit: Suite = {
    name: 'tests',
    threshold: inputs.coverageThreshold,
    ...(commands.tests === undefined ? {} : { command: commands.tests }),
  };
  const integration = { name: 'integration', threshold: inputs.integrationThreshold } as const;
  const planned = packages.map((one): [Package, readonly Suite[]] => {
    if (commands.integration !== undefined) return [one, [unit, { ...integration, command: commands.integration }]];
    if (integrationConfig === undefined) return [one, [unit]];
    const config = join(one.folder, integrationConfig);
    return [one, existsSync(config) ? [unit, { ...integration, config }] : [unit]];
  });
  if (integrationConfig !== undefined && planned.every(([, suites]) => suites.length === 1)) {
    const names = packages.map(({ name }) => name).join(', ');
    throw new ConfigurationError(messages['integration-config-missing'](integrationConfig, names));
  }
  return new Map(planned);
}
