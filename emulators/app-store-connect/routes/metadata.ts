import { readDocument } from '../bodies.ts';
import { createDeletion } from '../deletions.ts';
import { requireEditable, requireNewLocale, requireNothing } from '../edit-rules.ts';
import { refuse, wrongState } from '../refusals.ts';
import { AGE_RATING_DECLARATIONS, APPS } from '../resources/apps.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { deleteSets } from '../screenshots.ts';
import { findAll, getResource, nextId, type AppInfo, type Version } from '../state.ts';
import { requireLengths } from '../text-limits.ts';
import { EDITABLE, getVersion, isEditable, isFirst } from '../version-states.ts';
import { createInfoLocalization, createLocalization, NO_CONTACT } from '../versions.ts';

const TEXTS = ['description', 'keywords', 'marketingUrl', 'promotionalText', 'supportUrl', 'whatsNew'];
const INFO_TEXTS = ['subtitle', 'privacyPolicyUrl', 'privacyChoicesUrl', 'privacyPolicyText'];
const CONTACT = Object.keys(NO_CONTACT);

export const METADATA_ROUTES: readonly AscRoute[] = [
  {
    operation: 'appStoreVersionLocalizations_createInstance',
    method: 'POST',
    path: '/v1/appStoreVersionLocalizations',
    needs: { task: 'edit' },
    source: `${APPLE}/post-v1-appstoreversionlocalizations`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'appStoreVersionLocalizations',
        required: ['locale'],
        optional: TEXTS,
        relationships: { appStoreVersion: 'appStoreVersions' },
      });
      const version = getVersion(call.state, to['appStoreVersion'] ?? '');
      requireEditableTexts(call, version, attributes);
      const same = findAll(
        call.state,
        'appStoreVersionLocalizations',
        (one) => one.to.appStoreVersion === version.id && one.attributes.locale === attributes['locale'],
      );
      requireNewLocale(same.length);
      const created = createLocalization(call.state, version.id, attributes as { locale: string });
      return answerWith(call, 201, 'appStoreVersionLocalizations', created);
    }),
  },
  {
    operation: 'appStoreVersionLocalizations_updateInstance',
    method: 'PATCH',
    path: '/v1/appStoreVersionLocalizations/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appstoreversionlocalizations-_id_`,
    handler: inCall((call) => {
      const localization = requireResource(call, 'appStoreVersionLocalizations', call.id);
      const { attributes } = readDocument(call, { type: 'appStoreVersionLocalizations', optional: TEXTS });
      requireEditableTexts(call, getVersion(call.state, localization.to.appStoreVersion), attributes);
      Object.assign(localization.attributes, attributes);
      return answerWith(call, 200, 'appStoreVersionLocalizations', localization);
    }),
  },
  createDeletion('appStoreVersionLocalizations', 'edit', ({ state }, { id, to }) => {
    requireEditable(isEditable(getVersion(state, to.appStoreVersion)));
    deleteSets(state, id);
  }),
  {
    operation: 'appInfoLocalizations_createInstance',
    method: 'POST',
    path: '/v1/appInfoLocalizations',
    needs: { task: 'edit' },
    source: `${APPLE}/post-v1-appinfolocalizations`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'appInfoLocalizations',
        required: ['locale', 'name'],
        optional: INFO_TEXTS,
        relationships: { appInfo: 'appInfos' },
      });
      const info = getResource(call.state, 'appInfos', to['appInfo'] ?? '');
      requireEditable(isEditableInfo(info));
      requireLengths(attributes);
      const same = findAll(
        call.state,
        'appInfoLocalizations',
        (one) => one.to.appInfo === info.id && one.attributes.locale === attributes['locale'],
      );
      requireNewLocale(same.length);
      const created = createInfoLocalization(call.state, info.id, attributes as { locale: string; name: string });
      return answerWith(call, 201, 'appInfoLocalizations', created);
    }),
  },
  {
    operation: 'appInfoLocalizations_updateInstance',
    method: 'PATCH',
    path: '/v1/appInfoLocalizations/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appinfolocalizations-_id_`,
    handler: inCall((call) => {
      const localization = requireResource(call, 'appInfoLocalizations', call.id);
      const { attributes } = readDocument(call, { type: 'appInfoLocalizations', optional: ['name', ...INFO_TEXTS] });
      const info = getResource(call.state, 'appInfos', localization.to.appInfo);
      if (!isEditableInfo(info)) requireNothing(Object.keys(attributes));
      requireLengths(attributes);
      Object.assign(localization.attributes, attributes);
      return answerWith(call, 200, 'appInfoLocalizations', localization);
    }),
  },
  createDeletion('appInfoLocalizations', 'edit', ({ state }, { to }) => {
    requireEditable(isEditableInfo(getResource(state, 'appInfos', to.appInfo)));
  }),
  {
    operation: 'appInfos_updateInstance',
    method: 'PATCH',
    path: '/v1/appInfos/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appinfos-_id_`,
    handler: inCall((call) => {
      const info = requireResource(call, 'appInfos', call.id);
      // Categories are read for their names alone; fastlane sends a body without any.
      const strangers = ['primary', 'secondary'].flatMap((one) => [
        `${one}Category`,
        `${one}SubcategoryOne`,
        `${one}SubcategoryTwo`,
      ]);
      readDocument(call, { type: 'appInfos', strangers });
      return answerWith(call, 200, 'appInfos', info);
    }),
  },
  {
    operation: 'ageRatingDeclarations_updateInstance',
    method: 'PATCH',
    path: '/v1/ageRatingDeclarations/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-ageratingdeclarations-_id_`,
    handler: inCall((call) => {
      const declaration = requireResource(call, 'ageRatingDeclarations', call.id);
      const optional = Object.keys(AGE_RATING_DECLARATIONS.attributes);
      const { attributes } = readDocument(call, { type: 'ageRatingDeclarations', optional });
      const info = getResource(call.state, 'appInfos', declaration.to.appInfo);
      requireEditable(isEditableInfo(info));
      Object.assign(declaration.attributes, attributes);
      info.ageRated = true;
      return answerWith(call, 200, 'ageRatingDeclarations', declaration);
    }),
  },
  {
    operation: 'appStoreReviewDetails_createInstance',
    method: 'POST',
    path: '/v1/appStoreReviewDetails',
    needs: { task: 'edit' },
    source: `${APPLE}/post-v1-appstorereviewdetails`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'appStoreReviewDetails',
        optional: CONTACT,
        relationships: { appStoreVersion: 'appStoreVersions' },
      });
      const appStoreVersion = to['appStoreVersion'] ?? '';
      if (
        findAll(call.state, 'appStoreReviewDetails', (one) => one.to.appStoreVersion === appStoreVersion).length > 0
      ) {
        throw refuse(wrongState('The version has a review detail already.'));
      }
      const detail = { id: nextId(call.state), attributes: { ...NO_CONTACT, ...attributes }, to: { appStoreVersion } };
      call.state.tables.appStoreReviewDetails[detail.id] = detail;
      return answerWith(call, 201, 'appStoreReviewDetails', detail);
    }),
  },
  {
    operation: 'appStoreReviewDetails_updateInstance',
    method: 'PATCH',
    path: '/v1/appStoreReviewDetails/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-appstorereviewdetails-_id_`,
    handler: inCall((call) => {
      const detail = requireResource(call, 'appStoreReviewDetails', call.id);
      const { attributes } = readDocument(call, { type: 'appStoreReviewDetails', optional: CONTACT });
      Object.assign(detail.attributes, attributes);
      return answerWith(call, 200, 'appStoreReviewDetails', detail);
    }),
  },
  {
    operation: 'apps_updateInstance',
    method: 'PATCH',
    path: '/v1/apps/{id}',
    needs: { task: 'edit' },
    source: `${APPLE}/patch-v1-apps-_id_`,
    handler: inCall((call) => {
      const app = requireResource(call, 'apps', call.id);
      const optional = Object.keys(APPS.attributes).filter(
        (name) => !['name', 'sku', 'isOrEverWasMadeForKids'].includes(name),
      );
      const { attributes } = readDocument(call, { type: 'apps', optional });
      Object.assign(app.attributes, attributes);
      return answerWith(call, 200, 'apps', app);
    }),
  },
  {
    // Not in Apple's description; fastlane 2.240.1 asks for it before it submits, and takes null for "no request".
    operation: 'appStoreVersions_resetRatingsRequest_getToOneRelated',
    method: 'GET',
    path: '/v1/appStoreVersions/{id}/resetRatingsRequest',
    needs: { task: 'read' },
    source: 'https://github.com/fastlane/fastlane/blob/master/deliver/lib/deliver/upload_metadata.rb',
    handler: inCall((call) => {
      requireResource(call, 'appStoreVersions', call.id);
      return { status: 200, body: { data: null, links: { self: `${call.base}${call.request.path}` } } };
    }),
  },
];

/** Promotional text can be changed at all times: https://developer.apple.com/help/app-store-connect/reference/required-localizable-and-editable-properties. */
function requireEditableTexts({ state }: Call, version: Version, attributes: Readonly<Record<string, unknown>>): void {
  requireLengths(attributes);
  if (!isEditable(version)) requireNothing(Object.keys(attributes).filter((name) => name !== 'promotionalText'));
  // The first version of an app has nothing new in it (https://github.com/fastlane/fastlane/issues/10127 and others).
  if (isFirst(state, version) && (attributes['whatsNew'] ?? null) !== null) requireNothing(['whatsNew']);
}

function isEditableInfo({ attributes }: AppInfo): boolean {
  return (EDITABLE as readonly string[]).includes(attributes.state);
}
