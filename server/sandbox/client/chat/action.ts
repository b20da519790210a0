const WORDS: Record<string, string> = {
  upload_photo: 'sending a photo',
  upload_document: 'sending a file',
  upload_video: 'sending a video',
  record_voice: 'recording voice',
  find_location: 'choosing a location',
  choose_sticker: 'choosing a sticker',
}

/** What a header says while the bot does something: https://core.telegram.org/bots/api#sendchataction */
export const actionText = (action: string) => `${WORDS[action] ?? 'typing'}…`
