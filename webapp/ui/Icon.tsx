const paths = {
  ads: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z',
  plus: 'M12 5v14M5 12h14',
  mine: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  queue: 'M12 3.5 5 6.200v5.300c0 4.3 2.9 7.5 7 9 4.1-1.5 7-4.7 7-9V6.200zM8.8 12l2.3 2.3 4.2-4.5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  chevron: 'm9.5 6 6 6-6 6',
  check: 'm5 12.5 4.7 4.700L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M10.8 17.600a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.600zM16 16l4.5 4.5',
  phone:
    'M6.2 4h3l1.5 4.2-2 1.500a12 12 0 0 0 5.6 5.600l1.5-2L20 14.800v3a2 2 0 0 1-2.2 2C10.6 19 5 13.4 4.2 6.200A2 2 0 0 1 6.2 4z',
  message:
    'M4 6.500A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.500v9a1.5 1.5 0 0 1-1.5 1.500H10l-4.5 3.500V17A1.5 1.5 0 0 1 4 15.500z',
  copy: 'M9 9h10v11H9zM15 9V5H5v11h4',
  camera: 'M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.600z',
  share: 'M13.500 5 21 11.500l-7.500 6.500v-4C8.500 14 5.500 15.500 3 19c.7-5.500 4-9.700 10.500-10z',
  heart: 'M12 20S4 15.300 4 9.500A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.500C20 15.300 12 20 12 20z',
  bell: 'M6.5 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10 20.500h4M12 3.500v2',
  lines: 'M4 6h5v4H4zM13 8h7M4 14h5v4H4zM13 16h7',
  filter:
    'M4 7h9M18 7h2M15.500 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM4 17h2M11 17h9M8.500 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  sort: 'M8 5v14m0 0-3.500-3.500M8 19l3.500-3.500M16 19V5m0 0-3.500 3.500M16 5l3.500 3.500',
  clock: 'M12 7v5l3.500 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  flag: 'M6 21V4.500h11.500L15 9l2.500 4.500H6',
  alert: 'M12 8v5M12 16.500v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
} as const

export type IconName = keyof typeof paths

/** A line drawing of 24 units, in the colour of the text around it; the words beside it say what it means. */
export const Icon = (props: { name: IconName; size?: number }) => (
  <svg
    class="vb-icon"
    width={props.size ?? 24}
    height={props.size ?? 24}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[props.name]} />
  </svg>
)
