/** Line icons on a 24 px grid. */
const paths = {
  back: 'M19 12H5m6-6-6 6 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  attach: 'm20 11-8.6 8.6a5 5 0 0 1-7-7l8.9-8.9a3.3 3.3 0 0 1 4.7 4.7l-8.7 8.7a1.7 1.7 0 0 1-2.4-2.4L15 7',
  keyboard: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z',
  down: 'm6 9 6 6 6-6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7',
  checks: 'm2 12.5 4.5 4.5L15 8M11.5 16l1 1L22 8',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  forward: 'M14 5l7 6.5-7 6.5v-4C8 14 5 16 3 19c.5-6 4-10 11-10z',
  reply: 'M10 5l-7 6.5L10 18v-4c6 0 9 2 11 5-.5-6-4-10-11-10z',
  edit: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  delete: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  link: 'M7 17 17 7M9 7h8v8',
  app: 'M4 5h16v14H4zM4 9.5h16',
  photo: 'M4 5h16v14H4zM4 16l5-5 4 4 3-2.5 4 3.5M15.5 9v.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  channel: 'M4 10v4h3l8 5V5L7 10zM18.5 9a4.5 4.5 0 0 1 0 6',
  group:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 19c.7-3.5 3.3-4.8 6.5-4.8s5.8 1.3 6.5 4.8M16 5.3a3.5 3.5 0 0 1 0 6.4M18 14.7c2 .6 3.2 2 3.7 4.3',
  muted: 'M4 10v4h3l6 4.5v-13L7 10zM17 9.5l5 5M22 9.5l-5 5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  bolt: 'M13 2 5 14h6l-1 8 8-12h-6z',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.7 5.7l12.6 12.6',
  reload: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M10 15v4',
  phone: 'M7 2h10v20H7zM11 18.5h2',
  call: 'M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3c0 2-1.5 3-3 3C10 21 3 14 3 6c0-1.5 1-3 3-3z',
  pulse: 'M2 12h4l3-8 5 16 3-8h5',
} as const

export type IconName = keyof typeof paths

export function Icon(props: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={props.size ?? 24}
      height={props.size ?? 24}
      fill="none"
      stroke="currentColor"
      stroke-width={props.name === 'more' ? 3 : 1.8}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.name]} />
    </svg>
  )
}

/** The paper plane, filled as Telegram's is. */
export function SendIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true">
      <path d="M3.4 20.4 21.5 12.7a.8.8 0 0 0 0-1.4L3.4 3.6a.6.6 0 0 0-.8.7L4.5 10.5 14 12l-9.5 1.5-1.9 6.2a.6.6 0 0 0 .8.7z" />
    </svg>
  )
}
