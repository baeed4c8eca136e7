import type { Tone } from './release-view.ts';

// Drawn, since not every machine has letters for such signs. Each has a form of its own; the words beside them say the same.
const drawn: Readonly<Record<Tone | 'no', string>> = {
  stop: '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="in" d="M5 8h6"/>',
  go: '<circle cx="8" cy="8" r="7"/><path class="in" d="M8 11.5v-7M5 7.5l3-3 3 3"/>',
  wait: '<circle cx="8" cy="8" r="7"/><path class="in" d="M6.25 5v6M9.75 5v6"/>',
  ask: '<path d="M8 1l7 13.5H1z"/><path class="in" d="M8 6v4M8 12v.4"/>',
  over: '<circle cx="8" cy="8" r="7"/><path class="in" d="M4.75 8.25l2.25 2.25 4.25-4.75"/>',
  no: '<circle cx="8" cy="8" r="7"/><path class="in" d="M5.5 5.5l5 5M10.5 5.5l-5 5"/>',
};

/** A sign beside words. */
export function renderSign(sign: Tone | 'no'): string {
  return `<svg class="sign ${sign}" viewBox="0 0 16 16" aria-hidden="true">${drawn[sign]}</svg>`;
}
