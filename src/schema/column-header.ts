import { lazy } from '../core/lazy';
import { isOtherNetwork, joined, platformsIn, platformOfText } from './platform-alias';

/** What a column holds, according to its header. */
export type HeaderRole = 'handle' | 'link' | 'id' | 'platform' | 'name' | 'other';

/** Words in headers, in the languages people keep lists in. If several have a role, the one listed first counts. */
const WORDS: readonly (readonly [role: HeaderRole, words: string])[] = [
  [
    'other',
    'email emails mail mails correo courriel phone telefon telefono teléfono tel mobile handy followers follower fans ' +
      'seguidores abonnés abonnenten subscribers subs country countries land pais país pays paese city stadt ciudad ville ' +
      'location ort niche nische nicho category kategorie categoria categoría catégorie genre gender geschlecht sexo age ' +
      'alter edad language sprache idioma langue status estado state statut note notes notiz notizen notas comment comments ' +
      'kommentar comentario comentarios remarks fee fees rate rates price preis precio prix budget cost costs kosten coste ' +
      'currency währung date datum fecha data deadline deliverable deliverables post posts beitrag beiträge video videos reel ' +
      'reels story stories short shorts content inhalt campaign kampagne campaña campagne brand marke marca marque agency ' +
      'agentur agencia agence manager management contact kontakt contacto contatto views likes engagement er reach ' +
      'reichweite alcance impressions gmv sales umsatz ventas orders commission provision product produkt producto sku ' +
      'sample samples tracking tier rank rang no nr position score rating tags tag bio website webseite homepage site ' +
      'discount code coupon signed contract vertrag paid bezahlt owner assigned priority source quelle type typ average avg ' +
      'median total month monat region market markt verified ' +
      '粉丝数 粉丝 国家 地区 报价 备注 邮箱 类目 状态 序号 性别 语言 联系方式 合作 价格 日期 播放 フォロワー 国 メール 備考 팔로워 국가 이메일 подписчики страна почта',
  ],
  ['id', 'id ids uid userid channelid 编号'],
  [
    'link',
    'link links url urls href adresse address enlace enlaces lien liens profillink profilelink ссылка ссылки 链接 主页 リンク 링크',
  ],
  [
    'handle',
    'handle handles username usernames user users account accounts nickname nick benutzername nutzername nutzer konto ' +
      'kontoname profil profile profiles profilname perfil perfiles usuario usuarios usuária usuário cuenta cuentas ' +
      'utilisateur identifiant pseudo compte comptes utente profilo conta arroba gebruikersnaam användarnamn brugernavn ' +
      'użytkownik użytkownika hesap kullanıcı creator creators creador creadores creadora créateur créateurs créatrice creatrice ' +
      'influencer influencers influencerin influencerinnen influenceur influenceurs influenceuse influenciador ' +
      'influenciadores influenciadora kol kols koc kocs talent talents blogger bloggers blogueur streamer streamers ' +
      'youtuber youtubers tiktoker tiktokers instagrammer creatives ambassador ambassadors affiliate affiliates channel benutzer ' +
      'artist artists artiste künstler model models member members page pages seite fanpage gebruiker partner alias screen ugc sns ' +
      'channels canal canales chaîne kanal käyttäjänimi käyttäjä felhasználó felhasználónév uživatelské uživatel utilizator ' +
      'korisničko người dùng pengguna akun tvůrce twórca twórcy ' +
      '达人昵称 达人 昵称 账号 帐号 用户名 博主 红人 网红 频道 アカウント ユーザー名 ユーザーネーム クリエイター インフルエンサー ' +
      '用户 用戶 使用者 帳號 帳戶 账户 昵稱 創作者 创作者 網紅 達人 ハンドル クリエーター 핸들 유튜버 المستخدم حساب الحساب משתמש ชื่อผู้ใช้ บัญชี उपयोगकर्ता खाता χρήστη користувача ' +
      '계정 아이디 인플루언서 크리에이터 блогер аккаунт ник никнейм профиль канал пользователя',
  ],
  [
    'platform',
    'platform platforms plattform plattformen plataforma plateforme piattaforma network networks netzwerk social media réseau ' +
      'socialmedia red app 平台 渠道 プラットフォーム 플랫폼 платформа площадка',
  ],
  [
    'name',
    'name names namen vorname nachname vor nach nombre nombres nom noms nome first last full real display surname apellido prénom ' +
      'cognome person adı nazwa jméno ime tên nama nume όνομα імя ім’я اسم שם नाम ชื่อ 姓名 名字 名前 이름 имя фамилия',
  ],
];
const byWord = lazy(
  () =>
    new Map(
      [...WORDS]
        .reverse()
        .flatMap(([role, words]) => words.split(' ').map((word): [string, HeaderRole] => [word, role])),
    ),
);
/** Of scripts that leave no space between words. */
const unspaced = lazy(() =>
  [...byWord().keys()].filter((word) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u.test(word)),
);
/** Filler words between the words that count. */
const between = lazy(
  () =>
    new Set(
      'or and und oder y o et ou e the a of to in on for per pro der die das des de du d l la le el los las del dem den zum zur our my all new'.split(
        ' ',
      ),
    ),
);
const LONGEST = 40;

