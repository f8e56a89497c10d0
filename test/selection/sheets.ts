/** Sheets as people keep them, invented, in the forms that are published: agency lists, shop trackers, exports. */
export interface Sheet {
  name: string;
  /** Rows of the sheet, all of them selected unless `from` says otherwise. */
  rows: readonly unknown[][];
  /** The first selected row. */
  from?: number;
  /** Letters of the column of creators, and of platforms. */
  key: string;
  platforms?: string;
  /** 0: none. */
  header: number;
  /** Creators as `creatorKey` names them, with Instagram as the platform of those that name none. */
  creators: readonly string[];
  /** Cells that name nobody, with a part of why. */
  unreadable?: readonly (readonly [row: number, why: RegExp])[];
  /** Words for nobody that are asked about. */
  fillers?: number;
  /** Other columns that could be meant. */
  maybe?: string;
}

const ig = (...names: string[]): string[] => names.map((name) => `instagram/${name}`);
const tt = (...names: string[]): string[] => names.map((name) => `tiktok/${name}`);
const THREE = ['lena.vogt', 'jonas_weber', 'sophia22'];
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
/** One column under a header. */
const under = (header: string, creators: readonly string[] = ig(...THREE)): Sheet => ({
  name: `header "${header}"`,
  rows: column(header, ...THREE),
  key: 'A',
  header: 1,
  creators,
});

/** Headers of a column of plain handles, in the languages and spellings of public lists. */
const HEADERS: readonly Sheet[] = [
  ...['handle_or_url', 'Benutzername', 'Nutzername', 'Perfil', 'KOL', '达人昵称', 'Link to profile', 'Creator'].map(
    (each) => under(each),
  ),
  ...['Influencer-Name', 'Nombre de usuario', "Nom d'utilisateur", 'Usuário', 'Identifiant', 'Pseudo'].map((each) =>
    under(each),
  ),
  ...[
    'アカウント',
    'インフルエンサー名',
    '博主',
    '계정',
    'Никнейм',
    'Kullanıcı adı',
    'CREATOR HANDLE',
    'user_name',
  ].map((each) => under(each)),
  ...['Instagram:', 'Instagram handle', 'IG', 'Insta-Account', 'IG @'].map((each) => under(each)),
  ...['TikTok', 'TikTok handle', 'TT username', 'Tik Tok', 'TikTok账号'].map((each) => under(each, tt(...THREE))),
  ...['用户', '帳號', 'ハンドル', '핸들', 'ชื่อผู้ใช้', 'اسم المستخدم', 'שם משתמש', 'Όνομα', 'Кто'].map((each) =>
    under(each),
  ),
  ...['Käyttäjänimi', 'Uživatelské jméno', 'Tên người dùng', 'Nama pengguna'].map((each) => ({
    ...under(each, ig('adidas', 'nike', 'puma')),
    rows: column(each, 'adidas', 'nike', 'puma'),
  })),
  under('Nutzerinnen'),
  under('Unsere Liste'),
];

