import { readDocument, readLinkages } from '../bodies.ts';
import { createDeletion } from '../deletions.ts';
import { requireEditable } from '../edit-rules.ts';
import { invalidAttribute, invalidRelationship, refuse, wrongState } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, DONE, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import {
  createSet,
  deleteScreenshot,
  deleteSet,
  findSets,
  MOST_SCREENSHOTS,
  reserveScreenshot,
  startScreenshot,
  type NewScreenshot,
} from '../screenshots.ts';
import { getResource, type AscState, type ScreenshotSet } from '../state.ts';
import type { UploadBytes } from '../upload-bytes.ts';
import { getVersion, isEditable } from '../version-states.ts';

export function createScreenshotRoutes(bytes: UploadBytes): readonly AscRoute[] {
  return [
    {
      operation: 'appScreenshotSets_createInstance',
      method: 'POST',
      path: '/v1/appScreenshotSets',
      needs: { task: 'edit' },
      source: `${APPLE}/post-v1-appscreenshotsets`,
      handler: inCall((call) => {
        const { attributes, to } = readDocument(call, {
          type: 'appScreenshotSets',
          required: ['screenshotDisplayType'],
          relationships: { appStoreVersionLocalization: 'appStoreVersionLocalizations' },
        });
        const localization = to['appStoreVersionLocalization'] ?? '';
        requireEditableLanguage(call.state, localization);
        const type = String(attributes['screenshotDisplayType']);
        const isThere = findSets(call.state, localization).some((one) => one.attributes.screenshotDisplayType === type);
        if (isThere) {
          throw refuse(invalidAttribute('screenshotDisplayType', `There is a set of ${type} already.`, '.DUPLICATE'));
        }
        return answerWith(call, 201, 'appScreenshotSets', createSet(call.state, localization, type));
      }),
    },
    createDeletion('appScreenshotSets', 'edit', ({ state }, set) => {
      requireEditableSet(state, set);
      deleteSet(state, set);
    }),
    {
      operation: 'appScreenshotSets_appScreenshots_replaceToManyRelationship',
      method: 'PATCH',
      path: '/v1/appScreenshotSets/{id}/relationships/appScreenshots',
      needs: { task: 'edit' },
      source: `${APPLE}/patch-v1-appscreenshotsets-_id_-relationships-appscreenshots`,
      handler: inCall((call) => {
        const set = requireResource(call, 'appScreenshotSets', call.id);
        const wanted = readLinkages(call, 'appScreenshots');
        requireEditableSet(call.state, set);
        // It changes their order, and nothing else.
        if (wanted.toSorted().join() !== set.lists.appScreenshots.toSorted().join()) {
          throw refuse(invalidRelationship('appScreenshots', 'The list has to name every screenshot of the set once.'));
        }
        set.lists.appScreenshots = wanted;
        return DONE;
      }),
    },
    {
      operation: 'appScreenshots_createInstance',
      method: 'POST',
      path: '/v1/appScreenshots',
      needs: { task: 'edit' },
      source: `${APPLE}/post-v1-appscreenshots`,
      handler: inCall((call) => {
        const { attributes, to } = readDocument(call, {
          type: 'appScreenshots',
          required: ['fileName', 'fileSize'],
          relationships: { appScreenshotSet: 'appScreenshotSets' },
        });
        const set = getResource(call.state, 'appScreenshotSets', to['appScreenshotSet'] ?? '');
        requireEditableSet(call.state, set);
        const { fileName, fileSize } = attributes as unknown as NewScreenshot;
        if (fileSize < 1) throw refuse(invalidAttribute('fileSize', 'A file has at least one byte.'));
        if (set.lists.appScreenshots.length >= MOST_SCREENSHOTS) {
          throw refuse(invalidRelationship('appScreenshotSet', `A set has at most ${MOST_SCREENSHOTS} screenshots.`));
        }
        const reserved = reserveScreenshot(call.state, set, { fileName, fileSize }, call.base, call.now);
        return answerWith(call, 201, 'appScreenshots', reserved);
      }),
    },
    {
      operation: 'appScreenshots_updateInstance',
      method: 'PATCH',
      path: '/v1/appScreenshots/{id}',
      needs: { task: 'edit' },
      source: `${APPLE}/patch-v1-appscreenshots-_id_`,
      handler: inCall((call) => {
        const screenshot = requireResource(call, 'appScreenshots', call.id);
        const { attributes } = readDocument(call, {
          type: 'appScreenshots',
          optional: ['sourceFileChecksum', 'uploaded'],
        });
        if (screenshot.attributes.assetDeliveryState.state !== 'AWAITING_UPLOAD') {
          throw refuse(wrongState('The screenshot was marked as uploaded already.'));
        }
        const { sourceFileChecksum } = attributes;
        if (typeof sourceFileChecksum === 'string') screenshot.attributes.sourceFileChecksum = sourceFileChecksum;
        if (attributes['uploaded'] === true) finish(call, screenshot.id, bytes);
        return answerWith(call, 200, 'appScreenshots', screenshot);
      }),
    },
    createDeletion('appScreenshots', 'edit', ({ state }, screenshot) => {
      requireEditableSet(state, getResource(state, 'appScreenshotSets', screenshot.to.appScreenshotSet));
      deleteScreenshot(state, screenshot);
      bytes.forget(screenshot.id);
    }),
  ];
}

function finish({ state, now }: Call, id: string, bytes: UploadBytes): void {
  startScreenshot(state, getResource(state, 'appScreenshots', id), bytes.read(id), now);
  bytes.forget(id);
}

function requireEditableSet(state: AscState, { to }: ScreenshotSet): void {
  requireEditableLanguage(state, to.appStoreVersionLocalization);
}

function requireEditableLanguage(state: AscState, localization: string): void {
  const { to } = getResource(state, 'appStoreVersionLocalizations', localization);
  requireEditable(isEditable(getVersion(state, to.appStoreVersion)));
}
