import type { ComponentChildren } from 'preact'

function drawn(children: ComponentChildren) {
  return () => (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

/** Line icons on a 20 by 20 grid, drawn for Klartext; always beside or under words. */
export const icons = {
  lock: drawn(
    <>
      <rect x="4" y="9" width="12" height="8" rx="2.2" />
      <path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9" />
    </>,
  ),
  heart: drawn(
    <path d="M10 16.4S3.4 12.6 3.4 7.9A3.4 3.4 0 0 1 10 6.4a3.4 3.4 0 0 1 6.6 1.5c0 4.7-6.6 8.5-6.6 8.5Z" />,
  ),
  send: drawn(<path d="M10 16.5v-13M4.5 9 10 3.5 15.5 9" />),
  edit: drawn(<path d="m4 16 .8-3.4 8.4-8.4a1.6 1.6 0 0 1 2.3 0l.3.3a1.6 1.6 0 0 1 0 2.3l-8.4 8.4L4 16Z" />),
  bin: drawn(<path d="M4 5.8h12M8 5.6V4h4v1.6M5.6 5.8l.7 10.2h7.4l.7-10.2M8.6 9v4M11.4 9v4" />),
  menu: drawn(<path d="M3.5 6h13M3.5 10h13M3.5 14h9" />),
  sliders: drawn(
    <>
      <path d="M3.5 6.5h6M14.5 6.5h2M3.5 13.5h2M10.5 13.5h6" />
      <circle cx="12" cy="6.5" r="2.2" />
      <circle cx="8" cy="13.5" r="2.2" />
    </>,
  ),
  window: drawn(
    <>
      <rect x="3.5" y="6.5" width="9.5" height="9.5" rx="2" />
      <path d="M8 3.800h6.500a2 2 0 0 1 2 2V12" />
    </>,
  ),
  close: drawn(<path d="m5 5 10 10M15 5 5 15" />),
  check: drawn(<path d="m4.5 10.6 3.6 3.6 7.6-8.4" />),
  eye: drawn(
    <>
      <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z" />
      <circle cx="10" cy="10" r="2.3" />
    </>,
  ),
  box: drawn(<path d="M3.5 7 10 3.5 16.5 7v6L10 16.5 3.5 13V7Zm0 0L10 10.4 16.5 7M10 10.400v6" />),
  chevron: drawn(<path d="m7.5 5 5 5-5 5" />),
  moon: drawn(<path d="M16 11.600A6.6 6.6 0 0 1 8.4 4 6.6 6.6 0 1 0 16 11.600Z" />),
  pause: drawn(<path d="M7 5v10M13 5v10" />),
  hash: drawn(<path d="M8 3.5 6.5 16.500M13.5 3.5 12 16.500M3.8 7.500h12.800M3.4 12.500h12.8" />),
} as const

/** The sign of Klartext: a speech bubble with one clear line. */
export function Sign() {
  return (
    <svg class="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path
        class="sign__bubble"
        d="M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4Z"
      />
      <path class="sign__line" d="M9 14h14" />
    </svg>
  )
}
