import { defineMessages } from '#kit/messages';

export const vitalsMessages = defineMessages({
  'vitals-unit-unsupported': (gate: string, unit: string) => ({
    text: `The gate "${gate}" counts the unit "${unit}", which Play's vitals do not have.`,
    cure: 'Valid are "user-hour" and "user-day": vitals say which share of the users of an hour or a day was hit.',
  }),
  'vitals-freshness-missing': (set: string, period: string, told: string) => ({
    text: `Google Play does not say how far the ${period} figures of ${set} reach${told === '' ? '' : ` (only: ${told})`}.`,
    cure: 'Nothing is decided on figures of an unknown age. If it stays so, let the gate count the other unit ("user-hour" is HOURLY, "user-day" is DAILY).',
  }),
  'vitals-stalled': (set: string, period: string, until: string, behind: string) => ({
    text: `The ${period} figures of ${set} reach to ${until} and are ${behind} behind: the feed of Google Play stands still.`,
    cure: 'Its calls go on succeeding then. The gate has no fresh data and holds. Compare with Android vitals in the Play Console, and let another source decide if it stays so.',
  }),
  'vitals-silent': (versions: string, cohort: string, from: string, to: string) => ({
    text: `Google Play shows no users (${cohort}) of ${versions} from ${from} to ${to}.`,
    cure: 'Slices with few users are left out, so this is no data and no good news. Check the version codes, and for a testing track that testers are counted.',
  }),
  'vitals-unauthorized': (operation: string, who: string, said: string) => ({
    text: `Google does not take the token of ${who} for "${operation}": ${said}`,
    cure: 'Look whether the service account still exists and whether the clock of the machine is right.',
  }),
  'vitals-api-disabled': (operation: string, api: string, said: string) => ({
    text: `${api} is switched off in the project of the service account, so "${operation}" was refused: ${said}`,
    cure: `Switch on "${api}" in that project (APIs & Services, Library) and wait a few minutes. It is another API than the one that publishes.`,
  }),
  'vitals-scope-missing': (operation: string, scope: string) => ({
    text: `The token was made without the scope "${scope}" that "${operation}" needs.`,
    cure: 'Where google-github-actions/auth makes a token, add the scope to "access_token_scopes"; better, give the credentials and no token.',
  }),
  'vitals-forbidden': (operation: string, who: string, permission: string, said: string) => ({
    text: `${who} may not "${operation}": ${said}`,
    cure: `In the Play Console under Users and permissions, give it "${permission}" for this app. It may take a day to hold.`,
  }),
  'vitals-app-unknown': (operation: string, packageName: string, said: string) => ({
    text: `Google Play knows no ${packageName}, or shows it not to this account; "${operation}" was answered: ${said}`,
    cure: 'Check the package name, and that the service account was invited to the developer account that owns the app.',
  }),
  'vitals-refused': (operation: string, status: number, said: string) => ({
    text: `Google answered ${status} to "${operation}": ${said}`,
    cure: 'The request was not repeated, since it would get the same answer.',
  }),
  'play-reviews-gap': (days: string) => ({
    text: `The reviews were last read ${days} ago, and Google Play shows those of the last week only.`,
    cure: 'Reviews from between are lost; those that are known count. Let the gate look at least once a week.',
  }),
  'play-reviews-unattributed': (count: number, all: number) => ({
    text: `${count} of ${all} reviews of the last week do not name a version and count for none.`,
    cure: 'Google Play leaves the version out where it does not know it. Nothing needs to be done.',
  }),
});
