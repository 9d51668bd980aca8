/** What a word sounds like in the romanisations of many tongues, and its consonants. */

/** Order matters: longer spellings first. Applied to lower-case ASCII. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(iou|jou|you|iu|ju|yu|io(?=u))/, 'yu'],
  [/^(ye|je|ie)(?=[vwfglnmrs])/, 'e'],
  [/^(ya|ja|ia)/, 'ya'],
  [/shch|schtsch|stsch|shtsh|chtch|szcz|sc(?=h?[ei])/g, 's'],
  [/tsch|tch|cz|ch(?=[aeiouyk]|$)/g, 'c'],
  [/dzh|dj|dsch|dsh/g, 'j'],
  [/sch|sh|sz|ch/g, 's'],
  [/zh/g, 'j'],
  [/kh|gh(?=[aeiou])/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/ts|tz|cz/g, 'z'],
  [/ck|q/g, 'k'],
  [/c(?=[aouklrt]|$)/g, 'k'],
  [/ks|cs/g, 'x'],
  [/w/g, 'v'],
  [/(off|ow|of)$/, 'ov'],
  [/(eff|ew|ef)$/, 'ev'],
  [/(iy|yy|ij|yj|ii|ey|ei|ie|yi|i|y)$/, 'i'],
  [/aya$|aia$|aja$/, 'aia'],
  [/iye|iie|ije|yye|ie|ye(?=[vnrlms])/g, 'e'],
  [/ou|oo|ue(?=[bcdfghklmnprstvz])/g, 'u'],
  [/oe(?=[bcdfghklmnprstvz])/g, 'o'],
  [/ae|ai|ay|ei|ey/g, 'e'],
  [/ee|ea/g, 'i'],
  [/aa/g, 'a'],
  [/[yj](?=[bcdfghklmnprstvz])/g, 'i'],
  [/(?<=[bcdfghjklmnprstvxz])[yj]/g, 'i'],
  [/(?<=[aeiou])[yj](?=[aeiou])/g, 'i'],
  [/h$/, ''],
  [/([a-z])\1+/g, '$1'],
];

/** One form for the spellings of a word in different romanisations (`iouri`, `jurij`, `yuriy`). Digits stay. */
export function soundFold(word: string): string {
  let folded = word;
  for (const [spelling, sound] of SPELLINGS) folded = folded.replace(spelling, sound);
  return folded;
}

/**
 * The consonants of a word as scripts without vowels write them: for comparing with Arabic, Hebrew and Thai, and as weak
 * support of a misspelt word. Sounds that these scripts or their romanisations do not keep apart are one letter.
 */
export function consonants(word: string): string {
  return word
    .replace(/sch|sh|ch(?=i)/g, 's')
    .replace(/th/g, 't')
    .replace(/dh|zh/g, 'd')
    .replace(/kh|ch/g, 'h')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/ts|tz/g, 's')
    .replace(/[qckjg]/g, 'g')
    .replace(/[zs]/g, 's')
    .replace(/[pvb]/g, 'b')
    .replace(/x/g, 'gs')
    .replace(/[aeiouywh]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** Korean syllables in the two usual romanisations brought together: `jeong` and `jung`, `gim` and `kim`. */
export function koreanFold(word: string): string {
  return word
    .replace(/^(yi|rhee|ri|lee|li)$/, 'i')
    .replace(/^(park|pak|bak)$/, 'bak')
    .replace(/wh/g, 'hw')
    .replace(/oo/g, 'u')
    .replace(/eo|eu|o/g, 'u')
    .replace(/ae/g, 'e')
    .replace(/ch/g, 'j')
    .replace(/k+/g, 'g')
    .replace(/t+/g, 'd')
    .replace(/p+/g, 'b')
    .replace(/r/g, 'l')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[aeiu])h$|(?<=y)o/g, '');
}

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)/;

/** How many pinyin syllables make up the whole word; 0 if it is not written in pinyin. */
export function pinyinSyllables(word: string): number {
  let rest = word;
  let count = 0;
  while (rest !== '') {
    const syllable = SYLLABLE.exec(rest)?.[0];
    if (syllable === undefined) return 0;
    rest = rest.slice(syllable.length);
    // A consonant that begins no syllable of its own belongs to the one before it.
    if (/^(?:ng?|r)(?![aeiou])/.test(rest)) rest = rest.replace(/^(?:ng?|r)/, '');
    count++;
  }
  return count;
}
