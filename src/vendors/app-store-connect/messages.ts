import { defineMessages } from '#kit/messages';

export const appStoreMessages = defineMessages({
  'app-store-key-unusable': (reason: string) => ({
    text: `The private key for App Store Connect cannot be used: ${reason}.`,
    cure: 'Give the whole content of the .p8 file that App Store Connect let you download once (Users and Access, Integrations), as it is or in base64.',
  }),
  'app-store-key-id-invalid': (name: string, value: string) => ({
    text: `The ${name} for App Store Connect is "${value}", and cannot be one.`,
    cure: 'Copy it from Users and Access, Integrations: the key id beside the key ("2X9R4HXF34"), the issuer id (a UUID) above the list. Individual keys have no issuer id.',
  }),
  'app-store-unauthorized': (operation: string, said: string) => ({
    text: `App Store Connect does not take the credentials for "${operation}", nor a token made afresh: ${said}`,
    cure: "Check that key id, issuer id and private key belong together and that the key was not revoked (Users and Access, Integrations), and the runner's clock.",
  }),
  'app-store-agreement-missing': (operation: string, said: string) => ({
    text: `App Store Connect refuses everything until an agreement is signed; "${operation}" was answered: ${said}`,
    cure: 'The Account Holder signs in at appstoreconnect.apple.com and accepts the agreement under Business (for the developer program: developer.apple.com/account).',
  }),
  'app-store-forbidden': (operation: string, said: string) => ({
    text: `The key may not "${operation}" at App Store Connect: ${said}`,
    cure: 'Give the key the role App Manager, and access to this app (Users and Access, Integrations).',
  }),
  'app-store-refused': (operation: string, status: number, said: string) => ({
    text: `App Store Connect answered ${status} to "${operation}": ${said}`,
    cure: 'Mend in App Store Connect what it names, then run the job again. The request was not repeated, since it would get the same answer.',
  }),
  'app-store-rate-limited': (operation: string, budget: string) => ({
    text: `App Store Connect goes on refusing "${operation}" because of too many requests${budget}.`,
    cure: 'The limit counts the last hour of each key. Run the job again later, or give Slipway a key of its own.',
  }),
  'app-store-move-refused': (move: string, seen: string, why: string) => ({
    text: `"${move}" was not tried: ${why}. Seen: ${seen}.`,
    cure: 'Nothing was changed. Look at the app in App Store Connect, and ask for a move that its state allows.',
  }),
  'app-store-not-shown': (move: string, waited: string, seen: string) => ({
    text: `App Store Connect took "${move}", and ${waited} later does not show it. Seen: ${seen}.`,
    cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
  }),
  'app-store-not-proven': (move: string, why: string) => ({
    text: `Whether "${move}" took effect at App Store Connect could not be read back: ${why}`,
    cure: 'Run the job again: it looks at the state first and repeats nothing that was done.',
  }),
  'app-store-wait-ended': (waitedFor: string, waited: string, seen: string) => ({
    text: `Waiting for ${waitedFor} was given up after ${waited}. Seen: ${seen}.`,
    cure: 'Run the job again later: it goes on where this run stopped.',
  }),
  'app-store-news-too-long': (locale: string, length: number, most: number) => ({
    text: `What is new has ${length} characters in "${locale}", and ${most} are the most.`,
    cure: 'Shorten it; nothing was sent.',
  }),
  'app-store-language-missing': (missing: string, known: string) => ({
    text: `The version has no language ${missing}. It has: ${known}.`,
    cure: 'Add the language in App Store Connect, with description and screenshots, or leave its text out: Apple reviews no version that lacks them.',
  }),
  'app-store-upload-incomplete': (build: string, said: string) => ({
    text: `The file of build ${build} did not arrive whole at App Store Connect, though it was sent again: ${said}.`,
    cure: 'Run the job again. Nothing of it is shown to anybody, and its number is still free.',
  }),
  'app-store-screenshots-refused': (sets: string, said: string) => ({
    text: `Apple has looked at the screenshots of ${sets}, and does not take them: ${said}.`,
    cure: 'Mend the pictures that it names, and run the job again: those that were taken are not sent again.',
  }),
  'app-store-app-unknown': (bundleId: string) => ({
    text: `App Store Connect shows this key no app with the bundle id "${bundleId}".`,
    cure: 'Check the spelling, that the app was created in App Store Connect, and that the key has access to it.',
  }),
  'app-store-group-unknown': (names: string, there: string) => ({
    text: `TestFlight has no ${names} for this app. There ${there}.`,
    cure: 'Create the group in App Store Connect (TestFlight), or correct its name.',
  }),
  'app-store-notes-too-long': (locale: string, length: number, most: number) => ({
    text: `The notes on what to test for "${locale}" have ${length} characters, and ${most} are the most.`,
    cure: 'Shorten them; nothing was sent.',
  }),
});
