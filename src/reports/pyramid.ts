/** What the practices that we follow aim at, in percent: many unit tests, fewer integration tests, few through the app. */
export const pyramidGoal = { unit: 70, integration: 20, e2e: 10 } as const;
