import type { Mutant } from './mutant.ts';

const room = 'src/vendors/app-store-connect';
const review = '__tests__/vendors/app-store-connect/review';
const cancellation = '__tests__/vendors/app-store-connect/cancellation';
const obstacles = '__tests__/vendors/app-store-connect/obstacles';
const faults = '__tests__/vendors/app-store-connect/faults.test';

/** Mistakes in how versions are given to Apple's reviewers, and taken back. */
export const mutants: readonly Mutant[] = [
  {
    id: 'app-store-items-only-blocks',
    file: `${room}/submission.ts`,
    find: 'one !== ours && holdsVersion(one) && !passing.has(one.state)',
    replace: 'one !== ours && !passing.has(one.state)',
    why: 'An event in review keeps a hotfix from being submitted.',
    killedBy: review,
  },
  {
    id: 'app-store-second-draft',
    file: `${room}/submission.ts`,
    find: 'return findHolder(state, versionId) ?? empty;',
    replace: 'return empty;',
    why: 'A draft of an earlier run is not continued.',
    killedBy: review,
  },
  {
    id: 'app-store-refused-draft-stays',
    file: `${room}/submission.ts`,
    find: 'if (ours !== undefined) await takeOut(connect, ours, versionId);',
    replace: '',
    why: 'A version that Apple refused can be edited by nobody until somebody finds the draft.',
    killedBy: review,
  },
  {
    id: 'app-store-cancel-not-waited-for',
    file: `${room}/submission.ts`,
    find: 'if (isDone(seen)) return seen;',
    replace: 'return seen;',
    why: 'Writing starts while a cancellation is pending, and is refused.',
    killedBy: review,
  },
  {
    id: 'app-store-leaving-is-submitted',
    file: `${room}/review-state.ts`,
    find: 'inReviewStates.has(version.state) && !isLeaving',
    replace: 'inReviewStates.has(version.state)',
    why: 'A hotfix that somebody takes back at this moment is reported as submitted, and lies nowhere.',
    killedBy: review,
  },
  {
    id: 'app-store-late-end-of-review',
    file: `${room}/submission.ts`,
    find: '(!inReviewStates.has(version.state) || submissions.some((one) => holds(one, version.id)))',
    replace: 'true',
    why: 'A version whose cancellation has just ended is reported as submitted.',
    killedBy: review,
  },
  {
    id: 'app-store-leaving-version-blocks',
    file: `${room}/submission.ts`,
    find: "new Set([draft, 'CANCELING'])",
    replace: 'new Set([draft])',
    why: 'A hotfix is refused because the version before it is on its way back.',
    killedBy: review,
  },
  {
    id: 'app-store-held-submission-passed-over',
    file: `${room}/submission.ts`,
    find: 'cancellable.has(ours.state) && editableStates.has(version.state)',
    replace: "ours.state === 'COMPLETE'",
    why: 'A second submission is made for a version that the first still holds, and stays as an empty draft.',
    killedBy: obstacles,
  },
  {
    id: 'app-store-held-is-stopped',
    file: `${room}/cancellation.ts`,
    find: "return 'held';",
    replace: "return 'stopped';",
    why: 'Who wanted a version stopped goes home, and it comes out at its date.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-approved-is-stopped',
    file: `${room}/cancellation.ts`,
    find: "if (approvedStates.has(state)) return 'approved';",
    replace: "if (approvedStates.has(state)) return 'stopped';",
    why: 'A version that anybody may release is taken for one that has to be reviewed first.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-late-cancellation-moved',
    file: `${room}/cancellation.ts`,
    find: "did: standing === 'stopped' ? did : 'unchanged'",
    replace: 'did',
    why: 'The ledger says that a version was taken back which is on its way to users.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-completing-is-refused',
    file: `${room}/cancellation.ts`,
    find: " && one.state !== 'COMPLETING'",
    replace: '',
    why: 'For a minute after an approval, stopping it is an error instead of an answer.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-draft-not-waited-for',
    file: `${room}/versions.ts`,
    find: "new Set(['READY_FOR_REVIEW', ...inReviewStates, 'ACCEPTED'])",
    replace: "new Set([...inReviewStates, 'ACCEPTED'])",
    why: 'A version is given out as editable while Apple still refuses to edit it.',
    killedBy: faults,
    among: 'withdraw',
  },
  {
    id: 'app-store-version-before-submissions',
    file: `${room}/review-state.ts`,
    find: `  const submissions = await readReviewSubmissions(connect, of.appId, of.platform);
`,
    replace: `  const version = await readVersion(connect, of.versionId);
  const submissions = await readReviewSubmissions(connect, of.appId, of.platform);
  if (version.id !== '') return { version, submissions };
`,
    why: 'A version that is approved while it is looked at is told as a contradiction, and nobody learns that it may come out.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-late-version-is-an-obstacle',
    file: `${room}/cancellation.ts`,
    find: 'ours === undefined && !sent',
    replace: 'ours === undefined',
    why: 'A cancellation that was sent is reported as not tried.',
    killedBy: cancellation,
  },
  {
    id: 'app-store-company-not-told',
    file: `${room}/cancellation.ts`,
    find: 'if (others > 0)',
    replace: 'if (others > 1)',
    why: 'An event comes back from review with the version, and nobody knows why.',
    killedBy: cancellation,
  },
];
