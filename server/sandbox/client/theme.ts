import { createEffect } from 'solid-js'
import { takeFromAddress } from './address.ts'
import { persistedStore } from './persisted.ts'

export type ThemeName = 'light' | 'dark'

/** Telegram's own colours as Mini Apps get them (Telegram Web by day, Telegram Desktop by night). */
export const themeParams: Record<ThemeName, Record<string, string>> = {
  light: {
    bg_color: '#ffffff',
    text_color: '#000000',
    hint_color: '#707579',
    link_color: '#3390ec',
    button_color: '#3390ec',
    button_text_color: '#ffffff',
    secondary_bg_color: '#f4f4f5',
    header_bg_color: '#ffffff',
    bottom_bar_bg_color: '#ffffff',
    accent_text_color: '#3390ec',
    section_bg_color: '#ffffff',
    section_header_text_color: '#707579',
    section_separator_color: '#e4e4e7',
    subtitle_text_color: '#707579',
    destructive_text_color: '#e53935',
  },
  dark: {
    bg_color: '#17212b',
    text_color: '#f5f5f5',
    hint_color: '#708499',
    link_color: '#6ab3f3',
    button_color: '#5288c1',
    button_text_color: '#ffffff',
    secondary_bg_color: '#232e3c',
    header_bg_color: '#17212b',
    bottom_bar_bg_color: '#17212b',
    accent_text_color: '#6ab2f2',
    section_bg_color: '#17212b',
    section_header_text_color: '#6ab3f3',
    section_separator_color: '#111921',
    subtitle_text_color: '#708499',
    destructive_text_color: '#ec3942',
  },
}

const [settings, setSettings] = persistedStore<{ theme?: ThemeName }>('sandbox.theme', {})

/** The chosen theme, else the machine's own; `?theme=` overrides both for a page that is opened by a tool. */
export const theme = (): ThemeName => settings.theme ?? systemTheme()

const systemTheme = (): ThemeName => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

export const setTheme = (name: ThemeName) => setSettings('theme', name)
export const currentThemeParams = () => themeParams[theme()]

/** Gives the colours to the style sheets as `--bg-color`, `--text-color` …; call once, inside a root. */
export function followTheme() {
  const asked = takeFromAddress('theme')
  if (asked === 'light' || asked === 'dark') setTheme(asked)
  createEffect(() => {
    const root = document.documentElement
    root.dataset.theme = theme()
    for (const [name, value] of Object.entries(currentThemeParams())) {
      root.style.setProperty(`--${name.replaceAll('_', '-')}`, value)
    }
  })
}
