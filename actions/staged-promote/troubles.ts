import { formatDuration } from '#kit/duration';
import type { ForeseenError } from '#kit/errors';
import type { Message } from '#kit/messages';
import type { Calls } from './calls.ts';
import { messages } from './messages.ts';
import { tellMove } from './moves.ts';
import { lateMs, type Pulse } from './pulse.ts';
import type { Ticked } from './tick.ts';

/** Something that went wrong, and what is behind it. */
export interface Trouble {
  readonly message: Message;
  readonly failure: ForeseenError | undefined;
  /** Nothing depends on it: it is said, and the run does not fail for it. */
  readonly isHarmless?: true;
}

/** What the run has to say of what went wrong, the most serious first. */
export function listTroubles(
  { outcomes, unwritten, ledgers }: Ticked,
  { failure: uncalled }: Calls,
  hidden: ForeseenError | undefined,
  { sinceLast }: Pulse,
): readonly Trouble[] {
  const moves = outcomes.flatMap(({ failure, platform, decision }) => {
    if (failure === undefined || decision.move === undefined) return [];
    const [{ text, cure }] = failure.notes;
    // What its owner can mend is mended by its own cure.
    const reason = failure.fault === 'configuration' ? `${text} ${cure}` : text;
    return [{ message: messages['move-failed'](platform.name, tellMove(decision.move), reason), failure }];
  });
  const blind = outcomes.flatMap(({ observed: { failure }, platform: { name } }) => {
    if (failure === undefined) return [];
    const [own] = failure.notes;
    const isOwners = failure.fault === 'configuration';
    const message = isOwners ? { ...own, text: `${name}: ${own.text}` } : messages['store-unreadable'](name, own.text);
    return [{ message, failure }];
  });
  const unread = ledgers.unreadable.map(({ path, reason }) => ({
    message: messages['ledger-unreadable'](path, reason),
    failure: undefined,
  }));
  const isLate = sinceLast !== undefined && sinceLast > lateMs && outcomes.length > 0;
  const late = isLate
    ? [{ message: messages['ticks-late'](formatDuration(sinceLast)), failure: undefined, isHarmless: true as const }]
    : [];
  return [
    ...moves,
    ...blind,
    ...tell('ledger-unwritten', unwritten),
    ...unread,
    ...tell('call-failed', uncalled),
    ...tell('timeline-failed', hidden).map((one) => ({ ...one, isHarmless: true as const })),
    ...late,
  ];
}

function tell(
  id: 'ledger-unwritten' | 'call-failed' | 'timeline-failed',
  failure: ForeseenError | undefined,
): readonly Trouble[] {
  return failure === undefined ? [] : [{ message: messages[id](failure.notes[0].text), failure }];
}
