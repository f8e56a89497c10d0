import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownCountries, readCountry, type CountryReading } from '../../src/schema/country';
import { countryInLanguages } from '../../src/schema/country-table';
import { examples } from '../setup/examples';

const read = (text: string): CountryReading => readCountry(text, countryInLanguages);

/** One a line: the API's name, then what people write for it. */
const WRITTEN = `
United States: USA, usa, US, us, U.S., U.S.A., u. s. a., United States of America, the United States, Vereinigte Staaten, Estados Unidos, États-Unis, Etats Unis, EEUU, EE.UU., EUA, 🇺🇸, アメリカ, США
United Kingdom: UK, uk, U.K., GB, GBR, Great Britain, Britain, Großbritannien, Grossbritannien, Vereinigtes Königreich, Reino Unido, Royaume-Uni, Gran Bretaña, 英国
Germany: DE, de, DEU, Deutschland, deutschland, DEUTSCHLAND, Allemagne, Alemania, Alemanha, Federal Republic of Germany, BRD, GER, 🇩🇪, Germany 🇩🇪
Spain: ES, ESP, España, Espana, Spanien, Espagne, Espanha
Austria: AT, AUT, Österreich, Oesterreich, osterreich, Autriche
Switzerland: CH, CHE, Schweiz, Suisse, Svizzera, Suiza, Suíça
France: FR, FRA, Frankreich, Francia, França
Italy: IT, Italien, Italia, Italie, Itália
Portugal: PT, PRT, portugal
Brazil: BR, Brasil, Brasilien, Brésil
Netherlands: NL, The Netherlands, the netherlands, Holland, Holanda, Niederlande, Pays-Bas, Países Bajos, Nederland, Kingdom of the Netherlands
Belgium: BE, Belgien, België, Belgique, Bélgica
Czech Republic: CZ, CZE, Czechia, Tschechien, Chequia, Tchéquie, Česko, Czech Rep.
Turkey: TR, Türkiye, Turkiye, Türkei, Tuerkei, Turquía, Turquie
Ivory Coast: CI, Côte d'Ivoire, Côte d’Ivoire, Cote d'Ivoire, Elfenbeinküste, Costa de Marfil
Poland: PL, Polen, Polska, Polonia, Pologne
Greece: GR, Griechenland, Grecia, Ελλάδα, Hellas
Russia: RU, Russian Federation, Russland, Rusia, Россия
Ukraine: UA, Україна, Ucrania
Denmark: DK, Dänemark, Daenemark, Danmark, Dinamarca
Sweden: SE, Schweden, Sverige, Suecia
Norway: NO, Norwegen, Norge, Noruega
Finland: FI, Finnland, Suomi, Finlandia
Ireland: IE, Irland, Republic of Ireland, Éire, Irlanda
Japan: JP, JPN, 日本, Japón, Japon, Japão
China: CN, 中国, People's Republic of China, Chine, PRC
Taiwan: TW, Republic of China, 台湾, 臺灣, Taiwan (Province of China)
South Korea: KR, KOR, Republic of Korea, Korea (Republic of), Südkorea, Corea del Sur, Corée du Sud, 대한민국, 한국
North Korea: KP, DPRK, Nordkorea
India: IN, IND, Indien, Inde, भारत, Bharat
Saudi Arabia: SA, KSA, Kingdom of Saudi Arabia, Saudi-Arabien
United Arab Emirates: AE, UAE, U.A.E., Emirates, Vereinigte Arabische Emirate, Emiratos Árabes Unidos
South Africa: ZA, RSA, Südafrika, Suedafrika, Sudáfrica, Afrique du Sud
Vietnam: VN, Viet Nam, Việt Nam
Myanmar: MM, Burma, Birmania
Eswatini: SZ, Swaziland
North Macedonia: MK, Macedonia, FYROM
Cape Verde: CV, Cabo Verde, Kap Verde
Timor-Leste: TL, East Timor, timor leste
Bosnia and Herzegovina: BA, Bosnia & Herzegovina, Bosnien und Herzegowina, Bosnia
São Tomé and Príncipe: ST, Sao Tome and Principe, São Tomé & Príncipe
Democratic Republic of the Congo: CD, DRC, DR Congo, Congo-Kinshasa, République démocratique du Congo, Zaire
Republic of the Congo: CG, Congo-Brazzaville, republic of the congo
Guinea: GN, GUINEA, Guinée
Equatorial Guinea: GQ, Äquatorialguinea, Guinea Ecuatorial
Papua New Guinea: PG, Papua-Neuguinea
Georgia: GE, georgia, Georgien
Gambia: GM, The Gambia
Vatican City: VA, Vatican, Holy See
Iran: IR, Iran (Islamic Republic of), ایران
Syria: SY, Syrian Arab Republic
Moldova: MD, Republic of Moldova, Moldawien
Tanzania: TZ, United Republic of Tanzania
Bolivia: BO, Bolivia (Plurinational State of)
Laos: LA, Lao People's Democratic Republic
Egypt: EG, Ägypten, Aegypten, مصر
New Zealand: NZ, Neuseeland, Nueva Zelanda, Aotearoa
Mexico: MX, México, Mexiko, Mexique
Croatia: HR, Hrvatska, Kroatien`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', texts = ''] = line.split(': ');
    return texts.split(', ').map((text): [string, string] => [text, name]);
  });

test.each(WRITTEN)('%s is %s', (text, name) => expect(read(text)).toEqual({ name }));

test('every name of the API is its own', () => {
  for (const name of knownCountries()) {
    expect(read(name)).toEqual({ name });
    expect(read(`  ${name.toUpperCase()} `)).toEqual({ name });
  }
});

describe('what the API would find nobody by', () => {
  test.each([
    ['Korea', ['South Korea', 'North Korea']],
    ['Corea', ['South Korea', 'North Korea']],
    ['Congo', ['Democratic Republic of the Congo', 'Republic of the Congo']],
    ['Kongo', ['Democratic Republic of the Congo', 'Republic of the Congo']],
    ['Guayana', ['Guyana', 'French Guiana']],
  ])('%s is more than one country', (text, several) => expect(read(text)).toEqual({ several }));

  test.each([
    ['Germny', 'Germany'],
    ['Untied States', 'United States'],
    ['Swizerland', 'Switzerland'],
    ['England', 'United Kingdom'],
    ['Scotland', 'United Kingdom'],
  ])('%s is not taken for %s in silence', (text, nearest) => expect(read(text)).toEqual({ unknown: text, nearest }));

  test.each([
    ['CR', 'Costa Rica'],
    ['Costa Rica', 'Costa Rica'],
    ['hong kong', 'Hong Kong'],
    ['PR', 'Puerto Rico'],
  ])('%s is a country that it is not known to have', (text, unknown) => expect(read(text)).toMatchObject({ unknown }));

  test.each(['Germany, Austria', 'DACH', 'Europe', '???', 'X', 'constructor', '__proto__', 'Atlantis', '🏴‍☠️'])(
    '%s is none',
    (text) => expect(read(text)).toMatchObject({ unknown: text }),
  );
});

test('any text is read, and what it is read as stays', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...WRITTEN.map(([text]) => text))), (text) => {
      const found = read(text);
      return !('name' in found) || (knownCountries().includes(found.name) && 'name' in read(found.name));
    }),
    examples(500, 20261130),
  );
});
