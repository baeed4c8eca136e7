import { defineMessages } from '#kit/messages';

/** What can be wrong with a policy file. Each is told with file, line and column. */
export const policyMessages = defineMessages({
  'policy-missing': (path: string) => ({
    text: `There is no policy file ${path}.`,
    cure: 'Check the repository out before this step, or name the file with "policy"; "package-name" or "bundle-id" begin without one.',
  }),
  'policy-unreadable': (path: string, reason: string) => ({
    text: `The policy file ${path} cannot be read: ${reason}.`,
    cure: 'It has to be a text in UTF-8 of at most 256 kB.',
  }),
  'policy-invalid': (path: string, count: number) => ({
    text: `The policy ${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}; nothing was moved.`,
    cure: 'Correct it. docs/policy.md has every key, and the first line that lets an editor complete and check them (schemas/policy.schema.json).',
  }),
  'policy-syntax': (reason: string) => ({
    text: `it is no YAML: ${reason}`,
    cure: 'Look at this line and the one before it: mostly an indentation, a quote or a bracket.',
  }),
  'policy-tab': () => ({
    text: 'a tab stands where YAML takes spaces only',
    cure: 'Indent with spaces.',
  }),
  'policy-key-twice': (key: string) => ({
    text: `"${key}" stands here twice, and one of the two would be lost`,
    cure: 'Keep one of them.',
  }),
  'policy-anchor': (what: string) => ({
    text: `${what} changes what stands elsewhere, which nobody sees when reading this place`,
    cure: 'Write the value out.',
  }),
  'policy-documents': () => ({
    text: 'a second document begins here',
    cure: 'Keep one policy in a file; take the "---" out.',
  }),
  'policy-kind': (expected: string, found: string) => ({
    text: `${expected} belongs here, not ${found}`,
    cure: 'See docs/policy.md for the form of this key.',
  }),
  'policy-key-unknown': (key: string, meant: string, valid: string) => ({
    text: `"${key}" is no key of this place${meant === '' ? '' : `; did you mean "${meant}"?`}`,
    cure: `Valid here: ${valid}.`,
  }),
  'policy-key-missing': (key: string, example: string) => ({
    text: `"${key}" is missing`,
    cure: `Write it, such as: ${example}`,
  }),
  'policy-keys-apart': (one: string, other: string) => ({
    text: `"${one}" and "${other}" stand side by side, and only one of the two can hold`,
    cure: 'Keep one of them.',
  }),
  'policy-word': (valid: string, meant: string) => ({
    text: `it is none of the words that stand here${meant === '' ? '' : `; did you mean "${meant}"?`}`,
    cure: `Valid: ${valid}.`,
  }),
  'policy-text': (valid: string, example: string) => ({
    text: `it is not ${valid}`,
    cure: `Write it as: ${example}`,
  }),
  'policy-duration': (reason: string) => ({
    text: `it is no duration: ${reason}`,
    cure: 'Write a number and one of min, h, d: 90min, 24h, 7d.',
  }),
  'policy-share-bare': (percent: string, tiny: string) => ({
    text: `without "%" nobody knows whether this means ${percent} or ${tiny}`,
    cure: `Write ${percent} or ${tiny}.`,
  }),
  'policy-share': (reason: string) => ({
    text: `it is no share: ${reason}`,
    cure: 'Write a percentage above 0 % and at most 100 %, such as 0.5%.',
  }),
  'policy-plan-start': (first: string) => ({
    text: `the plan begins at ${first}`,
    cure: 'Begin it with 0h: hours are counted from the first users of this track.',
  }),
  'policy-plan-order': (later: string, earlier: string) => ({
    text: `${later} comes after ${earlier}, and is not later`,
    cure: 'Write the hours in rising order.',
  }),
  'policy-plan-falling': (to: string, from: string) => ({
    text: `${to} comes after ${from}: a rollout is never lowered`,
    cure: 'Write rising shares; who has the version keeps it.',
  }),
  'policy-plan-end': (last: string) => ({
    text: `the plan ends at ${last}, and no one would finish it`,
    cure: 'End it with 100%.',
  }),
  'policy-evidence': () => ({
    text: 'it is no evidence',
    cure: 'Write halt-only, proven, or screened with a factor: screened 5x.',
  }),
  'policy-evidence-count': (given: number, needed: number) => ({
    text: `there are ${given} kinds of evidence for ${needed} ${needed === 1 ? 'raise' : 'raises'}`,
    cure: 'Write one for each raise (the last stage needs none), or one word for all.',
  }),
  'policy-track': (track: string) => ({
    text: `"${track}" is no name that a track can have`,
    cure: 'Write it as Google Play lists it: internal, closed, production, wear:production, or the name of your own track.',
  }),
  'policy-track-twice': (track: string) => ({
    text: `the track "${track}" has two stages`,
    cure: 'Write one stage for a track; its "rollout" may have many steps.',
  }),
  'policy-stage-kind': () => ({
    text: 'a stage is for a track of Google Play, for TestFlight or for the App Store, and this is for none or for several',
    cure: 'Write one of: track, testflight, app-store.',
  }),
  'policy-stage-store': (stage: string, store: string) => ({
    text: `"${stage}" is no stage of ${store}`,
    cure: 'An app of Google Play has "track" stages, one of the App Store has "testflight" and "app-store".',
  }),
  'policy-stage-order': (late: string, early: string) => ({
    text: `"${late}" comes before "${early}"`,
    cure: 'Write the stages in the order in which users get the release; production or the App Store is the last.',
  }),
  'policy-stage-last': (last: string) => ({
    text: `the last stage is "${last}", so that no user of the store would get the release`,
    cure: 'End with a stage for production (Google Play) or app-store.',
  }),
  'policy-stage-soak': (stage: string) => ({
    text: `"${stage}" has both a soak and a rollout`,
    cure: 'A rollout has its hours (production has one by default, fast-48h); take "soak" out.',
  }),
  'policy-stage-testflight': () => ({
    text: 'TestFlight gives a build to the whole group at once, and one raise leads from it to the App Store',
    cure: 'Write "soak", one word of "evidence" and "testers" beside "testflight", and nothing else.',
  }),
  'policy-stage-apple': () => ({
    text: 'Apple sets the days and the shares of the App Store: 1, 2, 5, 10, 20, 50 and 100 %, a day each',
    cure: 'Write nothing beside "app-store: phased" (or "app-store: all", for everybody at once).',
  }),
  'policy-platform-kind': () => ({
    text: 'nothing says which store this platform is of',
    cure: 'Write "package" for Google Play, or "app" (its number) or "bundle-id" for the App Store, and one of them only.',
  }),
  'policy-platform-none': () => ({
    text: 'there is no platform',
    cure: 'Write at least one: platforms: { android: { package: com.example.app } }',
  }),
  'policy-after-unknown': (platform: string, valid: string) => ({
    text: `there is no platform "${platform}" to come after`,
    cure: `Valid: ${valid}.`,
  }),
  'policy-after-circle': (circle: string) => ({
    text: `each would wait for the other: ${circle}`,
    cure: 'Take one of these "after" out.',
  }),
  'policy-gate-platform': (platform: string, valid: string) => ({
    text: `there is no platform ${platform} that this gate could be asked for`,
    cure: `Valid: ${valid}.`,
  }),
  'policy-gate-unit': (unit: string, source: string, valid: string) => ({
    text: `${source} does not count by "${unit}"`,
    cure: `Write one that it counts by: ${valid}.`,
  }),
  'policy-gate-page': (page: string, max: string) => ({
    text: `"page-above" (${page}) lies below "max" (${max}), so that every halt would be critical`,
    cure: 'Write a share above max.',
  }),
  'policy-gate-loose': (max: string) => ({
    text: `${max} of bad units times the margin of 1.5 leaves nothing to prove`,
    cure: 'Write a limit below 66 %.',
  }),
  'policy-time-zone': (zone: string) => ({
    text: `"${zone}" is no time zone`,
    cure: 'Write a name of the IANA database, such as Europe/Madrid or UTC.',
  }),
  'policy-hours': (reason: string) => ({
    text: `it is no span of a day: ${reason}`,
    cure: 'Write it as 08:00-20:00, the end after the start and at most 24:00.',
  }),
  'policy-days': () => ({
    text: 'it is no list of weekdays',
    cure: 'Write mon-fri, or [mon, wed, fri].',
  }),
  'policy-date': (reason: string) => ({
    text: `it is no day or span of days: ${reason}`,
    cure: 'Write 2026-12-24, or 2026-12-20..2027-01-02.',
  }),
});
