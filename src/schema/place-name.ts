import { lazy } from '../core/lazy';
import { entryOf } from '../core/text';

/** Names of codes that answers may carry in place of them: ISO 3166 countries in discovery's spelling, ISO 639 languages. */
const named = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split('|').map((entry) => [entry.slice(0, 2).toLowerCase(), entry.slice(3)]));

const nameIn = (names: ReadonlyMap<string, string>, text: string): string => {
  const wanted = text.trim().toLowerCase();
  return names.get(wanted) ?? [...names.values()].find((name) => name.toLowerCase() === wanted) ?? text.trim();
};

/** Names by ISO code, in small letters. */
export const codedCountries = lazy(() => named(COUNTRY_CODES));
const codedLanguages = lazy(() => named(LANGUAGE_CODES));

/** `DE` and `germany` are `Germany`; what is neither a code nor a name stays as it is. */
export const countryName = (text: string): string =>
  nameIn(codedCountries(), entryOf(OTHER_NAMES, text.trim().toLowerCase()) ?? text);

const OTHER_NAMES: Record<string, string> = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  czechia: 'CZ',
  türkiye: 'TR',
};

/** `de` and `german` are `German`, `en-US` is `English`; what is neither a code nor a name stays as it is. */
export const languageName = (text: string): string =>
  nameIn(codedLanguages(), text.replace(/^([a-z]{2})[-_][a-z]{2,4}$/i, '$1'));

/** `German`, `de` and `de-AT` are `de`; undefined where it is none of these. */
export function languageCode(text: string): string | undefined {
  const name = languageName(text);
  return [...codedLanguages()].find(([, each]) => each === name)?.[0];
}

const COUNTRY_CODES =
  'AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|' +
  'AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|' +
  'AX Åland Islands|AZ Azerbaijan|BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|' +
  'BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei|' +
  'BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|' +
  'BY Belarus|BZ Belize|CA Canada|CC Cocos (Keeling) Islands|CD Democratic Republic of the Congo|' +
  'CF Central African Republic|CG Republic of the Congo|CH Switzerland|CI Ivory Coast|CK Cook Islands|' +
  'CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|CW Curaçao|' +
  'CX Christmas Island|CY Cyprus|CZ Czech Republic|DE Germany|DJ Djibouti|DK Denmark|DM Dominica|' +
  'DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|' +
  'ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|' +
  'GA Gabon|GB United Kingdom|GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|' +
  'GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|' +
  'GS South Georgia and South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|' +
  'HK Hong Kong|HM Heard and McDonald Islands|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|' +
  'IE Ireland|IL Israel|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|' +
  'IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|' +
  'KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|KP North Korea|KR South Korea|KW Kuwait|' +
  'KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|' +
  'LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|' +
  'ME Montenegro|MF Saint Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|' +
  'MM Myanmar|MN Mongolia|MO Macao|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|' +
  'MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|' +
  'NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|' +
  'NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|' +
  'PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|' +
  'PN Pitcairn Islands|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion|' +
  'RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|' +
  'SE Sweden|SG Singapore|SH Saint Helena|SI Slovenia|SJ Svalbard and Jan Mayen|SK Slovakia|' +
  'SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|SS South Sudan|' +
  'ST São Tomé and Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|' +
  'TC Turks and Caicos Islands|TD Chad|TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|' +
  'TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey|TT Trinidad and Tobago|' +
  'TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|UM U.S. Outlying Islands|US United States|' +
  'UY Uruguay|UZ Uzbekistan|VA Vatican City|VC Saint Vincent and Grenadines|VE Venezuela|' +
  'VG British Virgin Islands|VI U.S. Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|' +
  'XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe';

const LANGUAGE_CODES =
  'en English|es Spanish|fr French|de German|it Italian|pt Portuguese|ru Russian|ja Japanese|ko Korean|' +
  'zh Chinese|ar Arabic|hi Hindi|th Thai|vi Vietnamese|id Indonesian|ms Malay|tl Filipino|tr Turkish|' +
  'pl Polish|nl Dutch|sv Swedish|da Danish|no Norwegian|fi Finnish|cs Czech|sk Slovak|hu Hungarian|' +
  'ro Romanian|bg Bulgarian|hr Croatian|sr Serbian|sl Slovenian|et Estonian|lv Latvian|lt Lithuanian|' +
  'el Greek|he Hebrew|fa Persian|ur Urdu|bn Bangla|ta Tamil|te Telugu|ml Malayalam|kn Kannada|' +
  'gu Gujarati|pa Punjabi|mr Marathi|ne Nepali|si Sinhala|my Burmese|km Khmer|lo Lao|ka Georgian|' +
  'am Amharic|sw Swahili|zu Zulu|af Afrikaans|is Icelandic|mt Maltese|eu Basque|ca Catalan|gl Galician|' +
  'cy Welsh|ga Irish|uk Ukrainian|br Breton|co Corsican|lb Luxembourgish|sq Albanian|hy Armenian|' +
  'az Azerbaijani|be Belarusian|bs Bosnian|mk Macedonian|mn Mongolian|kk Kazakh|uz Uzbek';
