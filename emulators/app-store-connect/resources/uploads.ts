import { describeParts } from '../upload-parts.ts';
import { APPLE, manyOf, nothing, oneOf, PLATFORMS, type ResourceRow } from './rows.ts';

export const BUILD_UPLOADS: ResourceRow<'buildUploads'> = {
  attributes: {
    cfBundleShortVersionString: 'string',
    cfBundleVersion: 'string',
    createdDate: 'date-time',
    state: 'object',
    platform: PLATFORMS,
    uploadedDate: 'date-time',
  },
  relationships: {
    build: oneOf('builds', 'buildUpload', { linked: false }),
    assetFile: oneOf('buildUploadFiles', 'buildUpload', { linked: false }),
    ...nothing(
      { one: { assetDescriptionFile: 'buildUploadFiles', assetSpiFile: 'buildUploadFiles' } },
      { linked: false },
    ),
    buildUploadFiles: manyOf('buildUploadFiles', 'buildUpload', { included: false }),
  },
  source: `${APPLE}/buildupload`,
};

export const BUILD_UPLOAD_FILES: ResourceRow<'buildUploadFiles'> = {
  attributes: {
    assetDeliveryState: 'object',
    assetToken: 'string',
    assetType: ['ASSET', 'ASSET_DESCRIPTION', 'ASSET_SPI'],
    fileName: 'string',
    fileSize: 'integer',
    sourceFileChecksums: 'object',
    uploadOperations: 'object',
    uti: [
      'com.apple.binary-property-list',
      'com.apple.ipa',
      'com.apple.pkg',
      'com.apple.xml-property-list',
      'com.pkware.zip-archive',
    ],
  },
  relationships: {},
  show: describeParts,
  source: `${APPLE}/builduploadfile`,
};

export const CUSTOMER_REVIEWS: ResourceRow<'customerReviews'> = {
  attributes: {
    rating: 'integer',
    title: 'string',
    body: 'string',
    reviewerNickname: 'string',
    createdDate: 'date-time',
    territory: 'string',
  },
  relationships: {
    ...nothing({ one: { response: 'customerReviewResponses' } }),
    ...nothing({ one: { reviewTerritory: 'territories' } }, { linked: false }),
  },
  visible: ({ shownAt }, now) => shownAt <= now,
  newestFirst: true,
  source: `${APPLE}/customerreview`,
};
