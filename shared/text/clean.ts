/** Control and bidirectional-override characters that could disguise or break a text; newlines are kept apart. */
const unsafe = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What neither PostgreSQL's `text` nor its `jsonb` can hold: NUL and half a surrogate pair. */
export const storable = (text: string) => text.replace(/[\u0000\p{Cs}]/gu, '')

/** One line as it is stored: without control characters, white space collapsed, trimmed, NFC. */
export const cleanLine = (text: string) =>
  text.replace(/\s+/g, ' ').replace(unsafe, '').trim().normalize('NFC')

/** A text of several lines as it is stored: at most one empty line between paragraphs. */
export const cleanText = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\t/g, ' ').replace(unsafe, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')
