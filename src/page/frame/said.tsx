/** A sentence of the server: what stands in backticks is shown as code. */
export function Said({ text }: { readonly text: string }) {
  const pieces = text.split('`');
  return pieces.map((piece, at) => {
    const isValue = at % 2 === 1 && at < pieces.length - 1;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their order
    return isValue ? <code key={at}>{piece}</code> : at % 2 === 1 ? `\`${piece}` : piece;
  });
}
