import { describe, expect, test } from '@jest/globals';
import { judgeRunner } from '#rehearsal/workflow/runners';

describe('may this machine stand in for the runner?', () => {
  test.each<[string, readonly string[], NodeJS.Platform, string]>([
    ['a machine of its own system', ['ubuntu-24.04'], 'linux', 'stands-in'],
    ['the newest of its own system', ['ubuntu-latest'], 'linux', 'stands-in'],
    ['a small one', ['ubuntu-slim'], 'linux', 'stands-in'],
    ['another processor', ['ubuntu-24.04-arm'], 'linux', 'stands-in'],
    ['macOS on macOS', ['macos-26-xlarge'], 'darwin', 'stands-in'],
    ['Xcode on macOS', ['xcode-27'], 'darwin', 'stands-in'],
    ['Windows on Windows', ['windows-2025'], 'win32', 'stands-in'],
    ['macOS on Linux', ['macos-15'], 'linux', 'refused'],
    ['Windows on Linux', ['windows-2025'], 'linux', 'refused'],
    ['Linux on macOS', ['ubuntu-24.04'], 'darwin', 'refused'],
    ['a version that there is not', ['ubuntu-24.40'], 'linux', 'refused'],
    ['a misspelt label', ['ubunut-24.04'], 'linux', 'refused'],
    ["a larger runner's label", ['ubuntu-24.04-16core'], 'linux', 'refused'],
    ['a runner of one’s own', ['self-hosted', 'Linux', 'X64'], 'linux', 'stands-in'],
    ['a runner of one’s own with another system', ['self-hosted', 'macOS'], 'linux', 'refused'],
    ['a label of one’s own that nobody declared', ['self-hosted', 'gpu'], 'linux', 'refused'],
    ['a system without self-hosted', ['linux'], 'linux', 'refused'],
    ['none at all', [], 'linux', 'refused'],
  ])('%s: %j on %s is %s', (_name, labels, platform, verdict) => {
    expect(judgeRunner({ labels }, { platform }).verdict).toBe(verdict);
  });

  test('a declared label is one of this machine', () => {
    const decision = judgeRunner({ labels: ['self-hosted', 'GPU'] }, { platform: 'linux', labels: ['gpu'] });
    expect(decision).toEqual({
      verdict: 'stands-in',
      why: 'This machine stands in for self-hosted, GPU; its tools are its own.',
    });
  });

  test('a group is believed, and said', () => {
    expect(judgeRunner({ labels: [], group: 'large' }, { platform: 'linux' })).toEqual({
      verdict: 'stands-in',
      why: "This machine stands in for it; its tools are its own. Which machines the group 'large' has, only GitHub knows.",
    });
  });

  test('a refusal names the label and the cure', () => {
    expect(judgeRunner({ labels: ['windows-2025'] }, { platform: 'darwin' }).why).toBe(
      "'windows-2025' is a machine with Windows; this one has macOS and cannot stand in for it.",
    );
    expect(judgeRunner({ labels: ['ubunut'] }, { platform: 'linux' }).why).toMatch(
      /No runner of GitHub has the label 'ubunut'.*declare/,
    );
  });
});
