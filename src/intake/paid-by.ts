/** Who paid: a party by its id, else a country. */
import { parseCountry } from '../model/country.js';
import type { Entity } from '../model/entity.js';
import type { Coded, Store } from '../store/port.js';
import { CellMemory, type Sheet } from './sheet.js';

/**
 * Reads `paidBy` cells. `id:` and `country:` in front settle the matter; bare text is a party if one of that id is
 * described in this import or known to the store, else a country, else the id of a party nobody described yet.
 */
export class PayerReader {
  readonly #store: Pick<Store, 'keys'>;
  readonly #answers = new Map<string, string | undefined>();
  /** Ids of this import that could be mistaken for countries. */
  readonly #countryLikeIds = new Set<string>();

  constructor(store: Pick<Store, 'keys'>) {
    this.#store = store;
  }

  /** Parties must be told before the shipments that they pay for are read. */
  noteParties(entities: readonly Entity[]): void {
    for (const { id } of entities) if (!/\d/.test(id) && parseCountry(id) !== undefined) this.#countryLikeIds.add(id);
  }

  async read(sheet: Sheet): Promise<Coded<string | undefined>> {
    await this.#settle(sheet.unread('paidBy'));
    return sheet.coded('paidBy', (text, ofEachRow) => {
      if (text === undefined) return undefined;
      const answer = this.#answers.get(text);
      if (answer === undefined) ofEachRow((of, row) => of.warn('unknown-country', of.lines[row], 'paidBy', text));
      return answer;
    });
  }

  async #settle(stated: readonly string[]): Promise<void> {
    if (this.#answers.size > MOST_REMEMBERED) this.#answers.clear();
    const doubtful = new Set<string>();
    for (const text of stated) {
      if (this.#answers.has(text) || doubtful.has(text)) continue;
      const prefixed = /^(id|country):\s*(.*)$/is.exec(text);
      if (prefixed) {
        const value = prefixed[2] as string;
        const country = parseCountry(value);
        const payer =
          (prefixed[1] as string).toLowerCase() === 'id'
            ? value === ''
              ? undefined
              : `id:${value}`
            : country && `country:${country}`;
        CellMemory.keep(this.#answers, text, payer);
      } else if (this.#countryLikeIds.has(text) || parseCountry(text) === undefined) {
        CellMemory.keep(this.#answers, text, `id:${text}`);
      } else {
        doubtful.add(text);
      }
    }
    if (doubtful.size === 0) return;
    const texts = [...doubtful];
    const keys = await this.#store.keys('party', texts);
    texts.forEach((text, index) => {
      CellMemory.keep(this.#answers, text, keys[index] === -1 ? `country:${parseCountry(text)}` : `id:${text}`);
    });
  }
}

const MOST_REMEMBERED = 20_000;
