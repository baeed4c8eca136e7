import { formatAnnotation, formatFinding } from './findings.ts';
import type { Validate } from './language-service.ts';
import { allRules, lintRepository } from './lint.ts';
import type { Repository } from './repository.ts';

export interface Surroundings {
  readonly repository: Repository;
  readonly validate: Validate;
  /** Does a runner read what is printed? Then each finding is an annotation too. */
  readonly onRunner: boolean;
  readonly print: (line: string) => void;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/**
 * Lints and prints.
 *
 * @returns the exit code: 0 clean, 1 findings, or no file at all, which would be clean only by mistake
 */
export async function runLinter({ repository, validate, onRunner, print }: Surroundings): Promise<number> {
  const files = repository.sources.length;
  if (files === 0) {
    print('Found no workflow file and no action.yml: run this at the root of the repository.');
    return 1;
  }
  const findings = await lintRepository(repository, validate);
  for (const finding of findings) print(formatFinding(finding));
  if (onRunner) for (const finding of findings) print(formatAnnotation(finding));
  const verdict = findings.length === 0 ? 'clean' : count(findings.length, 'finding');
  print(`checked ${count(files, 'file')} against ${count(allRules.length, 'rule')}: ${verdict}`);
  return findings.length === 0 ? 0 : 1;
}
