import { describe, expect, test } from 'vitest'
import { readLink } from './links.ts'

const read = (link: string) => readLink(link, 'vodiy_bot')

describe('links', () => {
  test('the bot with startapp opens its Mini App, with or without an app name', () => {
    expect(read('https://t.me/vodiy_bot?startapp=ad_5')).toEqual({ kind: 'mini-app', startParam: 'ad_5' })
    expect(read('t.me/Vodiy_Bot/app?startapp=ad_5')).toEqual({ kind: 'mini-app', startParam: 'ad_5' })
    expect(read('https://t.me/vodiy_bot/app')).toEqual({ kind: 'mini-app' })
    expect(read('https://t.me/vodiy_bot?startapp')).toEqual({ kind: 'mini-app' })
    expect(read('tg://resolve?domain=vodiy_bot&startapp=x')).toEqual({ kind: 'mini-app', startParam: 'x' })
  })

  test('the bot alone opens its chat, with start it starts', () => {
    expect(read('https://t.me/vodiy_bot')).toEqual({ kind: 'bot' })
    expect(read('https://t.me/vodiy_bot?start=ref_1')).toEqual({ kind: 'start', startParam: 'ref_1' })
  })

  test('another bot’s startapp is not ours', () => {
    expect(read('https://t.me/other_bot?startapp=1')).toEqual({ kind: 'peer', username: 'other_bot' })
  })

  test('posts of public and private channels', () => {
    expect(read('https://t.me/vodiy/17')).toEqual({ kind: 'peer', username: 'vodiy', messageId: 17 })
    expect(read('https://t.me/c/1234/17')).toEqual({
      kind: 'private-post',
      chatId: -1001234,
      messageId: 17,
    })
  })

  test('people, phones and sharing', () => {
    expect(read('https://t.me/ali?text=Salom%2C%20bormi%3F')).toEqual({
      kind: 'peer',
      username: 'ali',
      text: 'Salom, bormi?',
    })
    expect(read('tg://user?id=42')).toEqual({ kind: 'user', userId: 42 })
    expect(read('https://t.me/+998901234567')).toEqual({ kind: 'phone', phone: '+998901234567' })
    expect(read('tel:+998901234567')).toEqual({ kind: 'phone', phone: '+998901234567' })
    expect(read('https://t.me/share/url?url=https%3A%2F%2Fa.uz&text=Qarang')).toEqual({
      kind: 'share',
      text: 'https://a.uz\nQarang',
    })
  })

  test('the rest is the web, and what a client would not open is nothing', () => {
    expect(read('example.uz/a')).toEqual({ kind: 'web', url: 'https://example.uz/a' })
    expect(read('javascript:alert(1)')).toBeUndefined()
    expect(read('https://')).toBeUndefined()
  })
})
