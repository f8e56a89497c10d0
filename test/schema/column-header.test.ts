import { expect, test } from 'vitest';
import { headerRole } from '../../src/schema/column-header';

/** What people write above a column of creators. */
const HEADERS = [
  'Handle|HANDLE|handles|handle:|@handle|username|user_name|userName|User-Name|Usernames|Account|AccountName|Profile|Profil',
  'Profillink|profileUrl|profile_url|ProfileURL|Link|URL|Link to profile|Profile Link|handle_or_url|Handle / URL|Handle/URL',
  'Channel|ChannelName|channel_url|Kanal|Kanalname|Creator|Creators|creatorHandle|Creator Username|Creator (IG)|Influencer*in',
  'Influenceur|Blogger|Streamer|YouTuber|Talent|Artist|Künstler|Model|Member|Page|Seite|Konto|Nutzername|Benutzer|Benutzername',
  "Perfil|Perfil de Instagram|Usuario|Cuenta|Nombre de usuario|Nom d'utilisateur|Pseudo|Compte|Lien du profil|Nome utente",
  'Profilo|Usuário|Nome de usuário|Gebruikersnaam|Kullanıcı adı|Hesap|Nazwa użytkownika|ユーザー名|アカウント|用户名|账号|达人昵称|博主',
  '아이디|계정|Имя пользователя|Ник|Аккаунт|Instagram|INSTAGRAM|Instagram:|Insta|IG|TikTok|YT|IG Handle|igHandle|ig_handle',
  'InstagramHandle|instagram_username|Instaname|Insta Name|TikTokName|YT Channel|Nickname|Screen name|KOL|KOL Name|UGC Creator',
  'اسم المستخدم|שם משתמש|ชื่อผู้ใช้|उपयोगकर्ता|खाता|Käyttäjänimi',
]
  .join('|')
  .split('|');

test.each(HEADERS)('%s heads a column', (header) => {
  expect(headerRole(header)).toMatch(/^(handle|link|name|platform)$/);
});

test.each(['ID', 'id', 'userId', 'user_id', 'Instagram ID', 'Channel-ID', 'Platform ID'])('%s heads ids', (header) => {
  expect(headerRole(header)).toBe('id');
});

test.each([
  'mila.kocht',
  '@mila',
  'the.creator',
  'instamila',
  'tiktokdance',
  'twitchqueen',
  // The word for a name is in them.
  'قاسم',
  'جاسم',
  'modelmila',
  'lenny_22',
  'user1234',
  '',
  '  ',
  'https://www.instagram.com/mila/',
  'Mila Kocht',
  7,
  true,
  null,
])('%j is no header', (value) => {
  expect(headerRole(value)).toBeUndefined();
});
