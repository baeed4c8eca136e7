import { submitForBetaReview } from '../beta-review.ts';
import { findBetaDetail, findReview, isExpired, isInTestFlightProcessing } from '../beta-states.ts';
import { readDocument } from '../bodies.ts';
import { createBuildLocalization } from '../builds.ts';
import { createDeletion } from '../deletions.ts';
import { invalidAttribute, refuse, unprocessable, wrongState } from '../refusals.ts';
import { APPLE } from '../resources/rows.ts';
import { answerWith, inCall, requireResource, type AscRoute, type Call } from '../routing.ts';
import { findAll, getResource, nextId, type Build } from '../state.ts';
import { requireLengths } from '../text-limits.ts';
import { NO_CONTACT } from '../versions.ts';

const BETA_TEXTS = ['feedbackEmail', 'marketingUrl', 'privacyPolicyUrl', 'tvOsPrivacyPolicy', 'description'];

export const TESTFLIGHT_ROUTES: readonly AscRoute[] = [
  createDeletion('betaBuildLocalizations', 'test'),
  createDeletion('betaAppLocalizations', 'test'),
  {
    operation: 'builds_updateInstance',
    method: 'PATCH',
    path: '/v1/builds/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-builds-_id_`,
    handler: inCall((call) => {
      const build = requireResource(call, 'builds', call.id);
      const { attributes } = readDocument(call, {
        type: 'builds',
        optional: ['expired', 'usesNonExemptEncryption'],
        strangers: ['appEncryptionDeclaration'],
      });
      const { expired, usesNonExemptEncryption } = attributes;
      // https://developer.apple.com/documentation/appstoreconnectapi/buildupdaterequest: for good.
      if (expired === false && isExpired(build, call.now)) {
        throw refuse(invalidAttribute('expired', 'A build that has expired cannot be brought back.'));
      }
      if (expired === true) build.attributes.expired = true;
      if (typeof usesNonExemptEncryption === 'boolean') {
        // The words: https://github.com/tramlinehq/applelink
        if (build.attributes.usesNonExemptEncryption !== null) {
          throw refuse(invalidAttribute('usesNonExemptEncryption', 'You cannot update when the value is already set.'));
        }
        build.attributes.usesNonExemptEncryption = usesNonExemptEncryption;
      }
      return answerWith(call, 200, 'builds', build);
    }),
  },
  {
    operation: 'betaBuildLocalizations_createInstance',
    method: 'POST',
    path: '/v1/betaBuildLocalizations',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-betabuildlocalizations`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'betaBuildLocalizations',
        required: ['locale'],
        optional: ['whatsNew'],
        relationships: { build: 'builds' },
      });
      requireLengths(attributes);
      const { locale, whatsNew = null } = attributes as { locale: string; whatsNew?: string | null };
      const build = to['build'] ?? '';
      const same = findAll(
        call.state,
        'betaBuildLocalizations',
        (one) => one.to.build === build && one.attributes.locale === locale,
      );
      if (same.length > 0) throw refuse(invalidAttribute('locale', 'The locale is there already.', '.DUPLICATE'));
      const created = createBuildLocalization(call.state, build, locale, whatsNew);
      return answerWith(call, 201, 'betaBuildLocalizations', created);
    }),
  },
  {
    operation: 'betaBuildLocalizations_updateInstance',
    method: 'PATCH',
    path: '/v1/betaBuildLocalizations/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-betabuildlocalizations-_id_`,
    handler: inCall((call) => {
      const localization = requireResource(call, 'betaBuildLocalizations', call.id);
      const { attributes } = readDocument(call, { type: 'betaBuildLocalizations', optional: ['whatsNew'] });
      requireLengths(attributes);
      Object.assign(localization.attributes, attributes);
      return answerWith(call, 200, 'betaBuildLocalizations', localization);
    }),
  },
  {
    operation: 'buildBetaDetails_updateInstance',
    method: 'PATCH',
    path: '/v1/buildBetaDetails/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-buildbetadetails-_id_`,
    handler: inCall((call) => {
      const detail = requireResource(call, 'buildBetaDetails', call.id);
      const { attributes } = readDocument(call, { type: 'buildBetaDetails', optional: ['autoNotifyEnabled'] });
      Object.assign(detail.attributes, attributes);
      return answerWith(call, 200, 'buildBetaDetails', detail);
    }),
  },
  {
    operation: 'betaAppReviewSubmissions_createInstance',
    method: 'POST',
    path: '/v1/betaAppReviewSubmissions',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-betaappreviewsubmissions`,
    handler: inCall((call) => {
      const { to } = readDocument(call, { type: 'betaAppReviewSubmissions', relationships: { build: 'builds' } });
      const build = getResource(call.state, 'builds', to['build'] ?? '');
      requireReviewable(call, build);
      return answerWith(call, 201, 'betaAppReviewSubmissions', submitForBetaReview(call.state, build.id, call.now));
    }),
  },
  {
    operation: 'betaAppReviewDetails_updateInstance',
    method: 'PATCH',
    path: '/v1/betaAppReviewDetails/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-betaappreviewdetails-_id_`,
    handler: inCall((call) => {
      const detail = requireResource(call, 'betaAppReviewDetails', call.id);
      const { attributes } = readDocument(call, { type: 'betaAppReviewDetails', optional: Object.keys(NO_CONTACT) });
      Object.assign(detail.attributes, attributes);
      return answerWith(call, 200, 'betaAppReviewDetails', detail);
    }),
  },
  {
    operation: 'betaAppLocalizations_createInstance',
    method: 'POST',
    path: '/v1/betaAppLocalizations',
    needs: { task: 'test' },
    source: `${APPLE}/post-v1-betaapplocalizations`,
    handler: inCall((call) => {
      const { attributes, to } = readDocument(call, {
        type: 'betaAppLocalizations',
        required: ['locale'],
        optional: BETA_TEXTS,
        relationships: { app: 'apps' },
      });
      const { locale } = attributes as { locale: string };
      const created = {
        id: nextId(call.state),
        attributes: { feedbackEmail: null, description: null, ...attributes, locale },
        to: { app: to['app'] ?? '' },
      };
      call.state.tables.betaAppLocalizations[created.id] = created;
      return answerWith(call, 201, 'betaAppLocalizations', created);
    }),
  },
  {
    operation: 'betaAppLocalizations_updateInstance',
    method: 'PATCH',
    path: '/v1/betaAppLocalizations/{id}',
    needs: { task: 'test' },
    source: `${APPLE}/patch-v1-betaapplocalizations-_id_`,
    handler: inCall((call) => {
      const localization = requireResource(call, 'betaAppLocalizations', call.id);
      const { attributes } = readDocument(call, { type: 'betaAppLocalizations', optional: BETA_TEXTS });
      Object.assign(localization.attributes, attributes);
      return answerWith(call, 200, 'betaAppLocalizations', localization);
    }),
  },
];

