import type { TextNode } from '../expressions/template.ts';
import { checkCron, ticksTooOften } from './cron.ts';
import { literalOf } from './fields.ts';
import { errorAt, type Finding, rejected, warningAt } from './findings.ts';
import { convert, wrongType } from './inputs.ts';
import { limits } from './limits.ts';
import type { FilterName, Trigger } from './workflow.ts';

/** What GitHub finds wrong with an event of `on:`. */
export function checkTrigger(trigger: Trigger): Finding[] {
  return [
    ...(['branches', 'tags', 'paths'] as const).flatMap((name) => checkFilter(trigger, name)),
    ...trigger.schedules.flatMap(({ cron, timezone }) => checkSchedule(cron, timezone)),
    ...checkInputDefinitions(trigger),
  ];
}

function checkFilter({ event, filters }: Trigger, name: 'branches' | 'tags' | 'paths'): Finding[] {
  const [included, ignored] = [filters[name], filters[`${name}-ignore` satisfies FilterName]];
  const [first] = included ?? [];
  if (first === undefined) return [];
  if (ignored !== undefined) {
    const what = `${event} has both ${name} and ${name}-ignore`;
    return [errorAt(first.place, what, `They cannot be used together; write the exceptions as !pattern. ${rejected}`)];
  }
  if (included?.every(({ text }) => text.startsWith('!')) !== true) return [];
  return [warningAt(first.place, `${name} has only negative patterns`, 'Nothing ever passes such a filter.')];
}

function checkSchedule(cron: TextNode, timezone: TextNode | undefined): Finding[] {
  const wrong = checkCron(cron.text);
  const often = wrong === undefined && ticksTooOften(cron.text);
  return [
    ...(wrong === undefined ? [] : [errorAt(cron.place, `the schedule '${cron.text}' ${wrong}`, rejected)]),
    ...(often
      ? [
          warningAt(
            cron.place,
            `the schedule '${cron.text}' is too often`,
            'GitHub runs one at most every five minutes.',
          ),
        ]
      : []),
    ...(timezone !== undefined && !isTimezone(timezone.text)
      ? [errorAt(timezone.place, `'${timezone.text}' is no time zone of the IANA database`, rejected)]
      : []),
  ];
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function checkInputDefinitions({ event, place, inputs }: Trigger): Finding[] {
  const tooMany = event === 'workflow_dispatch' && inputs.length > limits.dispatchInputs;
  return [
    ...(tooMany
      ? [errorAt(place, `${inputs.length} inputs of a dispatch`, `GitHub takes ${limits.dispatchInputs}. ${rejected}`)]
      : []),
    ...inputs.flatMap((input) => {
      if (input.type === 'choice' && input.options.length === 0) {
        return [errorAt(input.place, `the choice '${input.name}' has no options`, rejected)];
      }
      if (input.type !== 'choice' && input.options.length > 0) {
        return [errorAt(input.place, `the input '${input.name}' has options and is no choice`, rejected)];
      }
      const value = literalOf(input.default);
      if (value === undefined || input.default === undefined || convert('call', input, value) !== undefined) return [];
      return [wrongType(input, { value, place: input.default.place })];
    }),
  ];
}
