import { VendorError } from '#kit/errors';
import { list, record, text } from '#kit/shapes';
import type { Shape } from '#kit/shapes';
import { unreadable, vendor } from './client.ts';
import type { PlayVitals } from './client.ts';
import { optional } from './documents.ts';
import type { Metrics } from './measures.ts';
import { vitalsMessages } from './messages.ts';
import { beginOf } from './periods.ts';
import type { Period } from './periods.ts';

const anything: Shape<unknown> = (value) => value;
const shape = record(
  {
    freshnessInfo: optional(
      record(
        {
          freshnesses: optional(list(record({ aggregationPeriod: text(100), latestEndTime: anything }, 'ignored'))),
        },
        'ignored',
      ),
    ),
  },
  'ignored',
);

/**
 * The end, exclusive, of the newest figures that can be asked for; milliseconds since the epoch.
 * https://developers.google.com/play/developer/reporting/reference/rest/v1beta1/FreshnessInfo
 * @throws VitalsRefusal; VendorError (`vitals-freshness-missing` when Google does not say).
 */
export async function readFreshness(play: PlayVitals, { set, name }: Metrics, period: Period): Promise<number> {
  const operation = `see how far the ${name} reach`;
  const { freshnessInfo } = await play.read({ operation, api: 'reporting', path: `/${set}` }, shape);
  const told = freshnessInfo?.freshnesses ?? [];
  // Periods that this code does not know may come along, in zones of their own.
  const own = told.find(({ aggregationPeriod }) => aggregationPeriod === period.name);
  if (own === undefined) {
    const others = told.map(({ aggregationPeriod }) => aggregationPeriod).join(', ');
    const note = vitalsMessages['vitals-freshness-missing'](set, period.name, others);
    throw new VendorError(note, { vendor, operation, attempts: 1, ambiguous: false });
  }
  try {
    // Of figures that reach into the future nobody could ever say that they are old.
    return Math.min(beginOf(period)(own.latestEndTime, 'latestEndTime'), period.begin(play.clock.now()));
  } catch (error) {
    throw error instanceof SyntaxError ? unreadable(operation, error.message, error) : error;
  }
}
