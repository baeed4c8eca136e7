import { formatBytes } from '#kit/duration';
import { code } from '#kit/summary';
import { tellTrack } from '#vendors/google-play/releases';
import { tellForm, type Shipment } from './bundles.ts';
import type { UploadContext } from './context.ts';
import type { Proof, Wish } from './play-release.ts';

/** How far a bundle has come in this run. */
export type Arrival =
  | { readonly kind: 'sent' | 'there'; readonly proof: Proof }
  | { readonly kind: 'dry-run' }
  /** Left behind by a run that has brought the other one. */
  | { readonly kind: 'missing' };

const HEADINGS: Readonly<Record<Arrival['kind'], string>> = {
  sent: 'is at Google Play',
  there: 'was there already',
  'dry-run': 'a dry run',
  missing: 'is not at Google Play',
};

/** https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases */
const says: Readonly<Record<string, string>> = {
  DRAFT: 'It is a draft, which nobody gets.',
  NOT_SENT_FOR_REVIEW: 'Nobody gets it before somebody sends it for review in the Play Console.',
  IN_REVIEW: 'Google is reviewing it; users get it after that.',
  APPROVED_NOT_PUBLISHED: 'Google has approved it, and somebody has to publish it in the Play Console.',
  NOT_APPROVED: 'Google has not approved it: see the Play Console.',
  PUBLISHED: 'It is on its way to users.',
};

/** What became of a bundle, for people. */
export function describeArrival(
  { inputs, log, summary }: UploadContext,
  { artifact, mapping, nativeSymbols, ...shipment }: Shipment,
  { versionCode, track, fraction }: Wish,
  arrival: Arrival,
): void {
  const { manifest, bytes, sha256, signature, holdsMapping, holdsNativeSymbols } = artifact;
  const name = `${manifest.versionName ?? ''} (${versionCode})`.trim();
  const reach = fraction === undefined ? 'everybody' : `${Number((fraction * 100).toFixed(4))} %`;
  const what = HEADINGS[arrival.kind];
  log.info(`${name}, ${track}, ${reach}: ${what}`);
  summary.heading(2, `store-upload: ${name} ${what}`);
  if ('proof' in arrival) {
    // A commit is no publication.
    const state = says[arrival.proof.lifecycle ?? ''] ?? 'How far it has come is not told.';
    summary.paragraph(`Google Play: ${tellTrack(arrival.proof.track)}. ${state}`);
  } else if (arrival.kind === 'dry-run') summary.paragraph(`Would go to ${reach} of ${track}.`);
  else summary.paragraph(`It was to go to ${reach} of ${track}. The next run goes on with it.`);
  const told = (given: string | undefined, isInside: boolean): string => {
    const own = given === undefined ? [] : [`${given}${arrival.kind === 'there' ? ' (not sent in this run)' : ''}`];
    return [...(isInside ? ['inside the bundle'] : []), ...own].join('; ') || 'none';
  };
  summary.table(
    [{ title: 'Artifact' }, { title: '' }],
    [
      ['Package', code(manifest.packageName)],
      ['Version (code)', name],
      ['For', tellForm(shipment)],
      ['Signed by', (signature?.signers ?? []).map(({ subject }) => subject).join('; ')],
      ['Certificate', code((signature?.signers ?? []).map(({ sha256: print }) => print).join(' '))],
      ['Mapping of R8', told(mapping === undefined ? undefined : inputs.mapping, holdsMapping)],
      ['Native symbols', told(nativeSymbols === undefined ? undefined : inputs.nativeSymbols, holdsNativeSymbols)],
      ['Size', formatBytes(bytes)],
      ['SHA-256', code(sha256)],
    ],
  );
}
