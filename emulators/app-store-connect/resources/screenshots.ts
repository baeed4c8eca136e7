import { DISPLAY_TYPES } from '../display-types.ts';
import { describeOperations } from '../upload-parts.ts';
import { APPLE, nothing, one, type ResourceRow } from './rows.ts';

export const SCREENSHOT_SETS: ResourceRow<'appScreenshotSets'> = {
  attributes: { screenshotDisplayType: DISPLAY_TYPES },
  relationships: {
    appStoreVersionLocalization: one('appStoreVersionLocalizations', { linked: false }),
    ...nothing(
      {
        one: {
          appCustomProductPageLocalization: 'appCustomProductPageLocalizations',
          appStoreVersionExperimentTreatmentLocalization: 'appStoreVersionExperimentTreatmentLocalizations',
        },
      },
      { linked: false },
    ),
    appScreenshots: { type: 'appScreenshots', many: true, ids: { in: 'list' }, linked: true, included: true },
  },
  source: `${APPLE}/appscreenshotset`,
};

export const SCREENSHOTS: ResourceRow<'appScreenshots'> = {
  attributes: {
    fileSize: 'integer',
    fileName: 'string',
    sourceFileChecksum: 'string',
    imageAsset: 'object',
    assetToken: 'string',
    assetType: 'string',
    uploadOperations: 'object',
    assetDeliveryState: 'object',
  },
  relationships: { appScreenshotSet: one('appScreenshotSets', { linked: false }) },
  show: (screenshot, _state, now) => {
    const { checksumShownAt } = screenshot;
    const isShown = checksumShownAt !== null && checksumShownAt <= now;
    return { ...describeOperations(screenshot), ...(isShown ? {} : { sourceFileChecksum: null }) };
  },
  source: `${APPLE}/appscreenshot`,
};
