export const colors = {
  background: '#10151c',
  surface: '#1b232d',
  outline: '#33404f',
  text: '#f2f5f8',
  textMuted: '#9fb0c2',
  accent: '#5cd6a9',
  onAccent: '#08231a',
  danger: '#ff8a7a',
} as const;

export const spacing = { small: 8, medium: 16, large: 24 } as const;

export const radius = 12;

/** The least that a finger hits reliably, on either platform. */
export const touchTarget = 48;
