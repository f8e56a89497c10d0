import { lazy } from '../core/lazy';
import { namesIn, type CountryFinder } from './country';

/** Names in German, Spanish, French, Portuguese and the country's own language. The page asks the browser instead. */
export const countryInLanguages: CountryFinder = (folded) => codes().get(folded);

const codes = lazy(() => new Map(namesIn(NAMES)));

/**
 * By ISO code and as `foldName` leaves them, of countries that the API is known to have. Source: Unicode CLDR 45, as
 * Node's `Intl.DisplayNames` gives it. One text that is taken apart when first needed: every formula loads this file.
 */
const NAMES =
  'AD/andorre|' +
  'AE/vereinigte arabische emirate/emiratos arabes unidos/emirats arabes unis/emirados arabes unidos/الامارات العربية المتحدة|' +
  'AF/afganistan/afeganistao/افغانستان|AL/albanien/albanie/shqiperi|AM/armenien/armenie/հայաստան|' +
  'AR/argentinien/argentine|AT/osterreich/autriche|AU/australien/australie|' +
  'AZ/aserbaidschan/azerbaiyan/azerbaidjan/azerbaijao/azərbaycan|' +
  'BA/bosnien und herzegowina/bosnia y herzegovina/bosnie herzegovine/bosnia e herzegovina/bosna i hercegovina|' +
  'BD/bangladesch/banglades/bangladeche/বলদশ|BE/belgien/belgica/belgique/belgie|BF/burquina faso|' +
  'BG/bulgarien/bulgarie/българия|BH/barein/bahrein/barem/البحرين|BI/uburundi|BJ/benim|BN/brunei darussalam|' +
  'BO/bolivien/bolivie|BR/brasilien/brasil/bresil|BT/butan/bhoutan/butao/འབག|BW/botsuana|' +
  'BY/bielorrusia/bielorussie/bielorrussia/беларусь|CA/kanada|' +
  'CD/congo kinshasa/kongo kinshasa/republica democratica del congo|' +
  'CF/zentralafrikanische republik/republica centroafricana/republique centrafricaine/republica centro africana/kodorosese ti beafrika|' +
  'CG/congo brazzaville/kongo brazzaville/republica do congo|CH/schweiz/suiza/suisse/suica|' +
  'CI/cote divoire/costa do marfim/cote divoire costa do marfim|CL/chili|CM/kamerun/camerun/cameroun/camaroes|' +
  'CN/chine/中国|CO/kolumbien/colombie|CV/cabo verde/cap vert|CY/zypern/chipre/chypre/κυπρος|' +
  'CZ/czechia/tschechien/chequia/tchequie/tchequia/cesko|DE/deutschland/alemania/allemagne/alemanha|' +
  'DJ/dschibuti/yibuti/djibuti/jibuti|DK/danemark/dinamarca/danmark|DZ/algerien/argelia/algerie/الجزاير|' +
  'EC/equateur/equador|EE/estland/estonie/eesti|EG/agypten/egipto/egypte/egito/مصر|ER/erythree/eritreia/ኤርትራ|' +
  'ES/spanien/espana/espagne/espanha|ET/athiopien/etiopia/ethiopie/ኢትዮጵያ|FI/finnland/finlandia/finlande/suomi|' +
  'FJ/fidschi/fiyi/fidji|FM/mikronesien/micronesie|FR/frankreich/francia/franca|GA/gabun/gabao|' +
  'GB/vereinigtes konigreich/reino unido/royaume uni|GE/georgien/georgie/საქართველო|' +
  'GF/franzosisch guayana/guayana francesa/guyane francaise/guiana francesa|GH/gana/gaana|GM/gambie|' +
  'GN/guinee/guine|GQ/aquatorialguinea/guinea ecuatorial/guinee equatoriale/guine equatorial|' +
  'GR/griechenland/grecia/grece/ελλαδα|GW/guinea bisau/guinee bissau/guine bissau|' +
  'HR/kroatien/croacia/croatie/hrvatska|HU/ungarn/hungria/hongrie/magyarorszag|ID/indonesien/indonesie|' +
  'IE/irland/irlanda/irlande|IL/ישראל|IN/indien/inde/भरत|IQ/irak/iraque/العراق|IR/ira/irao/ایران|' +
  'IS/island/islandia/islande|IT/italien/italia/italie|JO/jordanien/jordania/jordanie/الاردن|JP/japon/japao/日本|' +
  'KE/kenia/quenia|KG/kirgisistan/kirguistan/kirghizstan/quirguistao/кыргызстан|' +
  'KH/kambodscha/camboya/cambodge/camboja/កមពជ|KI/quiribati|KM/komoren/comoras/comores/جزر القمر|' +
  'KP/nordkorea/corea del norte/coree du nord/coreia do norte/북한|' +
  'KR/sudkorea/corea del sur/coree du sud/coreia do sul/대한민국|KW/koweit/الكويت|' +
  'KZ/kasachstan/kazajistan/cazaquistao/казахстан|LA/ລາວ|LB/libanon/libano/liban/لبنان|LK/sri lanca/ශ ර ලකව|' +
  'LS/lesoto|LT/litauen/lituania/lituanie/lietuva|LU/luxemburg/luxemburgo|LV/lettland/letonia/lettonie/latvija|' +
  'LY/libyen/libia/libye/ليبيا|MA/marokko/marruecos/maroc/marrocos/المغرب|' +
  'MD/republik moldau/moldavia/moldavie/republica moldova|ME/црна гора|MG/madagaskar/madagasikara|' +
  'MH/marshallinseln/islas marshall/iles marshall/ilhas marshall|' +
  'MK/nordmazedonien/macedonia del norte/macedoine du nord/macedonia do norte/северна македонија|' +
  'MM/myanmar burma/myanmar birmania/myanmar birmanie/mianmar birmania/မနမ|MN/mongolei/mongolie/монгол|' +
  'MR/mauretanien/mauritanie/موريتانيا|MT/malte|MU/mauricio/maurice/mauricia|MV/malediven/maldivas|MW/malaui|' +
  'MX/mexiko/mexique|MY/malasia/malaisie|MZ/mosambik/mocambique|NA/namibie|NE/nijar|' +
  'NL/niederlande/paises bajos/pays bas/paises baixos/nederland|NO/norwegen/noruega/norvege/norge|NP/नपल|' +
  'NZ/neuseeland/nueva zelanda/nouvelle zelande/nova zelandia|OM/oma/عمان|PE/perou|' +
  'PG/papua neuguinea/papua nueva guinea/papouasie nouvelle guinee/papua nova guine|' +
  'PH/philippinen/filipinas/pilipinas|PK/paquistao/پاکستان|PL/polen/polonia/pologne/polska|' +
  'PS/palestinian territories/palastinensische autonomiegebiete/territorios palestinos/territoires palestiniens/territorios palestinianos/الاراضي الفلسطينية|' +
  'PW/palaos|PY/paraguai|QA/katar/catar/قطر|RO/rumanien/rumania/roumanie/romenia|RS/serbien/serbie/servia/србија|' +
  'RU/russland/rusia/russie/россия|RW/ruanda/u rwanda|' +
  'SA/saudi arabien/arabia saudi/arabie saoudite/arabia saudita/المملكة العربية السعودية|' +
  'SB/salomonen/islas salomon/iles salomon/ilhas salomao|SC/seychellen/seicheles|SD/soudan/sudao/السودان|' +
  'SE/schweden/suecia/suede/sverige|SG/singapur/singapour/singapura|SI/slowenien/eslovenia/slovenie/slovenija|' +
  'SK/slowakei/eslovaquia/slovaquie/slovensko|SL/sierra leona/serra leoa|SM/saint marin/sao marinho|SN/senegaal|' +
  'SO/somalie/soomaaliya|SR/surinam|SS/sudsudan/sudan del sur/soudan du sud/sudao do sul/جنوب السودان|' +
  'ST/sao tome und principe/santo tome y principe/sao tome et principe/sao tome e principe|' +
  'SY/syrien/siria/syrie/سوريا|SZ/esuatini/essuatini|TD/tschad/tchad/chade/تشاد|TH/tailandia/thailande/ไทย|' +
  'TJ/tadschikistan/tayikistan/tadjikistan/tadjiquistao/tajiquistao/тоҷикистон|TL/timor oriental|' +
  'TM/turcomenistao/turquemenistao|TN/tunesien/tunez/tunisie/تونس|TR/turkiye/turkei/turquia/turquie|TW/台湾|' +
  'TZ/tansania/tanzanie|UA/ucrania/украіна|UG/ouganda|US/vereinigte staaten/estados unidos/etats unis|UY/uruguai|' +
  'UZ/usbekistan/ouzbekistan/uzbequistao/usbequistao/oʻzbekiston|' +
  'VA/vatikanstadt/ciudad del vaticano/etat de la cite du vatican/cidade do vaticano/citta del vaticano|' +
  'VN/viet nam/vietna/vietname|YE/jemen/iemen/اليمن|ZA/sudafrika/sudafrica/afrique du sud/africa do sul|' +
  'ZM/sambia/zambie|ZW/simbabwe/zimbabue';
