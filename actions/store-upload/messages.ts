import { defineMessages } from '#kit/messages';

export const messages = defineMessages({
  'artifact-unreadable': (path: string, reason: string) => ({
    text: `The artifact ${path} cannot be read: ${reason}.`,
    cure: 'Build it again, or correct "artifact". A download that broke off is the usual cause. Nothing was sent.',
  }),
  'artifact-sum': (path: string, expected: string, found: string) => ({
    text: `The artifact ${path} has the SHA-256 ${found}, and "artifact-sha256" is ${expected}.`,
    cure: 'It is not the file that was built: look for a later build under the same name, or a download that broke off. Nothing was sent.',
  }),
  'artifact-sums': (sums: number, artifacts: number) => ({
    text: `"artifact-sha256" has ${sums} ${sums === 1 ? 'line' : 'lines'}, and "artifact" has ${artifacts}.`,
    cure: 'Give a sum for each artifact, in the same order, or for none.',
  }),
  'artifacts-apart': (names: string, reason: string) => ({
    text: `${names} cannot go in one call: ${reason}.`,
    cure: 'Give each a step of its own. Only the bundle of a phone and that of its watch go together. Nothing was sent.',
  }),
  'artifact-platform': (name: string, is: string, wanted: string) => ({
    text: `${name} is for ${is}, and ${wanted} is wanted.`,
    cure: 'Correct "artifact" or "platform". Nothing was sent.',
  }),
  'eas-build-unfinished': (id: string, status: string) => ({
    text: `The EAS build ${id} is not finished: it is ${status}.`,
    cure: 'Start this step when it is: "eas build" waits for it unless it is told not to.',
  }),
  'eas-build-failed': (id: string, status: string, reason: string) => ({
    text: `The EAS build ${id} came to nothing: it is ${status}, for ${reason}.`,
    cure: 'Look at its log at expo.dev, and build again.',
  }),
  'eas-build-expired': (id: string, when: string) => ({
    text: `The archive of the EAS build ${id} expired on ${when}.`,
    cure: 'Build again, or give the file itself, where somebody has kept it.',
  }),
  'eas-build-unfit': (id: string, reason: string, profile: string) => ({
    text: `The EAS build ${id} is not for a store: ${reason} (its profile is ${profile}).`,
    cure: 'Build with a profile of eas.json whose distribution is "store": without developmentClient or simulator, and for Android with the buildType "app-bundle".',
  }),
  'artifact-in-clear': (url: string) => ({
    text: `The artifact ${url} would be downloaded without encryption.`,
    cure: 'Give its address with https.',
  }),
  'artifact-unfit': (path: string, count: number) => ({
    text: `The artifact ${path} is not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with it.`,
    cure: 'Mend what the table lists, and build again. Nothing was sent.',
  }),
  'artifacts-unfit': (names: string, count: number) => ({
    text: `${names} are not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with them.`,
    cure: 'Mend what the table lists, and build again. Nothing was sent.',
  }),
  'input-missing': (input: string, kind: string) => ({
    text: `The input "${input}" is missing: an ${kind} cannot be uploaded without it.`,
    cure: 'Give it, from a variable or a secret of the repository.',
  }),
  'encryption-undeclared': (path: string) => ({
    text: `${path} does not say whether it uses encryption, and neither does the input.`,
    cure: 'Set ITSAppUsesNonExemptEncryption in its Info.plist, or give "uses-non-exempt-encryption": until somebody answers, nobody can test the build.',
  }),
  'number-used-otherwise': (build: string, seen: string) => ({
    text: `App Store Connect has build ${build} already, and it cannot be used: ${seen}.`,
    cure: 'A number is taken for good. Build again with another one, such as the next of "release-version".',
  }),
  'apple-found-errors': (build: string, errors: string) => ({
    text: `Apple has looked into build ${build}, and does not take it: ${errors}`,
    cure: 'Mend what it names, and build again. Its number is free still.',
  }),
  'apple-found-warnings': (build: string, warnings: string) => ({
    text: `Apple has looked into build ${build}, and takes it, but says: ${warnings}`,
    cure: 'Such warnings become errors one day: mend it with the next build.',
  }),
  'build-invalid': (build: string, processing: string) => ({
    text: `Apple has processed build ${build}, and it is ${processing}.`,
    cure: 'Apple writes the reasons to the Account Holder by mail, and under TestFlight in App Store Connect. The number is used: build again with another one.',
  }),
  'build-not-shown': (build: string, end: string, said: string) => ({
    text: `App Store Connect does not show build ${build}. The lane ended with ${end}; it said: ${said}`,
    cure: 'Mend what it names, and run the job again. Fastlane sends an .ipa from a Mac only; without "lane" it is sent from any system.',
  }),
  'version-not-open': (version: string, seen: string) => ({
    text: `Version ${version} cannot take this build any more: ${seen}.`,
    cure: 'Build a version with a higher number; or take the version out of review first, if it waits there with the wrong build.',
  }),
  'lane-failed': (version: string, end: string, said: string, seen: string) => ({
    text: `The lane ended with ${end} before version ${version} was handed in (${seen}); it said: ${said}`,
    cure: 'Mend what it names, and run the job again. Nothing was submitted, since what the lane has not done, such as screenshots, cannot be seen from here.',
  }),
  'listing-unfit': (count: number) => ({
    text: `The texts and screenshots are not fit for the App Store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with them.`,
    cure: 'Mend what the table lists. Nothing was sent, and no build either.',
  }),
  'listing-unused': (inputs: string) => ({
    text: `${inputs} would have no effect: texts and screenshots belong to a version of the App Store.`,
    cure: 'Give "destination: app-store" as well, or leave them out.',
  }),
  'listing-left-alone': (files: string) => ({
    text: `These change nothing at App Store Connect: ${files}.`,
    cure: 'Nothing has to be done. What is to be deleted, or is not handled, is done at App Store Connect.',
  }),
  'listing-too-late': (version: string, changes: string) => ({
    text: `Texts and screenshots stay as they are, since ${version}. Other than asked for: ${changes}.`,
    cure: 'Put them into the next version, or take this one out of review first. Promotional texts can be changed at all times, and were.',
  }),
  'first-version': (leftOut: string) => ({
    text: `This is the first version of the app, so ${leftOut} was left out: there are no users to be told or updated.`,
    cure: 'Nothing is to be done. The next version has it.',
  }),
  'fastlane-missing': (gemfile: string) => ({
    text: `Fastlane is not there: no "bundle" and Gemfile (${gemfile}), and no "fastlane" on PATH.`,
    cure: 'Put fastlane into the Gemfile of the app and run ruby/setup-ruby with "bundler-cache: true" before this step.',
  }),
  'code-on-track-otherwise': (code: number, seen: string) => ({
    text: `Version code ${code} is on the track already, and not as asked for: ${seen}.`,
    cure: 'An upload changes no release that is there. Raise, halt or complete it with staged-promote, or in the Play Console.',
  }),
  'code-used': (code: number, tracks: string) => ({
    text: `Google Play has version code ${code} already, on ${tracks}.`,
    cure: 'A code is taken for good. Promote that bundle to the track, in the Play Console if it is on none, or build again with another code, such as the next of "release-version".',
  }),
  'first-release-staged': (track: string) => ({
    text: `The track ${track} has no release yet, and the first one of a track cannot go to a share of the users.`,
    cure: 'Leave "rollout" out for this one upload.',
  }),
  'rollout-under-way': (track: string, seen: string) => ({
    text: `On ${track} a rollout is under way, and this upload would end it: ${seen}.`,
    cure: 'Complete or halt it first; or give "supersede: true" if this release is meant to take its place.',
  }),
  'in-review': (releases: string) => ({
    text: `Google is reviewing ${releases}, and this upload would take it out of review and to the end of the queue.`,
    cure: 'Wait for the review; or give "on-review: cancel" if that is meant.',
  }),
  'upload-not-shown': (code: number, track: string, end: string, said: string) => ({
    text: `Google Play does not show version code ${code} on ${track}. Fastlane ended with ${end}; it said: ${said}`,
    cure: 'Mend what it names, and run the job again. Nothing of the upload is left at Google Play; a code that was free is free still.',
  }),
  'watch-left-behind': (
    phone: { versionCode: number; track: string },
    watch: { versionCode: number; track: string },
  ) => ({
    text: `The phone's bundle ${phone.versionCode} is on ${phone.track}, and the watch's ${watch.versionCode} is not on ${watch.track}.`,
    cure: 'Mend what the error says, and run the job again: it finds the bundle of the phone, and goes on with that of the watch.',
  }),
  'upload-shown-otherwise': (code: number, seen: string, end: string) => ({
    text: `Google Play shows version code ${code}, and not as asked for: ${seen}. Fastlane ended with ${end}.`,
    cure: 'Look into the Play Console: the release is there, and its state has to be set right by staged-promote or by hand.',
  }),
  'rollout-build-missing': () => ({
    text: 'A rollout is opened for a version and a build, and an .aab says nothing of its build.',
    cure: 'Give "build", the number of release-version, such as 20250114.1.',
  }),
  'rollout-platform-missing': (what: string, platforms: string) => ({
    text: `The policy has no platform for ${what}; its platforms are: ${platforms}.`,
    cure: 'Add the platform to the policy, or upload without "open-rollout".',
  }),
  'rollout-unopened': (tag: string, reason: string) => ({
    text: `The upload stands, and the rollout of ${tag} could not be opened: ${reason}`,
    cure: 'Run the job again: it finds the upload there, and opens the rollout.',
  }),
});
