import { describe, expect, test } from '@jest/globals';
import { resolveTrack } from '#vendors/google-play/track-names';

const standard = ['production', 'beta', 'alpha', 'internal'];
const custom = [...standard, 'My testers'];
const wear = [...standard, 'wear:production', 'wear:beta', 'wear:internal', 'wear:Friends'];

test.each<[asked: string, there: readonly string[], name: string]>([
  ['production', standard, 'production'],
  ['internal', standard, 'internal'],
  ['qa', standard, 'internal'],
  ['internal', ['production', 'qa'], 'qa'],
  ['open', standard, 'beta'],
  ['beta', standard, 'beta'],
  ['closed', standard, 'alpha'],
  ['My testers', custom, 'My testers'],
  ['closed', ['production', 'closed', 'alpha'], 'closed'],
  ['wear:production', wear, 'wear:production'],
  ['wear:qa', wear, 'wear:internal'],
  ['wear:internal', ['wear:qa'], 'wear:qa'],
  ['wear:open', wear, 'wear:beta'],
  ['wear:closed', wear, 'wear:Friends'],
])('%s is %j: %s', (asked, there, name) => {
  expect(resolveTrack(asked, there, 'com.example.app')).toBe(name);
});

describe('a name that no track has, or several could have', () => {
  test.each<[asked: string, there: readonly string[], id: string, says: string]>([
    ['closed', custom, 'google-play-track-ambiguous', '"alpha", "My testers"'],
    ['wear:closed', [...wear, 'wear:Press'], 'google-play-track-ambiguous', '"wear:Friends", "wear:Press"'],
    [
      'closed',
      ['production', 'beta', 'internal'],
      'google-play-track-unknown',
      'no track "closed". There is: "production", "beta", "internal"',
    ],
    ['wear:internal', standard, 'google-play-track-unknown', '"production", "beta", "alpha", "internal"'],
    ['open', ['production'], 'google-play-track-unknown', '"production"'],
    ['production', [], 'google-play-track-unknown', 'There is: none'],
  ])('%s among %j', (asked, there, id, says) => {
    expect(() => resolveTrack(asked, there, 'com.example.app')).toThrow(says);
    expect(() => resolveTrack(asked, there, 'com.example.app')).toThrow(
      expect.objectContaining({ notes: [expect.objectContaining({ id })] }),
    );
  });

  test('a typing mistake is guessed at, and not acted upon', () => {
    const failure = (() => {
      try {
        return resolveTrack('prodution', standard, 'com.example.app');
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ notes: [{ cure: expect.stringContaining('did you mean "production"?') }] });
  });
});