/** 422, and the first words: https://github.com/codemagic-ci-cd/cli-tools/issues/346; "another build": https://github.com/tramlinehq/applelink. */
function requireReviewable({ state, now }: Call, build: Build): void {
  const { processingState, usesNonExemptEncryption, buildAudienceType } = build.attributes;
  const isUnready = processingState !== 'VALID' || isExpired(build, now) || isInTestFlightProcessing(state, build, now);
  if (isUnready || findBetaDetail(state, build.id) === undefined) {
    const text = 'The build is not in a valid processing state for this operation.';
    throw refuse(unprocessable(text, text));
  }
  if (buildAudienceType === 'INTERNAL_ONLY') {
    throw refuse(unprocessable('Build is not in external testing state.', 'The build is for internal testers only.'));
  }
  if (usesNonExemptEncryption === null) {
    throw refuse(unprocessable('Export compliance is missing.', 'The build is missing its export compliance.'));
  }
  if (findReview(state, build.id) !== undefined) {
    throw refuse(wrongState('The build was submitted for beta review already.', { status: 422 }));
  }
  const another = findAll(state, 'betaAppReviewSubmissions', ({ to, attributes }) => {
    const other = getResource(state, 'builds', to.build);
    return (
      other.to.preReleaseVersion === build.to.preReleaseVersion &&
      ['WAITING_FOR_REVIEW', 'IN_REVIEW'].includes(attributes.betaReviewState)
    );
  });
  if (another.length > 0) {
    throw refuse({
      ...unprocessable('Another build is in review', 'There is already another build in review.'),
      code: 'ENTITY_UNPROCESSABLE.ANOTHER_BUILD_IN_REVIEW',
    });
  }
}
