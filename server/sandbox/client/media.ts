import { createSignal } from 'solid-js'

/** Follows a media query for as long as the page lives. */
function followMedia(query: string) {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  media.addEventListener('change', () => setMatches(media.matches))
  return matches
}

/** Room for a chat beside the list of chats; the style sheets have the same widths. */
export const hasRoomForChat = followMedia('(min-width: 801px)')
/** Room for the Mini App beside both. */
export const hasRoomForPhone = followMedia('(min-width: 1181px)')
