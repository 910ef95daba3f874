/** A text in lines that scrolls in its own box, with the keyboard too. */
export function Listing({
  label,
  text,
  className,
}: {
  label: string;
  text: string;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would not keep the lines as they are
    <pre tabIndex={0} role="region" aria-label={label} className={className}>
      {text}
    </pre>
  );
}
