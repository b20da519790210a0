import { chooseLook, look } from '#webapp/ads/look.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './look-switch.css'

/** Large pictures side by side, or lines: a tap changes from one to the other. */
export const LookSwitch = () => (
  <button
    type="button"
    class="look-switch"
    aria-label={t(look() === 'grid' ? 'search.look_rows' : 'search.look_grid')}
    onClick={() => {
      haptic('select')
      chooseLook(look() === 'grid' ? 'rows' : 'grid')
    }}
  >
    <Icon name={look() === 'grid' ? 'lines' : 'ads'} />
  </button>
)
