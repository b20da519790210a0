import type { MessageEntity } from '@grammyjs/types'
import { describe, expect, test } from 'vitest'
import { captionText, messageText } from './formatted-text.ts'

/** Entities as `type:the text they cover`, and their argument where they have one. */
function shown({ text, entities }: { text: string; entities: MessageEntity[] }): string[] {
  return entities.map((entity) => {
    const covered = text.slice(entity.offset, entity.offset + entity.length)
    const argument = 'url' in entity ? entity.url : 'language' in entity ? entity.language : undefined
    return `${entity.type}:${covered}${argument ? ` → ${argument}` : ''}`
  })
}
const html = (text: string) => messageText({ text, parseMode: 'HTML' })
const markdown = (text: string) => messageText({ text, parseMode: 'MarkdownV2' })

describe('HTML', () => {
  test.each<[string, string, string[]]>([
    ['<b>bold</b> <strong>too</strong>', 'bold too', ['bold:bold', 'bold:too']],
    [
      '<i>a</i><u>b</u><s>c</s><tg-spoiler>d</tg-spoiler>',
      'abcd',
      ['italic:a', 'underline:b', 'strikethrough:c', 'spoiler:d'],
    ],
    [
      '<em>a</em><ins>b</ins><del>c</del><span class="tg-spoiler">d</span>',
      'abcd',
      ['italic:a', 'underline:b', 'strikethrough:c', 'spoiler:d'],
    ],
    ['<b>a<i>b</i></b>', 'ab', ['bold:ab', 'italic:b']],
    ['<a href="https://olx.uz/?a=1&amp;b=2">OLX</a>', 'OLX', ['text_link:OLX → https://olx.uz/?a=1&b=2']],
    ['<a href="olx.uz">OLX</a>', 'OLX', ['text_link:OLX → http://olx.uz/']],
    ['<a href="javascript:alert(1)">x</a>', 'x', []],
    ['<pre>a</pre><code>b</code>', 'ab', ['pre:a', 'code:b']],
    ['<pre><code class="language-ts">let a</code></pre>', 'let a', ['pre:let a → ts']],
    [
      '<blockquote>a</blockquote><blockquote expandable>b</blockquote>',
      'ab',
      ['blockquote:a', 'expandable_blockquote:b'],
    ],
    ['&lt;b&gt; &amp;amp; &quot;&#1179;&#x4b3;&quot; &nbsp;', '<b> &amp; "қҳ" &nbsp;', []],
    ['🚗 <b>Cobalt</b>', '🚗 Cobalt', ['bold:Cobalt']],
    ['a<b></b>', 'a', []],
    ['1 &lt; 2 & 3 > 2', '1 < 2 & 3 > 2', []],
  ])('%s', (source, text, entities) => {
    const parsed = html(source)
    expect(parsed.text).toBe(text)
    expect(shown(parsed)).toEqual(entities)
  })

  test.each([
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['қ <h1>a</h1>', 'Unsupported start tag "h1" at byte offset 3'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['2 <3', 'Unclosed start tag at byte offset 2'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href=x/y>a</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a "x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('refuses %s', (source, problem) => {
    expect(() => html(source)).toThrow(`Bad Request: can't parse entities: ${problem}`)
  })
})

describe('MarkdownV2', () => {
  test.each<[string, string, string[]]>([
    [
      '*bold* _italic_ __under__ ~strike~ ||hidden||',
      'bold italic under strike hidden',
      ['bold:bold', 'italic:italic', 'underline:under', 'strikethrough:strike', 'spoiler:hidden'],
    ],
    ['*a _b_*', 'a b', ['bold:a b', 'italic:b']],
    ['[OLX](https://olx.uz/a\\)b)', 'OLX', ['text_link:OLX → https://olx.uz/a)b']],
    ['`a.b` ```ts\nlet a\n```', 'a.b let a', ['code:a.b', 'pre:let a → ts']],
    ['1\\.5 \\- 2\\!', '1.5 - 2!', []],
    ['>bir\n>ikki\nuch', 'bir\nikki\nuch', ['blockquote:bir\nikki']],
    ['>bir\n>ikki||', 'bir\nikki', ['expandable_blockquote:bir\nikki']],
    ['![👍](tg://emoji?id=53)', '👍', ['custom_emoji:👍']],
  ])('%s', (source, text, entities) => {
    const parsed = markdown(source)
    expect(parsed.text).toBe(text)
    expect(shown(parsed)).toEqual(entities)
  })

  test.each([
    ['a.', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a - b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['a > b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['қ *a', "Can't find end of Bold entity at byte offset 3"],
    ['*a _b*', "Can't find end of Bold entity at byte offset 5"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['![a]', 'The entity must contain a tg://emoji or tg://time URL'],
  ])('refuses %s', (source, problem) => {
    expect(() => markdown(source)).toThrow(`Bad Request: can't parse entities: ${problem}`)
  })
})

test('the old Markdown', () => {
  const parsed = messageText({ text: '*a* _b_ `c` [OLX](https://olx.uz/) \\*d', parseMode: 'Markdown' })
  expect(parsed.text).toBe('a b c OLX *d')
  expect(shown(parsed)).toEqual(['bold:a', 'italic:b', 'code:c', 'text_link:OLX → https://olx.uz/'])
  expect(() => messageText({ text: 'a_b', parseMode: 'Markdown' })).toThrow(
    "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 1",
  )
})

describe('what Telegram finds by itself', () => {
  test.each<[string, string[]]>([
    ['#avto #cobalt_2 #қўқон', ['hashtag:#avto', 'hashtag:#cobalt_2', 'hashtag:#қўқон']],
    ['#1 a#b # c', []],
    ['t.me/VodiyBozorBot?startapp=ad_7, olx.uz.', ['url:t.me/VodiyBozorBot?startapp=ad_7', 'url:olx.uz']],
    ['(https://olx.uz/a-b) http://127.0.0.1:3000/', ['url:https://olx.uz/a-b', 'url:http://127.0.0.1:3000/']],
    ['narxi 5.5mln, 1.2.3', []],
    ['@vodiy_bozor a@b @', ['mention:@vodiy_bozor']],
    ['usta@olx.uz', ['email:usta@olx.uz']],
    ['/start@VodiyBozorBot /yangi a/b 1/2', ['bot_command:/start@VodiyBozorBot', 'bot_command:/yangi']],
    ['+998 90 123-45-67 998901234567', ['phone_number:+998 90 123-45-67']],
    ['$USD $ABCDEFGHI', ['cashtag:$USD']],
  ])('%s', (text, entities) => {
    expect(shown(messageText({ text }))).toEqual(entities)
  })

  test('not in code and not inside a link, but within bold', () => {
    expect(shown(html('<code>#a</code> <a href="https://olx.uz/">@vodiy_bozor</a> <b>#b</b>'))).toEqual([
      'code:#a',
      'text_link:@vodiy_bozor → https://olx.uz/',
      'bold:#b',
      'hashtag:#b',
    ])
  })
})

describe('explicit entities', () => {
  const plain = (text: string, ...entities: object[]) => shown(messageText({ text, entities }))
  test('empty and unknown ones go, crossing styles are cut, same styles that touch are joined', () => {
    expect(
      plain('abcd', { type: 'bold', offset: 1, length: 0 }, { type: 'blink', offset: 0, length: 2 }),
    ).toEqual([])
    expect(
      plain('abcd', { type: 'bold', offset: 0, length: 2 }, { type: 'bold', offset: 2, length: 1 }),
    ).toEqual(['bold:abc'])
    expect(
      plain('abcd', { type: 'bold', offset: 0, length: 3 }, { type: 'code', offset: 2, length: 2 }),
    ).toEqual(['bold:ab', 'code:cd'])
  })
  test('half a surrogate pair is refused', () => {
    expect(() => plain('🚗', { type: 'bold', offset: 0, length: 1 })).toThrow(
      'ends in a middle of a UTF-16 symbol',
    )
  })
})

describe('what is stored', () => {
  test('white space around goes and entities move along', () => {
    const parsed = html(' \n Oq <b>Cobalt </b> \n ')
    expect(parsed.text).toBe('Oq Cobalt')
    expect(shown(parsed)).toEqual(['bold:Cobalt'])
  })
  test('control characters become spaces, direction overrides and carriage returns go', () => {
    const { text, entities } = messageText({
      text: 'a\u202eb\u0000c\r\nd',
      entities: [{ type: 'bold', offset: 2, length: 3 }],
    })
    expect(text).toBe('ab c\nd')
    expect(shown({ text, entities })).toEqual(['bold:b c'])
  })
  test('a caption may be empty', () => {
    expect(captionText({ text: '' })).toEqual({ text: '', entities: [] })
  })
})
