import type { Answer } from '../../base/routes.ts';
import { refuse } from '../refusals.ts';
import { ACCESS, DOCS, EDIT, inEdit, requireTrack, type EditCall, type PlayRoute } from '../routing.ts';
import type { Details, Listing } from '../state.ts';

const LISTING = `${EDIT}/listings/{language}`;
const IMAGES = `${LISTING}/{imageType}`;
const MANAGE = { permission: 'CAN_MANAGE_PUBLIC_LISTING' } as const;

const LISTING_FIELDS = ['title', 'shortDescription', 'fullDescription', 'video'] as const;
const DETAIL_FIELDS = ['defaultLanguage', 'contactEmail', 'contactPhone', 'contactWebsite'] as const;

export const LISTING_ROUTES: readonly PlayRoute[] = [
  {
    operation: 'edits.listings.list',
    method: 'GET',
    path: `${EDIT}/listings`,
    needs: ACCESS,
    source: `${DOCS}/edits.listings/list`,
    handler: inEdit(({ content }) => ({
      status: 200,
      body: { kind: 'androidpublisher#listingsListResponse', listings: Object.values(content.listings) },
    })),
  },
  {
    operation: 'edits.listings.get',
    method: 'GET',
    path: LISTING,
    needs: ACCESS,
    source: `${DOCS}/edits.listings/get`,
    handler: inEdit(({ content, params }) => {
      const language = params['language'] ?? '';
      const listing = content.listings[language];
      if (listing === undefined) throw refuse('NOT_FOUND', `No listing was found for language ${language}.`);
      return { status: 200, body: listing };
    }),
  },
  {
    operation: 'edits.listings.update',
    method: 'PUT',
    path: LISTING,
    needs: MANAGE,
    source: `${DOCS}/edits.listings/update: creates or replaces`,
    handler: inEdit((call) => writeListing(call, {})),
  },
  {
    operation: 'edits.listings.patch',
    method: 'PATCH',
    path: LISTING,
    needs: MANAGE,
    source: `${DOCS}/edits.listings/patch`,
    handler: inEdit((call) => writeListing(call, call.content.listings[call.params['language'] ?? ''] ?? {})),
  },
  {
    operation: 'edits.listings.delete',
    method: 'DELETE',
    path: LISTING,
    needs: MANAGE,
    source: `${DOCS}/edits.listings/delete`,
    handler: inEdit(({ content, params }) => {
      const language = params['language'] ?? '';
      if (content.listings[language] === undefined) {
        throw refuse('NOT_FOUND', `No listing was found for language ${language}.`);
      }
      content.listings = without(content.listings, (other) => other === language);
      return { status: 204 };
    }),
  },
  {
    operation: 'edits.listings.deleteall',
    method: 'DELETE',
    path: `${EDIT}/listings`,
    needs: MANAGE,
    source: `${DOCS}/edits.listings/deleteall`,
    handler: inEdit(({ content }) => {
      content.listings = {};
      return { status: 204 };
    }),
  },
  {
    operation: 'edits.images.delete',
    method: 'DELETE',
    path: `${IMAGES}/{imageId}`,
    needs: MANAGE,
    source: `${DOCS}/edits.images/delete`,
    handler: inEdit(({ content, params }) => {
      const images = content.images[imageKey(params)] ?? [];
      const kept = images.filter(({ id }) => id !== params['imageId']);
      if (kept.length === images.length) throw refuse('NOT_FOUND', `Image not found: ${params['imageId'] ?? ''}.`);
      content.images[imageKey(params)] = kept;
      return { status: 204 };
    }),
  },
  {
    operation: 'edits.countryavailability.get',
    method: 'GET',
    path: `${EDIT}/countryAvailability/{track}`,
    needs: ACCESS,
    source: `${DOCS}/edits.countryavailability/get`,
    handler: inEdit(({ content, params }) => {
      const { name } = requireTrack(content, params['track'] ?? '');
      const own = content.countries[name];
      const { countries, restOfWorld } = own ?? content.countries['production'] ?? { countries: [], restOfWorld: true };
      const body = { countries: countries.map((countryCode) => ({ countryCode })), restOfWorld };
      // Production is in step with itself; it does not say so.
      return { status: 200, body: { ...body, syncWithProduction: own === undefined && name !== 'production' } };
    }),
  },
  {
    operation: 'edits.images.list',
    method: 'GET',
    path: IMAGES,
    needs: ACCESS,
    source: `${DOCS}/edits.images/list`,
    handler: inEdit(({ content, params }) => ({
      status: 200,
      body: { images: content.images[imageKey(params)] ?? [] },
    })),
  },
  {
    operation: 'edits.images.deleteall',
    method: 'DELETE',
    path: IMAGES,
    needs: MANAGE,
    source: `${DOCS}/edits.images/deleteall`,
    handler: inEdit(({ content, params }) => {
      const key = imageKey(params);
      const deleted = content.images[key] ?? [];
      content.images = without(content.images, (other) => other === key);
      return { status: 200, body: { deleted } };
    }),
  },
  {
    operation: 'edits.details.get',
    method: 'GET',
    path: `${EDIT}/details`,
    needs: ACCESS,
    source: `${DOCS}/edits.details/get`,
    handler: inEdit(({ content }) => ({ status: 200, body: content.details })),
  },
  {
    operation: 'edits.details.update',
    method: 'PUT',
    path: `${EDIT}/details`,
    needs: MANAGE,
    source: `${DOCS}/edits.details/update`,
    handler: inEdit((call) => writeDetails(call, {})),
  },
  {
    operation: 'edits.details.patch',
    method: 'PATCH',
    path: `${EDIT}/details`,
    needs: MANAGE,
    source: `${DOCS}/edits.details/patch`,
    handler: inEdit((call) => writeDetails(call, call.content.details)),
  },
  {
    operation: 'edits.testers.get',
    method: 'GET',
    path: `${EDIT}/testers/{track}`,
    needs: ACCESS,
    source: `${DOCS}/edits.testers/get: Google groups only`,
    handler: inEdit(({ content, params }) => {
      const { name } = requireTrack(content, params['track'] ?? '');
      return { status: 200, body: renderTesters(content.testers[name]) };
    }),
  },
  ...(['PUT', 'PATCH'] as const).map((method): PlayRoute => {
    const verb = method === 'PUT' ? 'update' : 'patch';
    return {
      operation: `edits.testers.${verb}`,
      method,
      path: `${EDIT}/testers/{track}`,
      needs: { permission: 'CAN_MANAGE_TRACK_USERS' },
      source: `${DOCS}/edits.testers/${verb}`,
      handler: inEdit((call) => writeTesters(call, method === 'PUT')),
    };
  }),
];

