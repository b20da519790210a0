/**
 * Ends the task that runs and goes on in another one, so that the page can be drawn and answer a tap between. By a
 * message, since timers come a second apart while the app is in the background.
 */
export const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
