import type { VirtualClock } from '../base/clock.ts';
import type { Store } from '../base/store.ts';
import { decideBeta } from './beta-review.ts';
import { findReview } from './beta-states.ts';
import { createBuild, finishProcessing, type NewBuild } from './builds.ts';
import { addReview, type ReviewSeed } from './customer-reviews.ts';
import type { Key } from './keys.ts';
import { completePhase, findPhase, pausePhase, resumePhase } from './phased-releases.ts';
import { startDistribution } from './release.ts';
import {
  addItem,
  cancel,
  CANCELLABLE,
  createSubmission,
  decide,
  findSubmissionOf,
  startReview,
  submit,
} from './review.ts';
import {
  addApp,
  addBuild,
  addGroup,
  addVersion,
  type AppOptions,
  type GroupSeed,
  type SeededApp,
  type VersionSeed,
} from './seeds.ts';
import type { ReviewOutcome, Settings } from './settings.ts';
import { settle } from './settle.ts';
import { getResource, type AscState, type PhasedRelease, type VersionState } from './state.ts';
import { unschedule } from './timers.ts';
import { getVersion, setVersionState } from './version-states.ts';
import { createKey, type KeyOptions, type SeededKey } from './world.ts';

/** What people at Apple, and people on Apple's pages, do beside the API. Each act throws for an id that is not there. */
export interface AscConsole {
  readonly addKey: (options?: KeyOptions) => SeededKey;
  /** From now on its tokens are refused. */
  readonly revokeKey: (keyId: string) => void;
  readonly addApp: (options?: AppOptions) => SeededApp;
  readonly addGroup: (seed: GroupSeed) => string;
  /** Adds a version in any state; what leads there is not gone through. */
  readonly addVersion: (appId: string, seed: VersionSeed) => string;
  /** A build arrives and is processed, as if another tool had sent it. Returns its id. */
  readonly sendBuild: (build: NewBuild) => string;
  /** Adds a build that is processed already. */
  readonly addBuild: (build: NewBuild) => string;
  /** Ends the processing of a build now. */
  readonly finishProcessing: (buildId: string) => void;
  /** Users write reviews. */
  readonly addReviews: (appId: string, ...reviews: readonly ReviewSeed[]) => void;
  /** The review of a version begins, if it has not, and ends with this. */
  readonly review: (versionId: string, outcome: ReviewOutcome) => void;
  readonly startReview: (versionId: string) => void;
  readonly reviewBeta: (buildId: string, outcome: 'approve' | 'reject') => void;
  /** Something else than a version is submitted for review, such as an event. Returns the submission's id. */
  readonly submitOtherThing: (appId: string, thing: string) => string;
  /** A person takes a version out of review. */
  readonly cancelReview: (versionId: string) => void;
  /** A person releases a version that waits for it. */
  readonly release: (versionId: string) => void;
  /** A person pauses, resumes or completes a phased release. */
  readonly phase: (versionId: string, act: 'pause' | 'resume' | 'complete') => void;
  /** Moves a version to any state, such as INVALID_BINARY. */
  readonly setVersionState: (versionId: string, to: VersionState) => void;
  /** Whether the account holder has signed what Apple asks for. */
  readonly setAgreements: (inEffect: boolean) => void;
  /** How long things take from now on, and what they come to; what is not given stays. */
  readonly set: (settings: Partial<Settings>) => void;
  /** Any other change of the world. */
  readonly change: (change: (state: AscState) => void) => void;
}

const PHASE_ACTS: Readonly<
  Record<'pause' | 'resume' | 'complete', (state: AscState, phase: PhasedRelease, now: number) => void>
> = {
  pause: pausePhase,
  resume: resumePhase,
  complete: completePhase,
};

export function createAscConsole(store: Store<AscState>, keys: Key[], clock: VirtualClock): AscConsole {
  const act = <T>(change: (state: AscState, now: number) => T): T =>
    store.transact((state) => {
      const result = change(state, clock.now());
      settle(state, clock.now());
      return result;
    }).result;
  const submissionOf = (state: AscState, versionId: string): string => {
    const submission = findSubmissionOf(state, versionId);
    if (submission === undefined || !CANCELLABLE.includes(submission.attributes.state)) {
      throw new Error(`The version ${versionId} is not under review.`);
    }
    return submission.id;
  };
  return {
    addKey: (options = {}) => {
      const key = createKey(keys.length, options);
      keys.push(key);
      return key;
    },
    revokeKey: (keyId) => {
      for (const key of keys.filter((one) => one.keyId === keyId)) key.revoked = true;
    },
    addApp: (options = {}) => act((state, now) => structuredClone(addApp(state, options, now))),
    addGroup: (seed) => act((state, now) => addGroup(state, seed, now)),
    addVersion: (appId, seed) => act((state, now) => addVersion(state, appId, seed, now).id),
    sendBuild: (build) => act((state, now) => createBuild(state, build, now).id),
    addBuild: (build) => act((state, now) => addBuild(state, build, now)),
    finishProcessing: (buildId) => {
      act((state, now) => {
        unschedule(state, buildId, 'build-processed');
        finishProcessing(state, buildId, now);
      });
    },
    addReviews: (appId, ...reviews) => {
      act((state, now) => {
        for (const review of reviews) addReview(state, appId, review, now);
      });
    },
    startReview: (versionId) => {
      act((state, now) => startReview(state, submissionOf(state, versionId), now));
    },
    review: (versionId, outcome) => {
      act((state, now) => {
        const id = submissionOf(state, versionId);
        startReview(state, id, now);
        decide(state, id, outcome, now);
      });
    },
    reviewBeta: (buildId, outcome) => {
      act((state) => {
        const review = findReview(state, buildId);
        if (review === undefined) throw new Error(`The build ${buildId} was not submitted for beta review.`);
        decideBeta(state, review.id, outcome);
      });
    },
    submitOtherThing: (appId, otherThing) =>
      act((state, now) => {
        const submission = createSubmission(state, getResource(state, 'apps', appId).id, 'IOS');
        addItem(state, submission, { otherThing }, now);
        submit(state, submission, now);
        return submission.id;
      }),
    cancelReview: (versionId) => {
      act((state, now) => cancel(state, getResource(state, 'reviewSubmissions', submissionOf(state, versionId)), now));
    },
    release: (versionId) => {
      act((state, now) => startDistribution(state, versionId, now));
    },
    phase: (versionId, wanted) => {
      act((state, now) => {
        const phase = findPhase(state, versionId);
        if (phase === undefined) throw new Error(`The version ${versionId} has no phased release.`);
        PHASE_ACTS[wanted](state, phase, now);
      });
    },
    setVersionState: (versionId, to) => {
      act((state) => setVersionState(state, getVersion(state, versionId), to));
    },
    setAgreements: (inEffect) => {
      act((state) => {
        state.agreementsInEffect = inEffect;
      });
    },
    set: (settings) => {
      act((state) => {
        Object.assign(state.settings, settings);
      });
    },
    change: (change) => {
      act(change);
    },
  };
}
