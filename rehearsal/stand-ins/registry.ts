import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import { cache, cacheRestore, cacheSave } from './cache.ts';
import { checkout } from './checkout.ts';
import { configureAwsCredentials, googleAuth } from './cloud.ts';
import { codecov, coveralls } from './coverage-services.ts';
import { setupJava, setupRuby } from './languages.ts';
import { setupNode } from './setup-node.ts';
import type { StandIn } from './stand-in.ts';

/** Every stand-in, by owner, repository and folder as they stand in `uses:`. */
const standIns: Readonly<Record<string, StandIn>> = {
  'actions/checkout': checkout,
  'actions/setup-node': setupNode,
  'actions/setup-java': setupJava,
  'ruby/setup-ruby': setupRuby,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'actions/cache': cache,
  'actions/cache/restore': cacheRestore,
  'actions/cache/save': cacheSave,
  'codecov/codecov-action': codecov,
  'coverallsapp/github-action': coveralls,
  'aws-actions/configure-aws-credentials': configureAwsCredentials,
  'google-github-actions/auth': googleAuth,
};

/** Well-known actions that nothing can stand in for, with the reason. */
export const withoutStandIn: Readonly<Record<string, string>> = {
  'actions/github-script':
    'its script may do anything with the API; put it into an action or a "run" step, which a rehearsal can run as it is',
};

/** @param action `owner/repository` or `owner/repository/folder`, in any case */
export function findStandIn(action: string): StandIn | undefined {
  return standIns[action.toLowerCase()];
}
