/** The most posts that the API sends at once. */
export const CONTENT_PAGE_SIZE = 100;

/** The API's own default, which surprises people: it is always sent, so that forms and keys can name it. */
export const CONTENT_MIN_FOLLOWERS = '10000';
