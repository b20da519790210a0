import { bool, category, choices, labels, text } from '#shared/catalog/build.ts'
import { condition, kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const sport = category({
  id: 'hobby.sport',
  icon: '⚽',
  hashtag: 'sport',
  label: ['Sport va dam olish', 'Спорт и отдых', 'Sport and leisure'],
  example: ['Gantel, 2×10 kg', 'Гантели, 2×10 кг', 'Dumbbells, 2×10 kg'],
  attributes: [
    kind(
      choices({
        fitness: ['Trenajyor, gantel', 'Тренажёры, гантели', 'Gym equipment'],
        football: ['Futbol, voleybol', 'Футбол, волейбол', 'Football, volleyball'],
        fight: ['Kurash, boks', 'Борьба, бокс', 'Wrestling, boxing'],
        tennis: [
          'Stol tennisi, bilyard',
          'Теннис, бильярд',
          'Table tennis, billiards',
          'Стол тенниси, бильярд',
        ],
        camping: ['Palatka, sayohat', 'Палатки, туризм', 'Camping'],
        fishing: ['Baliq ovlash', 'Рыбалка', 'Fishing'],
        saddle: ['Egar-jabduq', 'Конская упряжь', 'Saddlery'],
        pool: ['Basseyn', 'Бассейн', 'Pool'],
        ...other,
      }),
      '⚽',
    ),
    { ...condition, card: true },
  ],
})

const books = category({
  id: 'hobby.books',
  icon: '📖',
  hashtag: 'kitob',
  label: ['Kitoblar', 'Книги', 'Books'],
  example: [
    'Abdulla Qodiriy, «Oʻtkan kunlar»',
    'Абдулла Кадыри, «Минувшие дни»',
    'Abdulla Qodiriy, “Bygone Days”',
  ],
  attributes: [
    kind(
      choices({
        fiction: ['Badiiy', 'Художественная', 'Fiction'],
        school: ['Darslik, abituriyent', 'Учебники, абитуриенту', 'Textbooks, exams'],
        religious: ['Diniy', 'Религиозная', 'Religious'],
        children: ['Bolalar uchun', 'Детская', 'Children’s'],
        science: ['Ilmiy, kasbiy', 'Научная, профессиональная', 'Science, trade'],
        old: ['Eski, noyob', 'Старинная, редкая', 'Old, rare'],
      }),
      '📖',
    ),
    { ...condition, card: true },
    text('author', ['Muallifi', 'Автор', 'Author'], { maxLength: 60, post: true, icon: '✍️' }),
  ],
})

const music = category({
  id: 'hobby.music',
  icon: '🎸',
  hashtag: 'cholgu',
  label: ['Cholgʻu asboblari', 'Музыкальные инструменты', 'Musical instruments'],
  example: ['Dutor, Qoʻqon ustalari ishi', 'Дутар работы кокандских мастеров', 'Dutar by Kokand masters'],
  attributes: [
    kind(
      choices({
        dutar: ['Dutor, tanbur, rubob', 'Дутар, танбур, рубаб', 'Dutar, tanbur, rubab'],
        doira: ['Doira', 'Дойра', 'Doira'],
        nay: ['Nay, gʻijjak, surnay', 'Най, гиджак, сурнай', 'Nay, ghijak, surnay'],
        guitar: ['Gitara', 'Гитара', 'Guitar'],
        keys: ['Sintezator, pianino', 'Синтезатор, пианино', 'Keyboard, piano'],
        accordion: ['Akkordeon', 'Аккордеон', 'Accordion'],
        ...other,
      }),
      '🎸',
    ),
    { ...condition, card: true },
  ],
})

const antiques = category({
  id: 'hobby.antiques',
  icon: '🏺',
  hashtag: 'antikvar',
  label: ['Antikvar va kolleksiya', 'Антиквариат и коллекции', 'Antiques and collections'],
  example: ['Eski soʻzana, 1950-yillar', 'Старинное сюзане, 1950-е', 'Old suzani, 1950s'],
  attributes: [
    kind(
      choices({
        coins: ['Tanga, pul', 'Монеты, банкноты', 'Coins, notes'],
        copper: ['Mis idish', 'Медная посуда', 'Copperware'],
        crafts: ['Hunarmand ishi', 'Ремесленные изделия', 'Crafts'],
        stamps: ['Marka, nishon', 'Марки, значки', 'Stamps, badges'],
        pictures: ['Rasm, kartina', 'Картины', 'Pictures'],
        ...other,
      }),
      '🏺',
    ),
    text('age', ['Qaysi davrniki', 'Какого времени', 'Age'], {
      maxLength: 40,
      card: true,
      post: true,
      icon: '🕰️',
    }),
    bool('barter', ['Ayirboshlash mumkin', 'Возможен обмен', 'Open to exchange'], { filter: true }),
  ],
})

export const hobby: TopCategory = {
  id: 'hobby',
  icon: '⚽',
  labels: labels('Sport, kitob, musiqa', 'Спорт, книги, музыка', 'Sport, books, music'),
  children: [sport, books, music, antiques],
}
