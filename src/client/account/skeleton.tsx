import type { JSX } from 'preact';

const HEIGHTS = [44, 168, 92, 214] as const;

/** Holds the room of what is still on its way. */
export const Skeleton = (): JSX.Element => (
  <div role="status" aria-label="Loading the account">
    {HEIGHTS.map((height) => (
      <div key={height} class="skeleton" style={{ height: height + 'px' }} />
    ))}
  </div>
);
