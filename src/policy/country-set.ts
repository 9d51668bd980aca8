/** Sets of countries: dated lists by name, combined with ∪ (union), ∩ (intersection) and \ (without). */
import { type CountryCode, parseCountry } from '../model/country.js';
import { both, either, NO, negate, type Truth, YES } from './truth.js';

export type SetExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'countries'; readonly countries: readonly CountryCode[] }
  | { readonly kind: '∪' | '∩' | '\\'; readonly left: SetExpression; readonly right: SetExpression };

/** Whether a country is a member: yes, no, or the sources do not say. */
export type Membership = (country: CountryCode) => Truth;

/**
 * Reads `(D:1 ∪ D:4) \ (A:5 ∪ {IL})`. Operators bind equally, from left to right; use brackets.
 *
 * @throws Error with what was expected and what stood there; the caller knows the place.
 */
export function parseSet(text: string): SetExpression {
  const tokens = text.match(/[∪∩\\(){}]|[A-Za-z0-9][A-Za-z0-9:.-]*|\S/g) ?? [];
  let at = 0;
  const expression = readUnion();
  if (at < tokens.length) throw new Error(`\`${tokens[at]}\` is not expected in the set \`${text}\``);
  return expression;

  function readUnion(): SetExpression {
    let left = readOne();
    for (;;) {
      const operator = tokens[at];
      if (operator !== '∪' && operator !== '∩' && operator !== '\\') return left;
      at++;
      left = { kind: operator, left, right: readOne() };
    }
  }

  function readOne(): SetExpression {
    const token = tokens[at++];
    if (token === '(') {
      const inside = readUnion();
      expect(')');
      return inside;
    }
    if (token === '{') {
      const countries: CountryCode[] = [];
      while (tokens[at] !== '}' && at < tokens.length) {
        const code = parseCountry(tokens[at] as string);
        if (code === undefined) throw new Error(`\`${tokens[at]}\` is no country code in the set \`${text}\``);
        countries.push(code);
        at++;
      }
      expect('}');
      return { kind: 'countries', countries };
    }
    if (token === undefined || !/^[A-Za-z0-9]/.test(token)) {
      throw new Error(`a name or a bracket is expected, not \`${token ?? 'the end'}\`, in the set \`${text}\``);
    }
    return { kind: 'name', name: token };
  }

  function expect(token: string): void {
    if (tokens[at] !== token) throw new Error(`\`${token}\` is missing in the set \`${text}\``);
    at++;
  }
}

/** The names an expression refers to. */
export function namesIn(set: SetExpression): string[] {
  if (set.kind === 'name') return [set.name];
  return set.kind === 'countries' ? [] : [...namesIn(set.left), ...namesIn(set.right)];
}

/** Membership in the set, given membership in each named one. */
export function membershipOf(set: SetExpression, named: (name: string) => Membership): Membership {
  if (set.kind === 'name') return named(set.name);
  if (set.kind === 'countries') return (country) => (set.countries.includes(country) ? YES : NO);
  const left = membershipOf(set.left, named);
  const right = membershipOf(set.right, named);
  if (set.kind === '∪') return (country) => either(left(country), right(country));
  if (set.kind === '∩') return (country) => both(left(country), right(country));
  return (country) => both(left(country), negate(right(country)));
}
