/** Where creators live: countries of the discovery filter with their language and the cities of the city filter. */
export interface Place {
  country: string;
  code: string;
  /** Share of creators, relative to the others. */
  weight: number;
  language: string;
  cities: readonly string[];
}

function place(country: string, code: string, weight: number, language: string, cities: string): Place {
  return { country, code, weight, language, cities: cities.split('|') };
}

/** Two letters; a country that nobody lives in here stays as it is. */
export const codeOfCountry = (country: string): string =>
  PLACES.find((each) => each.country === country)?.code ?? country;

export const PLACES: readonly Place[] = [
  place(
    'United States',
    'US',
    20,
    'en',
    'New York|Los Angeles|Chicago|Houston|Miami|Austin|Seattle|Denver|Atlanta|Boston|Nashville|Portland|San Diego|St. Louis',
  ),
  place(
    'Germany',
    'DE',
    12,
    'de',
    'Berlin|Munich|Hamburg|Cologne|Frankfurt am Main|Stuttgart|Düsseldorf|Leipzig|Dresden|Nuremberg|Hanover|Bremen|Münster',
  ),
  place(
    'United Kingdom',
    'GB',
    7,
    'en',
    'London|Manchester|Birmingham|Leeds|Glasgow|Liverpool|Bristol|Edinburgh|Cardiff|Belfast|Newcastle upon Tyne',
  ),
  place(
    'France',
    'FR',
    6,
    'fr',
    "Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Bordeaux|Lille|Rennes|Strasbourg|L'Haÿ-les-Roses",
  ),
  place('Spain', 'ES', 5, 'es', 'Madrid|Barcelona|Valencia|Sevilla|Málaga|Bilbao|Zaragoza|A Coruña|Palma'),
  place('Italy', 'IT', 5, 'it', 'Rome|Milan|Naples|Turin|Florence|Bologna|Palermo|Verona|Bari'),
  place(
    'Brazil',
    'BR',
    7,
    'pt',
    'São Paulo|Rio de Janeiro|Belo Horizonte|Salvador|Fortaleza|Curitiba|Brasília|Recife|Goiânia',
  ),
  place('India', 'IN', 8, 'hi', 'Mumbai|Delhi|Bengaluru|Hyderabad|Chennai|Kolkata|Pune|Jaipur|Ahmedabad|Lucknow'),
  place('Mexico', 'MX', 4, 'es', 'Mexico City|Guadalajara|Monterrey|Puebla|Tijuana|Mérida|Cancún|León'),
  place('Turkey', 'TR', 4, 'tr', 'Istanbul|Ankara|İzmir|Antalya|Bursa|Adana|Eskişehir'),
  place('Japan', 'JP', 4, 'ja', 'Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Fukuoka|Kobe'),
  place('South Korea', 'KR', 3, 'ko', 'Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju'),
  place('Taiwan', 'TW', 1, 'zh', 'Taipei|Kaohsiung|Taichung|Tainan'),
  place('Russia', 'RU', 3, 'ru', 'Moscow|Saint Petersburg|Kazan|Novosibirsk|Yekaterinburg|Sochi'),
  place('Ukraine', 'UA', 1, 'uk', 'Kyiv|Lviv|Odesa|Kharkiv|Dnipro'),
  place('Saudi Arabia', 'SA', 2, 'ar', 'Riyadh|Jeddah|Mecca|Medina|Dammam'),
  place('United Arab Emirates', 'AE', 2, 'ar', 'Dubai|Abu Dhabi|Sharjah|Ajman'),
  place('Egypt', 'EG', 2, 'ar', 'Cairo|Alexandria|Giza|Luxor'),
  place('Israel', 'IL', 1, 'he', 'Tel Aviv|Jerusalem|Haifa|Eilat'),
  place('Poland', 'PL', 3, 'pl', 'Warsaw|Kraków|Wrocław|Gdańsk|Poznań|Łódź'),
  place('Netherlands', 'NL', 3, 'nl', "Amsterdam|Rotterdam|Utrecht|'s-Hertogenbosch|Eindhoven|Den Haag"),
  place('Austria', 'AT', 2, 'de', 'Vienna|Graz|Linz|Salzburg|Innsbruck'),
  place('Switzerland', 'CH', 2, 'de', 'Zürich|Geneva|Basel|Bern|Lausanne'),
  place('Sweden', 'SE', 2, 'sv', 'Stockholm|Göteborg|Malmö|Uppsala|Umeå'),
  place('Greece', 'GR', 1, 'el', 'Athens|Thessaloniki|Patras|Heraklion'),
  place('Thailand', 'TH', 2, 'th', 'Bangkok|Chiang Mai|Phuket|Pattaya'),
  place('Vietnam', 'VN', 2, 'vi', 'Hanoi|Ho Chi Minh City|Da Nang|Huế'),
  place('Indonesia', 'ID', 4, 'id', 'Jakarta|Surabaya|Bandung|Denpasar|Yogyakarta'),
  place('Ivory Coast', 'CI', 1, 'fr', 'Abidjan|Bouaké|Yamoussoukro'),
  place('São Tomé and Príncipe', 'ST', 0, 'pt', 'São Tomé'),
  place('Argentina', 'AR', 2, 'es', 'Buenos Aires|Córdoba|Rosario|Mendoza|Mar del Plata'),
  place('Canada', 'CA', 3, 'en', 'Toronto|Vancouver|Montréal|Calgary|Ottawa|Québec City'),
  place('Australia', 'AU', 3, 'en', 'Sydney|Melbourne|Brisbane|Perth|Adelaide|Gold Coast'),
  place('Nigeria', 'NG', 2, 'en', 'Lagos|Abuja|Port Harcourt|Ibadan'),
];

/** A place for a number in [0, 1), by weight. */
export function placeAt(unit: number): Place {
  return CHOICES[Math.floor(unit * CHOICES.length)] as Place;
}

const CHOICES: readonly Place[] = PLACES.flatMap((each) => Array.from({ length: each.weight }, () => each));
