import { lazy } from '../core/lazy';
/** What a language calls an advertisement where it says so of itself. */
export interface DisclosureWords {
  /** Whole hashtags, without their sign. */
  tags: string;
  /** Whole words and phrases, wherever they stand. Nothing that people write without meaning an advertisement. */
  words: string;
  /** Phrases that deny it. A hashtag is denied only where the phrase says so: `can't say no #ad` is an ad. */
  denials?: string;
}

/**
 * By language, divided by `|`, as pieces of regular expressions: a space is any gap or hyphen, an accent may be missing, and
 * `İ` is the Turkish i. Left out, since law or regulators don't accept them or everyday words are spelled the same: `#spon`,
 * `#sp`, `#collab`, `#gifted`, `#ambassador`, `#pub`, `#pr`, plain `ad`, `adv`, `anuncio`, `annonce`, `reclame` (LABELS has these).
 */
export const disclosureWords = lazy((): Readonly<Record<string, DisclosureWords>> => ({
  en: {
    tags: 'ads?|advert|advertisement|advertising|sponsored|sponsored(?:post|content|video)|paid(?:ad|advertisement|partnership|promotion|collaboration|collab)',
    words:
      'paid (?:partnership|promotion|collaboration|advertisement|ad)|sponsored(?: (?:by|post|content|video))?|advertisement',
    denials:
      '(?:not|isn.?t|no|never|without) (?:an? |any )?(?:paid )?(?:ad|advertisement|partnership|promotion|collaboration|sponsored)|not an? #ad|not #sponsored|non sponsored|unpaid #?(?:ad|advertisement|partnership|promotion|collaboration)',
  },
  de: {
    tags: 'anzeige|werbung|bezahlte(?:werbung|anzeige|partnerschaft|kooperation|zusammenarbeit)|gesponsert|werbekooperation|werbepartnerschaft|dauerwerbesendung',
    words:
      'anzeige|werbung|bezahlte (?:partnerschaft|kooperation|zusammenarbeit)|gesponsert|werbekooperation|dauerwerbesendung|werbevideo',
    denials:
      'keine? (?:bezahlte )?#?(?:werbung|anzeige|partnerschaft|kooperation|zusammenarbeit)|ohne (?:bezahlte )?(?:werbung|anzeige)|unbezahlte?[rn]? #?(?:werbung|anzeige|partnerschaft|kooperation)|nicht (?:bezahlte |als )?(?:werbung|gesponsert)|#?(?:werbung|anzeige)[ ,;:|/(#–-]+(?:da )?(?:unbezahlt|unbeauftragt)',
  },
  fr: {
    tags: 'publicité|collaborationcommerciale|collabcommerciale|collaborationrémunérée|partenariat|partenariat(?:rémunéré|commercial)|sponsorisée?|contenusponsorisé',
    words:
      'publicité|sponsorisée?|collab(?:oration)? (?:commerciale|rémunérée)|partenariat (?:rémunéré|commercial)|en partenariat avec',
    denials:
      '(?:pas|sans|ni|aucune?)(?: de| d.une?| une?)? (?:publicité|partenariat|collab(?:oration)?|sponsorisée?)|non (?:sponsorisée?|publicité)',
  },
  es: {
    tags: 'publicidad|publi|anuncio|patrocinad[oa]|contenidopatrocinado|colaboración(?:pagada|remunerada)',
    words: 'publicidad|publi|colaboración (?:pagada|remunerada)|patrocinad[oa]|contenido (?:patrocinado|publicitario)',
    denials:
      '(?:sin|no|ni)(?: es| hay| está)?(?: una?| de)? (?:publicidad|publi|colaboración (?:pagada|remunerada)|patrocinad[oa])',
  },
  it: {
    tags: 'pubblicità|adv|sponsorizzat[oa]|contenutosponsorizzato|collaborazione(?:pagata|retribuita)|partnershippagata',
    words:
      'pubblicità|sponsorizzat[oa]|collaborazione (?:pagata|retribuita|a pagamento)|partnership (?:pagata|retribuita)|in collaborazione con|promosso da',
    denials:
      '(?:non|senza|nessuna)(?: è| e| c.è)?(?: una?| di)? (?:pubblicità|sponsorizzat[oa]|collaborazione (?:pagata|retribuita)|in collaborazione con)',
  },
  pt: {
    tags: 'publi|publicidade|publipost|parceriapaga|patrocinad[oa]|conteúdo(?:patrocinado|pago)|anúncio',
    words: 'publi|publicidade|publipost|parceria paga|patrocinad[oa]|conteúdo (?:patrocinado|pago)',
    denials: '(?:não|sem|nem)(?: é| e)?(?: uma?)? (?:publicidade|publi|publipost|parceria paga|patrocinad[oa])',
  },
  nl: {
    tags: 'advertentie|reclame|samenwerking|betaalde(?:samenwerking|advertentie)|betaaldpartnerschap|gesponsord',
    words: 'advertentie|betaalde? (?:samenwerking|partnerschap|promotie)|gesponsord',
    denials: '(?:geen|zonder) (?:betaalde? )?#?(?:advertentie|samenwerking|partnerschap|reclame)|niet gesponsord',
  },
  pl: {
    tags: 'reklama|współpraca(?:reklamowa|płatna|komercyjna)|płatnawspółpraca|materiał(?:reklamowy|sponsorowany)|postsponsorowany',
    words:
      'reklama|współpraca (?:reklamowa|płatna|komercyjna)|płatna współpraca|(?:materiał|post|artykuł) (?:reklamowy|sponsorowany)',
    denials: '(?:nie|żadna)(?: jest)?(?: to)? (?:#?reklama|płatna współpraca|współpraca reklamowa)',
  },
  tr: {
    tags: 'reklam|İşbİrlİğİ|reklamİşbİrlİğİ|sponsorluİşbİrlİğİ|sponsorlu',
    words: 'reklam|İş ?bİrlİğİ|ücretlİ ortaklık|sponsorlu',
    denials: '#?(?:reklam|İş ?bİrlİğİ|sponsorlu) değİl',
  },
  /** Swedish, Danish and Norwegian. */
  nordic: {
    tags: 'annons|annonce|annonse|reklame|betaltsamarbete|betaltsamarbejde|betaltpartnerskap|sponset|sponsrat|sponsoreret',
    words: 'reklame|betalt (?:samarbete|samarbejde|samarbeid|partnerskab|partnerskap)',
    denials: '(?:ikke|inte|ej|ingen|utan|uden|uten) (?:betalt )?#?(?:reklame?|samarbete|samarbejde|partnerskab)',
  },
  ru: {
    tags: 'реклама',
    words: 'реклама|на правах рекламы',
    denials: '(?:не|без) #?реклам[аы]',
  },
  /** Right to left, and without spaces between words: hashtags alone. */
  other: {
    tags: 'إعلان|اعلان|إعلان_مدفوع|شراكة_مدفوعة|広告|プロモーション|タイアップ|광고|유료광고|협찬|广告|廣告',
    words: 'إعلان مدفوع|شراكة مدفوعة',
  },
}));

/** Count only as a label: in brackets, or first in a line that ends there or goes on with a sign. Everyday words otherwise: Italian `ad`, Spanish `anuncio`. */
export const DISCLOSURE_LABELS = 'ad|adv|advert|anuncio|anúncio|annonce|annonse|annons|reclame';
/** In brackets, whatever stands around. */
export const BRACKETED_LABELS = '【(?:PR|AD|広告|タイアップ|プロモーション|광고|협찬|廣告|广告)】';
