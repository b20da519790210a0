import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { kind, other, pricePer } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const rooms = number('rooms', ['Nechta xona', 'Сколько комнат', 'Rooms'], {
  min: 1,
  max: 50,
  unit: 'rooms',
  required: true,
  filter: true,
  card: true,
  post: true,
  icon: '🚪',
})
const area = number('area', ['Maydoni', 'Площадь', 'Area'], {
  min: 4,
  max: 100_000,
  decimals: 1,
  unit: 'm2',
  filter: true,
  post: true,
  icon: '📐',
})
const land = number('land', ['Yeri', 'Участок', 'Land'], {
  min: 0.5,
  max: 1000,
  decimals: 1,
  unit: 'sotix',
  filter: true,
  post: true,
  icon: '🌳',
})
const floor = number('floor', ['Qavati', 'Этаж', 'Floor'], { min: 1, max: 60, filter: true })
const floors = number('floors', ['Uy necha qavatli', 'Этажей в доме', 'Floors in the building'], {
  min: 1,
  max: 60,
})
const repair = select(
  'repair',
  ['Taʼmiri', 'Ремонт', 'Condition'],
  choices({
    euro: ['Yevroremont', 'Евроремонт', 'High-end renovation'],
    good: ['Yaxshi taʼmirlangan', 'Хороший ремонт', 'Well renovated'],
    fair: ['Oʻrtacha', 'Средний ремонт', 'Average'],
    needs: ['Taʼmirtalab', 'Требует ремонта', 'Needs work'],
    bare: ['Qora suvoq (taʼmirsiz)', 'Черновая, без ремонта', 'Bare walls'],
  }),
  { filter: true },
)
const building = select(
  'building',
  ['Uy turi', 'Тип дома', 'Building'],
  choices({
    brick: ['Gʻishtli', 'Кирпичный', 'Brick'],
    panel: ['Panelli', 'Панельный', 'Panel'],
    monolith: ['Monolit', 'Монолит', 'Monolithic'],
    block: ['Blokli', 'Блочный', 'Block'],
    new: ['Yangi qurilgan (novostroyka)', 'Новостройка', 'New build'],
  }),
  { filter: true },
)
const walls = select(
  'walls',
  ['Devori', 'Стены', 'Walls'],
  choices({
    brick: ['Pishiq gʻisht', 'Жжёный кирпич', 'Fired brick'],
    raw: ['Xom gʻisht', 'Сырцовый кирпич', 'Adobe brick'],
    guvala: ['Guvala, paxsa', 'Гувала, пахса', 'Clay (guvala, pakhsa)'],
    block: ['Blok, penoblok', 'Блок, пеноблок', 'Blocks'],
    frame: ['Sinchli', 'Каркасный (синч)', 'Timber frame'],
    ...other,
  }),
)
const papers = select(
  'documents',
  ['Hujjatlari', 'Документы', 'Papers'],
  choices({
    cadastre: ['Kadastri bor, tayyor', 'Кадастр готов', 'Cadastre ready'],
    process: ['Hujjati tayyorlanmoqda', 'Документы оформляются', 'Papers in progress'],
    none: ['Hujjatsiz', 'Без документов', 'No papers'],
  }),
  { filter: true },
)
const gas = bool('gas', ['Gaz bor', 'Газ', 'Gas'], { filter: true })
const water = bool('water', ['Suv bor', 'Вода', 'Water'], { filter: true })
const light = bool('light', ['Svet bor', 'Свет', 'Electricity'])
const sewer = bool('sewer', ['Kanalizatsiya bor', 'Канализация', 'Sewerage'])
const furnished = bool('furnished', ['Mebeli bilan', 'С мебелью', 'Furnished'], { filter: true })
const barter = bool('barter', ['Ayirboshlash mumkin', 'Возможен обмен', 'Open to exchange'], { filter: true })
const mortgage = bool('mortgage', ['Ipotekaga boʻladi', 'Можно в ипотеку', 'Mortgage possible'], {
  filter: true,
})
const tenants = select(
  'tenants',
  ['Kimlarga beriladi', 'Кому сдаётся', 'For whom'],
  choices({
    any: ['Farqi yoʻq', 'Всем', 'Anyone'],
    family: ['Oilaga', 'Семье', 'A family'],
    girls: ['Qizlarga', 'Девушкам', 'Women'],
    boys: ['Yigitlarga', 'Парням', 'Men'],
    students: ['Talabalarga', 'Студентам', 'Students'],
  }),
  { filter: true, post: true, icon: '👥' },
)
const term = pricePer('month', 'day')
const deposit = bool('prepay', ['Oldindan toʻlov bor', 'Нужна предоплата', 'Advance payment'])

