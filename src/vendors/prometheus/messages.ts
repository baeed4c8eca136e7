import { defineMessages } from '#kit/messages';

export const prometheusMessages = defineMessages({
  'prometheus-address-invalid': (value: string, reason: string) => ({
    text: `"${value}" cannot be the address of a Prometheus server: ${reason}.`,
    cure: 'Give the address to which /api/v1/query_range is added, such as "https://prometheus.example.com" or "https://monitoring.googleapis.com/v1/projects/<id>/location/global/prometheus". Credentials have inputs of their own.',
  }),
  'prometheus-step-invalid': (gate: string, step: string) => ({
    text: `The gate "${gate}" has buckets of ${step}, and they have to be whole seconds.`,
    cure: 'Use "1h" for an app, "15s" for a backend.',
  }),
  'prometheus-time-too-long': (gate: string, steps: number, most: number) => ({
    text: `The gate "${gate}" asks for ${steps} buckets, and Prometheus answers ${most} at most.`,
    cure: 'Take longer buckets.',
  }),
  'prometheus-placeholder-unknown': (gate: string, placeholder: string, valid: string) => ({
    text: `A query of the gate "${gate}" has the placeholder {{${placeholder}}}, which there is not.`,
    cure: `Valid are ${valid}.`,
  }),
  'prometheus-placeholder-misplaced': (gate: string, placeholder: string, before: string) => ({
    text: `A query of the gate "${gate}" has {{${placeholder}}} behind "${before}", where no value of a label stands.`,
    cure: 'Put it into the quotes of a label, such as http_requests_total{version="{{version}}"}; with =~ it is escaped for the regular expression. Only {{step}} stands outside.',
  }),
  'prometheus-placeholder-empty': (gate: string, placeholder: string, release: string) => ({
    text: `The gate "${gate}" asks for {{${placeholder}}}, and the release "${release}" has none.`,
    cure: 'Name releases as <app>@<version>+<build>, or use {{release}}.',
  }),
  'prometheus-value-unsafe': (gate: string, value: string) => ({
    text: `The gate "${gate}" cannot put "${value}" into its query: it has a character that the literal there cannot hold.`,
    cure: 'Use double quotes around the placeholder, and names of releases without control characters.',
  }),
  'prometheus-query-for-all': (gate: string, query: string) => ({
    text: `A query of the gate "${gate}" counts all versions together: ${query}`,
    cure: 'Add a label with the version, such as {version="{{version}}"}: the gate judges one release.',
  }),
  'prometheus-query-refused': (gate: string, query: string, said: string) => ({
    text: `Prometheus refuses a query of the gate "${gate}": ${said}. It was: ${query}`,
    cure: 'Try it in the console of Prometheus. Until it answers the gate has no data, which is never good news.',
  }),
  'prometheus-unauthorized': (operation: string, status: number, said: string) => ({
    text: `Prometheus answered ${status} to "${operation}": ${said}`,
    cure: 'Check the token, or user and password. Tokens of Google Cloud last an hour: make one in a step before (google-github-actions/auth, token_format: access_token).',
  }),
  'prometheus-not-found': (operation: string, address: string) => ({
    text: `There is no Prometheus at "${address}": "${operation}" was answered with 404.`,
    cure: 'The address is the one to which /api/v1/query_range is added.',
  }),
  'prometheus-redirected': (operation: string, status: number, location: string) => ({
    text: `Prometheus answered ${status} to "${operation}" and points to "${location}". Nothing was sent there.`,
    cure: 'A sign-in page in front of it needs a token; a moved server its new address.',
  }),
  'prometheus-refused': (operation: string, status: number, said: string) => ({
    text: `Prometheus answered ${status} to "${operation}": ${said}`,
    cure: 'The request was not repeated, since it would get the same answer.',
  }),
  'prometheus-partial': (operation: string, warnings: string) => ({
    text: `Prometheus warns that its answer to "${operation}" may be incomplete: ${warnings}`,
    cure: 'Counts that are partly missing are no evidence. Look at the named store or metric; the warning goes away with its cause.',
  }),
  'prometheus-many-series': (gate: string, query: string, count: number, some: string) => ({
    text: `A query of the gate "${gate}" gives ${count} series, and one was expected: ${some}. It was: ${query}`,
    cure: 'Put sum(...) around it.',
  }),
  'prometheus-series-missing': (gate: string, missing: string, there: string, release: string) => ({
    text: `Of "${release}", the gate "${gate}" got a series for "${there}" and none for "${missing}": whether that is none at all or not measured, nobody knows.`,
    cure: `If a missing series means 0, say so in the query of "${missing}": sum(...) or vector(0). Otherwise check its labels.`,
  }),
  'prometheus-series-apart': (gate: string, missing: string, time: string, count: number, release: string) => ({
    text: `Of "${release}", the series of the gate "${gate}" do not match: at ${time}${count > 1 ? `, and ${count - 1} more times,` : ''} there is no sample of "${missing}" beside the other.`,
    cure: `If a missing sample means 0, say so in the query of "${missing}": sum(...) or vector(0). Otherwise both have to be scraped together.`,
  }),
  'prometheus-value-unusable': (gate: string, query: string, value: string, time: string) => ({
    text: `A query of the gate "${gate}" gives ${value} at ${time}, which is no count. It was: ${query}`,
    cure: 'Ask for counts of one bucket each, sum(increase(...[{{step}}])), and not for a rate or quotient: 0/0 is NaN. Below 0 falls what is made of gauges or of a raw counter that was reset.',
  }),
  'prometheus-bad-exceeds': (gate: string, bad: number, units: number, time: string) => ({
    text: `The gate "${gate}" has ${bad} bad of only ${units} units at ${time}.`,
    cure: 'Both queries have to count the same things over the same time; check their labels and ranges.',
  }),
  'prometheus-no-series': (gate: string, release: string, queries: string) => ({
    text: `Prometheus has no series of "${release}" for the gate "${gate}": there are no data. It was asked: ${queries}`,
    cure: 'Right after the start that is to be expected; later check the label with the version.',
  }),
});
