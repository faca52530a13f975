/** The values a person gave to the names of a formula, as typed. */
export type Inputs = ReadonlyMap<string, string>;

/** Reads values as they are kept: '月工资=8000.00;月数=11'. */
export function readInputs(text: string): Inputs {
  return new Map(
    text.split(/[;；\n]/).flatMap((line): [string, string][] => {
      const [name = '', value = ''] = line.split(/[=＝]/);
      return name.trim() === '' ? [] : [[name.trim(), value.trim()]];
    }),
  );
}

/** The values of these names as they are kept; those of other names and empty ones are left out. */
export function writeInputs(inputs: Inputs, names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = (inputs.get(name) ?? '').replaceAll(/[;；\n=＝]/g, '').trim();
      return value === '' ? [] : [`${name}=${value}`];
    })
    .join(';');
}
