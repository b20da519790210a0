import { api, call } from '#webapp/api.ts'

export const loadSettings = () => call(api.admin.settings.$get())
export type Shown = Awaited<ReturnType<typeof loadSettings>>

/** Changes what `settings` names, as of the revision that was shown. */
export const saveSettings = (settings: Record<string, unknown>, revision: number) =>
  call(api.admin.settings.$put({ json: { settings, revision } }))
