import { defineMessages } from '#kit/messages';

export const messages = defineMessages({
  'artifact-unreadable': (path: string, reason: string) => ({
    text: `The artifact ${path} cannot be read: ${reason}.`,
    cure: 'Build it again, or correct "artifact". A download that broke off is the usual cause. Nothing was sent.',
  }),
  'artifact-unfit': (path: string, count: number) => ({
    text: `The artifact ${path} is not fit for the store: ${count} ${count === 1 ? 'thing is' : 'things are'} wrong with it.`,
    cure: 'Mend what the table lists, and build again. Nothing was sent.',
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
});
