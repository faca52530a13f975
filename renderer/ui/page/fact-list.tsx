import './facts.css';

/** Names and values one under the other; an empty value is left out. */
export function FactList({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="prose">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
