import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/scenario.ts';

/** Says most of what a policy can say. */
export const wholePolicy = `
release: tracker-mobile
platforms:
  android:
    package: com.example.app
    stages:
      - { track: internal, soak: 24h, evidence: halt-only, testers: 100 }
      - { track: closed, soak: 48h, testers: 10000 }
      - { track: production, rollout: week-train, evidence: proven }
    expedite: { 0h: 10%, 1h: 100% }
    watch: 2d
  ios:
    app: 1234567890
    stages: [{ testflight: Friends, soak: 12h, evidence: halt-only }, { app-store: all }]
    pause-on: needs-human
gates:
  crash: { source: sentry, unit: session, max: 0.5%, page-above: 1%, organization: example, project: [app, app-ios] }
  anr: { source: play-vitals, unit: user-hour, max: 0.47% }
  one-star: { source: reviews, max: 5%, required: false }
  errors: { source: prometheus, url: "https://prometheus.example.com", bad: a, good: b, compare: off, platforms: [ios] }
  own: { source: command, run: ./health, unit: request, compare: 2x }
on-insufficient: promote-unproven
max-hold: 3d
window: { days: mon-fri, hours: "08:00-20:00", timezone: Europe/Madrid }
freeze: [2026-12-24, { days: 2026-12-28..2027-01-02, reason: holidays }]
needs:
  - { name: backend@2.15.0, url: "https://example.com/version", contains: "2.15.0" }
mention: ["@octocat", "@example/mobile"]
ledger: releases
release-name: "com.example.app@{version}+{version-code}"
`;

/** YAML of a guide. */
export function blocksOf(page: string): readonly string[] {
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

/** Texts of the tests that look like a policy, whether they are one or not; what is filled in at run time is a package. */
function policiesOfTests(): readonly string[] {
  const folder = join(root, '__tests__');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const texts = files.flatMap((path) => {
    const source = readFileSync(join(folder, path), 'utf8');
    return [...source.matchAll(/`([^`]*)`|'((?:[^'\\\n]|\\.)*)'/g)].map(
      ([, template, quoted = '']) => template ?? quoted,
    );
  });
  return texts
    .filter((text) => /(?:^|\n|\\n)platforms:/.test(text))
    .map((text) => text.replaceAll('\\n', '\n').replaceAll(/\$\{[^}]*\}/g, 'com.example.app'));
}

/** Policies of the tests, the example and the guides, as they stand there. */
export function findPolicies(): readonly string[] {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return [...policiesOfTests(), read('examples/tracker/.github/slipway.yml'), ...blocksOf(read('docs/policy.md'))];
}
