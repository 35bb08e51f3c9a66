/** A day and a time in the company's time zone; `short` in figures. */
export const whenOf = (at: Date, locale: string, timeZone: string, short = false): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: short ? 'medium' : 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at)

/** The same on a page. */
export const When = (props: { at: Date; locale: string; timeZone: string; short?: boolean }) => (
  <time dateTime={props.at.toISOString()}>{whenOf(props.at, props.locale, props.timeZone, props.short)}</time>
)
