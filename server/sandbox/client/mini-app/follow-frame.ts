import { createEffect, on, onCleanup } from 'solid-js'
import { attachFrame, type Running } from './launcher.ts'
import { contentSafeArea, safeArea, viewportChanged } from './viewport.ts'

/** Tells the Mini App when its part of the phone changes, and whether it is looked at. Call where the frame is mounted. */
export function followFrame(app: Running, frame: HTMLIFrameElement, shown: () => boolean) {
  const { session } = app
  const { chrome, viewport } = session
  attachFrame(app.person.id, frame)

  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = frame
    if (width === 0 || (width === viewport.width && height === viewport.height)) return
    session.setViewport({ width, height })
    session.emit('viewport_changed', viewportChanged(viewport))
  })
  observer.observe(frame)
  onCleanup(() => observer.disconnect())

  const area = () => JSON.stringify([safeArea(viewport, chrome), contentSafeArea(chrome)])
  createEffect(
    on(
      area,
      () => {
        session.emit('safe_area_changed', safeArea(viewport, chrome))
        session.emit('content_safe_area_changed', contentSafeArea(chrome))
      },
      { defer: true },
    ),
  )
  createEffect(on(shown, (is_visible) => session.emit('visibility_changed', { is_visible }), { defer: true }))
}
