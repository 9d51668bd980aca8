/** The two control characters that no fact may hold: NUL, which says the file is damaged, and the one that separates texts in stores. */
import type { RejectReason } from './report.js';

const NUL = '\0';
const UNIT_SEPARATOR = '\u001f';

export const CONTROL_CHARACTER: { readonly reason: RejectReason; readonly message: string } = {
  reason: 'control-character',
  message: 'the row holds a NUL byte or the character U+001F (shown as `\ufffd`): the file is damaged or not text',
};

export function hasControlCharacter(text: string): boolean {
  return text.includes(NUL) || text.includes(UNIT_SEPARATOR);
}

export function showControlCharacters(text: string): string {
  return text.replaceAll(NUL, '\ufffd').replaceAll(UNIT_SEPARATOR, '\ufffd');
}
