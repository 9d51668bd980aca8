/** Invented names: coined syllables, so that no real firm or person is meant. */
import type { CountryCode } from '../model/country.js';
import type { Chance } from './chance.js';
import { placeOf, type Sound } from './places.js';

/** What a firm does, as its name says it. */
const TRADE_WORDS: Readonly<Record<string, readonly string[]>> = {
  chips: ['Silicon', 'Semiconductor', 'Compute', 'Logic'],
  boards: ['Graphics', 'Visual Systems', 'Boards'],
  servers: ['Systems', 'Server Works', 'Computer'],
  parts: ['Electronics', 'Components', 'Power', 'Interconnect', 'Memory'],
  distribution: ['Distribution', 'Technology', 'IT Supply', 'Trading', 'Electronics', 'Infotech'],
  trading: ['Trading', 'General Trading', 'Import Export', 'International', 'Resources', 'Ventures'],
  freight: ['Logistics', 'Freight', 'Forwarding', 'Cargo', 'Global Logistics', 'Warehousing'],
  cloud: ['Cloud', 'Data Centres', 'Digital Infrastructure', 'Hosting', 'AI Cloud', 'Compute Park'],
  research: ['Institute of Technology', 'University', 'Research Institute'],
  finance: ['Bank', 'Insurance', 'Securities'],
  pharmaceuticals: ['Pharma', 'Biosciences'],
  film: ['Studios', 'Animation', 'Pictures'],
  energy: ['Energy', 'Geoscience'],
  vehicles: ['Motors', 'Mobility', 'Robotics'],
  'artificial intelligence': ['Intelligence', 'Robotics', 'Intelligent Systems', 'Vision'],
  services: ['Consulting', 'Services', 'Design', 'Solutions'],
  retail: ['Computers', 'Gaming', 'PC House', 'Digital Store'],
  household: ['Home Stores', 'Department Stores', 'Bazaar'],
  furniture: ['Furniture', 'Woodworks', 'Interiors'],
  tea: ['Tea Estates', 'Tea', 'Coffee Roasters', 'Provisions'],
  toys: ['Toys', 'Playthings'],
  property: ['Realty', 'Property Development', 'Land', 'Estates'],
  holding: ['Holdings', 'Capital', 'Group', 'Investments'],
};

const SYLLABLES: Readonly<Record<Sound, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  west: [
    [
      'Bel',
      'Cor',
      'Dun',
      'Ful',
      'Gar',
      'Hal',
      'Kel',
      'Lum',
      'Mar',
      'Nor',
      'Ost',
      'Pel',
      'Quil',
      'Ros',
      'Tam',
      'Vel',
      'Wren',
      'Yar',
    ],
    ['a', 'e', 'i', 'o', 'en', 'er', 'im', 'ol'],
    ['beck', 'dane', 'forth', 'gard', 'line', 'mond', 'nick', 'quist', 'rath', 'stow', 'thorn', 'vane', 'wyck'],
  ],
  slav: [
    ['Bor', 'Cher', 'Dob', 'Gra', 'Kor', 'Lub', 'Mir', 'Nov', 'Pet', 'Rad', 'Sver', 'Tver', 'Vel', 'Zel'],
    ['a', 'e', 'i', 'o', 'en', 'os'],
    ['brin', 'charin', 'dvor', 'glin', 'kovar', 'lenko', 'meras', 'novets', 'rinka', 'slavit', 'tinov', 'zhenik'],
  ],
  sino: [
    [
      'Bao',
      'Chen',
      'Dai',
      'Fei',
      'Guan',
      'Hui',
      'Jia',
      'Kai',
      'Lian',
      'Min',
      'Nuo',
      'Ping',
      'Qi',
      'Rui',
      'Sheng',
      'Tian',
      'Wei',
      'Xun',
      'Yan',
      'Zhi',
    ],
    ['bo', 'dao', 'fan', 'gai', 'ha', 'ke', 'lo', 'mu', 'nan', 'que', 'ri', 'sou', 'tuo', 'yo'],
    ['ban', 'dun', 'fu', 'geng', 'hu', 'kun', 'len', 'mei', 'ning', 'rou', 'shi', 'tang', 'xu', 'zan'],
  ],
  malay: [
    [
      'An',
      'Ber',
      'Cem',
      'Dar',
      'Gem',
      'Har',
      'Inda',
      'Jat',
      'Ken',
      'Lar',
      'Mer',
      'Nus',
      'Pan',
      'Rim',
      'Sem',
      'Tan',
      'Wir',
    ],
    ['a', 'i', 'o', 'u', 'an', 'am', 'ar'],
    ['bangi', 'dara', 'gaya', 'jaman', 'kasa', 'lani', 'mura', 'nata', 'puri', 'rimba', 'santi', 'tika', 'wana'],
  ],
  arab: [
    [
      'Al Bar',
      'Al Dar',
      'Faz',
      'Ghan',
      'Har',
      'Al Kham',
      'Lam',
      'Mar',
      'Naj',
      'Qas',
      'Ras',
      'Saf',
      'Al Tar',
      'Wad',
      'Zah',
    ],
    ['a', 'i', 'u', 'aa', 'iy'],
    ['badh', 'dour', 'fiq', 'gham', 'jeen', 'khar', 'lous', 'miyya', 'nour', 'qan', 'rouf', 'seem', 'zour'],
  ],
  indic: [
    ['Aar', 'Bhav', 'Chand', 'Dev', 'Gir', 'Har', 'Ind', 'Jay', 'Kal', 'Man', 'Nil', 'Pra', 'Ram', 'Sur', 'Tej', 'Vir'],
    ['a', 'i', 'u', 'an', 'ar', 'esh'],
    ['bandha', 'dhara', 'gauri', 'jyota', 'kanta', 'lekha', 'mitra', 'nandi', 'pathi', 'raksha', 'shobha', 'vardha'],
  ],
  latin: [
    ['Al', 'Bar', 'Cal', 'Dor', 'Est', 'Fer', 'Gal', 'Lir', 'Mon', 'Nav', 'Or', 'Per', 'Riv', 'Sal', 'Tor', 'Vil'],
    ['a', 'e', 'i', 'o', 'an', 'el', 'or'],
    [
      'bento',
      'cedra',
      'dalva',
      'fonte',
      'gueira',
      'lante',
      'mirra',
      'nova',
      'quela',
      'randa',
      'serra',
      'tesa',
      'vante',
    ],
  ],
  turkic: [
    ['Ak', 'Bay', 'Cem', 'Dar', 'Er', 'Gul', 'Kar', 'Kor', 'Mer', 'Or', 'Sar', 'Tem', 'Tol', 'Ul', 'Yaz'],
    ['a', 'e', 'i', 'u', 'an', 'en'],
    ['bashi', 'dagar', 'gizan', 'kent', 'lykov', 'mazan', 'nurak', 'parsa', 'sakan', 'tashan', 'vardi', 'yol'],
  ],
};

