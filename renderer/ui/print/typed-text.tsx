/** What a person typed, each of its lines a paragraph of the paper. `before` stands in front of the first line. */
export function TypedText(props: { readonly text: string; readonly before?: string }) {
  return props.text.split('\n').map((line, index) => (
    <p key={`${index}${line}`}>
      {index === 0 ? props.before : undefined}
      {line}
    </p>
  ));
}
