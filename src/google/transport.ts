import { InfluError, messageOf } from '../core/error';
import { refusalOf } from './consent';
import type { HttpReply, HttpRequest, Transport } from '../core/ports';

/** Google's own refusals: nothing has left. English wording; in other languages they count as a lost reply, the safe side. */
const NOT_SENT: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /too many times for one day/i,
    "Google's daily limit of web calls for this account is reached. Go on tomorrow; nothing was charged for this.",
  ],
  [
    /too many times in a short time/i,
    'Google limits web calls for the moment. Try again in a minute; nothing was charged for this.',
  ],
  [
    /not been whitelisted/i,
    'This copy of the add-on is not allowed to reach influData: its manifest lacks the address. Install it again.',
  ],
  [/URLFetch URL Length/i, 'This request is too long for Google to send. Use fewer or shorter filters.'],
];

export const transport: Transport = {
  fetchAll(requests) {
    try {
      return UrlFetchApp.fetchAll(requests.map(toFetch)).map(toReply);
    } catch (error) {
      const found = NOT_SENT.find(([pattern]) => pattern.test(messageOf(error)));
      throw refusalOf(error) ?? (found ? new InfluError('hostLimit', found[1]) : error);
    }
  },
};

const toFetch = ({ body, ...request }: HttpRequest): GoogleAppsScript.URL_Fetch.URLFetchRequest => ({
  ...request,
  muteHttpExceptions: true,
  ...(body === undefined ? {} : { payload: body, contentType: 'application/json' }),
});

function toReply(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpReply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getAllHeaders()))
    headers[name.toLowerCase()] = String(Array.isArray(value) ? value[0] : value);
  return { status: response.getResponseCode(), headers, text: response.getContentText() };
}
