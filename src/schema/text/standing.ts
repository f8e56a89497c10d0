/** Beside a creator that a report is to be made of. Days are ISO. */
export const standingEn = () => ({
  from: (day: string): string => `from ${day}`,
  analyzedSince: (day: string): string => `being analyzed since ${day}`,
  collecting: 'influData is collecting it',
  paidOn: (day: string): string => `paid on ${day}, details no longer stored`,
  unreadable: "we couldn't read the last reply",
  private: 'private account',
});