const STREETS: Readonly<Record<Sound, readonly string[]>> = {
  west: ['Road', 'Street', 'Way'],
  slav: ['ul.', 'prospekt'],
  sino: ['Road', 'Avenue', 'Road North'],
  malay: ['Jalan', 'Lorong'],
  arab: ['Street', 'Corniche'],
  indic: ['Marg', 'Road'],
  latin: ['Rua', 'Avenida'],
  turkic: ['Caddesi', 'Street'],
};

/** Coins names and never the same one twice. */
export interface Coiner {
  firm(country: CountryCode, trade: string): { readonly name: string; readonly stem: string };
  person(sound: Sound): string;
  address(country: CountryCode): string;
  phone(country: CountryCode): string;
}

export function coinerOf(chance: Chance): Coiner {
  const taken = new Set<string>();
  const once = (make: () => string): string => {
    for (;;) {
      const name = make();
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return {
    firm(country, trade) {
      const { sound, forms } = placeOf(country);
      const stem = once(() => word(chance, sound));
      const words = chance.pick(TRADE_WORDS[trade] ?? TRADE_WORDS.trading!);
      if (trade === 'research') return { name: `${stem} ${words}`, stem };
      const form = chance.pick(forms);
      return {
        name:
          form === 'PT' || form === 'OOO' || form === 'AO' ? `${form} ${stem} ${words}` : `${stem} ${words} ${form}`,
        stem,
      };
    },
    person: (sound) => once(() => `${word(chance, sound).split(' ').at(-1)} ${word(chance, sound)}`),
    address(country) {
      const { sound, towns } = placeOf(country);
      const street = chance.pick(STREETS[sound]);
      const name = word(chance, sound);
      const number = chance.int(1, 280);
      const line = ['Jalan', 'Lorong', 'Rua', 'Avenida', 'ul.', 'prospekt'].includes(street)
        ? `${street} ${name} ${number}`
        : `${number} ${name} ${street}`;
      const unit = chance.yes(0.45) ? `Unit ${chance.int(1, 28)}-${String(chance.int(1, 40)).padStart(2, '0')}, ` : '';
      return `${unit}${line}, ${chance.pick(towns)}`;
    },
    phone: (country) =>
      `+${placeOf(country).dialling} 555 ${String(chance.int(0, 9999)).padStart(4, '0')} ${String(chance.int(0, 99)).padStart(2, '0')}`,
  };
}

function word(chance: Chance, sound: Sound): string {
  const [first, middle, last] = SYLLABLES[sound];
  return `${chance.pick(first)}${chance.pick(middle)}${chance.pick(last)}`;
}
