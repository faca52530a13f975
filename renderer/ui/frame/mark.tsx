/** The mark: the character 协 in a vermilion seal, drawn so that it needs no font and no file. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="4.5" fill="var(--red)" />
      <g stroke="var(--on-red)" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" fill="none">
        <path d="M4.6 10.2h5.2M7.2 5.8v12.6" />
        <path d="M11.6 9.2h6.6c0 5.4-.4 8-1.4 8.8-.5.4-1.2.3-2.1-.1" />
        <path d="M14.4 5.8c-.1 6-.8 9.6-3.2 12.4" />
        <path d="M11.6 12.2l-.7 2.2M19.2 12.2l.9 2.2" />
      </g>
    </svg>
  );
}