const flats = category({
  id: 'realty.flats',
  icon: '🏢',
  hashtag: 'kvartira',
  label: ['Kvartira sotish', 'Продажа квартир', 'Flats for sale'],
  example: ['3 xonali kvartira, 4-qavat', '3-комнатная квартира, 4 этаж', '3-room flat, 4th floor'],
  attributes: [
    rooms,
    { ...area, required: true, card: true },
    { ...floor, required: true },
    floors,
    { ...repair, post: true, icon: '🛠️' },
    building,
    furnished,
    gas,
    papers,
    mortgage,
    barter,
  ],
})

const houses = category({
  id: 'realty.houses',
  icon: '🏡',
  hashtag: 'hovli',
  label: ['Hovli sotish', 'Продажа домов', 'Houses for sale'],
  example: ['6 sotix hovli, 5 xonali', 'Дом на 6 сотках, 5 комнат', 'House on 6 sotix, 5 rooms'],
  attributes: [
    { ...land, required: true, card: true },
    rooms,
    area,
    { ...floors, labels: labels('Necha qavatli', 'Этажность', 'Floors') },
    { ...repair, post: true, icon: '🛠️' },
    walls,
    gas,
    water,
    light,
    sewer,
    papers,
    furnished,
    mortgage,
    barter,
  ],
})

const plots = category({
  id: 'realty.land',
  icon: '🌱',
  hashtag: 'yer',
  label: ['Yer uchastkalari', 'Земельные участки', 'Plots of land'],
  example: ['8 sotix yer, uy qurishga', 'Участок 8 соток под застройку', '8 sotix plot for a house'],
  attributes: [
    { ...land, required: true, card: true },
    select(
      'purpose',
      ['Nima uchun', 'Назначение', 'Purpose'],
      choices({
        house: ['Uy qurish uchun', 'Под дом', 'For a house'],
        garden: ['Bogʻ, dala', 'Сад, поле', 'Orchard, field'],
        dacha: ['Dacha', 'Дача', 'Summer house'],
        business: ['Tijorat uchun', 'Под бизнес', 'For business'],
        farm: ['Fermer xoʻjaligi', 'Фермерское хозяйство', 'Farm'],
      }),
      { required: true, filter: true, card: true, post: true, icon: '🎯' },
    ),
    { ...papers, post: true, icon: '📄' },
    gas,
    water,
    light,
    bool('fenced', ['Devor bilan oʻralgan', 'Огорожен', 'Fenced']),
    pricePer('whole', 'sotix'),
    barter,
  ],
})

