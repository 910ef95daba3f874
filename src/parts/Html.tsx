/** HTML that the build made from our own Markdown; nothing of a learner's ever comes here. */
export function Html({
  html,
  className,
  inline = false,
}: {
  html: string;
  className?: string;
  inline?: boolean;
}) {
  const Tag = inline ? 'span' : 'div';
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made at build time from the project's own files
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
