import { listed } from './count';

const PUT = 'Put a handle or a profile URL there.';
/** Beside the text itself, blank is given for it. */
const it = (text: string): string => (text === '' ? 'This' : `"${text}"`);
const AS_TEXT = 'Format the column as plain text and type it again.';

/** Why a cell names no creator, and what to put there. */
export const creatorEn = () => ({
  flag: `The cell is TRUE or FALSE. ${PUT}`,
  date: `Sheets turned this into a date. ${AS_TEXT}`,
  rounded: 'Sheets has rounded this number. Format the cells as plain text and put the ids in again.',
  number: `Sheets turned this into a number. ${AS_TEXT}`,
  broken: `The cell shows an error, is loading or is cut off. ${PUT}`,
  halfCharacter: 'The text is cut off in the middle of a character. Type it again.',
  noText: `The cell holds no text. ${PUT}`,
  email: `This is an e-mail address. ${PUT}`,
  digits:
    'Digits alone may be a phone number or an id. Write uid: before an id, @ before a handle, or paste the profile URL.',
  hashtag: `This is a hashtag. ${PUT}`,
  none: 'Name a creator: a handle, a profile URL, id:<influData id> or uid:<platform id>.',
  doubtful: (id: string): string => `"${id}" may only say that there is no handle. If it is an account, write @${id}.`,
  tooLong: 'That is too long for a handle. Give a handle or a profile URL.',
  longId: 'That is too long for an id. Check it, or give a handle.',
  severalAddresses: (text: string): string =>
    `${it(text)} is not the address of a profile. Leave one address in the cell, and nothing else.`,
  otherAddress: (text: string, is: string, account: string): string =>
    `${it(text)} is not the address of a profile: it is ${is}. Paste the address of the ${account} itself, or its handle.`,
  shortLink: (text: string, is: string): string =>
    `${it(text)} is not the address of a profile: it is ${is}. Open it and paste the address that it leads to.`,
  channelId: "YouTube's ids begin with UC. Paste that, or the address of the channel.",
  shortId: (id: string, platform: string): string => `${it(id)} is too short to be an id on ${platform}. ${PUT}`,
  twoPlatforms: (platform: string): string =>
    `This names ${platform} and the address of another platform. Leave one of them.`,
  idOfPlatform: (text: string, platform: string): string =>
    `${it(text)} is a ${platform} id. Choose ${platform} as its platform, or put @ in front if it is a handle.`,
  otherNetwork: (text: string, network: string, platforms: readonly string[]): string =>
    `${it(text)} is on ${network}. Put a handle on ${listed(platforms, 'or')} there.`,
  noHandle: (text: string): string => `${it(text)} says that there is no handle. ${PUT}`,
  severalHandles: (text: string): string =>
    `${it(text)} is not a handle. There are several in the cell: put each into a cell of its own.`,
  spaces: (text: string): string => `${it(text)} is not a handle. Give one handle without spaces, or a profile URL.`,
  /** `fault`: a sentence. */
  faulty: (text: string, fault: string): string =>
    `${it(text)} is not a handle. ${fault} Check it or paste the profile URL.`,
  /** What a handle of each platform is. */
  form: {
    instagram: 'Instagram handles are up to 30 letters (a-z), digits, dots and underscores, with no dot at either end.',
    tiktok: 'TikTok handles are 2 to 24 letters, digits, dots and underscores, with no dot at the end.',
    youtube: 'YouTube handles are 3 to 30 letters, digits, dots, hyphens and underscores.',
    twitch: 'Twitch handles are up to 25 letters (a-z), digits and underscores.',
    facebook: 'Facebook handles are up to 50 letters (a-z), digits and dots, with a letter among them.',
    snapchat:
      'Snapchat handles are 3 to 15 letters (a-z), digits, dots, hyphens and underscores, and begin with a letter.',
  },
  pageName: 'The platform has a page of that name.',
  /** Of the platforms. */
  namePlatform: (names: readonly string[]): string => `Name a platform first: ${names.join(', ')}.`,
  noPlatform: (text: string, guess: string | undefined, names: readonly string[]): string =>
    `"${text}" is not a platform${guess ? `; did you mean "${guess}"?` : '.'} Use ${names.join(', ')}.`,
});
