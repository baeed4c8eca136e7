import type { Finding } from './findings.ts';
import type { RuleText } from './rule.ts';
import type { Source } from './source.ts';

/** `# slipway-lint allow <rule>: <reason>`, on a line of its own above what it allows. */
interface Suppression {
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly reason: string;
}

/** The rules about suppressions themselves. They cannot be suppressed. */
export const suppressionRules = {
  reason: {
    id: 'suppression-reason',
    appliesTo: ['workflow', 'action'],
    why: 'an exception whose reason is unknown stays for ever',
    source: 'docs/architecture.md',
    cure: 'write `# slipway-lint allow <rule>: <reason>`',
  },
  unused: {
    id: 'suppression-unused',
    appliesTo: ['workflow', 'action'],
    why: 'it would hide the next finding, which nobody has looked at',
    source: 'ESLint, reportUnusedDisableDirectives',
    cure: 'remove it; it counts for the line below it only',
  },
} as const satisfies Record<string, RuleText>;

function listSuppressions(source: Source): Suppression[] {
  return source.lines.flatMap((text, index) => {
    const [, before, rule = '', reason = ''] =
      /^(.*?)#\s*slipway-lint\b(?:\s+allow\s+([\w-]+))?\s*:?\s*(.*)$/.exec(text) ?? [];
    return before === undefined ? [] : [{ line: index + 1, column: before.length + 1, rule, reason: reason.trim() }];
  });
}

/** @returns the findings that no comment allows, and those about the comments */
export function applySuppressions(source: Source, findings: readonly Finding[]): Finding[] {
  const suppressions = listSuppressions(source);
  const allows = ({ line, rule, reason }: Suppression, finding: Finding): boolean =>
    reason !== '' && rule === finding.rule && line + 1 === finding.line;
  const about = ({ line, column }: Suppression, rule: RuleText, message: string): Finding => ({
    file: source.path,
    line,
    column,
    rule: rule.id,
    message,
    cure: rule.cure,
  });
  return [
    ...findings.filter((finding) => !suppressions.some((suppression) => allows(suppression, finding))),
    ...suppressions.flatMap((suppression) => {
      if (suppression.rule === '') return [about(suppression, suppressionRules.reason, 'the comment names no rule')];
      if (suppression.reason === '') {
        return [about(suppression, suppressionRules.reason, `nothing says why ${suppression.rule} is allowed here`)];
      }
      if (findings.some((finding) => allows(suppression, finding))) return [];
      return [about(suppression, suppressionRules.unused, `the line below does not break ${suppression.rule}`)];
    }),
  ];
}
