import { bool, category, choices, labels, select, text } from '#shared/catalog/build.ts'
import { colour, condition, kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const size = text('size', ['Razmeri', 'Размер', 'Size'], {
  maxLength: 20,
  post: true,
  icon: '📏',
  hint: ['Masalan: 46 yoki L', 'Например: 46 или L', 'For example: 46 or L', 'Масалан: 46 ёки L'],
})

const women = category({
  id: 'clothing.women',
  icon: '👗',
  hashtag: 'ayolkiyim',
  label: ['Ayollar kiyimi', 'Женская одежда', 'Women’s clothes'],
  example: ['Atlas koʻylak, 46', 'Платье из атласа, 46', 'Atlas dress, size 46'],
  attributes: [
    kind(
      choices({
        dress: ['Koʻylak', 'Платье', 'Dress'],
        national: ['Milliy libos, atlas-adras', 'Национальная одежда', 'National dress'],
        outer: ['Kurtka, palto, shuba', 'Куртка, пальто, шуба', 'Jacket, coat, fur'],
        suit: ['Kostyum, yubka, shim', 'Костюм, юбка, брюки', 'Suit, skirt, trousers'],
        hijab: ['Hijob, roʻmol', 'Хиджаб, платок', 'Hijab, scarf'],
        home: ['Uy kiyimi, xalat', 'Домашняя одежда, халат', 'Home wear'],
        ...other,
      }),
      '👗',
    ),
    { ...condition, card: true },
    size,
    colour,
  ],
})

const men = category({
  id: 'clothing.men',
  icon: '👔',
  hashtag: 'erkakkiyim',
  label: ['Erkaklar kiyimi', 'Мужская одежда', 'Men’s clothes'],
  example: ['Kostyum-shim, 50, bir kiyilgan', 'Костюм, 50, надет один раз', 'Suit, size 50, worn once'],
  attributes: [
    kind(
      choices({
        suit: ['Kostyum-shim', 'Костюм', 'Suit'],
        shirt: ['Koʻylak, futbolka', 'Рубашка, футболка', 'Shirt, T-shirt'],
        trousers: ['Shim, jinsi', 'Брюки, джинсы', 'Trousers, jeans'],
        outer: ['Kurtka, palto', 'Куртка, пальто', 'Jacket, coat'],
        national: ['Toʻn, chopon, doʻppi', 'Чапан, тюбетейка', 'Chapan, skullcap'],
        sport: ['Sport kiyimi', 'Спортивная одежда', 'Sportswear'],
        work: ['Ish kiyimi, forma', 'Спецодежда, форма', 'Workwear, uniform'],
        ...other,
      }),
      '👔',
    ),
    { ...condition, card: true },
    size,
    colour,
  ],
})

const shoes = category({
  id: 'clothing.shoes',
  icon: '👞',
  hashtag: 'poyabzal',
  label: ['Poyabzal va sumkalar', 'Обувь и сумки', 'Shoes and bags'],
  example: ['Charm tufli, 42, Margʻilonda tikilgan', 'Кожаные туфли, 42', 'Leather shoes, size 42'],
  attributes: [
    kind(
      choices({
        women: ['Ayollar poyabzali', 'Женская обувь', 'Women’s shoes'],
        men: ['Erkaklar poyabzali', 'Мужская обувь', 'Men’s shoes'],
        sport: ['Krossovka', 'Кроссовки', 'Trainers'],
        national: ['Mahsi, kavush', 'Махси, калоши', 'Mahsi, galoshes'],
        bag: ['Sumka, hamyon', 'Сумка, кошелёк', 'Bag, wallet'],
        suitcase: ['Chamadon, ryukzak', 'Чемодан, рюкзак', 'Suitcase, backpack'],
      }),
      '👞',
    ),
    { ...condition, card: true },
    size,
    bool('leather', ['Tabiiy charm', 'Натуральная кожа', 'Genuine leather'], { filter: true }),
  ],
})

const wedding = category({
  id: 'clothing.wedding',
  icon: '👰',
  hashtag: 'toykiyim',
  label: ['Toʻy liboslari va sarpo', 'Свадебное и сарпо', 'Wedding clothes and gifts'],
  example: ['Kelin koʻylak, prokatga', 'Свадебное платье напрокат', 'Wedding dress for hire'],
  attributes: [
    kind(
      choices({
        bride: ['Kelin koʻylak', 'Свадебное платье', 'Wedding dress'],
        groom: ['Kuyov kostyumi', 'Костюм жениха', 'Groom’s suit'],
        national: ['Zar chopon, parcha', 'Золотошвейный чапан, парча', 'Gold-embroidered robe'],
        sarpo: ['Sarpo, sep', 'Сарпо, приданое', 'Trousseau'],
        evening: ['Oqshom libosi', 'Вечернее платье', 'Evening dress'],
        ...other,
      }),
      '👰',
    ),
    select(
      'deal',
      ['Sotiladimi yoki prokatmi', 'Продажа или прокат', 'Sale or hire'],
      choices({ sale: ['Sotiladi', 'Продажа', 'For sale'], rent: ['Prokatga', 'Прокат', 'For hire'] }),
      { required: true, filter: true, card: true, post: true, icon: '🤝' },
    ),
    size,
    { ...condition, post: true },
  ],
})

const jewellery = category({
  id: 'clothing.jewellery',
  icon: '💍',
  hashtag: 'taqinchoq',
  label: ['Taqinchoq va soatlar', 'Украшения и часы', 'Jewellery and watches'],
  example: ['Tilla uzuk, 585 proba, 3 g', 'Золотое кольцо, 585 проба, 3 г', 'Gold ring, 14 carat, 3 g'],
  attributes: [
    kind(
      choices({
        gold: ['Tilla', 'Золото', 'Gold'],
        silver: ['Kumush', 'Серебро', 'Silver'],
        watch: ['Qoʻl soati', 'Наручные часы', 'Wrist watch'],
        costume: ['Bijuteriya', 'Бижутерия', 'Costume jewellery'],
        antique: ['Qadimiy taqinchoq', 'Старинные украшения', 'Antique jewellery'],
      }),
      '💍',
    ),
    { ...condition, card: true },
    text('details', ['Probasi, vazni', 'Проба, вес', 'Fineness, weight'], {
      maxLength: 40,
      post: true,
      icon: '⚖️',
    }),
    bool('papers', ['Hujjati bor', 'Есть документы', 'Has papers'], { filter: true }),
  ],
})

const beauty = category({
  id: 'clothing.beauty',
  icon: '💄',
  hashtag: 'kosmetika',
  label: ['Atir va kosmetika', 'Парфюм и косметика', 'Perfume and cosmetics'],
  example: ['Original atir, 50 ml', 'Оригинальный парфюм, 50 мл', 'Genuine perfume, 50 ml'],
  attributes: [
    kind(
      choices({
        perfume: ['Atir', 'Парфюм', 'Perfume'],
        makeup: ['Kosmetika', 'Косметика', 'Make-up'],
        care: ['Yuz va soch uchun', 'Уход за лицом и волосами', 'Face and hair care'],
        health: ['Sogʻliq uchun jihozlar', 'Товары для здоровья', 'Health devices'],
        ...other,
      }),
      '💄',
    ),
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, card: true, post: true, icon: '🏷️' }),
    bool('original', ['Original', 'Оригинал', 'Genuine'], { filter: true }),
  ],
})

export const clothing: TopCategory = {
  id: 'clothing',
  icon: '👗',
  labels: labels('Kiyim va taqinchoq', 'Одежда и украшения', 'Clothes and jewellery'),
  children: [women, men, shoes, wedding, jewellery, beauty],
}
