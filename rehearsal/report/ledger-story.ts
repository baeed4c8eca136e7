import type { Entry, Place } from '#rollout/entries';
import { tellPlace } from '#rollout/places';
import { isStorePlace, type Life } from '#rollout/state';
import { foldDecisions } from './release-steps.ts';
import type { DecisionView, Step, Tone } from './release-view.ts';
import { tellTime, toneOf } from './release-words.ts';

/** Share of the users of the store who may have it, by what the entries of one platform say. */
export function listOpen(entries: readonly Entry[]): readonly Step[] {
  let place: Place | null = null;
  let share = 0;
  return entries.flatMap((entry): readonly Step[] => {
    const at = Date.parse(entry.at);
    const full = place !== null && isStorePlace(place) ? place.share : 0;
    // While reviewers have the next step, the one before stays open.
    if (entry.kind === 'reached') place = entry.place;
    else if (entry.kind === 'published' || entry.kind === 'unpaused') share = full;
    else if (['halted', 'paused', 'superseded'].includes(entry.kind)) share = 0;
    return [{ at, share }];
  });
}

type Item = Omit<DecisionView, 'until' | 'looks'>;

/** What was decided, and what people and stores did. */
export function listDecisions(
  entries: readonly Entry[],
  tell: (place: Place | null) => string,
): readonly DecisionView[] {
  const items: Item[] = [];
  let place: Place | null = null;
  let life: Life = 'open';
  for (const entry of entries) {
    life = lives[entry.kind] ?? life;
    if (entry.kind === 'reached') {
      place = entry.place;
      const last = items.at(-1);
      // The move that was decided, and has been made: one thing for a person.
      if (entry.how === 'move' && last?.what === 'promote') {
        items[items.length - 1] = { ...last, what: 'promote, moved', place: tell(place) };
        continue;
      }
    }
    if (entry.kind === 'decided' && repeats(items.at(-1), entry)) continue;
    const told = tellItem(entry, life);
    if (told !== undefined) items.push({ ...told, at: Date.parse(entry.at), place: tell(place), run: entry.run });
  }
  return foldDecisions(items);
}

/** Whether a verdict says what was just told: the halt itself, or that it is over. */
function repeats(last: Item | undefined, { state, reason }: Entry & { readonly kind: 'decided' }): boolean {
  if (last === undefined) return false;
  return (
    (state === 'halt' && last.tone === 'stop' && last.reason === reason) || (state === 'done' && last.tone === 'over')
  );
}

const lives: Readonly<Partial<Record<Entry['kind'], Life>>> = {
  halted: 'halted',
  resumed: 'open',
  superseded: 'superseded',
  completed: 'complete',
  abandoned: 'abandoned',
};

function tellItem(entry: Entry, life: Life): Omit<Item, 'at' | 'place' | 'run'> | undefined {
  const item = (what: string, tone: Tone, sentence = '', reason = ''): Omit<Item, 'at' | 'place' | 'run'> => ({
    ...{ what, tone, sentence, reason },
  });
  switch (entry.kind) {
    case 'decided': {
      const { state: verdict, reason, sentence } = entry;
      return item(verdict, toneOf({ life, verdict, reason, moved: false, choice: null }), sentence, reason);
    }
    case 'reached':
      if (entry.how === 'move') return item(`moved to ${tellPlace(entry.place)}`, 'go');
      return entry.how === 'drift'
        ? item(`found at ${tellPlace(entry.place)}`, 'ask', 'Nobody here moved it: somebody did at the store.')
        : item(`seen at ${tellPlace(entry.place)}`, 'go');
    case 'halted':
      return item(`halted by ${entry.by}`, 'stop', entry.sentence, entry.reason);
    case 'resumed':
      return item(`resumed by ${entry.by}`, 'go');
    case 'paused':
      return item('paused', 'ask', '', entry.reason);
    case 'unpaused':
      return item('goes on after its pause', 'go');
    case 'held':
      return item(`held by ${entry.by}`, 'ask', `Until ${tellTime(Date.parse(entry.until))} UTC: ${entry.why}`);
    case 'released':
      return item(`hold taken back by ${entry.by}`, 'go');
    case 'expedited':
      return item(`expedited by ${entry.by}`, 'go', 'From here on it has the plan of a hotfix.');
    case 'superseded':
      return item('superseded', 'over', `By ${entry.by}.`);
    case 'completed':
      return item('completed', 'over');
    case 'abandoned':
      return item(`abandoned by ${entry.by}`, 'over', entry.why);
    case 'opened':
    case 'joined':
    case 'began':
    case 'published':
    case 'stopped':
    case 'parameters':
    case 'curve':
    case 'snapshot':
      return undefined;
  }
}

/** Why it did not go on, at each change. */
export function listVerdicts(
  entries: readonly Entry[],
): readonly { readonly at: number; readonly tone: Tone; readonly reason: string }[] {
  let life: Life = 'open';
  return entries.flatMap((entry) => {
    life = lives[entry.kind] ?? life;
    const at = Date.parse(entry.at);
    if (entry.kind === 'halted') return [{ at, tone: 'stop' as const, reason: entry.reason }];
    if (entry.kind !== 'decided') return [];
    const { state: verdict, reason } = entry;
    return [{ at, tone: toneOf({ life, verdict, reason, moved: false, choice: null }), reason }];
  });
}
