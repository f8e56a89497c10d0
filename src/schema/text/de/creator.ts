import { listed } from '../count';
import type { creatorEn } from '../creator';

const DORTHIN = 'Ein Handle oder einen Profil-Link eintragen.';
const ALS_TEXT = 'Die Spalte als Nur Text formatieren und neu eingeben.';
/** Beside the text itself, blank is given for it. */
const das = (text: string): string => (text === '' ? 'Das' : `„${text}“`);

export const creatorDe = (): ReturnType<typeof creatorEn> => ({
  flag: `In der Zelle steht TRUE oder FALSE. ${DORTHIN}`,
  date: `Sheets hat daraus ein Datum gemacht. ${ALS_TEXT}`,
  rounded: 'Sheets hat diese Zahl gerundet. Die Zellen als Nur Text formatieren und die IDs neu eintragen.',
  number: `Sheets hat daraus eine Zahl gemacht. ${ALS_TEXT}`,
  broken: `Die Zelle zeigt einen Fehler, lädt noch oder ist abgeschnitten. ${DORTHIN}`,
  halfCharacter: 'Der Text ist mitten in einem Zeichen abgeschnitten. Neu eingeben.',
  noText: `In der Zelle steht kein Text. ${DORTHIN}`,
  email: `Das ist eine E-Mail-Adresse. ${DORTHIN}`,
  digits:
    'Ziffern allein können eine Telefonnummer oder eine ID sein. Vor eine ID uid: schreiben, vor ein Handle @, oder den Profil-Link einfügen.',
  hashtag: `Das ist ein Hashtag. ${DORTHIN}`,
  none: 'Einen Creator nennen: Handle, Profil-Link, id:<influData-ID> oder uid:<ID der Plattform>.',
  doubtful: (id) => `„${id}“ kann heißen, dass es kein Handle gibt. Ist es ein Konto, @${id} schreiben.`,
  tooLong: 'Das ist zu lang für ein Handle. Ein Handle oder einen Profil-Link angeben.',
  longId: 'Das ist zu lang für eine ID. Prüfen oder ein Handle angeben.',
  severalAddresses: (text) =>
    `${das(text)} ist keine Adresse eines Profils. In der Zelle nur eine Adresse lassen, sonst nichts.`,
  otherAddress: (text, is, account) =>
    `${das(text)} ist keine Adresse eines Profils (${is}). Die Adresse des ${account} selbst einfügen oder das Handle.`,
  shortLink: (text, is) =>
    `${das(text)} ist keine Adresse eines Profils (${is}). Öffnen und die Adresse einfügen, zu der er führt.`,
  channelId: 'IDs von YouTube beginnen mit UC. So eine einfügen oder die Adresse des Kanals.',
  shortId: (id, platform) => `${das(id)} ist zu kurz für eine ID bei ${platform}. ${DORTHIN}`,
  twoPlatforms: (platform) =>
    `Hier steht ${platform} mit der Adresse einer anderen Plattform. Eines von beiden lassen.`,
  idOfPlatform: (text, platform) =>
    `${das(text)} ist eine ID von ${platform}. ${platform} als Plattform wählen oder, wenn es ein Handle ist, @ davor schreiben.`,
  otherNetwork: (text, network, platforms) =>
    `${das(text)} ist bei ${network}. Ein Handle bei ${listed(platforms, 'oder')} eintragen.`,
  noHandle: (text) => `${das(text)} heißt, dass es kein Handle gibt. ${DORTHIN}`,
  severalHandles: (text) =>
    `${das(text)} ist kein Handle. In der Zelle stehen mehrere: jedes in eine eigene Zelle setzen.`,
  spaces: (text) => `${das(text)} ist kein Handle. Ein Handle ohne Leerzeichen angeben oder einen Profil-Link.`,
  faulty: (text, fault) => `${das(text)} ist kein Handle. ${fault} Prüfen oder den Profil-Link einfügen.`,
  form: {
    instagram:
      'Handles bei Instagram haben bis zu 30 Buchstaben (a–z), Ziffern, Punkte und Unterstriche, ohne Punkt am Anfang oder Ende.',
    tiktok: 'Handles bei TikTok haben 2 bis 24 Buchstaben, Ziffern, Punkte und Unterstriche, ohne Punkt am Ende.',
    youtube: 'Handles bei YouTube haben 3 bis 30 Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.',
    twitch: 'Handles bei Twitch haben bis zu 25 Buchstaben (a–z), Ziffern und Unterstriche.',
    facebook: 'Handles bei Facebook haben bis zu 50 Buchstaben (a–z), Ziffern und Punkte, darunter einen Buchstaben.',
    snapchat:
      'Handles bei Snapchat haben 3 bis 15 Buchstaben (a–z), Ziffern, Punkte, Bindestriche und Unterstriche und beginnen mit einem Buchstaben.',
  },
  pageName: 'So heißt eine Seite der Plattform.',
  namePlatform: (names) => `Erst eine Plattform nennen: ${names.join(', ')}.`,
  noPlatform: (text, guess, names) =>
    `„${text}“ ist keine Plattform${guess ? `; gemeint „${guess}“?` : '.'} Möglich: ${names.join(', ')}.`,
});
