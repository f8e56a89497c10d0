import { creatorOfHandle, parseCreator, type Creator } from './creator';
import { parsePlatform } from './platform-alias';

/** The creator that a key names: `creatorKey`, also with a handle as it was typed. Throws `badInput` for anything else. */
export function creatorOfKey(key: string): Creator {
  const [, platform, prefix, name = ''] = /^(?:([a-z]+)\/)?(u?id:)?(\S{1,200})$/.exec(key) ?? [];
  // A handle in a key was read before, and doubts about it were settled then. Anything else comes from a page of another version.
  const isHandle = prefix === undefined && /^@?[^\s@/:]+$/.test(name);
  return isHandle
    ? creatorOfHandle(parsePlatform(platform), name)
    : parseCreator(platform ?? '', (prefix ?? '') + name);
}
