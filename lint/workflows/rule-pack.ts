import type { Rule } from './rule.ts';
import { jobs } from './rules/jobs.ts';
import { manifests } from './rules/manifests.ts';
import { permissions } from './rules/permissions.ts';
import { references } from './rules/references.ts';
import { scripts } from './rules/scripts.ts';
import { triggers } from './rules/triggers.ts';

/** Our own rules. What GitHub's language service says comes on top (language-service.ts). */
export const rulePack: readonly Rule[] = [
  ...references,
  ...scripts,
  ...permissions,
  ...jobs,
  ...triggers,
  ...manifests,
];
