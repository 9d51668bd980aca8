/** A whole number within bounds. */
interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: string) => void;
}

export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        required
        step={1}
        min={least}
        max={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
