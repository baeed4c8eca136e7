import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern, matchesInOrder } from '#rehearsal/workflow/patterns';

const sheet =
  'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet';

describe(`patterns, by the tables of ${sheet}`, () => {
  test.each<[string | readonly string[], readonly string[], readonly string[]]>([
    // Branches and tags: [pattern, what it matches, what it does not]
    ['feature/*', ['feature/my-branch', 'feature/your-branch'], ['feature/a/b', 'feature', 'my/feature/a']],
    ['feature/**', ['feature/beta-a/my-branch', 'feature/your-branch', 'feature/mona/the/octocat'], ['features/a']],
    ['main', ['main'], ['Main', 'mainly', 'domain']],
    ['releases/mona-the-octocat', ['releases/mona-the-octocat'], ['releases/mona']],
    ['*', ['main', 'releases'], ['a/b']],
    ['**', ['all/the/branches', 'every/tag', 'main'], []],
    ['*feature', ['mona-feature', 'feature', 'ver-10-feature'], ['a/feature', 'features']],
    ['v2*', ['v2', 'v2.0', 'v2.9'], ['v1', 'v2/a']],
    ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1.x.0', 'v1a0.1', 'v1.0']],
    ['Octo*', ['Octocat'], ['octocat']],
    ['[CB]at', ['Cat', 'Bat'], ['cat', 'Rat']],
    ['[1-2]00', ['100', '200'], ['300']],
    ['a\\*b', ['a*b'], ['axb']],
    ['v1.0', ['v1.0'], ['v1x0']],
    // Paths
    ['*.jsx?', ['page.js', 'page.jsx'], ['page.jsxx', 'a/page.js']],
    ['*.js', ['app.js', 'index.js'], ['js/app.js']],
    ['**.js', ['index.js', 'js/index.js', 'src/js/app.js'], ['index.ts']],
    ['docs/*', ['docs/README.md', 'docs/file.txt'], ['docs/a/b.md']],
    ['docs/**', ['docs/README.md', 'docs/mona/octocat.txt'], ['doc/a']],
    ['docs/**/*.md', ['docs/README.md', 'docs/mona/hello-world.md', 'docs/a/markdown/file.md'], ['README.md']],
    ['**/docs/**', ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'], ['mydocs/a']],
    ['**/README.md', ['README.md', 'js/README.md'], ['README.mdx', 'aREADME.md']],
    ['**/*src/**', ['a/src/app.js', 'my-src/code/js/app.js'], ['src.js']],
    ['**/*-post.md', ['my-post.md', 'path/their-post.md'], ['post.md']],
    ['**/migrate-*.sql', ['migrate-10909.sql', 'db/migrate-v1.0.sql', 'db/sept/migrate-v1.sql'], ['db/a/migrate.sql']],
    [['*.md', '!README.md'], ['hello.md'], ['README.md', 'docs/hello.md']],
    [['*.md', '!README.md', 'README*'], ['hello.md', 'README.md', 'README.doc'], ['docs/hello.md']],
    [
      ['releases/**', '!releases/**-alpha'],
      ['releases/10', 'releases/beta/mona'],
      ['releases/10-alpha', 'main'],
    ],
    [['!main'], [], ['main', 'other']],
  ])('%j', (patterns, matching, others) => {
    const list = typeof patterns === 'string' ? [patterns] : patterns;
    expect(matching.filter((name) => !matchesInOrder(list, name))).toEqual([]);
    expect(others.filter((name) => matchesInOrder(list, name))).toEqual([]);
  });

  test('a name without special characters matches itself and nothing else', () => {
    const names = fc.stringMatching(/^[a-zA-Z0-9._/$()^{}|#-]{1,12}$/);
    fc.assert(
      fc.property(names, names, (pattern, name) => {
        expect(compilePattern(pattern).test(pattern)).toBe(true);
        expect(compilePattern(pattern).test(name)).toBe(pattern === name);
      }),
    );
  });
});
