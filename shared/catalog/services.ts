import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { kind, other, pricePer } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const experience = number('experience', ['Tajribasi', 'Опыт', 'Experience'], {
  min: 0,
  max: 70,
  unit: 'years',
  post: true,
  icon: '🎓',
})
const comes = bool('comes', ['Uyingizga boradi', 'Выезд на дом', 'Comes to you'], { filter: true })

const repair = category({
  id: 'services.building',
  icon: '👷',
  hashtag: 'ustalar',
  label: ['Qurilish va taʼmir ustalari', 'Стройка и ремонт', 'Building and decorating'],
  example: ['Kafelchi usta, sifatli ish', 'Плиточник, качественно', 'Tiler, quality work'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        mason: ['Gʻisht teruvchi', 'Каменщик', 'Bricklayer'],
        plaster: ['Suvoqchi, boʻyoqchi', 'Штукатур, маляр', 'Plasterer, painter'],
        tiler: ['Kafelchi', 'Плиточник', 'Tiler'],
        electrician: ['Elektrik', 'Электрик', 'Electrician'],
        plumber: ['Santexnik, payvandchi', 'Сантехник, сварщик', 'Plumber, welder'],
        roofer: ['Tom yopuvchi', 'Кровельщик', 'Roofer'],
        carpenter: ['Duradgor, mebelchi', 'Плотник, мебельщик', 'Carpenter'],
        ceiling: ['Shift, gipskarton', 'Потолки, гипсокартон', 'Ceilings, plasterboard', 'Шифт, гипсокартон'],
        windows: ['Akfa, eshik-rom', 'Окна, двери', 'Windows, doors'],
        well: ['Quduq, burgʻulash', 'Бурение скважин', 'Wells, drilling'],
        brigade: ['Quruvchilar brigadasi', 'Бригада строителей', 'Building crew'],
        design: ['Loyiha, dizayn', 'Проект, дизайн', 'Plans, design'],
        ...other,
      }),
      '👷',
    ),
    experience,
    { ...pricePer('square', 'day', 'piece', 'job'), card: true },
    bool('guarantee', ['Ishiga kafolat beradi', 'Гарантия на работу', 'Work guaranteed'], { filter: true }),
  ],
})

const cargo = category({
  id: 'services.cargo',
  icon: '🚛',
  hashtag: 'yuktashish',
  label: ['Yuk tashish va evakuator', 'Грузоперевозки и эвакуатор', 'Haulage and tow trucks'],
  example: [
    'Labo, yuk tashish, Margʻilon',
    'Labo, перевозка грузов, Маргилан',
    'Labo, small loads, Margilan',
  ],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        small: ['Labo, Damas', 'Лабо, Дамас', 'Labo, Damas'],
        gazelle: ['Gazel, Isuzu', 'Газель, Исузу', 'GAZelle, Isuzu', 'Газель, Исузу'],
        truck: ['Katta yuk mashinasi', 'Большой грузовик', 'Lorry'],
        tow: ['Evakuator', 'Эвакуатор', 'Tow truck'],
        moving: ['Koʻch-koʻron, yuk tashuvchilar', 'Переезды, грузчики', 'Removals'],
        animals: ['Mol tashish', 'Перевозка скота', 'Livestock transport'],
        courier: ['Kuryer, pochta', 'Курьер, посылки', 'Courier, parcels'],
      }),
      '🚛',
    ),
    number('payload', ['Necha tonnagacha', 'До скольки тонн', 'Up to'], {
      min: 0.1,
      max: 60,
      decimals: 1,
      unit: 'tonna',
      post: true,
      icon: '⚖️',
    }),
    text('area', ['Qayerga qatnaydi', 'Куда ездит', 'Area'], { maxLength: 60, post: true, icon: '📍' }),
    bool('night', ['Kechayu kunduz', 'Круглосуточно', 'Day and night'], { filter: true }),
  ],
})

