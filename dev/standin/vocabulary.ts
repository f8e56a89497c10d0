/** Words that names, bios, captions and hashtags are made of, by language; names come with their Latin spelling. */
export interface Tongue {
  /** [as written, in Latin letters for the handle] */
  women: readonly (readonly [string, string])[];
  men: readonly (readonly [string, string])[];
  family: readonly (readonly [string, string])[];
  /** Whole lines of a bio. */
  lines: readonly string[];
}

function names(text: string): readonly (readonly [string, string])[] {
  return text.split(' ').map((word) => {
    const [written, latin] = word.split('/') as [string, string?];
    return [
      written,
      latin ??
        written
          .normalize('NFD')
          .replace(/[^A-Za-z]/g, '')
          .toLowerCase(),
    ] as const;
  });
}

export const TONGUES: Record<string, Tongue> = {
  en: {
    women: names('Emma Olivia Ava Mia Grace Chloe Ruby Zoe Hannah Amelia Naomi Skye Jade Tess'),
    men: names('Noah Liam Jack Ethan Mason Caleb Owen Luke Theo Miles Jordan Tyler Max Finn'),
    family: names(
      "Smith Johnson Brown Miller Davis Clarke Hughes Walker O'Brien Bennett Cole Parker Adeyemi Nguyen Reed",
    ),
    lines: [
      'Living one day at a time',
      'DM for collabs 💌',
      'Just a small town kid with a big dream',
      'Mum of three 👶👦👧',
      'New video every Sunday!',
      'Be kind. Stay curious.',
      'she/her',
      'Founder & CEO | Speaker',
      '50% coffee, 50% chaos ☕',
      'Opinions = my own',
      'Discount codes ⬇️⬇️⬇️',
    ],
  },
  de: {
    women: names('Lena Anna Sophie Marie Jana Lea Laura Katharina Zoë Jördis Ronja Paula'),
    men: names('Lukas Jonas Felix Leon Paul Maximilian Jürgen Björn Tobias Moritz Kai'),
    family: names(
      'Müller/mueller Schmidt Schneider Fischer Weber Schäfer/schaefer Groß/gross Wagner Becker Hoffmann Koch Böhm/boehm Vogel',
    ),
    lines: [
      'Anfragen per Mail 📩',
      'Werbung | Anzeige',
      'Mama von zwei Wirbelwinden',
      'Neues Buch – jetzt überall!',
      'Ernährungsberaterin (IHK)',
      'Kölner Mädel mit Fernweh ✈️',
      'Impressum im Link',
      'Größe 38/40 · 1,74 m',
      'Hunde > Menschen 🐶',
    ],
  },
  fr: {
    women: names('Camille Léa Manon Chloé Inès Zoé Élodie Aïcha Margaux'),
    men: names('Hugo Louis Théo Mathéo François Loïc Jules Antoine'),
    family: names('Martin Bernard Dubois Lefèvre Moreau Garçon Rousseau Diallo Kouassi Benoît'),
    lines: [
      'Maman & créatrice de contenu',
      "Vivre d'amour et d'eau fraîche 💧",
      'Collaborations : voir mail',
      'Paris ⇄ Bordeaux',
      '« Rien ne se perd »',
      'Code promo : ÉTÉ20',
    ],
  },
  es: {
    women: names('Lucía Sofía Martina Paula Carla Valeria Begoña Ximena'),
    men: names('Hugo Mateo Diego Álvaro Iñaki Santiago Leo Ramón'),
    family: names('García Rodríguez Muñoz Peña López Fernández Núñez Ibáñez Torres Castro'),
    lines: [
      '✨ Creadora de contenido',
      '¡Sígueme para más recetas!',
      'Colabs: ver correo 👇',
      'Viajando por el mundo 🌎',
      '¿Quién dijo miedo?',
      'Mamá de Martín y Noa',
    ],
  },
  it: {
    women: names('Giulia Chiara Martina Sara Alessia Noemi Beatrice'),
    men: names('Marco Luca Matteo Lorenzo Nicolò Davide'),
    family: names("Rossi Russo Ferrari D'Angelo Esposito Bianchi Colombo Greco"),
    lines: [
      'Amo la pizza e il mare 🍕🌊',
      'Perché no?',
      'Collaborazioni in DM',
      'Mamma, moglie, sognatrice',
      'Città: ovunque',
    ],
  },
  pt: {
    women: names('Ana Beatriz Júlia Letícia Larissa Luíza Conceição'),
    men: names('João Gabriel Rafael Thiago Caio Antônio'),
    family: names('Silva Santos Oliveira Souza Gonçalves Araújo Ferreira Falcão'),
    lines: [
      'Mãe de menina 💕',
      'Parcerias: link na bio',
      'Vivendo e aprendendo',
      'São Paulo 📍',
      'Nutricionista CRN 12345',
    ],
  },
  tr: {
    women: names('Elif Zeynep Ayşe Gülşah Ebru Işıl/isil İrem/irem'),
    men: names('Mehmet Emre Burak Çağlar/caglar Oğuz/oguz Yiğit/yigit'),
    family: names('Yılmaz/yilmaz Kaya Demir Şahin/sahin Çelik/celik Öztürk/ozturk Aydın/aydin'),
    lines: ['İş birliği için DM 📩', 'Anne | Blogger', 'Hayat güzel ☀️', 'İstanbul'],
  },
  pl: {
    women: names('Zuzanna Julia Małgorzata/malgorzata Agnieszka Łucja/lucja'),
    men: names('Jakub Szymon Michał/michal Paweł/pawel Wojtek'),
    family: names('Nowak Wiśniewski/wisniewski Wójcik/wojcik Kowalczyk Żak/zak Dąbrowski/dabrowski'),
    lines: ['Współpraca: mail 💌', 'Mama, żona, marzycielka', 'Żyję po swojemu'],
  },
  nl: {
    women: names('Sanne Lotte Fleur Noor Anouk'),
    men: names('Daan Sem Bram Thijs Jelle'),
    family: names("Jansen Bakker Visser 't-Hooft/hooft Mulder Kuipers"),
    lines: ['Moeder van drie', 'Samenwerken? Mail me!', 'Eén leven, één kans'],
  },
  sv: {
    women: names('Elsa Alva Linnéa Åsa Frida'),
    men: names('Oskar Måns Björn Love Axel'),
    family: names('Lindström Åberg Öberg Nilsson Sjögren Ek'),
    lines: ['Samarbeten: mejla mig', 'Kaffe först ☕', 'Bor i Göteborg'],
  },
  ru: {
    women: names('Анна/anna Мария/maria Екатерина/ekaterina Дарья/darya Полина/polina Алёна/alyona'),
    men: names('Иван/ivan Дмитрий/dmitry Алексей/alexey Никита/nikita Артём/artyom'),
    family: names('Иванова/ivanova Смирнова/smirnova Кузнецов/kuznetsov Попов/popov Волков/volkov Соколова/sokolova'),
    lines: [
      'Блогер | Москва',
      'Сотрудничество — в директ',
      'Мама двоих детей 👧👦',
      'Делаю красиво ✨',
      'Всё будет хорошо!',
    ],
  },
  uk: {
    women: names('Олена/olena Юлія/yuliia Софія/sofiia Їванка/ivanka'),
    men: names('Андрій/andrii Богдан/bohdan Тарас/taras'),
    family: names('Шевченко/shevchenko Ковальчук/kovalchuk Бондар/bondar Ґудзь/gudz'),
    lines: ['Співпраця — в дірект', 'Львів 🇺🇦', 'Кава, книги, гори'],
  },
  ar: {
    women: names('نورة/noura فاطمة/fatima مريم/maryam سارة/sara ليلى/layla'),
    men: names('محمد/mohammed أحمد/ahmed خالد/khalid يوسف/yousef عمر/omar'),
    family: names('العتيبي/alotaibi الشمري/alshammari حسن/hassan المنصوري/almansoori عبدالله/abdullah'),
    lines: ['للإعلان والتنسيق: خاص 📩', 'صانعة محتوى ✨', 'الحمد لله دائماً', 'كود خصم: NOURA10', 'أم لثلاثة أطفال'],
  },
  he: {
    women: names('נועה/noa תמר/tamar מאיה/maya יעל/yael'),
    men: names('איתי/itay דניאל/daniel עומר/omer'),
    family: names('כהן/cohen לוי/levi מזרחי/mizrahi פרץ/peretz'),
    lines: ['לשיתופי פעולה: דואר 💌', 'אמא של שלושה', 'תל אביב 🌊'],
  },
  hi: {
    women: names('प्रिया/priya अनन्या/ananya दीपिका/deepika काव्या/kavya'),
    men: names('राहुल/rahul अर्जुन/arjun विक्रम/vikram आदित्य/aditya'),
    family: names('शर्मा/sharma वर्मा/verma सिंह/singh पटेल/patel गुप्ता/gupta'),
    lines: ['जय हिन्द 🇮🇳', 'Business enquiries → mail', 'ज़िंदगी एक सफ़र है', 'दिल्ली से ❤️'],
  },
  ja: {
    women: names('さくら/sakura 美咲/misaki 結衣/yui 陽菜/hina あかり/akari'),
    men: names('翔太/shota 健太/kenta 大輔/daisuke 蓮/ren'),
    family: names('佐藤/sato 鈴木/suzuki 高橋/takahashi 田中/tanaka 渡辺/watanabe'),
    lines: [
      'お仕事のご依頼はDMまで📩',
      '東京在住/二児の母',
      '毎日投稿しています✨',
      'カフェ巡りと写真',
      '身長158cm|骨格ウェーブ',
    ],
  },
  ko: {
    women: names('지우/jiwoo 서연/seoyeon 하은/haeun 민지/minji'),
    men: names('민준/minjun 도윤/doyun 지훈/jihoon 현우/hyunwoo'),
    family: names('김/kim 이/lee 박/park 최/choi 정/jung'),
    lines: ['협찬 문의는 DM 💌', '서울 | 일상 기록', '구독 좋아요 부탁드려요!', '육아맘 👶'],
  },
  zh: {
    women: names('怡君/yijun 雅婷/yating 佩珊/peishan'),
    men: names('志明/zhiming 家豪/jiahao 冠宇/guanyu'),
    family: names('陳/chen 林/lin 黃/huang 張/zhang 王/wang'),
    lines: ['合作邀約請私訊📩', '台北|美食與旅行', '一起變得更好'],
  },
  el: {
    women: names('Μαρία/maria Ελένη/eleni Κατερίνα/katerina'),
    men: names('Γιώργος/giorgos Νίκος/nikos Δημήτρης/dimitris'),
    family: names('Παπαδόπουλος/papadopoulos Αντωνίου/antoniou Νικολάου/nikolaou'),
    lines: ['Αθήνα ☀️', 'Συνεργασίες: mail', 'Ζω για τη θάλασσα 🌊'],
  },
  th: {
    women: names('สมหญิง/somying พิมพ์/pim น้ำฝน/namfon'),
    men: names('สมชาย/somchai ณัฐ/nat กิตติ/kitti'),
    family: names('ใจดี/jaidee แสงทอง/saengthong ศรีสุข/srisuk'),
    lines: ['ติดต่องาน inbox 📩', 'รีวิวของกินทั่วกรุงเทพ', 'แม่ลูกสอง 👶👶'],
  },
  vi: {
    women: names('Linh Thảo Ngọc Hương'),
    men: names('Minh Tuấn Đức/duc Quân'),
    family: names('Nguyễn Trần Phạm Lê Đặng/dang'),
    lines: ['Liên hệ công việc: inbox', 'Sài Gòn 🌆', 'Mẹ bỉm sữa'],
  },
  id: {
    women: names('Putri Dewi Ayu Siti Rina'),
    men: names('Budi Rizky Agus Fajar'),
    family: names('Wijaya Santoso Hidayat Pratama Nugroho'),
    lines: ['Endorse? DM aja 📩', 'Ibu rumah tangga', 'Jakarta ✈️ Bali'],
  },
};

