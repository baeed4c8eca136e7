import { type BadExample, guard, release, rows } from './example.ts';

/** Of lint/workflows/rules/scripts.ts. */
export const scripts: readonly BadExample[] = [
  ...rows(
    'no-expression-in-code',
    release,
    {
      what: 'in a run block',
      find: 'echo "$LABEL $COMMIT"',
      replace: 'echo "${{ github.head_ref }}"',
      at: '${{ github.head_ref',
      message: 'run contains an expression',
    },
    {
      what: 'in a script of github-script',
      find: 'script: return 1',
      replace: "script: return '${{ github.actor }}'",
      at: '${{ github.actor',
      message: 'with.script contains an expression',
    },
    {
      what: 'in a shell',
      find: '        run: |\n',
      replace: '        shell: ${{ github.job }}\n        run: |\n',
      at: '${{ github.job',
      message: 'shell contains an expression',
      also: ['github'],
    },
  ),
  ...rows('no-expression-in-code', guard, {
    what: 'in a composite action',
    find: '        exit 1',
    replace: '        echo ${{ github.actor }}\n        exit 1',
    at: '${{',
    message: 'run contains an expression',
  }),
  ...rows('no-deprecated-command', release, {
    what: 'set-output',
    find: `echo 'verdict=pass' >> "$GITHUB_OUTPUT"`,
    replace: `echo '::set-output name=verdict::pass'`,
    at: '::set-output',
    message: '::set-output is deprecated',
  }),
];
