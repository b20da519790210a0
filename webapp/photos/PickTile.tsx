import { Icon, type IconName } from '#webapp/ui/Icon.tsx'

/** A place in the grid that opens the phone's gallery or its camera. */
export const PickTile = (props: {
  icon: IconName
  label: string
  multiple?: boolean | undefined
  camera?: boolean | undefined
  onPick: (files: readonly File[]) => void
}) => (
  <li class="vb-pick">
    <label class="vb-pick__label">
      <input
        type="file"
        class="vb-hidden"
        accept="image/*"
        multiple={props.multiple ?? false}
        capture={props.camera ? 'environment' : undefined}
        onChange={(event) => {
          props.onPick(Array.from(event.currentTarget.files ?? []))
          // So that the same file can be picked again after it was removed.
          event.currentTarget.value = ''
        }}
      />
      <Icon name={props.icon} size={28} />
      <span>{props.label}</span>
    </label>
  </li>
)