function writeListing({ body, content, params }: EditCall, before: Partial<Listing>): Answer {
  const language = params['language'] ?? '';
  const listing: Listing = { ...before, ...pickTexts(body, LISTING_FIELDS), language };
  content.listings[language] = listing;
  return { status: 200, body: listing };
}

function writeDetails({ body, content }: EditCall, before: Details): Answer {
  content.details = { ...before, ...pickTexts(body, DETAIL_FIELDS) };
  return { status: 200, body: content.details };
}

function writeTesters({ body, content, params }: EditCall, replaces: boolean): Answer {
  const { name } = requireTrack(content, params['track'] ?? '');
  const { googleGroups } = body;
  if (googleGroups !== undefined && !Array.isArray(googleGroups)) {
    throw refuse('INVALID_ARGUMENT', `Invalid value at 'google_groups': ${JSON.stringify(googleGroups)}`);
  }
  if (googleGroups !== undefined || replaces) content.testers[name] = (googleGroups ?? []).map(String);
  return { status: 200, body: renderTesters(content.testers[name]) };
}

function renderTesters(groups: readonly string[] = []): Record<string, unknown> {
  return groups.length === 0 ? {} : { googleGroups: groups };
}

function pickTexts<Field extends string>(
  body: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const given = fields.filter((field) => typeof body[field] === 'string').map((field) => [field, body[field]]);
  return Object.fromEntries(given) as Partial<Record<Field, string>>;
}

function without<T>(record: Readonly<Record<string, T>>, leaves: (key: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !leaves(key)));
}

function imageKey(params: Readonly<Record<string, string>>): string {
  return `${params['language'] ?? ''}/${params['imageType'] ?? ''}`;
}