const commercial = category({
  id: 'realty.commercial',
  icon: '🏪',
  hashtag: 'tijorat',
  label: ['Doʻkon, ofis, ombor', 'Магазины, офисы, склады', 'Shops, offices, stores'],
  example: ['Doʻkon ijaraga, 40 m²', 'Магазин в аренду, 40 м²', 'Shop to let, 40 m²'],
  attributes: [
    select(
      'deal',
      ['Sotiladimi yoki ijaragami', 'Продажа или аренда', 'Sale or rent'],
      choices({ sale: ['Sotiladi', 'Продажа', 'For sale'], rent: ['Ijaraga beriladi', 'Аренда', 'To let'] }),
      { required: true, filter: true, card: true, post: true, icon: '🤝' },
    ),
    kind(
      choices({
        shop: ['Doʻkon', 'Магазин', 'Shop'],
        office: ['Ofis', 'Офис', 'Office'],
        store: ['Ombor', 'Склад', 'Warehouse'],
        cafe: ['Oshxona, choyxona, toʻyxona', 'Кафе, чайхана, тойхона', 'Café, teahouse, banquet hall'],
        salon: ['Salon, klinika', 'Салон, клиника', 'Salon, clinic'],
        workshop: ['Sex, ishlab chiqarish', 'Цех, производство', 'Workshop, factory'],
        farm: ['Ferma, issiqxona', 'Ферма, теплица', 'Farm, greenhouse'],
        stall: ['Bozordagi joy, konteyner', 'Место на рынке, контейнер', 'Market stall, container'],
        ...other,
      }),
      '🏪',
    ),
    { ...area, required: true },
    land,
    floor,
    repair,
    papers,
  ],
})

const garages = category({
  id: 'realty.garages',
  icon: '🚪',
  hashtag: 'garaj',
  label: ['Garajlar', 'Гаражи', 'Garages'],
  example: ['Gʻishtli garaj, chuquri bor', 'Кирпичный гараж с ямой', 'Brick garage with pit'],
  attributes: [
    select(
      'deal',
      ['Sotiladimi yoki ijaragami', 'Продажа или аренда', 'Sale or rent'],
      choices({ sale: ['Sotiladi', 'Продажа', 'For sale'], rent: ['Ijaraga beriladi', 'Аренда', 'To let'] }),
      { required: true, filter: true, card: true, post: true, icon: '🤝' },
    ),
    { ...area, card: true },
    papers,
    light,
  ],
})

const rentFlats = category({
  id: 'realty.rent-flats',
  icon: '🛏️',
  hashtag: 'ijarakvartira',
  label: ['Kvartira ijarasi', 'Аренда квартир', 'Flats to let'],
  example: ['2 xonali kvartira ijaraga', 'Сдаётся 2-комнатная квартира', '2-room flat to let'],
  priceLabel: 'rent',
  closing: 'rented',
  attributes: [
    rooms,
    { ...term, required: true, card: true },
    tenants,
    area,
    floor,
    floors,
    repair,
    furnished,
    deposit,
  ],
})

const rentHouses = category({
  id: 'realty.rent-houses',
  icon: '🏘️',
  hashtag: 'ijarahovli',
  label: ['Hovli ijarasi', 'Аренда домов', 'Houses to let'],
  example: ['Hovli ijaraga, oilaga', 'Сдаётся дом семье', 'House to let, family'],
  priceLabel: 'rent',
  closing: 'rented',
  attributes: [
    rooms,
    { ...term, required: true, card: true },
    tenants,
    land,
    repair,
    gas,
    water,
    furnished,
    deposit,
  ],
})

const rentRooms = category({
  id: 'realty.rent-rooms',
  icon: '🛋️',
  hashtag: 'ijaraxona',
  label: ['Xona va sherikchilik', 'Комнаты и подселение', 'Rooms and flat shares'],
  example: ['Qizlarga sherikchilikka joy bor', 'Ищем девушку на подселение', 'Flatmate wanted, women only'],
  priceLabel: 'rent',
  closing: 'rented',
  attributes: [
    kind(
      choices({
        room: ['Alohida xona', 'Отдельная комната', 'Private room'],
        share: ['Sherikchilik', 'Подселение', 'Shared room'],
        hostel: ['Yotoqxona', 'Хостел, общежитие', 'Hostel'],
      }),
      '🛋️',
    ),
    { ...tenants, required: true, card: true },
    { ...term, required: true },
    furnished,
    text('rules', ['Shartlari', 'Условия', 'Conditions'], { maxLength: 100 }),
  ],
})

export const realty: TopCategory = {
  id: 'realty',
  icon: '🏠',
  labels: labels('Uy-joy, yer', 'Недвижимость', 'Property'),
  children: [houses, flats, plots, rentFlats, rentHouses, rentRooms, commercial, garages],
}
