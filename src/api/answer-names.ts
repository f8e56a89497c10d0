import { hashText } from '../core/text';
import { creatorKey, creatorOfHandle, type Creator } from '../schema/creator';
import { isPlatform } from '../schema/platform';
import { parseProfile, userIdsIn } from '../schema/profile';
import { kindOf, type Answer } from './answer';

/**
 * One creator has several names: a handle, an influData id, the platform's own id. An answer is filed under one of
 * them, the handle if it contains one, and knows the others as hashes. They hold only as long as the answer does,
 * because a handle can go to somebody else. Two names that never came in one answer count as two creators.
 */
export const nameOf = (key: string): string => key.slice(key.indexOf(':') + 1);

export const hashedName = (name: string): string => hashText(name);

/** Whether it was asked for by an id, so that it may be filed under a handle. */
export const isById = (key: string): boolean => /^(profile|audience):(id:|\w+\/uid:)/.test(key);

/**
 * One key for all spellings of a handle. An earlier version told capitals apart on YouTube, Facebook and Snapchat, and
 * filed its answers under the spelling used then.
 */
export const oneSpelling = (key: string): string =>
  /^(?:(?:profile|audience|status):)?[a-z]+\/(?!u?id:)/.test(key) ? key.toLowerCase() : key;

const isOfCreator = ({ key, state }: Answer): boolean => state === 'full' && /^(profile|audience):/.test(key);

/** The names an answer gives its creator: the handle first, if it contains one. */
function toldNames({ key, body }: Answer): { handle?: string; ids: string[] } {
  const { platform, username, id } = parseProfile(body).scalars;
  const asked = platform ?? /^\w+:(\w+)\//.exec(key)?.[1];
  const named = (by: Creator['by'], text: unknown): string[] => {
    const name = String(text ?? '').trim();
    if (!/^\S+$/.test(name)) return [];
    if (by === '_id') return [creatorKey({ by, id: name })];
    if (typeof asked !== 'string' || !isPlatform(asked)) return [];
    return [creatorKey(by === 'userId' ? { platform: asked, by, id: name } : creatorOfHandle(asked, name))];
  };
  const [handle] = named('username', username);
  return {
    ...(handle === undefined ? {} : { handle }),
    ids: [...(id === undefined ? [] : named('_id', id)), ...userIdsIn(body).flatMap((each) => named('userId', each))],
  };
}

/** The key that a creator's answer is filed under, whatever name was asked for, and the other names, hashed. */
export function filing(answer: Answer): { key: string; names: string[] } {
  if (!isOfCreator(answer)) return { key: answer.key, names: [] };
  const { handle, ids } = toldNames(answer);
  const own = nameOf(answer.key);
  // An answer to a handle stays under that handle, whatever the creator is called now.
  const filed = isById(answer.key) ? (handle ?? own) : own;
  const names = new Set([own, ...ids]);
  names.delete(filed);
  return { key: `${kindOf(answer.key)}:${filed}`, names: [...names].map(hashedName) };
}

/** The same answer under the handle that it contains, if it was asked for by another name. */
export function underHandle(answer: Answer): Answer[] {
  if (!isOfCreator(answer)) return [];
  const { handle } = toldNames(answer);
  return handle === undefined || handle === nameOf(answer.key)
    ? []
    : [{ ...answer, key: `${kindOf(answer.key)}:${handle}` }];
}
