import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, describeError, isSystemError } from '#kit/errors';
import type { Policy } from '#rollout/policy';
import { readPolicy } from '#rollout/policy-file';
import { policyMessages } from '#rollout/policy-messages';
import type { PromoteContext } from './context.ts';

const mostBytes = 256 * 1024;

/**
 * The policy of the file, or, where there is none, the one of the inputs: three are enough to begin.
 * @throws ConfigurationError (`policy-…`, `app-missing`), with an annotation at each mistake
 */
export function loadPolicy(context: PromoteContext): Policy {
  const { inputs, environment } = context;
  const { packageName, bundleId, app } = inputs;
  const repository = (environment['GITHUB_REPOSITORY'] ?? '').split('/')[1] ?? 'app';
  const name = app ?? repository;
  const text = readFile(context, packageName !== undefined || bundleId !== undefined);
  if (text !== undefined) return parse(context, text, name);
  const platforms = [
    ...(packageName === undefined ? [] : [`  android: { package: "${packageName}" }`]),
    ...(bundleId === undefined ? [] : [`  ios: { bundle-id: "${bundleId}" }`]),
  ];
  return parse(context, `platforms:\n${platforms.join('\n')}\n`, name);
}

/** Undefined where there is none and none is needed. */
function readFile({ inputs, log }: PromoteContext, isOptional: boolean): string | undefined {
  const path = resolve(inputs.workingDirectory, inputs.policy);
  try {
    const bytes = readFileSync(path);
    if (bytes.length > mostBytes) throw new SyntaxError(`it has ${bytes.length} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const isMissing = isSystemError(error) && (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing && isOptional) {
      log.info(`There is no ${inputs.policy}: everything but the app has its default`);
      return undefined;
    }
    if (isMissing) throw new ConfigurationError(policyMessages['policy-missing'](inputs.policy), [], { cause: error });
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError) && !isSystemError(error)) throw error;
    const reason = error instanceof TypeError ? 'it is no UTF-8' : describeError(error);
    throw new ConfigurationError(policyMessages['policy-unreadable'](inputs.policy, reason), [], { cause: error });
  }
}

function parse({ inputs, annotations }: PromoteContext, text: string, name: string): Policy {
  const result = readPolicy(text, name);
  if ('policy' in result) return result.policy;
  for (const { line, column, message } of result.defects)
    annotations.add({
      level: 'error',
      file: inputs.policy,
      line,
      endLine: line,
      column,
      message: `${message.text}. ${message.cure} [${message.id}]`,
    });
  const problems = result.defects.map(({ line, column, path, value, message }) => ({
    name: `line ${line}, column ${column}${path === '' ? '' : `: ${path}`}`,
    value,
    reason: `${message.text} [${message.id}]`,
    valid: message.cure,
  }));
  throw new ConfigurationError(policyMessages['policy-invalid'](inputs.policy, problems.length), problems);
}