export const EMOJI = ['✨', '🌿', '💪', '🎮', '🍜', '📸', '🏳️‍🌈', '👩🏽‍💻', '🇩🇪', '🔥', '❤️', '🐾', '🎬', '🧘‍♀️', '🚗'];

/** The 26 discovery categories of the contract, each with words that its creators use. */
export const CATEGORIES: Record<string, readonly string[]> = {
  fashion: ['fashion', 'style', 'ootd', 'street style', 'vintage', 'outfit'],
  fitness: ['fitness', 'personal trainer', 'workout', 'gym', 'fitness coach', 'pilates'],
  beauty: ['beauty', 'skincare', 'makeup', 'makeup artist', 'hair', 'nails'],
  sports: ['sports', 'football', 'running', 'athlete', 'climbing', 'triathlon'],
  food: ['food', 'recipes', 'foodie', 'home cooking', 'baking', 'street food'],
  diet: ['healthyfood', 'clean eating', 'nutrition', 'meal prep', 'low carb'],
  veganism: ['vegan', 'plant based', 'veggie', 'vegan recipes'],
  travel: ['travel', 'adventure', 'vanlife', 'solo travel', 'wanderlust', 'hiking'],
  books: ['books', 'bookstagram', 'booktok', 'reading', 'book review'],
  interior: ['interior', 'home decor', 'interior design', 'diy', 'renovation'],
  comedy: ['comedy', 'funny', 'sketch', 'memes', 'stand up'],
  tech: ['tech', 'gadgets', 'smart home', 'coding', 'review', 'ai'],
  art: ['art', 'illustration', 'painting', 'digital art', 'tattoo'],
  lifestyle: ['lifestyle', 'daily vlog', 'morning routine', 'selfcare', 'minimalism'],
  education: ['education', 'study tips', 'science', 'learn english', 'teacher'],
  family: ['family', 'momlife', 'dadlife', 'parenting', 'kids'],
  media: ['movies', 'series', 'celebrity', 'podcast', 'film review'],
  music: ['music', 'singer', 'producer', 'dj', 'cover song', 'guitar'],
  lgbtq: ['lgbtq', 'pride', 'queer', 'drag'],
  gaming: ['gaming', 'esports', 'minecraft', 'streamer', 'lets play', 'speedrun'],
  business: ['business', 'finance', 'investing', 'startup', 'real estate'],
  automotive: ['cars', 'automotive', 'motorcycle', 'car detailing', 'drift'],
  sustainability: ['sustainability', 'zero waste', 'eco', 'slow fashion'],
  animals: ['animals', 'dogs', 'cats', 'horse', 'dog training'],
  charity: ['charity', 'activism', 'nonprofit', 'volunteer'],
  politics: ['politics', 'news', 'democracy', 'debate'],
};

const words = new WeakMap<readonly string[], readonly string[]>();

/** All words of some categories; kept by the list itself, since a creator's posts ask again and again. */
export function wordsOf(categories: readonly string[]): readonly string[] {
  let known = words.get(categories);
  if (!known) words.set(categories, (known = categories.flatMap((key) => CATEGORIES[key] ?? [])));
  return known;
}

export const CATEGORY_KEYS: readonly string[] = Object.keys(CATEGORIES);

export const BRANDS = [
  'nike',
  'gymshark',
  'loreal',
  'ikea',
  'hellofresh',
  'samsung',
  'lego',
  'zalando',
  'airup',
  'nordvpn',
  'dyson',
  'patagonia',
];

export const CAPTION_OPENERS = [
  'Check out this',
  'Finally here:',
  'Obsessed with',
  'Werbung |',
  'POV:',
  'Day 12 of',
  '¡Nuevo!',
  'Honest review of',
  'Nobody talks about',
  '新しい',
  'كل يوم',
  '=) best',
  '- my take on',
  '+1 for',
];
