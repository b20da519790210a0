import './skeleton.css'

/** The place of something that is coming, in its true size; numbers are px. */
export const Skeleton = (props: {
  width?: number | string | undefined
  height?: number | string | undefined
  radius?: number | string | undefined
}) => (
  <span
    class="vb-skeleton"
    aria-hidden="true"
    style={{
      width: px(props.width ?? '100%'),
      height: px(props.height ?? 16),
      'border-radius': px(props.radius ?? 6),
    }}
  />
)

const px = (size: number | string) => (typeof size === 'number' ? `${size}px` : size)
