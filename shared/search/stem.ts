import { fold } from '#shared/answers/fold.ts'

/**
 * Endings that say how a word stands in its sentence, each with the fewest letters that must be left of the word: fewer
 * where the ending is long, more where it may be a part of the word: "arenda", "doroga".
 */
const endings: readonly (readonly [ending: RegExp, least: number])[] = [
  [/(?:lar|ning|gacha)$/, 3],
  [/(?:imiz|ingiz|dagi|dan)$/, 4],
  // -ni is of a case behind a consonant; behind a vowel the n is mostly the word's own: диваны, машины.
  [/(?<=[bvgdjzklmprsthf]|[aeou]i)ni$/, 3],
  [/(?<=a)ni$/, 7],
  [/(?<=[bvgdjzklmnprsthf])ga$/, 4],
  [/(?<=i)ga$/, 5],
  [/(?<=a)ga$/, 6],
  [/(?<=[bvgdjzklmnprsthf])da$/, 5],
  [/(?<=[aiou])da$/, 6],
  [/(?<=[ai])si$/, 6],
  [/(?<=[bvgdjzkmnprsthf])li$/, 4],
  [/(?<=[bvgdjzkmnprsthf])lik$/, 5],
  [/(?:ami|imi|ogo|ego|omu|emu)$/, 4],
  [/(?:ov|ev|am|om|em|ah|ih|im)$/, 4],
  [/[aeiou]+$/, 4],
]

/** Short words of the valley in forms that the endings cannot tell: form → word, parted by spaces. */
const forms: Readonly<Record<string, string>> = {
  uy: 'uylar uyni uyga uyda uydan uyim uyimni uyimiz uying uyi uyli',
  ot: 'otlar otni otim',
  it: 'itlar itni itim',
  ish: 'ishlar ishga ishda ishni',
  qoy: 'qoylar qoyni qoyim qoylarim',
  mol: 'mollar molni molim',
  yil: 'yillar yilli yilda yilgi',
  tel: 'tellar teli',
  xona: 'xonali xonalik xonalisi xonaliga xonasi xonadan xonaga',
  qavat: 'qavatlik qavatda qavatli',
  hovli: 'hovlini hovliga hovlida hovlisi hovlining hovlim hovlimiz',
  buzoq: 'buzogʻi buzogi buzogini',
  kuchuk: 'kuchugi kuchugim',
  mushuk: 'mushugi mushugim',
  eshik: 'eshigi',
  quloq: 'qulogʻi',
  oylik: 'oyligi',
  yosh: 'yoshli yoshda yoshlik',
  sotix: 'sotixli sotixlik sotik sotiq sotikli соток сотка сотки сотику',
  uchastka: 'uchastok участков участка',
  yem: 'yemi yemga yemlar',
  kg: 'кило килограмм kilogramm kilo',
  gb: 'гиг gig gigabayt гигабайт',
}
const fixed = new Map(
  Object.entries(forms).flatMap(([word, list]) =>
    [word, ...list.split(' ')].map((form) => [fold(form), fold(word)] as const),
  ),
)

/** A folded word without its endings; words of one stem are one word in its forms. */
export function stemOf(word: string): string {
  let stem = word
  for (let round = 0; round < 5; round++) {
    const form = fixed.get(stem)
    if (form !== undefined) return form
    const shorter = stem.length > 4 ? shortened(stem) : undefined
    if (shorter === undefined) break
    stem = shorter
  }
  return stem
}

function shortened(word: string): string | undefined {
  for (const [ending, least] of endings) {
    const found = ending.exec(word)
    if (found && found.index >= least) return word.slice(0, found.index)
  }
  return undefined
}
