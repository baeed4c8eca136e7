/** What `appStoreState` said before `appVersionState` and `state` took its place, where the two differ. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  PROCESSING_FOR_DISTRIBUTION: 'PROCESSING_FOR_APP_STORE',
  READY_FOR_DISTRIBUTION: 'READY_FOR_SALE',
  PENDING_RELEASE: 'PENDING_DEVELOPER_RELEASE',
  REPLACED_WITH_NEW_INFO: 'REPLACED_WITH_NEW_VERSION',
};

/** https://developer.apple.com/documentation/appstoreconnectapi/appstoreversionstate */
export function oldState(state: string): string {
  return OLD_NAMES[state] ?? state;
}