const taxi = category({
  id: 'services.taxi',
  icon: '🚕',
  hashtag: 'taksi',
  label: ['Taksi va yoʻnalishlar', 'Такси и попутки', 'Taxis and routes'],
  example: ['Qoʻqon – Toshkent, har kuni', 'Коканд – Ташкент, каждый день', 'Kokand – Tashkent, daily'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  lifetimeDays: 14,
  attributes: [
    text('from', ['Qayerdan', 'Откуда', 'From'], {
      maxLength: 40,
      required: true,
      card: true,
      post: true,
      icon: '🅰️',
    }),
    text('to', ['Qayerga', 'Куда', 'To'], {
      maxLength: 40,
      required: true,
      card: true,
      post: true,
      icon: '🅱️',
    }),
    text('time', ['Qachon joʻnaydi', 'Когда выезд', 'Leaves at'], {
      maxLength: 40,
      post: true,
      icon: '🕘',
      hint: ['Masalan: har kuni 6:00 da', 'Например: каждый день в 6:00', 'For example: daily at 6:00'],
    }),
    number('seats', ['Nechta boʻsh joy', 'Свободных мест', 'Free seats'], { min: 1, max: 60, unit: 'seats' }),
    text('car', ['Mashinasi', 'Машина', 'Car'], { maxLength: 40, post: true, icon: '🚗' }),
    select(
      'role',
      ['Siz kimsiz', 'Кто вы', 'You are'],
      choices({
        driver: ['Haydovchiman', 'Водитель', 'A driver'],
        passenger: ['Yoʻlovchiman', 'Пассажир', 'A passenger'],
      }),
      { required: true, filter: true },
    ),
    bool('parcels', ['Pochta oladi', 'Берёт посылки', 'Takes parcels'], { filter: true }),
  ],
})

const teaching = category({
  id: 'services.teaching',
  icon: '📚',
  hashtag: 'repetitor',
  label: ['Oʻqitish, kurslar', 'Обучение, курсы', 'Teaching and courses'],
  example: [
    'Ingliz tili, IELTS, onlayn',
    'Английский, IELTS, онлайн',
    'English, IELTS, online',
    'Инглиз тили, IELTS, онлайн',
  ],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        english: ['Ingliz tili', 'Английский', 'English'],
        russian: ['Rus tili', 'Русский', 'Russian'],
        languages: ['Boshqa tillar', 'Другие языки', 'Other languages'],
        maths: ['Matematika, fizika', 'Математика, физика', 'Maths, physics'],
        biology: ['Kimyo, biologiya', 'Химия, биология', 'Chemistry, biology'],
        mother: ['Ona tili, tarix, huquq', 'Родной язык, история, право', 'Uzbek, history, law'],
        primary: ['Maktabga tayyorlov', 'Подготовка к школе', 'School preparation'],
        it: ['Kompyuter, dasturlash', 'Компьютер, программирование', 'Computers, coding'],
        craft: ['Hunar: tikuv, sartarosh', 'Ремесло: шитьё, парикмахер', 'Crafts: sewing, hairdressing'],
        driving: ['Haydovchilik', 'Автошкола', 'Driving'],
        music: ['Musiqa, raqs', 'Музыка, танцы', 'Music, dance'],
        sport: ['Sport', 'Спорт', 'Sport'],
        ...other,
      }),
      '📚',
    ),
    select(
      'form',
      ['Qanday oʻtiladi', 'Формат', 'Format'],
      choices({
        group: ['Guruhda', 'В группе', 'In a group'],
        single: ['Yakka', 'Индивидуально', 'One to one'],
        online: ['Onlayn', 'Онлайн', 'Online'],
        home: ['Uyingizga kelib', 'На дому у ученика', 'At your home'],
      }),
      { filter: true, card: true, post: true, icon: '👥' },
    ),
    experience,
    pricePer('month', 'hour', 'job'),
    bool('certificate', ['Sertifikat beriladi', 'Выдаётся сертификат', 'Certificate given'], {
      filter: true,
    }),
  ],
})

const beauty = category({
  id: 'services.beauty',
  icon: '💇',
  hashtag: 'gozallik',
  label: ['Goʻzallik va sogʻliq', 'Красота и здоровье', 'Beauty and health'],
  example: ['Kelin bezash, makiyaj', 'Макияж невесты', 'Bridal make-up'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        hair: ['Sartarosh, soch turmagi', 'Парикмахер, причёски', 'Hairdressing'],
        makeup: ['Makiyaj, kelin bezash', 'Макияж, невесты', 'Make-up, brides'],
        nails: ['Manikyur, pedikyur', 'Маникюр, педикюр', 'Nails'],
        lashes: ['Kiprik, qosh', 'Ресницы, брови', 'Lashes, brows'],
        massage: ['Massaj', 'Массаж', 'Massage'],
        hijama: ['Hijoma', 'Хиджама', 'Hijama'],
        nurse: ['Hamshira, ukol', 'Медсестра, уколы', 'Nurse, injections'],
        dentist: ['Tish shifokori', 'Стоматолог', 'Dentist'],
        ...other,
      }),
      '💇',
    ),
    experience,
    comes,
    bool('womenOnly', ['Faqat ayollarga', 'Только для женщин', 'Women only'], { filter: true }),
  ],
})

const wedding = category({
  id: 'services.wedding',
  icon: '🎺',
  hashtag: 'toyxizmat',
  label: ['Toʻy xizmatlari', 'Свадебные услуги', 'Wedding services'],
  example: ['Karnay-surnay, xonanda, toʻyga', 'Карнай-сурнай, певец на свадьбу', 'Karnay-surnay and singer'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        singer: ['Xonanda, sozanda', 'Певец, музыканты', 'Singer, musicians'],
        karnay: ['Karnay-surnay', 'Карнай-сурнай', 'Karnay-surnay'],
        host: ['Boshlovchi, askiyachi', 'Ведущий, аскиябоз', 'Host, comedian'],
        video: ['Video va foto', 'Видео и фото', 'Video and photo'],
        cook: ['Oshpaz, osh damlash', 'Повар, плов', 'Plov cook'],
        catering: ['Dasturxon, ofitsiant', 'Кейтеринг, официанты', 'Catering'],
        decor: ['Bezak, gul, shar', 'Оформление, цветы, шары', 'Decoration'],
        rent: ['Stol-stul, idish ijarasi', 'Аренда столов и посуды', 'Tables and dishes for hire'],
        cake: ['Tort', 'Торты', 'Cakes'],
        hall: ['Toʻyxona', 'Тойхона', 'Banquet hall'],
        ...other,
      }),
      '🎺',
    ),
    experience,
    { ...pricePer('job', 'hour', 'seat', 'day'), card: true },
    comes,
  ],
})

