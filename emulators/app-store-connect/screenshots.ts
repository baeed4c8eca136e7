import { createHash } from 'node:crypto';
import { fitsDisplay } from './display-types.ts';
import { readImage } from './images.ts';
import {
  findAll,
  getResource,
  nextId,
  type AscState,
  type Screenshot,
  type ScreenshotSet,
  type StateDetail,
} from './state.ts';
import { schedule, unschedule } from './timers.ts';
import { cutIntoParts, findMissingParts, WRONG_SUM } from './upload-parts.ts';

/** https://developer.apple.com/help/app-store-connect/manage-app-information/upload-app-previews-and-screenshots */
export const MOST_SCREENSHOTS = 10;

export function createSet(state: AscState, localization: string, screenshotDisplayType: string): ScreenshotSet {
  const set: ScreenshotSet = {
    id: nextId(state),
    attributes: { screenshotDisplayType },
    to: { appStoreVersionLocalization: localization },
    lists: { appScreenshots: [] },
  };
  state.tables.appScreenshotSets[set.id] = set;
  return set;
}

export function findSets(state: AscState, localization: string): ScreenshotSet[] {
  return findAll(state, 'appScreenshotSets', ({ to }) => to.appStoreVersionLocalization === localization);
}

export interface NewScreenshot {
  readonly fileName: string;
  readonly fileSize: number;
}

/**
 * AWAITING_UPLOAD -last word-> UPLOAD_COMPLETE -> COMPLETE or FAILED:
 * https://developer.apple.com/documentation/appstoreconnectapi/uploading-assets-to-app-store-connect. The newest is the last of its set.
 */
export function reserveScreenshot(
  state: AscState,
  set: ScreenshotSet,
  wanted: NewScreenshot,
  base: string,
  now: number,
): Screenshot {
  const id = nextId(state);
  const screenshot: Screenshot = {
    id,
    attributes: {
      ...wanted,
      sourceFileChecksum: null,
      imageAsset: null,
      assetToken: null,
      assetType: null,
      assetDeliveryState: { state: 'AWAITING_UPLOAD', errors: [], warnings: [] },
    },
    to: { appScreenshotSet: set.id },
    ...cutIntoParts(state, id, wanted.fileSize, base, now),
    findings: [],
    checksumShownAt: null,
  };
  state.tables.appScreenshots[id] = screenshot;
  set.lists.appScreenshots.push(id);
  return screenshot;
}

/** The developer says that all has been sent, and of which MD5 it is; Apple looks at it. */
export function startScreenshot(state: AscState, screenshot: Screenshot, content: Buffer, now: number): void {
  const { attributes, to } = screenshot;
  const { screenshotDisplayType: display } = getResource(state, 'appScreenshotSets', to.appScreenshotSet).attributes;
  const problem = findMissingParts(screenshot) ?? findWrongSum(attributes.sourceFileChecksum, content);
  screenshot.findings = problem === undefined ? inspect(content, display) : [problem];
  const image = readImage(content);
  if (screenshot.findings.length === 0 && image !== undefined) {
    const { width, height } = image;
    attributes.imageAsset = {
      templateUrl: `https://images.example.test/${screenshot.id}/{w}x{h}bb.{f}`,
      width,
      height,
    };
  }
  attributes.assetDeliveryState = { state: 'UPLOAD_COMPLETE', errors: [], warnings: [] };
  schedule(state, 'screenshot-processed', screenshot.id, now, state.settings.screenshotProcessing);
}

export function finishScreenshot(state: AscState, id: string, at: number): void {
  const screenshot = getResource(state, 'appScreenshots', id);
  const { findings: errors, attributes } = screenshot;
  attributes.assetDeliveryState = { state: errors.length > 0 ? 'FAILED' : 'COMPLETE', errors, warnings: [] };
  screenshot.checksumShownAt = at + state.settings.checksumShownAfter;
}

function findWrongSum(given: string | null, content: Buffer): StateDetail | undefined {
  return given === null || given === createHash('md5').update(content).digest('hex') ? undefined : WRONG_SUM;
}

/** Apple documents neither codes nor words. */
function inspect(content: Buffer, display: string): readonly StateDetail[] {
  const image = readImage(content);
  if (image === undefined) return [{ code: 'IMAGE_TOOL_FAILURE', description: 'The file is no picture.' }];
  const { width, height, hasAlpha } = image;
  return [
    ...(fitsDisplay(display, width, height)
      ? []
      : [{ code: 'IMAGE_INCORRECT_DIMENSIONS', description: `${width} x ${height} does not fit ${display}.` }]),
    ...(hasAlpha ? [{ code: 'IMAGE_ALPHA_NOT_ALLOWED', description: 'The picture has an alpha channel.' }] : []),
  ];
}

export function deleteScreenshot(state: AscState, { id, to }: Screenshot): void {
  unschedule(state, id);
  const { lists } = getResource(state, 'appScreenshotSets', to.appScreenshotSet);
  lists.appScreenshots = lists.appScreenshots.filter((one) => one !== id);
  Reflect.deleteProperty(state.tables.appScreenshots, id);
}

/** Takes a set away with its screenshots. */
export function deleteSet(state: AscState, set: ScreenshotSet): void {
  for (const id of set.lists.appScreenshots) deleteScreenshot(state, getResource(state, 'appScreenshots', id));
  Reflect.deleteProperty(state.tables.appScreenshotSets, set.id);
}

export function deleteSets(state: AscState, localization: string): void {
  for (const set of findSets(state, localization)) deleteSet(state, set);
}

/** A new version begins with the screenshots of the one before. */
export function copySets(state: AscState, from: string, to: string): void {
  for (const { attributes, lists } of findSets(state, from)) {
    const set = createSet(state, to, attributes.screenshotDisplayType);
    for (const old of lists.appScreenshots) {
      const id = nextId(state);
      const copy = structuredClone(getResource(state, 'appScreenshots', old));
      state.tables.appScreenshots[id] = { ...copy, id, to: { appScreenshotSet: set.id } };
      set.lists.appScreenshots.push(id);
    }
  }
}

/** Whether a language has any that users could see. */
export function hasScreenshots(state: AscState, localization: string): boolean {
  return findSets(state, localization).some(({ lists }) =>
    lists.appScreenshots.some(
      (id) => getResource(state, 'appScreenshots', id).attributes.assetDeliveryState.state === 'COMPLETE',
    ),
  );
}

/** Adds screenshots that have been processed long ago. @param sums their MD5s, in their order */
export function addScreenshots(
  state: AscState,
  localization: string,
  displayType: string,
  sums: readonly string[] = ['0123456789abcdef0123456789abcdef'],
): ScreenshotSet {
  const set = createSet(state, localization, displayType);
  for (const [index, sourceFileChecksum] of sums.entries()) {
    const screenshot = reserveScreenshot(state, set, { fileName: `${index + 1}.png`, fileSize: 1 }, '', 0);
    screenshot.attributes.sourceFileChecksum = sourceFileChecksum;
    screenshot.attributes.assetDeliveryState = { state: 'COMPLETE', errors: [], warnings: [] };
    screenshot.checksumShownAt = 0;
  }
  return set;
}
