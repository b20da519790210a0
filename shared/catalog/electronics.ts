import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { brand, kind, model, other, techCondition, warranty } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const tvs = category({
  id: 'electronics.tv',
  icon: '📺',
  hashtag: 'televizor',
  label: ['Televizorlar', 'Телевизоры', 'TVs'],
  example: [
    'Artel televizor, 43 dyuym, Smart',
    'Телевизор Artel, 43 дюйма, Smart',
    'Artel TV, 43", Smart',
    'Artel телевизор, 43 дюйм, смарт',
  ],
  attributes: [
    {
      ...brand(
        choices({
          artel: 'Artel',
          samsung: 'Samsung',
          lg: 'LG',
          sony: 'Sony',
          hofmann: 'Hofmann',
          ziffler: 'Ziffler',
          shivaki: 'Shivaki',
          immer: 'Immer',
          premier: 'Premier',
          moonx: 'Moonx',
          roison: 'Roison',
          xiaomi: 'Xiaomi',
          tcl: 'TCL',
          ...other,
        }),
      ),
      required: true,
      card: true,
    },
    number('diagonal', ['Diagonali', 'Диагональ', 'Screen size'], {
      min: 10,
      max: 120,
      decimals: 1,
      unit: 'inches',
      required: true,
      filter: true,
      card: true,
      post: true,
      icon: '📐',
    }),
    techCondition,
    bool('smart', ['Smart TV (internetli)', 'Смарт ТВ', 'Smart TV'], {
      filter: true,
    }),
    select(
      'resolution',
      ['Tasvir sifati', 'Разрешение', 'Resolution'],
      choices({ hd: 'HD', fullhd: 'Full HD', '4k': '4K', '8k': '8K' }),
      { filter: true, post: true, icon: '📺' },
    ),
    warranty,
  ],
})

const computers = category({
  id: 'electronics.computers',
  icon: '💻',
  hashtag: 'noutbuk',
  label: ['Noutbuk va kompyuterlar', 'Ноутбуки и компьютеры', 'Laptops and computers'],
  example: ['HP noutbuk, i5, 8/256', 'Ноутбук HP, i5, 8/256', 'HP laptop, i5, 8/256'],
  attributes: [
    kind(
      choices({
        laptop: ['Noutbuk', 'Ноутбук', 'Laptop'],
        desktop: ['Kompyuter', 'Компьютер', 'Desktop'],
        allinone: ['Monoblok', 'Моноблок', 'All-in-one'],
        monitor: ['Monitor', 'Монитор', 'Monitor'],
        printer: ['Printer, skaner', 'Принтер, сканер', 'Printer, scanner'],
        part: ['Ehtiyot qismi', 'Комплектующие', 'Components'],
        router: ['Router, modem', 'Роутер, модем', 'Router, modem'],
        ...other,
      }),
      '💻',
    ),
    { ...techCondition, card: true },
    brand(
      choices({
        hp: 'HP',
        lenovo: 'Lenovo',
        asus: 'Asus',
        acer: 'Acer',
        dell: 'Dell',
        apple: 'Apple',
        msi: 'MSI',
        samsung: 'Samsung',
        lg: 'LG',
        canon: 'Canon',
        epson: 'Epson',
        ...other,
      }),
    ),
    text('processor', ['Protsessori', 'Процессор', 'Processor'], {
      maxLength: 40,
      post: true,
      icon: '⚙️',
      hint: ['Masalan: Intel i5', 'Например: Intel i5', 'For example: Intel i5', 'Масалан: Intel i5'],
    }),
    number('ram', ['Operativ xotirasi', 'Оперативная память', 'RAM'], {
      min: 1,
      max: 256,
      unit: 'gb',
      filter: true,
    }),
    number('disk', ['Disk hajmi', 'Объём диска', 'Disk'], { min: 16, max: 32_000, unit: 'gb' }),
    bool('ssd', ['SSD disk', 'Диск SSD', 'SSD'], { filter: true }),
    bool('gaming', ['Oʻyin uchun', 'Игровой', 'For gaming'], { filter: true }),
    warranty,
  ],
})

const games = category({
  id: 'electronics.games',
  icon: '🎮',
  hashtag: 'oyinlar',
  label: ['Oʻyin pristavkalari', 'Игровые приставки', 'Games and consoles'],
  example: ['PlayStation 5, 2 ta joystik', 'PlayStation 5, 2 джойстика', 'PlayStation 5, 2 controllers'],
  attributes: [
    kind(
      choices({
        ps5: 'PlayStation 5',
        ps4: 'PlayStation 4',
        ps3: 'PlayStation 3',
        xbox: 'Xbox',
        nintendo: 'Nintendo',
        pad: ['Joystik, rul', 'Джойстик, руль', 'Controller, wheel'],
        disc: ['Oʻyin diski', 'Диск с игрой', 'Game disc'],
        ...other,
      }),
      '🎮',
    ),
    { ...techCondition, card: true },
    bool('hacked', ['Oʻyinlar yozilgan', 'С играми (прошита)', 'Games installed']),
  ],
})

const audio = category({
  id: 'electronics.audio',
  icon: '🔊',
  hashtag: 'audio',
  label: ['Kolonka va audio', 'Колонки и аудио', 'Speakers and audio'],
  example: [
    'JBL kolonka, simsiz',
    'Колонка JBL, беспроводная',
    'JBL wireless speaker',
    'JBL колонка, симсиз',
  ],
  attributes: [
    kind(
      choices({
        speaker: ['Kolonka', 'Колонка', 'Speaker'],
        music: ['Musiqa markazi', 'Музыкальный центр', 'Hi-fi'],
        home: ['Uy kinoteatri', 'Домашний кинотеатр', 'Home cinema'],
        amplifier: ['Kuchaytirgich, mikser', 'Усилитель, микшер', 'Amplifier, mixer'],
        microphone: ['Mikrofon', 'Микрофон', 'Microphone'],
        ...other,
      }),
      '🔊',
    ),
    { ...techCondition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, post: true, icon: '🏷️' }),
    number('power', ['Quvvati', 'Мощность', 'Power'], { min: 1, max: 20_000, unit: 'watts' }),
  ],
})

const photo = category({
  id: 'electronics.photo',
  icon: '📷',
  hashtag: 'foto',
  label: ['Foto va video', 'Фото и видео', 'Photo and video'],
  example: [
    'Canon 600D, 18–55 obyektivi bilan',
    'Canon 600D с объективом 18–55',
    'Canon 600D with 18–55 lens',
  ],
  attributes: [
    kind(
      choices({
        camera: ['Fotoapparat', 'Фотоаппарат', 'Camera'],
        video: ['Videokamera', 'Видеокамера', 'Camcorder'],
        lens: ['Obyektiv', 'Объектив', 'Lens'],
        drone: ['Dron', 'Дрон', 'Drone'],
        cctv: ['Kuzatuv kamerasi', 'Камера наблюдения', 'CCTV'],
        light: ['Chiroq, shtativ', 'Свет, штатив', 'Light, tripod'],
        ...other,
      }),
      '📷',
    ),
    { ...techCondition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, post: true, icon: '🏷️' }),
    model,
  ],
})

export const electronics: TopCategory = {
  id: 'electronics',
  icon: '💻',
  labels: labels('Elektronika', 'Электроника', 'Electronics'),
  children: [tvs, computers, games, audio, photo],
}
