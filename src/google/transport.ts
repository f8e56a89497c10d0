import { lazy } from '../core/lazy';
import { InfluError, messageOf } from '../core/error';
import { noteMet } from '../gate/google-limit';
import type { Said } from '../core/said';
import { cache } from './cache';
import { refusalOf } from './consent';
import type { HttpReply, HttpRequest, Transport } from '../core/ports';
import { GOOGLE, REPLY } from '../schema/said-text';

/** Google's own refusals. English wording; in other languages they count as a lost reply, the safe side. */
const notSent = lazy((): readonly (readonly [pattern: RegExp, said: Said])[] => [
  [/too many times for one day/i, GOOGLE.dailyCalls],
  [/too many times in a short time/i, GOOGLE.manyCalls],
  [/not been whitelisted/i, GOOGLE.noAddress],
  [/URLFetch URL Length/i, REPLY.requestTooLong],
]);

export const transport: Transport = {
  fetchAll(requests) {
    try {
      return UrlFetchApp.fetchAll(requests.map(toFetch)).map(toReply);
    } catch (error) {
      const found = notSent().find(([pattern]) => pattern.test(messageOf(error)));
      if (found?.[1].code === GOOGLE.dailyCalls.code) noteMet(cache, 'web', Date.now());
      throw refusalOf(error) ?? (found ? new InfluError('hostLimit', found[1]) : error);
    }
  },
};

const toFetch = ({ body, ...request }: HttpRequest): GoogleAppsScript.URL_Fetch.URLFetchRequest => ({
  ...request,
  muteHttpExceptions: true,
  // Whoever a redirect leads to would be sent the key.
  followRedirects: false,
  ...(body === undefined ? {} : { payload: body, contentType: 'application/json' }),
});

function toReply(response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpReply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getAllHeaders()))
    headers[name.toLowerCase()] = String(Array.isArray(value) ? value[0] : value);
  return { status: response.getResponseCode(), headers, text: response.getContentText() };
}
