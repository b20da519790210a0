/** How long the old screen may stand still while the new one is made. */
const patienceMs = 150

let arrived: (() => void) | undefined

/** Motion is for phones that have strength to spare and people who want it. */
const wanted = () =>
  'startViewTransition' in document &&
  navigator.hardwareConcurrency >= 4 &&
  !matchMedia('(prefers-reduced-motion: reduce)').matches

/** Changes the screen by `go` and, where that is possible, lets the tapped picture grow into the ad's gallery. */
export function grow(picture: HTMLElement | null, go: () => void): void {
  if (!picture || !wanted()) return go()
  picture.style.setProperty('view-transition-name', 'ad-picture')
  const transition = document.startViewTransition(
    () =>
      new Promise<void>((resolve) => {
        arrived = resolve
        setTimeout(resolve, patienceMs)
        go()
      }),
  )
  const forget = () => picture.style.removeProperty('view-transition-name')
  transition.finished.then(forget, forget)
}

/** The gallery is there for the picture to grow into. */
export const pictureArrived = () => arrived?.()
