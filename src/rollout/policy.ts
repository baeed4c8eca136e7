import type { OnInsufficient } from '#health/parameters';
import type { Unit } from '#health/report';
import type { RaiseNeed } from '#health/verdict';

/** How an app is brought to its users; read from `.github/slipway.yml`. Times are milliseconds, shares fractions of 1. */
export interface Policy {
  /** Names the tags, the ledger and the release at Sentry: "tracker-mobile". */
  readonly release: string;
  /** In the order of the file. */
  readonly platforms: readonly PlatformPolicy[];
  readonly gates: readonly GatePolicy[];
  /** What happens to a stage that does not get its evidence within `maxHold`. */
  readonly onInsufficient: Exclude<OnInsufficient, 'halt'>;
  readonly maxHold: number;
  /** When a raise may happen; absent: always. It never delays a halt. */
  readonly window?: Window;
  readonly freezes: readonly Freeze[];
  /** What has to be there before a platform's first user of the store gets the release. */
  readonly needs: readonly Need[];
  /** Whom the issue about a halt mentions: "@octocat", "@example/mobile". */
  readonly mention: readonly string[];
  /** Branch of the ledger. */
  readonly ledger: string;
  /** The release as Sentry and the other sources know it; see `fillReleaseName`. */
  readonly releaseName: string;
}

interface PlatformBase {
  /** "android", "wear", "ios", or any other name. */
  readonly name: string;
  /** Its first users of the store come so long after those of the other platform. */
  readonly after: readonly { readonly platform: string; readonly delay: number }[];
  /** How long it is watched after everybody may have it. */
  readonly watch: number;
}

export interface PlayPolicy extends PlatformBase {
  readonly store: 'google-play';
  readonly package: string;
  readonly steps: readonly PlayStep[];
  /** The plan for a hotfix, for which somebody asks by hand: production only. */
  readonly expedite: readonly PlayStep[];
}

/** A state of the world that the plan wants, and how long it stays so at least. */
export interface PlayStep {
  /** "internal", "production 5 %". */
  readonly name: string;
  /** As the policy spells it. */
  readonly track: string;
  /** Share of that track's users, above 0; 1 is everybody. */
  readonly reach: number;
  /** Whether users of the store get it there. */
  readonly isProduction: boolean;
  /** Least time until the next step. */
  readonly soak: number;
  /** What the next step needs. */
  readonly evidence: RaiseNeed;
  /** How many users the track has, where the policy says so. */
  readonly testers?: number;
}

export interface TestFlightStage {
  readonly group: string;
  readonly soak: number;
  readonly evidence: RaiseNeed;
  /** How many the group has, where the policy says so. */
  readonly testers?: number;
}

export interface AppStorePolicy extends PlatformBase {
  readonly store: 'app-store';
  /** Apple's number of the app, or its bundle id. */
  readonly app: { readonly id: string } | { readonly bundleId: string };
  /** Absent: no wait before the App Store. */
  readonly testFlight?: TestFlightStage;
  /** False: everybody at once. */
  readonly phased: boolean;
  /** Reasons of a hold for which the phased release is paused, besides stale, invalid data and a shared incident. */
  readonly pauseOn: readonly string[];
}

export type PlatformPolicy = PlayPolicy | AppStorePolicy;

export interface GatePolicy {
  readonly name: string;
  readonly unit: Unit;
  /** Largest share of bad units that is acceptable. */
  readonly max: number;
  /** A halt with a share above this is marked critical. */
  readonly pageAbove?: number;
  readonly required: boolean;
  /** How many times the share of the previous version is tolerated; absent: it is not compared. */
  readonly compare?: number;
  readonly staleness: number;
  readonly maturity: number;
  readonly lateUnits: boolean;
  /** Names of the platforms that it is asked for. */
  readonly platforms: readonly string[];
  readonly source: SourcePolicy;
}

export type SourcePolicy =
  | {
      readonly kind: 'sentry';
      readonly organization: string;
      readonly projects: readonly [string, ...string[]];
      readonly environment?: string;
      /** "us", "de" or the address of a server of one's own. */
      readonly at: string;
    }
  | { readonly kind: 'play-vitals'; readonly measure: 'crash' | 'anr' }
  | { readonly kind: 'reviews' }
  | {
      readonly kind: 'prometheus';
      readonly url: string;
      readonly bad: string;
      readonly beside: { readonly total: string } | { readonly good: string };
      readonly step: number;
      readonly settle: number;
    }
  | { readonly kind: 'command'; readonly run: string; readonly timeout: number };

/** Days and hours in which raises happen. */
export interface Window {
  /** 0 is Sunday. */
  readonly days: readonly number[];
  /** Minutes of the day, `to` exclusive and above `from`; 1440 is midnight. */
  readonly from: number;
  readonly to: number;
  /** IANA: "Europe/Madrid". */
  readonly timezone: string;
}

/** Days on which nothing is raised, both ends included: "2026-12-20". In the time zone of the window, or UTC. */
export interface Freeze {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Something that has to be in production first, such as a backend. */
export interface Need {
  /** "backend@2.15.0". */
  readonly name: string;
  readonly check: { readonly run: string } | { readonly url: string; readonly contains: string };
}
