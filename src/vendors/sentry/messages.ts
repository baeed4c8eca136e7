import { defineMessages } from '#kit/messages';

export const sentryMessages = defineMessages({
  'sentry-address-invalid': (value: string, reason: string) => ({
    text: `"${value}" cannot be the address of a Sentry server: ${reason}.`,
    cure: 'Give the root of the server, such as "https://sentry.example.com". For sentry.io leave it empty.',
  }),
  'sentry-release-invalid': (value: string, reason: string) => ({
    text: `"${value}" cannot be the name of a release at Sentry: ${reason}.`,
    cure: 'The rules are at https://docs.sentry.io/product/releases/naming-releases/; the name has to be the one that the app sends.',
  }),
  'sentry-unit-unsupported': (gate: string, unit: string) => ({
    text: `The gate "${gate}" counts the unit "${unit}", which Sentry's release health does not have.`,
    cure: 'Valid are "session", "user-hour" and "user-day".',
  }),
  'sentry-unauthorized': (operation: string, said: string) => ({
    text: `Sentry does not take the token for "${operation}": ${said}`,
    cure: 'Check that the secret holds the whole token, that it was not revoked, and the region: a token of de.sentry.io is unknown to us.sentry.io, and one of a self-hosted server to both.',
  }),
  'sentry-token-of-ci': (operation: string) => ({
    text: `The token may not "${operation}" at Sentry. It is an organization token (sntrys_...), which may upload symbols and read no sessions.`,
    cure: 'Give the gate the token of an internal integration with the permissions Organization: Read and Project: Read (Settings, Developer Settings, Custom Integrations).',
  }),
  'sentry-forbidden': (operation: string, projects: string, said: string) => ({
    text: `Sentry forbids "${operation}" for ${projects}: ${said} It says so for a token without org:read and for a project that is not there.`,
    cure: 'Check the slug of the project (it stands in the address of its settings), and that the token has the permissions Organization: Read and Project: Read.',
  }),
  'sentry-not-found': (operation: string, what: string, said: string) => ({
    text: `Sentry knows no ${what}, or shows none to this token; "${operation}" was answered: ${said}`,
    cure: 'Check the slugs: they stand in the address of the page, https://<organization>.sentry.io/projects/<project>/. An environment exists from its first event on.',
  }),
  'sentry-refused': (operation: string, status: number, said: string) => ({
    text: `Sentry answered ${status} to "${operation}": ${said}`,
    cure: 'The request was not repeated, since it would get the same answer.',
  }),
  'sentry-redirected': (operation: string, status: number, location: string) => ({
    text: `Sentry answered ${status} to "${operation}" and points to "${location}". The token was not sent there.`,
    cure: 'Give the address that it points to as the address of the server, if it is yours; a renamed organization or project has a new slug in it.',
  }),
  'sentry-rate-limited': (operation: string) => ({
    text: `Sentry goes on refusing "${operation}" because of too many requests.`,
    cure: 'The limit counts each token by itself. Give the gate a token of its own, or run the job again later.',
  }),
  'sentry-release-unknown': (release: string, asked: string, near: string) => ({
    text: `Sentry knows no release "${release}" in ${asked}. ${near}`,
    cure: 'The name has to be exactly the one that the app sends (Sentry.init, option "release"): by default <bundle id>@<version>+<build>. Correct it in the policy ("release"), or in the app.',
  }),
  'sentry-release-silent': (release: string, asked: string, near: string) => ({
    text: `Sentry counts no session of the release "${release}" in ${asked}. ${near}`,
    cure: 'Nothing is decided without data. If the app is in use: check that it sends sessions (enableAutoSessionTracking) and that name.',
  }),
});
