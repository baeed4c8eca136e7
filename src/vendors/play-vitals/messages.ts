import { defineMessages } from '#kit/messages';

export const playVitalsMessages = defineMessages({
  'play-vitals-stalled': (metric: string, until: string, age: string) => ({
    text: `The feed of ${metric} at Google Play stands still: its newest figures end at ${until}, ${age} ago, although every request succeeds.`,
    cure: "Nothing is decided by it meanwhile. Look at Android vitals in the Play Console: where it is as old there, Google's pipeline is late; a crash reporter of your own as the source of the gate does not depend on it.",
  }),
  'play-vitals-forbidden': (operation: string, said: string) => ({
    text: `The account may not "${operation}" at the Play Developer Reporting API. It says: ${said}`,
    cure: 'Give the service account "View app information (read-only)" for this app in the Play Console (Users and permissions), and sign in with the scope https://www.googleapis.com/auth/playdeveloperreporting beside that of publishing.',
  }),
  'play-vitals-api-disabled': (operation: string, said: string) => ({
    text: `The Play Developer Reporting API is switched off in the project of the account; "${operation}" was answered: ${said}`,
    cure: 'Enable playdeveloperreporting.googleapis.com in the Google Cloud project that it names, and wait some minutes.',
  }),
  'play-vitals-app-unknown': (operation: string, said: string) => ({
    text: `The Play Developer Reporting API knows no such app; "${operation}" was answered: ${said}`,
    cure: 'Check the package name, and that the account has access to the app. An app without users has no vitals.',
  }),
  'play-vitals-refused': (operation: string, status: number, said: string) => ({
    text: `The Play Developer Reporting API answered ${status} to "${operation}": ${said}`,
    cure: 'The request was not repeated, since it would get the same answer. The gate has no data, which is never good news.',
  }),
});