const SHAPES: readonly Sheet[] = [
  {
    name: 'plain handles without a header lose nobody',
    rows: column('adidas', 'nike', 'puma', 'asics'),
    key: 'A',
    header: 0,
    creators: ig('adidas', 'nike', 'puma', 'asics'),
  },
  {
    name: 'a capital at the beginning is a handle among plain words',
    rows: column('Nike', 'adidas', 'puma', 'asics'),
    key: 'A',
    header: 0,
    creators: ig('nike', 'adidas', 'puma', 'asics'),
  },
  { name: 'one cell', rows: column('lena.vogt'), key: 'A', header: 0, creators: ig('lena.vogt') },
  {
    name: 'a title, a blank line, then headers',
    rows: [['2026 Q3 creators'], [''], ['Username', 'Followers'], ['lena.vogt', 12000], ['jonas_weber', 8000]],
    key: 'A',
    header: 3,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'a title without headers',
    rows: column('Summer campaign 2026', '', ...THREE),
    key: 'A',
    header: 0,
    creators: ig(...THREE),
  },
  {
    name: 'a title of one word in a table of several columns',
    rows: [
      ['Sommerkampagne'],
      [],
      ['Handle', 'Land', 'Follower'],
      ['lena.vogt', 'DE', 1200],
      ['jonas_weber', 'AT', 900],
    ],
    key: 'A',
    header: 3,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'figures above the list, over a blank line',
    rows: [
      ['Shortlist'],
      ['Budget', 'Creators', 'Fees'],
      [20000, 3, 900],
      [],
      ['Creator', 'Country', 'Followers'],
      ['lena.vogt', 'Germany', 1200],
      ['jonas_weber', 'Austria', 900],
    ],
    key: 'A',
    header: 5,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'one list above the other: nobody of the first is lost',
    rows: [
      ['Creator', 'Country', 'Followers'],
      ['lena.vogt', 'Germany', 1200],
      ['mia_01', 'Austria', 700],
      ['noah.k', 'Germany', 300],
      [],
      ['Creator', 'Country', 'Followers'],
      ['jonas_weber', 'Austria', 900],
    ],
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'mia_01', 'noah.k', 'jonas_weber'),
    unreadable: [[6, /repeats the header/]],
  },
  {
    name: 'what a list is about stands above it, beside its name',
    rows: [
      ['Campaign Q4'],
      ['Owner', 'Mara'],
      ['updated', new Date(2026, 2, 1)],
      ['Creator', 'Platform', 'Fee', 'Notes'],
      ['lena', 'IG', 100, 'x'],
      ['mia', 'TT', 200, 'y'],
    ],
    key: 'A',
    platforms: 'B',
    header: 4,
    creators: [...ig('lena'), ...tt('mia')],
  },
  {
    name: 'the same over a blank line, without a title',
    rows: [
      ['Client', 'Glow'],
      ['Budget', 5000],
      [],
      ['Handle', 'Plattform', 'Honorar'],
      ['lena', 'IG', 100],
      ['mia', 'TT', 200],
    ],
    key: 'A',
    platforms: 'B',
    header: 4,
    creators: [...ig('lena'), ...tt('mia')],
  },
  {
    name: 'creators and their fees above another list are creators',
    rows: [
      ['lena', 100],
      ['mia', 200],
      ['Creator', 'Platform', 'Fee'],
      ['noah', 'IG', 100],
      ['kim', 'TT', 200],
    ],
    key: 'A',
    header: 0,
    creators: ig('lena', 'mia', 'noah', 'kim'),
    fillers: 1,
  },
  {
    name: 'a title that names the platform above each part of a list',
    rows: [
      ['Instagram creators'],
      ['Handle', 'Followers'],
      ['lena', 1],
      ['mia', 2],
      [],
      ['TikTok creators'],
      ['Handle', 'Followers'],
      ['noah', 1],
    ],
    key: 'A',
    header: 2,
    creators: ig('lena', 'mia', 'noah'),
    unreadable: [
      [6, /"TikTok creators" is not a handle/],
      [7, /repeats the header/],
    ],
  },
  ...[[['Handle', 'Deliverable']], []].map((above): Sheet => ({
    name: 'a column that says one word which headers use, ' + (above.length > 0 ? 'under headers' : 'without any'),
    rows: [...above, ['annak', 'Creator'], ['bertx', 'Creator'], ['caro.l', 'Creator'], ['dora', 'Creator']],
    key: 'A',
    header: above.length,
    creators: ig('annak', 'bertx', 'caro.l', 'dora'),
  })),
  {
    name: 'categories without a header, before handles',
    rows: [
      ['beauty', 'lena'],
      ['fashion', 'mia'],
      ['beauty', 'noah'],
      ['food', 'kim'],
    ],
    key: 'B',
    header: 0,
    creators: ig('lena', 'mia', 'noah', 'kim'),
    maybe: 'A',
  },
  {
    name: 'three lines above: title, owner, date',
    rows: [
      ['Creator list – spring'],
      ['Owner: Mara'],
      [new Date(2026, 2, 1)],
      ['Handle', 'Country'],
      ['lena.vogt', 'Germany'],
      ['jonas_weber', 'Austria'],
      ['sophia22', 'Germany'],
    ],
    key: 'A',
    header: 4,
    creators: ig(...THREE),
  },
  ...['Liste', 'Q4', 'Spring2026'].map((title) => ({
    name: `a title that could be a handle: ${title}`,
    rows: column(title, 'Benutzername', 'lena', 'jonas', 'sophia'),
    key: 'A',
    header: 2,
    creators: ig('lena', 'jonas', 'sophia'),
  })),
  {
    name: 'two such titles',
    rows: [['Sommer'], ['Kampagne'], ['Handle', 'Follower'], ['lena', 1200], ['jonas', 800]],
    key: 'A',
    header: 3,
    creators: ig('lena', 'jonas'),
  },
  {
    name: 'such a title over two rows of headers',
    rows: [['Liste'], ['', 'Zahlen'], ['Benutzername', 'Follower', 'Likes'], ['lena', 1200, 3], ['jonas', 800, 4]],
    key: 'A',
    header: 3,
    creators: ig('lena', 'jonas'),
  },
  {
    name: 'a creator above the header again',
    rows: column('Handle', 'lena', 'Handle', 'jonas', 'sophia', 'marie', 'paul', 'anna'),
    key: 'A',
    header: 1,
    creators: ig('lena', 'jonas', 'sophia', 'marie', 'paul', 'anna'),
    unreadable: [[3, /repeats the header/]],
  },
  {
    name: 'a header of addresses in a word that nobody knows',
    rows: column('Wer', 'https://www.instagram.com/lena.vogt/', 'https://www.instagram.com/jonas_weber'),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'a header of @handles in a word that nobody knows',
    rows: column('Sternchen', '@lena.vogt', '@jonas_weber'),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'an unknown header beside known ones',
    rows: [
      ['Nutzerinnen', 'Land', 'Follower'],
      ['adidas', 'Deutschland', 1200],
      ['nike', 'Frankreich', 900],
      ['puma', 'Deutschland', 700],
    ],
    key: 'A',
    header: 1,
    creators: ig('adidas', 'nike', 'puma'),
  },
  {
    name: 'no headers, with figures beside',
    rows: [
      ['adidas', 'Germany', 1200],
      ['nike', 'France', 900],
      ['puma', 'Germany', 700],
    ],
    key: 'A',
    header: 0,
    creators: ig('adidas', 'nike', 'puma'),
  },
  {
    name: 'no headers, with a way of contact beside',
    rows: [
      ['adidas', 'Email'],
      ['nike', 'Phone'],
      ['puma', 'Email'],
    ],
    key: 'A',
    header: 0,
    creators: ig('adidas', 'nike', 'puma'),
  },
  {
    name: 'the header stands above the selection',
    rows: [
      ['Benutzername', 'Land'],
      ['lena.vogt', 'DE'],
      ['jonas_weber', 'AT'],
      ['sophia22', 'DE'],
    ],
    from: 3,
    key: 'A',
    header: 1,
    creators: ig('jonas_weber', 'sophia22'),
  },
  {
    name: 'the header again, further down',
    rows: column('Handle', 'lena.vogt', 'jonas_weber', 'Handle', 'sophia22'),
    key: 'A',
    header: 1,
    creators: ig(...THREE),
    unreadable: [[4, /repeats the header/]],
  },
  {
    name: 'parts of a list under their platforms are asked about',
    rows: column('Username', 'lena.vogt', 'jonas_weber', 'Influencers', 'sophia22'),
    key: 'A',
    header: 1,
    creators: ig(...THREE),
    fillers: 1,
  },
  {
    name: 'a column of names with spaces is unreadable, each told',
    rows: column('Handle', 'Lena Vogt', 'jonas_weber'),
    key: 'A',
    header: 1,
    creators: ig('jonas_weber'),
    unreadable: [[2, /./]],
  },
  {
    name: 'fillers are asked about',
    rows: column('Handle', 'lena.vogt', 'none', 'tbd', 'NA', 'jonas_weber'),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
    fillers: 3,
  },
];

