import { ConfigurationError } from '#kit/errors';
import type { Policy } from '#rollout/policy';
import { nameApp, parsePolicy, readPolicyText } from '#rollout/policy-loading';
import { policyMessages } from '#rollout/policy-messages';
import type { PromoteContext } from './context.ts';

/**
 * The policy of the file, or, where there is none, the one of the inputs: three are enough to begin.
 * @throws ConfigurationError (`policy-…`), with an annotation at each mistake
 */
export function loadPolicy({ inputs, environment, annotations, log }: PromoteContext): Policy {
  const { packageName, bundleId, app, policy: path, workingDirectory: folder } = inputs;
  const name = nameApp(environment, app);
  const text = readPolicyText({ folder, path });
  if (text !== undefined) return parsePolicy(text, path, name, annotations);
  if (packageName === undefined && bundleId === undefined)
    throw new ConfigurationError(policyMessages['policy-missing'](path));
  log.info(`There is no ${path}: everything but the app has its default`);
  const platforms = [
    ...(packageName === undefined ? [] : [`  android: { package: "${packageName}" }`]),
    ...(bundleId === undefined ? [] : [`  ios: { bundle-id: "${bundleId}" }`]),
  ];
  return parsePolicy(`platforms:\n${platforms.join('\n')}\n`, path, name, annotations);
}
