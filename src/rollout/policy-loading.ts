import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from '#kit/child-env';
import type { Annotations } from '#kit/annotations';
import { ConfigurationError, describeError, isSystemError } from '#kit/errors';
import type { Policy } from './policy.ts';
import { readPolicy } from './policy-file.ts';
import { policyMessages } from './policy-messages.ts';

const mostBytes = 256 * 1024;

export interface PolicyPlace {
  /** Absolute. */
  readonly folder: string;
  /** Relative to the folder. */
  readonly path: string;
}

/**
 * The text of a policy file; undefined where there is none.
 * @throws ConfigurationError (`policy-unreadable`)
 */
export function readPolicyText({ folder, path }: PolicyPlace): string | undefined {
  try {
    const bytes = readFileSync(resolve(folder, path));
    if (bytes.length > mostBytes) throw new SyntaxError(`it has ${bytes.length} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isSystemError(error) && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError) && !isSystemError(error)) throw error;
    const reason = error instanceof TypeError ? 'it is no UTF-8' : describeError(error);
    throw new ConfigurationError(policyMessages['policy-unreadable'](path, reason), [], { cause: error });
  }
}

/**
 * A policy, or all that is wrong with it: as a table, and as an annotation at each mistake.
 * @param name of the release where the file does not say
 * @throws ConfigurationError (`policy-invalid`)
 */
export function parsePolicy(text: string, path: string, name: string, annotations: Annotations): Policy {
  const result = readPolicy(text, name);
  if ('policy' in result) return result.policy;
  for (const { line, column, message } of result.defects)
    annotations.add({
      ...{ level: 'error', file: path, line, endLine: line, column },
      message: `${message.text}. ${message.cure} [${message.id}]`,
    });
  const problems = result.defects.map(({ line, column, path: at, value, message }) => ({
    name: `line ${line}, column ${column}${at === '' ? '' : `: ${at}`}`,
    value,
    reason: `${message.text} [${message.id}]`,
    valid: message.cure,
  }));
  throw new ConfigurationError(policyMessages['policy-invalid'](path, problems.length), problems);
}

/** The app's name for tags and ledger, where the policy has none: as given, else that of the repository. */
export function nameApp(environment: Environment, given: string | undefined): string {
  return given ?? (environment['GITHUB_REPOSITORY'] ?? '').split('/')[1] ?? 'app';
}