const TABLES: readonly Sheet[] = [
  {
    name: 'an agency list: names before handles',
    rows: [
      ['Name', 'Handle', 'Followers', 'Country'],
      ['Lena', 'lena.vogt', 12000, 'Germany'],
      ['Jonas', 'jonas_weber', 8000, 'Austria'],
      ['Sophia', 'sophia22', 5000, 'Germany'],
    ],
    key: 'B',
    header: 1,
    creators: ig(...THREE),
  },
  {
    name: 'an agency list in German',
    rows: [
      ['Vorname', 'Nachname', 'Kategorie', 'Benutzername', 'Follower', 'Land', 'Agentur'],
      ['Lena', 'Vogt', 'Mode', 'lena.vogt', 12000, 'Deutschland', 'Nordlicht'],
      ['Jonas', 'Weber', 'Sport', 'jonas_weber', 8000, 'Österreich', 'Nordlicht'],
      ['Sophia', 'Klein', 'Mode', 'sophia22', 5000, 'Deutschland', 'Alpha'],
    ],
    key: 'D',
    header: 1,
    creators: ig(...THREE),
  },
  {
    name: 'una lista de agencia',
    rows: [
      ['Nombre', 'Correo', 'Usuario', 'Seguidores', 'País'],
      ['Lena', 'lena@correo.example', '@lena.vogt', '12k', 'España'],
      ['Jonás', 'jonas@correo.example', '@jonas_weber', '8k', 'México'],
    ],
    key: 'C',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: '达人表',
    rows: [
      ['序号', '达人昵称', '粉丝数', '国家', '报价'],
      [1, 'lena.vogt', 12000, '德国', '€300'],
      [2, 'jonas_weber', 8000, '法国', '€250'],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'a shop tracker: sample, tracking, creator',
    rows: [
      ['Order no', 'SKU', 'Creator', 'Sample sent', 'Video link', 'GMV'],
      [1001, 'GLOW-1', 'lena.vogt', true, 'https://www.tiktok.com/@lena.vogt/video/7311111111111111111', 120.5],
      [1002, 'GLOW-2', 'jonas_weber', false, '', 0],
      [1003, 'GLOW-1', 'sophia22', true, 'https://www.tiktok.com/@sophia22/video/7322222222222222222', 88],
    ],
    key: 'C',
    header: 1,
    creators: ig(...THREE),
  },
  {
    name: 'addresses win over names that read as handles',
    rows: [
      ['Creator name', 'Status', 'Profile link'],
      ['lena', 'signed', 'https://www.instagram.com/lena.vogt'],
      ['jonas', 'open', 'https://www.tiktok.com/@jonas_weber'],
      ['sophia', 'open', 'https://www.instagram.com/sophia22'],
    ],
    key: 'C',
    header: 1,
    creators: ['instagram/lena.vogt', 'tiktok/jonas_weber', 'instagram/sophia22'],
    maybe: 'A',
  },
  {
    name: 'a category that reads as handles is not the key',
    rows: [
      ['Niche', 'IG handle', 'Language'],
      ['beauty', 'lena', 'german'],
      ['sports', 'jonas', 'german'],
      ['beauty', 'sophia', 'english'],
      ['gaming', 'marie', 'german'],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena', 'jonas', 'sophia', 'marie'),
  },
  {
    name: 'e-mail addresses before handles',
    rows: [
      ['E-Mail', '@'],
      ['lena@post.example', '@lena.vogt'],
      ['jonas@post.example', '@jonas_weber'],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'Instagram and TikTok side by side: the first, and the other is named',
    rows: [
      ['Name', 'Instagram', 'TikTok'],
      ['Lena', 'lena.vogt', 'lena.tt'],
      ['Jonas', 'jonas_weber', 'jonas.tt'],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
    maybe: 'C',
  },
  {
    name: 'the fuller of two',
    rows: [
      ['Instagram', 'TikTok'],
      ['', '@lena.tt'],
      ['', '@jonas.tt'],
      ['@sophia22', '@sophia.tt'],
      ['', '@marie.tt'],
    ],
    key: 'B',
    header: 1,
    creators: tt('lena.tt', 'jonas.tt', 'sophia.tt', 'marie.tt'),
    maybe: 'A',
  },
  {
    name: 'posts are no creators',
    rows: [
      ['Post', 'Creator'],
      ['https://www.instagram.com/p/Cxyz1234567/', 'lena.vogt'],
      ['https://www.instagram.com/reel/Cabc1234567/', 'jonas_weber'],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'figures typed as text stay figures',
    rows: [
      ['Followers', 'Username'],
      ['12.5K', 'lena.vogt'],
      ['800', 'jonas_weber'],
      ['1.2M', 'sophia22'],
    ],
    key: 'B',
    header: 1,
    creators: ig(...THREE),
  },
];

const PLATFORMS: readonly Sheet[] = [
  {
    name: 'a platform in each row, as people write them',
    rows: [
      ['Platform', 'Handle'],
      ['IG', 'lena.vogt'],
      ['Insta', 'jonas_weber'],
      ['TT', 'sophia22'],
      ['YouTube Shorts', 'marie'],
      ['Instagram Reels', 'paul'],
      ['FB', 'anna'],
      ['YT', 'mia'],
    ],
    key: 'B',
    platforms: 'A',
    header: 1,
    creators: [
      ...ig('lena.vogt', 'jonas_weber'),
      'tiktok/sophia22',
      'youtube/marie',
      'instagram/paul',
      'facebook/anna',
      'youtube/mia',
    ],
  },
  {
    name: 'one that is none of ours keeps the column',
    rows: [
      ['Handle', 'Network'],
      ['lena.vogt', 'TikTok'],
      ['jonas_weber', 'Twitter'],
      ['sophia22', 'TikTok'],
    ],
    key: 'A',
    platforms: 'B',
    header: 1,
    creators: tt('lena.vogt', 'sophia22'),
    unreadable: [[3, /^Twitter is not one of the platforms/]],
  },
  {
    name: 'LinkedIn, Threads, X and Pinterest',
    rows: [
      ['Plattform', 'Benutzername'],
      ['LinkedIn', 'lena.vogt'],
      ['TikTok', 'jonas_weber'],
      ['Threads', 'sophia22'],
      ['X', 'marie'],
      ['Pinterest', 'paul'],
    ],
    key: 'B',
    platforms: 'A',
    header: 1,
    creators: tt('jonas_weber'),
    unreadable: [
      [2, /^LinkedIn is not one/],
      [4, /^Threads is not one/],
      [5, /^X is not one/],
      [6, /^Pinterest is not one/],
    ],
  },
  {
    name: 'a column of networks that are all none of ours',
    rows: [
      ['Platform', 'Handle'],
      ['Twitter', 'lena.vogt'],
      ['LinkedIn', 'jonas_weber'],
    ],
    key: 'B',
    platforms: 'A',
    header: 1,
    creators: [],
    unreadable: [
      [2, /^Twitter is not/],
      [3, /^LinkedIn is not/],
    ],
  },
  {
    name: 'several platforms in a cell',
    rows: [
      ['Handle', 'Platform'],
      ['lena.vogt', 'Instagram'],
      ['jonas_weber', 'Instagram, TikTok'],
    ],
    key: 'A',
    platforms: 'B',
    header: 1,
    creators: ig('lena.vogt'),
    unreadable: [[3, /several platforms/]],
  },
  {
    name: 'platforms without any header',
    rows: [
      ['tiktok', 'lena.vogt'],
      ['instagram', 'jonas_weber'],
      ['tiktok', 'sophia22'],
    ],
    key: 'B',
    platforms: 'A',
    header: 0,
    creators: ['tiktok/lena.vogt', 'instagram/jonas_weber', 'tiktok/sophia22'],
  },
  {
    name: 'a blank platform takes the one for all',
    rows: [
      ['Handle', 'Platform'],
      ['lena.vogt', 'TikTok'],
      ['jonas_weber', ''],
    ],
    key: 'A',
    platforms: 'B',
    header: 1,
    creators: ['tiktok/lena.vogt', 'instagram/jonas_weber'],
  },
  {
    name: 'an address keeps its platform, whatever stands beside it',
    rows: [
      ['Profile', 'Channel'],
      ['https://www.instagram.com/lena.vogt', 'Twitter'],
      ['https://www.tiktok.com/@jonas_weber', 'TikTok'],
    ],
    key: 'A',
    platforms: 'B',
    header: 1,
    creators: ['instagram/lena.vogt', 'tiktok/jonas_weber'],
  },
  {
    name: 'a platform three columns away, under its header',
    rows: [
      ['Handle', 'Name', 'Country', 'Plattform'],
      ['lena.vogt', 'Lena Vogt', 'DE', 'TikTok'],
      ['jonas_weber', 'Jonas Weber', 'DE', 'Instagram'],
    ],
    key: 'A',
    platforms: 'D',
    header: 1,
    creators: ['tiktok/lena.vogt', 'instagram/jonas_weber'],
  },
];

const IDS: readonly Sheet[] = [
  {
    name: 'numbers under a header that says id',
    rows: column('TikTok ID', 6784563412345678, 6784563412345679),
    key: 'A',
    header: 1,
    creators: ['tiktok/uid:6784563412345678', 'tiktok/uid:6784563412345679'],
  },
  {
    name: 'ids that tell their platform, which nobody named',
    rows: [
      ['Channel ID', 'Title'],
      ['UCqX3-kp_0aBcDeFgHiJkLmN', 'Lena bakes'],
      ['UCaB4_cd-1eFgHiJkLmNoPqR', 'Jonas rows'],
    ],
    key: 'A',
    header: 1,
    creators: ['youtube/uid:UCqX3-kp_0aBcDeFgHiJkLmN', 'youtube/uid:UCaB4_cd-1eFgHiJkLmNoPqR'],
  },
  {
    name: 'one id of another platform among handles',
    rows: column('Handle', 'lena.vogt', 'jonas_weber', 'UCqX3-kp_0aBcDeFgHiJkLmN'),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
    unreadable: [[4, /is a YouTube id/]],
  },
  {
    name: 'tiers between the rows',
    rows: [
      ['Handle', 'Fee'],
      ['MACRO', ''],
      ['lena.vogt', 900],
      ['Micro', ''],
      ['jonas_weber', 100],
    ],
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
    fillers: 2,
  },
  {
    name: 'numbers of a list of their own beside the creators',
    rows: [
      ['ID', 'Creator', 'Fans'],
      [1001, 'lena.vogt', 1],
      [1002, 'jonas_weber', 2],
    ],
    key: 'B',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'handles of another network',
    rows: column('Twitter handle', '@lena_x', '@jonas_x', 'https://www.instagram.com/sophia22'),
    key: 'A',
    header: 1,
    creators: ig('sophia22'),
    unreadable: [
      [2, /^Twitter is not one of the platforms/],
      [3, /^Twitter is not one of the platforms/],
    ],
  },
  {
    name: 'where else somebody is',
    rows: [
      ['TikTok handle', 'Also on'],
      ['lena.vogt', 'Instagram'],
      ['jonas_weber', 'YouTube'],
    ],
    key: 'A',
    header: 1,
    creators: tt('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'a country whose code is a platform',
    rows: [
      ['Handle', 'Country'],
      ['lena.vogt', 'TT'],
      ['jonas_weber', 'TT'],
    ],
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'the column of platforms, and another that speaks of some',
    rows: [
      ['Deliverable platform', 'Handle', 'Platform'],
      ['YouTube', 'lena.vogt', 'Instagram'],
      ['YouTube', 'jonas_weber', 'TikTok'],
    ],
    key: 'B',
    platforms: 'C',
    header: 1,
    creators: [...ig('lena.vogt'), ...tt('jonas_weber')],
  },
  {
    name: 'marks',
    rows: [
      ['Handle', 'Contacted', 'Signed'],
      ['lena.vogt', 'x', 'x'],
      ['jonas_weber', 'x', ''],
    ],
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'what they make',
    rows: [
      ['Handle', 'Type'],
      ['lena.vogt', 'UGC'],
      ['jonas_weber', 'Podcast'],
    ],
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'no header, and states that could be words of one',
    rows: [
      ['lena.vogt', 'Signed'],
      ['jonas_weber', 'Pending'],
      ['sophia22', 'Open'],
    ],
    key: 'A',
    header: 0,
    creators: ig('lena.vogt', 'jonas_weber', 'sophia22'),
  },
  {
    name: 'no header, and the first typed otherwise',
    rows: column('lena.vogt', 'https://www.instagram.com/jonas_weber', '@sophia22'),
    key: 'A',
    header: 0,
    creators: ig('lena.vogt', 'jonas_weber', 'sophia22'),
  },
  {
    name: 'a title that names the platform',
    rows: [['TikTok creators 2026'], ['Handle'], ['lena.vogt'], ['jonas_weber']],
    key: 'A',
    header: 2,
    creators: tt('lena.vogt', 'jonas_weber'),
  },
  {
    name: 'totals and states between the rows',
    rows: column('Handle', 'lena.vogt', 'Summe', 'jonas_weber', 'Confirmed', 'sophia22', 'Gesamt'),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt', 'jonas_weber', 'sophia22'),
    fillers: 3,
  },
  {
    name: 'ids beside names',
    rows: [
      ['Name', 'User ID'],
      ['Lena Vogt', Number('178414000000000010')],
      ['Jonas Weber', 1784140000000002],
    ],
    key: 'B',
    header: 1,
    creators: ['instagram/uid:1784140000000002'],
    unreadable: [[2, /./]],
  },
  {
    name: 'a date that was a handle',
    rows: column('Handle', 'lena.vogt', new Date(2026, 9, 12)),
    key: 'A',
    header: 1,
    creators: ig('lena.vogt'),
    unreadable: [[3, /./]],
  },
];

export const SHEETS: readonly Sheet[] = [...HEADERS, ...SHAPES, ...TABLES, ...PLATFORMS, ...IDS];
