import { attributeFor } from '#server/dialog/engine.ts'
import { jpeg } from '../photos/files.ts'
import type { Person, Upload } from './world.ts'

export const jpegUpload = async (name = 'photo.jpg'): Promise<Upload> => ({
  field: 'photo',
  name,
  type: 'image/jpeg',
  data: await jpeg(320, 240),
})

/** Answers the question that is shown the way it offers: by a button where there is one, else by typing. */
export async function answerShown(person: Person, categoryId: string) {
  const position = await person.position()
  const draft = (await person.draft())?.data
  if (!position || !draft) throw new Error('no dialog')
  const { shown } = position
  if (shown === 'photoIds') return void (await person.sends([await jpegUpload()]))
  if (shown === 'categoryId') {
    await pressAcross(person, `g:${categoryId.split('.')[0]}`)
    return pressAcross(person, `v:${categoryId}`)
  }
  const attribute = attributeFor(draft, shown)
  if (attribute) {
    const offered = (await person.actions()).filter((action) => action.startsWith('v:'))
    if (offered[0]) return void (await person.presses(offered[0]))
    if (attribute.type === 'number')
      return person.says(String(Math.ceil((attribute.min + attribute.max) / 2)))
    return person.says('Oddiy javob')
  }
  switch (shown) {
    case 'title':
      return person.says('Yaxshi narsa, yangi')
    case 'price':
      return person.says('12,5 mln')
    case 'districtId':
      await pressAcross(person, 'g:andijon')
      return pressAcross(person, 'v:andijon.asaka')
    case 'contact':
      return person.says('90 123-45-67')
    case 'contact.name':
      return person.says('Karimjon')
    case 'description':
      return person.says('Holati yaxshi.\nNarxi kelishiladi.')
    case 'mahalla':
      return person.says('Navbahor')
    case 'landmark':
      return person.says('Bozor roʻparasida')
    default:
      throw new Error(`nothing to answer: ${shown}`)
  }
}

/** Presses a button that may lie on another page. */
export async function pressAcross(person: Person, action: string) {
  for (let page = 0; page < 12; page++) {
    if ((await person.actions()).includes(action)) return void (await person.presses(action))
    await person.presses(`p:${page + 1}`)
  }
  throw new Error(`no page offers ${action}`)
}

/** Goes on until the summary is shown; answers how many answers it took and which questions were asked. */
export async function walkToSummary(person: Person, categoryId: string) {
  const asked: string[] = []
  for (let step = 0; step < 40; step++) {
    const shown = (await person.position())?.shown
    if (shown === 'summary') return asked
    asked.push(String(shown))
    await answerShown(person, categoryId)
  }
  throw new Error(`never came to the summary: ${asked.join(' ')}`)
}
