/** Named facts in one line. */
interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export function Facts({ facts }: FactsProps) {
  return (
    <span className="fact-line">
      {facts.map(({ name, value }) => (
        <span key={`${name} ${value}`}>
          <code>{name}</code> {value}
        </span>
      ))}
    </span>
  );
}
