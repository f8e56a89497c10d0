import { creatorKey, creatorOfHandle, type Creator } from '../schema/creator';
import { isPlatform } from '../schema/platform';
import { parseProfile, userIdsIn } from '../schema/profile';
import { kindOf, type Answer } from '../store/answer';
import { hashedName, isById, nameOf } from '../store/creator-names';

const isOfCreator = ({ key, state }: Answer): boolean => state === 'full' && /^(profile|audience):/.test(key);

/** What an answer calls its creator: the handle first, where it tells one. */
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

/** The key under which one creator's answer stands, whatever it was asked for by, and the creator's other names, hashed. */
export function filing(answer: Answer): { key: string; names: string[] } {
  if (!isOfCreator(answer)) return { key: answer.key, names: [] };
  const { handle, ids } = toldNames(answer);
  const own = nameOf(answer.key);
  // A handle that was asked for stays: it leads here, whatever the creator is called now.
  const filed = isById(answer.key) ? (handle ?? own) : own;
  const names = new Set([own, ...ids]);
  names.delete(filed);
  return { key: `${kindOf(answer.key)}:${filed}`, names: [...names].map(hashedName) };
}

/** The same answer under the handle that it tells, where it was asked for by another name. */
export function underHandle(answer: Answer): Answer[] {
  if (!isOfCreator(answer)) return [];
  const { handle } = toldNames(answer);
  return handle === undefined || handle === nameOf(answer.key)
    ? []
    : [{ ...answer, key: `${kindOf(answer.key)}:${handle}` }];
}
