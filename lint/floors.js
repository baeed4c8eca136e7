/** Which floor may import which (docs/architecture.md). */
export const floors = { create: () => ({}) };
