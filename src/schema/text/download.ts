/** What is said when a sheet cannot be downloaded. */
export const downloadEn = () => ({
  gone: 'That sheet was deleted. Open another one and try again.',
  empty: (sheet: string): string => `"${sheet}" is empty.`,
  changed: (sheet: string): string => `Rows of "${sheet}" were deleted meanwhile. Download it again.`,
});