const machines = category({
  id: 'services.machines',
  icon: '🚜',
  hashtag: 'texnikaxizmati',
  label: ['Traktor va texnika xizmati', 'Услуги трактора и техники', 'Tractor and machine work'],
  example: ['Yer haydash, MTZ-80', 'Вспашка земли, МТЗ-80', 'Ploughing, MTZ-80'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        plough: ['Yer haydash', 'Вспашка', 'Ploughing'],
        level: ['Yer tekislash', 'Планировка земли', 'Levelling'],
        sow: ['Ekish, chopiq', 'Посев, культивация', 'Sowing, cultivation'],
        harvest: ['Oʻrim, kombayn', 'Уборка, комбайн', 'Harvest, combine'],
        press: ['Press bosish', 'Прессование', 'Baling'],
        spray: ['Dori sepish', 'Опрыскивание', 'Spraying'],
        dig: ['Ekskavator, traktor kovlash', 'Экскаватор, рытьё', 'Digging'],
        crane: ['Avtokran, manipulyator', 'Автокран, манипулятор', 'Crane'],
        dump: ['Samosval', 'Самосвал', 'Tipper'],
        ...other,
      }),
      '🚜',
    ),
    { ...pricePer('hour', 'sotix', 'day', 'piece', 'job'), card: true },
    text('machine', ['Texnikasi', 'Техника', 'Machine'], { maxLength: 40, post: true, icon: '🚜' }),
  ],
})

const fixing = category({
  id: 'services.repair',
  icon: '🔧',
  hashtag: 'tamirlash',
  label: ['Texnika va avto taʼmiri', 'Ремонт техники и авто', 'Appliance and car repair'],
  example: [
    'Konditsioner oʻrnatish va tuzatish',
    'Установка и ремонт кондиционеров',
    'Air conditioner fitting and repair',
  ],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        fridge: ['Muzlatkich, kir mashina', 'Холодильники, стиралки', 'Fridges, washing machines'],
        ac: ['Konditsioner', 'Кондиционеры', 'Air conditioners'],
        tv: ['Televizor, antenna', 'Телевизоры, антенны', 'TVs, aerials'],
        phone: ['Telefon, kompyuter', 'Телефоны, компьютеры', 'Phones, computers'],
        car: ['Avtomobil, motor', 'Автомобили, моторы', 'Cars, engines'],
        auto: ['Avtoelektrik, diagnostika', 'Автоэлектрик, диагностика', 'Car electrics, diagnostics'],
        gas: ['Gaz ballon, kotyol', 'Газ, котлы', 'Gas, boilers'],
        sewing: ['Kiyim, poyabzal', 'Одежда, обувь', 'Clothes, shoes'],
        ...other,
      }),
      '🔧',
    ),
    experience,
    comes,
    bool('guarantee', ['Ishiga kafolat beradi', 'Гарантия на работу', 'Work guaranteed'], { filter: true }),
  ],
})

const otherServices = category({
  id: 'services.other',
  icon: '🤝',
  hashtag: 'xizmatlar',
  label: ['Boshqa xizmatlar', 'Другие услуги', 'Other services'],
  example: ['Gilam yuvish, olib ketamiz', 'Стирка ковров с вывозом', 'Carpet washing, collection'],
  price: 'optional',
  closing: 'closed',
  minPhotos: 0,
  attributes: [
    kind(
      choices({
        cleaning: ['Tozalash, gilam yuvish', 'Уборка, стирка ковров', 'Cleaning, carpets'],
        tailor: ['Tikuvchilik', 'Пошив', 'Tailoring'],
        print: ['Reklama, bosma', 'Реклама, печать', 'Advertising, print'],
        law: ['Yurist, hujjatlar', 'Юрист, документы', 'Legal, paperwork'],
        translate: ['Tarjima', 'Переводы', 'Translation'],
        vet: ['Veterinar', 'Ветеринар', 'Vet'],
        travel: ['Sayohat, umra', 'Туры, умра', 'Travel, umrah'],
        ...other,
      }),
      '🤝',
    ),
    experience,
    comes,
  ],
})

export const services: TopCategory = {
  id: 'services',
  icon: '🛠️',
  labels: labels('Xizmatlar', 'Услуги', 'Services'),
  children: [repair, machines, cargo, taxi, fixing, wedding, teaching, beauty, otherServices],
}
