/** What people call such a column: `Creator`, `IG handle`, `Instagram profile URL`. */
const HEADER =
  /^((creator|influencer|user|account|profile|channel|instagram|insta|ig|tiktok|youtube|yt|twitch|facebook|fb|snapchat)[\s_-]*)*(s|handles?|user ?names?|names?|urls?|links?|ids?)?$/i;
const LONGEST_HEADER = 40;

/** Whether a cell names a column of creators rather than a creator. */
export function isHeaderText(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const text = value.trim();
  return text !== '' && text.length <= LONGEST_HEADER && HEADER.test(text);
}
