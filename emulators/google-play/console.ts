import type { VirtualClock } from '../base/clock.ts';
import type { Store } from '../base/store.ts';
import { putReview, type ReviewInput } from './customer-reviews.ts';
import { sendForReview, settleReviews } from './review.ts';
import type { Batch, Content, PlayApp, PlayState } from './state.ts';
import { readVitalsInput, type VitalsInput, type VitalsSettings } from './vitals.ts';

/** What people and Google's reviewers do beside the API. Any change that a person makes invalidates all open edits of the app. */
export interface PlayConsole {
  /** Changes the app by hand. */
  readonly change: (packageName: string, change: (content: Content) => void) => void;
  /** Sends for review all that waits or was rejected. */
  readonly sendForReview: (packageName: string) => void;
  /** Ends the review now. */
  readonly approve: (packageName: string) => void;
  readonly reject: (packageName: string) => void;
  /** Publishes what has been approved, under managed publishing. */
  readonly publish: (packageName: string) => void;
  /** Users write reviews of the production version; the same id again is an edit. */
  readonly addReviews: (packageName: string, ...reviews: readonly ReviewInput[]) => void;
  /** Adds what Google measures of the app's users. It becomes visible when the lag of its period is over. */
  readonly addVitals: (packageName: string, ...vitals: readonly VitalsInput[]) => void;
  /** Changes how figures become visible; what is not given stays. */
  readonly setVitals: (packageName: string, settings: Partial<Omit<VitalsSettings, 'frozenAt'>>) => void;
  /** Stops the feed: freshness advances no more, and every call goes on succeeding. */
  readonly freezeVitals: (packageName: string) => void;
  readonly thawVitals: (packageName: string) => void;
}

/** Managed publishing: https://support.google.com/googleplay/android-developer/answer/9859654. */
export function createPlayConsole(store: Store<PlayState>, clock: VirtualClock): PlayConsole {
  const inApp = (packageName: string, act: (app: PlayApp, now: number) => void): void => {
    store.transact((state) => {
      const app = state.apps[packageName];
      if (app === undefined) throw new Error(`The Google Play emulator has no app ${packageName}.`);
      settleReviews(app, clock.now());
      act(app, clock.now());
    });
  };
  const move = (packageName: string, from: Batch['state'], to: (app: PlayApp) => Batch['state']): void => {
    inApp(packageName, (app) => {
      for (const [id, batch] of Object.entries(app.batches)) {
        if (batch.state === from) app.batches[id] = { state: to(app) };
      }
    });
  };
  return {
    change: (packageName, change) => {
      inApp(packageName, (app) => {
        change(app.content);
        app.revision += 1;
      });
    },
    sendForReview: (packageName) => {
      inApp(packageName, (app, now) => {
        sendForReview(app, now, ['not-sent', 'rejected']);
        app.revision += 1;
      });
    },
    approve: (packageName) => {
      move(packageName, 'in-review', ({ review }) => (review.managedPublishing ? 'approved' : 'published'));
    },
    reject: (packageName) => {
      move(packageName, 'in-review', () => 'rejected');
    },
    publish: (packageName) => {
      move(packageName, 'approved', () => 'published');
    },
    addReviews: (packageName, ...reviews) => {
      inApp(packageName, (app, now) => {
        for (const review of reviews) putReview(app.reviews, review, now);
      });
    },
    addVitals: (packageName, ...vitals) => {
      inApp(packageName, (app) => {
        app.vitals.rows.push(...vitals.map(readVitalsInput));
      });
    },
    setVitals: (packageName, settings) => {
      inApp(packageName, (app) => {
        Object.assign(app.vitals.settings, settings);
      });
    },
    freezeVitals: (packageName) => {
      inApp(packageName, (app, now) => {
        app.vitals.settings.frozenAt = now;
      });
    },
    thawVitals: (packageName) => {
      inApp(packageName, (app) => {
        app.vitals.settings.frozenAt = null;
      });
    },
  };
}
