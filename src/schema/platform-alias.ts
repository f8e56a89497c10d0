import { lazy } from '../core/lazy';
import { badInput } from '../core/error';
import { nearest } from '../core/text';
import { PLATFORM_NAMES, type Platform } from './platform';
import { plainText } from './plain-text';
import { CREATOR_TEXT } from './said-text';

/** How people write the platforms, as words on their own. */
const WORDS: Readonly<Record<Platform, string>> = {
  instagram:
    'instagram instagramm insta ig инстаграм инстаграмм инста インスタグラム インスタ 인스타그램 인스타 انستغرام انستقرام إنستغرام إنستقرام انستا אינסטגרם इंस्टाग्राम อินสตาแกรม',
  tiktok: 'tiktok tt тикток ティックトック 틱톡 تيك توك تيكتوك טיקטוק टिकटॉक',
  youtube: 'youtube yt ytb ютуб ユーチューブ 유튜브 油管 يوتيوب יוטיוב यूट्यूब ยูทูบ',
  twitch: 'twitch ツイッチ 트위치 твич',
  facebook: 'facebook fb фейсбук フェイスブック 페이스북 脸书 臉書 فيسبوك פייסבוק फेसबुक',
  snapchat: 'snapchat snap sc スナップチャット 스냅챗 снапчат سناب سنابشات',
};
const byWord = lazy(
  () =>
    new Map(
      Object.entries(WORDS).flatMap(([platform, words]) =>
        words.split(' ').map((word): [string, Platform] => [word, platform as Platform]),
      ),
    ),
);
/** Long enough to be seen at the beginning of a compound: `TikTokhandle`, `YouTube-Kanal`, `Instaprofil`. */
const COMPOUND = /^(instagram|insta|tiktok|youtube|twitch|facebook|snapchat)/;

/** What is said of a platform without naming another one: `Instagram Reels`, `YouTube Shorts`, `twitch.tv`. */
const formats = lazy(
  () =>
    new Set(
      (
        'reel reels story stories short shorts post posts feed live video videos channel kanal canal profile profil perfil ' +
        'account konto page www com tv app business creator creators shop main'
      ).split(' '),
    ),
);

/** Networks that influData has no creators on. A column of them is still a column of platforms. */
const otherNetworks = lazy(
  () =>
    new Set(
      (
        'twitter x linkedin threads pinterest reddit telegram whatsapp discord tumblr bluesky mastodon bereal onlyfans ' +
        'patreon kick vimeo dailymotion rumble weibo wechat douyin kuaishou bilibili xiaohongshu rednote vk line lemon8 ' +
        'triller likee clubhouse spotify podcast blog website newsletter substack medium quora xing ugc trovo kwai ' +
        '微博 微信 抖音 小红书 快手 哔哩哔哩'
      ).split(' '),
    ),
);

/** Words of a text, lower-cased: runs of Latin letters and digits, and runs of other letters. */
const wordsOf = (text: string): string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[a-z\u00c0-\u024f0-9]+|[^\sa-z\u00c0-\u024f0-9\p{P}\p{S}]+/gu) ?? [];

/** Platforms that are written as two words: `Tik Tok`. */
export const joined = (text: string): string => text.replace(/\b(tik|you|snap)[\s-]+(?=(tok|tube|chat)\b)/gi, '$1');

/** The platform that a cell names, however it is written: `IG`, `Insta`, `YouTube Shorts`. Undefined: none, or several. */
export const platformOfText = (text: string): Platform | undefined => platformOfWord(joined(text));

/** The same for a text typed into a formula, where `tik tok` is a slip that is pointed out. */
function platformOfWord(text: string): Platform | undefined {
  const words = wordsOf(text);
  const named = new Set(words.flatMap((word) => byWord().get(word) ?? []));
  const isAll = words.every((word) => byWord().has(word) || formats().has(word));
  return isAll && named.size === 1 ? [...named][0] : undefined;
}

/** The platforms that a header or a cell speaks of among other words: `Instagram handle`, `YouTube-Kanal`, `Insta, TikTok`. */
export function platformsIn(text: string): Platform[] {
  const named = wordsOf(joined(text)).flatMap(
    (word) => byWord().get(word) ?? byWord().get(COMPOUND.exec(word)?.[0] ?? '') ?? [],
  );
  return [...new Set(named)];
}

/** A network that influData has no creators on. */
export const isOtherNetwork = (word: string): boolean => otherNetworks().has(word);

const isOne = (word: string): boolean => byWord().has(word) || otherNetworks().has(word);

/** Whether a cell names platforms or other networks, and nothing else. */
export function isNetworks(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.some(isOne) && words.every((word) => isOne(word) || formats().has(word) || /^(and|und|y|et|e)$/.test(word))
  );
}

/**
 * Reads what a person typed as a platform: its name, or what people call it (`IG`, `YouTube Shorts`). Throws `badInput` with
 * the nearest right name.
 */
export function parsePlatform(value: unknown): Platform {
  const text = plainText(String(value ?? '')).toLowerCase();
  const platform = platformOfWord(text);
  if (platform) return platform;
  if (text === '') throw badInput(CREATOR_TEXT.namePlatform(PLATFORM_NAMES));
  const guess = nearest(text, PLATFORM_NAMES);
  throw badInput(CREATOR_TEXT.noPlatform(text.slice(0, 40), guess, PLATFORM_NAMES));
}
