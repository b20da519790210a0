import { rawInitData } from '#webapp/telegram.ts'

const telegramUser = () =>
  JSON.parse(new URLSearchParams(rawInitData).get('user') ?? '{}') as { id?: number; first_name?: string }

export const firstName = () => telegramUser().first_name ?? ''
/** Under what something of this person is kept on the phone: several may use it. */
export const userKey = (name: string) => `${name}:${telegramUser().id ?? 0}`
