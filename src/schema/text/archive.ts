/** What a cell says of a row that cannot go to BigQuery. */
export const ARCHIVE_TEXT = {
  unreadable: "this answer can't be read any more",
};
