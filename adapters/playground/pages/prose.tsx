const codes = /(```[\s\S]+?```|`[^`\n]+`)/

function Line({ text }: { text: string }) {
  return (
    <>
      {text
        .split(codes)
        .map((part, index) => (index % 2 === 1 ? <code>{part.replace(/^`+|`+$/g, '')}</code> : part))}
    </>
  )
}

/** A message as its writer set it: line breaks kept, `code` and quoted lines shown as such. */
export function Prose({ text }: { text: string }) {
  const blocks: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^>/.test(line)
    const last = blocks.at(-1)
    const shown = quoted ? line.replace(/^> ?/, '') : line
    if (last?.quoted === quoted) last.lines.push(shown)
    else blocks.push({ quoted, lines: [shown] })
  }
  return (
    <div
      class={text.length > 1500 ? 'prose prose--long' : 'prose'}
      tabIndex={text.length > 1500 ? 0 : undefined}
    >
      {blocks.map(({ quoted, lines }) => {
        const inside = <Line text={lines.join('\n')} />
        return quoted ? <blockquote>{inside}</blockquote> : <p>{inside}</p>
      })}
    </div>
  )
}
