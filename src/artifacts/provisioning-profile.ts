import { isDictionary, readPlist, stringAt, type Plist } from './plist.ts';
import { readSignedData } from './signed-data.ts';

/** Whom a provisioning profile lets an app reach. */
export type Distribution = 'app-store' | 'ad-hoc' | 'enterprise' | 'development';

export interface ProvisioningProfile {
  readonly name: string;
  readonly uuid: string;
  readonly team: string | undefined;
  /** ISO 8601, UTC; undefined where it says nothing. */
  readonly expires: string | undefined;
  readonly distribution: Distribution;
}

/**
 * Reads an `embedded.mobileprovision`. Apple's signature over it is checked against the certificate inside; that this one is
 * Apple's is not.
 * @throws SyntaxError when it is none
 */
export async function readProvisioningProfile(bytes: Buffer): Promise<ProvisioningProfile> {
  const signed = readSignedData(bytes);
  if (signed.content === undefined) throw new SyntaxError('the provisioning profile is empty');
  const plist = await readPlist(signed.content);
  const { TeamIdentifier: teams, ExpirationDate: expires } = plist;
  const [team] = Array.isArray(teams) ? (teams as readonly unknown[]) : [];
  return {
    name: stringAt(plist, 'Name') ?? '',
    uuid: stringAt(plist, 'UUID') ?? '',
    team: typeof team === 'string' ? team : undefined,
    expires: expires instanceof Date && !Number.isNaN(expires.getTime()) ? expires.toISOString() : undefined,
    distribution: readDistribution(plist),
  };
}

/** https://developer.apple.com/documentation/technotes/tn3125-inside-code-signing-provisioning-profiles */
function readDistribution(plist: Plist): Distribution {
  const entitlements = plist['Entitlements'];
  if (isDictionary(entitlements) && entitlements['get-task-allow'] === true) return 'development';
  if (plist['ProvisionsAllDevices'] === true) return 'enterprise';
  return Array.isArray(plist['ProvisionedDevices']) ? 'ad-hoc' : 'app-store';
}