const wordsOf = (text: string): string[] =>
  joined(text.toLowerCase())
    .replace(/\be-mails?\b/g, 'email')
    .match(
      /[\p{Script=Latin}\p{M}]+|[^\p{Script=Latin}\p{M}\s\p{P}\p{S}\p{N}][^\p{Script=Latin}\s\p{P}\p{S}\p{N}]*/gu,
    ) ?? [];

const roleOfWord = (word: string): HeaderRole | undefined =>
  byWord().get(word) ?? byWord().get(unspaced().find((each) => word.includes(each)) ?? '') ?? roleOfCompound(word);

/** `profileUrl`, `Kanalname`, `InstagramHandle`: two words that are known. `instamila` is somebody. */
function roleOfCompound(word: string): HeaderRole | undefined {
  for (let at = 2; at <= word.length - SHORTEST_END; at++) {
    const [first, role] = [word.slice(0, at), byWord().get(word.slice(at))];
    const isOfPlatform = platformOfText(first) !== undefined;
    if (role === undefined || !(isOfPlatform || (FIRST.has(byWord().get(first)) && LAST.has(role)))) continue;
    return role === 'name' ? 'handle' : role;
  }
  return undefined;
}

const SHORTEST_END = 3;
const FIRST: ReadonlySet<HeaderRole | undefined> = new Set<HeaderRole>(['handle', 'link', 'name']);
const LAST: ReadonlySet<HeaderRole> = new Set<HeaderRole>(['handle', 'link', 'id', 'name']);

/** Undefined: the text has other words, or could itself be a handle (`@name`, `name.surname`, `name_22`). */
export function headerRole(value: unknown): HeaderRole | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/^@(?=(handle|username|user|name|account)s?$)/i, '');
  if (text === '' || text.length > LONGEST || /^@\S|\S[./]\S*[./]|^\S+\.[a-z]\S*$|\d{3}|\p{L}\d/iu.test(text))
    return undefined;
  const words = wordsOf(text);
  const roles = words.map(roleOfWord);
  const isKnown = words.every(
    (word, index) => roles[index] !== undefined || between().has(word) || platformOfText(word) !== undefined,
  );
  if (!isKnown || words.every((word) => between().has(word))) return undefined;
  const found = new Set(roles);
  const [role] = WORDS.find(([each]) => found.has(each)) ?? [];
  // `Instagram`, `Insta name`: a column of accounts there.
  return role === undefined || (role === 'name' && platformsIn(text).length > 0) ? 'handle' : role;
}

/** Another network that a header names beside words for a handle, as it is written there: nobody below is on one of ours. */
export function otherNetworkIn(header: string): string | undefined {
  if (!networks.has(header)) networks.set(header, networkOf(header));
  return networks.get(header);
}

/** Asked for every cell of a column. */
const networks = new Map<string, string | undefined>();

function networkOf(header: string): string | undefined {
  if (header.length > LONGEST || platformsIn(header).length > 0) return undefined;
  const words = wordsOf(header);
  const other = words.find((word) => isOtherNetwork(word) && !KINDS.has(word));
  const isHead = words.every(
    (word) =>
      word === other || between().has(word) || ['handle', 'link', 'id', 'name'].includes(roleOfWord(word) ?? ''),
  );
  if (other === undefined || !isHead) return undefined;
  const at = header.toLowerCase().indexOf(other);
  return header.slice(at, at + other.length);
}

/** Whether a text names a network that is none of ours, and not only what people make. */
export const namesOtherNetwork = (text: string): boolean =>
  wordsOf(text).some((word) => isOtherNetwork(word) && !KINDS.has(word));

/** Other words for what people make, and no network by themselves. */
const KINDS = new Set('podcast blog website newsletter ugc line medium kick app'.split(' '));

/** The platform that a header names; undefined if it names none, or several. */
export function headerPlatform(header: string): ReturnType<typeof platformOfText> {
  const named = platformsIn(header);
  return named.length === 1 ? named[0] : undefined;
}

/** What titles say beside a platform and words of headers. */
const TITLE_WORDS =
  /\b(lists?|liste|listen|lista|listas|top|best|part|teil|section|tier|our|unsere|nos|nuestros|nuestras|nossos|neue|nano|micro|macro|mega|q[1-4])\b/gi;
const LONGEST_TITLE = 60;

/**
 * The platform of which a title says that those below it are: `TikTok`, `Creadores de TikTok (12)`, `TIKTOK – Top 10`. `isOpen`: it
 * stands apart, so other words may stand beside the platform.
 */
export function titlePlatform(title: string, isOpen: boolean): ReturnType<typeof platformOfText> {
  const platform = title.length > LONGEST_TITLE || /[@/]|\S\.\S/.test(title) ? undefined : headerPlatform(title);
  if (platform === undefined) return undefined;
  const words = joined(title.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()).split(' ');
  const known = words.filter((word) => word.replace(TITLE_WORDS, '') !== '').join(' ');
  if (headerRole(known) !== undefined) return platform;
  const [isFirst, isLast] = [words[0], words[words.length - 1]].map((word) => platformOfText(word ?? '') === platform);
  const isName = words.slice(1).every((word) => /^\p{Lu}/u.test(word) || headerRole(word) !== undefined);
  return (isOpen && (isFirst || isLast)) || (isFirst && isName) ? platform : undefined;
}
