import { escapeHtml, escapeProse } from './parts.ts';
import { renderSign } from './release-signs.ts';
import type { ReleaseView, StoryView, Tone } from './release-view.ts';
import { tellCount, tellPlaceOf, tellShare, tellState, tellTime, toneOf } from './release-words.ts';

/** One line for each platform, which leads to its part of the page. */
export function renderOverview(stories: readonly StoryView[]): string {
  const items = stories.map((story) => {
    const tone = toneOfStory(story);
    return `<li class="${tone}"><a href="#${story.id}">${renderSign(tone)} <strong>${escapeHtml(nameOf(story, stories))}</strong> ${escapeHtml(tellState(story))}<span class="dim">, ${escapeProse(tellPlaceOf(story.place))}</span></a></li>`;
  });
  return `<nav aria-label="Platforms"><ul class="overview">${items.join('')}</ul></nav>`;
}

/** Where it is, why, what is next and when, who has it, and how to stop it. */
export function renderCards({ stories }: ReleaseView): string {
  return `<div class="cards">${stories.map((story) => renderCard(story, stories)).join('')}</div>`;
}

function renderCard(story: StoryView, stories: readonly StoryView[]): string {
  const { id, sentence, reason, next, exposed, open, stop, place, underWay, saidAt } = story;
  const tone = toneOfStory(story);
  const rows = [
    [
      'Why',
      `${escapeProse(sentence === '' ? 'No run has looked at it yet' : upper(sentence))}${tellSource(reason, saidAt)}`,
    ],
    ['Next', escapeProse(next)],
    ...(underWay === undefined ? [] : [['Under way', escapeHtml(underWay)] as const]),
    ...(exposed === undefined
      ? []
      : [
          [
            'Exposed',
            `<strong>${tellCount(exposed.users)}</strong> of ${tellCount(exposed.all)} users have it (${tellShare(exposed.all === 0 ? 0 : exposed.users / exposed.all)})`,
          ] as const,
        ]),
    ['Open to', `${tellShare(open)} of the users of the store`],
    [
      'Stop',
      `${escapeProse(stop.text)}${stop.commands.map((command) => `<pre tabindex="0"><code>${renderCommand(command)}</code></pre>`).join('')}`,
    ],
  ] as const;
  const list = rows
    .map(
      ([name, html]) =>
        `<div class="${name.toLowerCase().replace(' ', '-')}-row"><dt>${name}</dt><dd>${html}</dd></div>`,
    )
    .join('');
  return `<article class="card ${tone}" aria-labelledby="card-${id}"><h3 id="card-${id}">${escapeHtml(nameOf(story, stories))}</h3><p class="state">${renderSign(tone)} ${escapeHtml(tellState(story))}</p><p class="place">${escapeProse(tellPlaceOf(place))}</p><dl>${list}</dl><p class="kind"><a href="#${id}">Curves, evidence and decisions</a></p></article>`;
}

/** The word for it in logs and outputs, and when it was said. */
function tellSource(reason: string, saidAt: number | null): string {
  const said =
    saidAt === null
      ? ''
      : ` <span class="dim">said <time datetime="${new Date(saidAt).toISOString()}">${tellTime(saidAt)}</time></span>`;
  return `${reason === '' ? '' : ` <span class="tag">${escapeHtml(reason)}</span>`}${said}`;
}

/** A line breaks before an option rather than within one. */
function renderCommand(command: string): string {
  return command
    .split(/ (?=-f )/)
    .map((part) => `<span class="option">${escapeHtml(part)}</span>`)
    .join(' ');
}

/** The platform, with the version where there are several. */
export function nameOf({ platform, version }: StoryView, stories: readonly StoryView[]): string {
  return stories.some((one) => one.version !== version) ? `${platform}, ${version}` : platform;
}

function toneOfStory({ life, verdict, reason, choice }: StoryView): Tone {
  return toneOf({ life, verdict: verdict ?? '', reason, choice, moved: false });
}

function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
