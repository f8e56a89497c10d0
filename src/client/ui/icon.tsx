import type { JSX } from 'preact';

const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  chevron: 'M4 6l4 4 4-4',
  back: 'M10 3L5 8l5 5',
  check: 'M3 8.5l3.2 3L13 4.5',
  alert: 'M8 4.5v4.2M8 11.4v.2M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.500l7 4.500-7 4.500z',
  collapse: 'M4 10l4-4 4 4',
  help: 'M5.7 5.9a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2 1-1.2 1.8M8 12.3v.2',
  alike: 'M2.5 3.500h6v6h-6zM7.500 12.500h6v-6M10.500 9.500v6',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3 13.5c.5-2.4 2.5-3.6 5-3.6s4.5 1.2 5 3.6',
  formula: 'M11 2.8c-1.7-.6-2.7.2-3 2L6.6 12c-.3 1.4-1.2 1.900-2.400 1.500M5 6.800h5.500',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
