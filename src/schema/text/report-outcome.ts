/** Beside a creator of whom a run of reports made nothing: why. */
export const outcomeEn = () => ({
  pending: 'pending',
  noAudience: 'no audience data',
  notFound: 'not found',
  queued: 'queued',
  notAvailable: 'not available',
  failed: (why: string): string => `failed: ${why}`,
  /** By the code that is stored with the run. */
  failures: {
    badInput: 'influData takes no such handle',
    rejected: "influData didn't accept this handle",
    busy: 'influData was getting too many requests',
    apiDown: 'influData had a problem',
    unreachable: "we couldn't reach influData",
    unreadable: "influData sent a reply we couldn't read",
    unchecked: "we couldn't read its data status",
    gone: 'it is no longer kept',
  },
});
