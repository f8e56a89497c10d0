import { requestsText } from './count';
import { ACCOUNT_PLACE } from './reply';

/** Keys: what may be wrong with one. */
export const keysEn = () => ({
  works: (left: number | undefined): string =>
    left === undefined ? 'The key works.' : `The key works: ${requestsText(left)} left.`,
  none: `There is no key yet. Add one under ${ACCOUNT_PLACE}.`,
  noKeyForm: "This doesn't look like an API key, which is one word without spaces. Copy and paste it again.",
  noClientForm: "This doesn't look like a client id, which is one word without spaces. You can leave it empty.",
  notTested: "The key couldn't be tested because other calls are under way. Try again in a minute.",
  wrongClient:
    "influData doesn't know this client id for this key. Copy it again from the message that came with the key, or leave it empty.",
  unreadableBalance:
    "influData sent a balance we couldn't read. Try again later. If that doesn't help, check the client id or leave it empty.",
  otherVersion: 'This sidebar is older or newer than the add-on. Reload the spreadsheet and open it again.',
});
