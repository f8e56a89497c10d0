/** How creators of a language write under a paid post. Written from what such posts look like, not from any list of ours. */
export interface Advertising {
  /** Anybody reads these as an advertisement. `@` is the brand. */
  plain: readonly string[];
  /** A reader understands; a program may well not. */
  unusual: readonly string[];
  /** Say that it is none. */
  denied: readonly string[];
  /** Look alike and say nothing. */
  lookalike: readonly string[];
  praise: readonly string[];
}

export const ADVERTISING: Readonly<Record<string, Advertising>> = {
  en: {
    plain: [
      '#ad',
      '#AD',
      'Paid partnership with @',
      'AD | new in',
      '(ad)',
      'Sponsored by @',
      '#paidpartnership',
      'Ad: so happy',
    ],
    unusual: ['𝗔𝗗', '#ａｄ', 'a.d.', 'thanks to @ for having me on the payroll', '#spon'],
    denied: ['not sponsored, I just love it', 'Not an ad!', 'unpaid partnership of hearts, no paid promotion'],
    lookalike: ['#adventure', 'adding this to my day', 'what a bad idea', '#adidas days', 'read my ad hoc list'],
    praise: ['my new favourite', 'you need this', 'morning routine'],
  },
  de: {
    plain: [
      'Anzeige',
      'ANZEIGE |',
      'Werbung',
      '*Werbung*',
      '#werbung',
      '#Anzeige',
      '[Anzeige]',
      'Bezahlte Partnerschaft mit @',
    ],
    unusual: ['A n z e i g e', 'Wer_bung', '𝗪𝗲𝗿𝗯𝘂𝗻𝗴', 'gegen Bares', '#wrbng'],
    denied: ['keine Werbung, nur Liebe', 'Unbezahlte Werbung', 'Werbung (unbezahlt, selbst gekauft)'],
    lookalike: ['meine Bewerbung ist raus', '#bewerbung', 'die Anzeigetafel sagt: verspätet', 'Umwerbungen'],
    praise: ['so schön', 'mein neuer Liebling', 'Morgenroutine'],
  },
  fr: {
    plain: [
      'Collaboration commerciale',
      '#publicité',
      'PUBLICITÉ',
      'publicite',
      'Partenariat rémunéré avec @',
      '#collaborationcommerciale',
    ],
    unusual: ['#pub', 'produit offert et payé', 'c0llab commerciale'],
    denied: ['pas de publicité ici', 'non sponsorisé', 'sans partenariat'],
    lookalike: ['on se voit au pub', 'un public en or', '#publier'],
    praise: ['je suis fan', 'mon coup de cœur', 'routine du matin'],
  },
  es: {
    plain: [
      'Publicidad',
      '#publi',
      '#publicidad',
      'Colaboración pagada con @',
      'colaboracion pagada con @',
      'Publi 💕',
    ],
    unusual: ['#cobro por esto', 'p u b l i'],
    denied: ['sin publicidad', 'no es publicidad', 'No patrocinado'],
    lookalike: ['la publicación de ayer', '#publico', 'república'],
    praise: ['me encanta', 'mi favorito', 'rutina de mañana'],
  },
  it: {
    plain: ['Pubblicità', '#adv', '#ADV', '#pubblicità', 'pubblicita', 'Collaborazione pagata con @'],
    unusual: ['(prodotto pagato da loro)', 'a d v'],
    denied: ['non è pubblicità', 'senza pubblicità', 'Non sponsorizzato'],
    lookalike: ['ad esempio questo', '#advance', 'il pubblico ringrazia'],
    praise: ['lo adoro', 'il mio preferito', 'la mia mattina'],
  },
  pt: {
    plain: ['#publi', 'Publi', 'Publicidade', '#publicidade', 'Parceria paga com @', '#publipost'],
    unusual: ['#pbl', 'recebi por isso'],
    denied: ['sem publicidade', 'não é publi', 'nao e publicidade'],
    lookalike: ['o público pediu', '#publicar', 'república'],
    praise: ['amei', 'meu favorito', 'rotina da manhã'],
  },
};
