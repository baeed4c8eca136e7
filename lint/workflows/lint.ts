import { type Finding, sortFindings } from './findings.ts';
import type { Validate } from './language-service.ts';
import type { Repository } from './repository.ts';
import type { Problem, Rule, RuleText } from './rule.ts';
import { rulePack } from './rule-pack.ts';
import { locate, type Source } from './source.ts';
import { applySuppressions, suppressionRules } from './suppressions.ts';

/** Rules that are not functions of a parsed file. */
const frame = {
  yaml: {
    id: 'yaml',
    appliesTo: ['workflow', 'action'],
    why: 'a file that cannot be read cannot be judged, and a doubled key loses one of its values',
    source: 'YAML 1.2',
    cure: 'repair the YAML; the other rules wait for it',
  },
  github: {
    id: 'github',
    appliesTo: ['workflow', 'action'],
    why: 'GitHub would refuse the file, or run it otherwise than it reads',
    source: '@actions/languageservice, errors and warnings alike',
    cure: 'see https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax',
  },
} as const satisfies Record<string, RuleText>;

/** Every rule that a clean file has passed. */
export const allRules: readonly RuleText[] = [...Object.values(frame), ...Object.values(suppressionRules), ...rulePack];

function report(source: Source, rule: RuleText, { at, message }: Problem): Finding {
  return { file: source.path, ...locate(source, at), rule: rule.id, message, cure: rule.cure };
}

async function lintSource(
  source: Source,
  repository: Repository,
  validate: Validate,
  rules: readonly Rule[],
): Promise<Finding[]> {
  const broken = [...source.document.errors, ...source.document.warnings];
  if (broken.length > 0) {
    return broken.map(({ message, pos }) =>
      report(source, frame.yaml, { at: pos[0], message: message.split(/ at line \d+/)[0] ?? message }),
    );
  }
  const applicable = rules.filter(({ appliesTo }) => appliesTo.includes(source.kind));
  const own = applicable.flatMap((rule) =>
    [...rule.check(source, repository)].map((problem) => report(source, rule, problem)),
  );
  const theirs = await validate(source, repository);
  return applySuppressions(source, [...own, ...theirs.map((problem) => report(source, frame.github, problem))]);
}

/** Judges every workflow file and every action of a repository. */
export async function lintRepository(repository: Repository, validate: Validate): Promise<Finding[]> {
  const findings: Finding[] = [];
  // One after another: the language service keeps state between calls.
  for (const source of repository.sources) findings.push(...(await lintSource(source, repository, validate, rulePack)));
  return sortFindings(findings);
}
