import { type BadExample, checkout, release, rows } from './example.ts';

/** Of lint/workflows/rules/references.ts. */
export const references: readonly BadExample[] = [
  ...rows(
    'pinned-sha',
    release,
    {
      what: 'a tag',
      find: `${checkout} # v7.0.1`,
      replace: 'actions/checkout@v7',
      at: 'actions/checkout@v7',
      message: 'actions/checkout@v7 is not pinned to a commit',
    },
    {
      what: 'a short commit',
      find: checkout,
      replace: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b',
      at: 'actions/checkout@',
      message: 'is not pinned to a commit',
    },
    {
      what: 'an image without a digest',
      find: 'uses: $/actions/quality-gate\n        with:',
      replace: 'uses: docker://alpine:3\n        with:',
      at: 'docker://alpine:3',
      message: 'docker://alpine:3 is not pinned',
    },
  ),
  ...rows(
    'pinned-version',
    release,
    {
      what: 'no comment',
      find: `${checkout} # v7.0.1`,
      replace: checkout,
      at: checkout,
      message: 'the commit of actions/checkout carries no version comment',
    },
    {
      what: 'a major version only',
      find: `${checkout} # v7.0.1`,
      replace: `${checkout} # v7`,
      at: checkout,
      message: 'carries no version comment',
    },
  ),
  ...rows('own-by-dollar', release, {
    what: 'an own action in the checkout',
    find: '$/actions/quality-gate',
    replace: './actions/quality-gate',
    at: './actions',
    message: "./actions/quality-gate is looked up in the caller's checkout",
  }),
  ...rows(
    'checkout-credentials',
    release,
    {
      what: 'kept on purpose',
      find: 'persist-credentials: false',
      replace: 'persist-credentials: true',
      at: checkout,
      message: 'the checkout leaves its token on disk',
    },
    {
      what: 'kept by default',
      find: 'persist-credentials: false',
      replace: 'fetch-depth: 1',
      at: checkout,
      message: 'the checkout leaves its token on disk',
    },
  ),
];
