import { bool, category, choices, labels, number, text, unposted } from '#shared/catalog/build.ts'
import { condition, delivery, kind, other, pricePer, sizeText } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const amount = text('amount', ['Miqdori', 'Количество', 'Quantity'], {
  maxLength: 40,
  post: true,
  icon: '🔢',
  hint: ['Masalan: 5 000 dona, 10 kub', 'Например: 5 000 штук, 10 кубов', 'For example: 5,000 pieces, 10 m³'],
})

const bricks = category({
  id: 'building.bricks',
  icon: '🧱',
  hashtag: 'gisht',
  label: ['Gʻisht va bloklar', 'Кирпич и блоки', 'Bricks and blocks'],
  example: ['Pishiq gʻisht, yetkazib beramiz', 'Жжёный кирпич с доставкой', 'Fired bricks, delivered'],
  attributes: [
    kind(
      choices({
        fired: ['Pishiq gʻisht', 'Жжёный кирпич', 'Fired brick'],
        raw: ['Xom gʻisht', 'Сырцовый кирпич', 'Adobe brick'],
        facing: ['Pardozlash gʻishti', 'Облицовочный кирпич', 'Facing brick'],
        fire: ['Olovbardosh gʻisht', 'Огнеупорный кирпич', 'Firebrick'],
        used: ['Buzilgan uydan, eski', 'Б/у после сноса', 'Reclaimed'],
        foam: ['Penoblok, gazoblok', 'Пеноблок, газоблок', 'Aerated block'],
        cinder: ['Shlakoblok', 'Шлакоблок', 'Cinder block'],
        slab: ['Beton plita, FBS blok', 'Плиты, блоки ФБС', 'Concrete slabs'],
        paving: ['Bruschatka, bordyur', 'Брусчатка, бордюр', 'Paving, kerbs'],
      }),
      '🧱',
    ),
    amount,
    { ...pricePer('piece', 'cubic', 'square', 'truck', 'whole'), required: true, card: true },
    delivery,
  ],
})

const cement = category({
  id: 'building.cement',
  icon: '🏗️',
  hashtag: 'sement',
  label: ['Sement va quruq qorishmalar', 'Цемент и сухие смеси', 'Cement and dry mixes'],
  example: [
    'Quvasoy sementi, M450',
    'Кувасайский цемент, М450',
    'Quvasoy cement, M450',
    'Қувасой цементи, М450',
  ],
  attributes: [
    kind(
      choices({
        cement: ['Sement', 'Цемент', 'Cement'],
        gypsum: ['Gips, alebastr', 'Гипс, алебастр', 'Gypsum, alabaster'],
        plaster: ['Suvoq, shpaklyovka', 'Штукатурка, шпаклёвка', 'Plaster, filler'],
        glue: ['Kafel kleyi', 'Клей для плитки', 'Tile adhesive'],
        lime: ['Ohak', 'Известь', 'Lime'],
        concrete: ['Tayyor beton', 'Готовый бетон', 'Ready-mix concrete'],
      }),
      '🏗️',
    ),
    text('grade', ['Markasi', 'Марка', 'Grade'], { maxLength: 30, post: true, icon: '🏷️' }),
    amount,
    { ...pricePer('bag', 'tonna', 'kg', 'cubic'), required: true, card: true },
    delivery,
  ],
})

const sand = category({
  id: 'building.sand',
  icon: '🚛',
  hashtag: 'qum',
  label: ['Qum, shagʻal, tosh', 'Песок, гравий, камень', 'Sand, gravel, stone'],
  example: ['Yuvilgan qum, KamAZda', 'Мытый песок, КамАЗом', 'Washed sand, by KamAZ'],
  attributes: [
    kind(
      choices({
        sand: ['Qum', 'Песок', 'Sand'],
        gravel: ['Shagʻal', 'Гравий', 'Gravel'],
        crushed: ['Sheben', 'Щебень', 'Crushed stone'],
        stone: ['Tosh, marmar', 'Камень, мрамор', 'Stone, marble'],
        soil: ['Tuproq, loy', 'Грунт, глина', 'Soil, clay'],
        manure: ['Goʻng (mahalliy oʻgʻit)', 'Навоз', 'Manure'],
      }),
      '🚛',
    ),
    { ...pricePer('truck', 'cubic', 'tonna', 'bag'), required: true, card: true },
    delivery,
  ],
})

const timber = category({
  id: 'building.timber',
  icon: '🪵',
  hashtag: 'yogoch',
  label: ['Yogʻoch va taxta', 'Лес и доски', 'Timber and boards'],
  example: ['Terak, 6 metrli, 50 ta', 'Тополь, 6 метров, 50 штук', 'Poplar logs, 6 m, 50'],
  attributes: [
    kind(
      choices({
        poplar: ['Terak', 'Тополь', 'Poplar'],
        beam: ['Toʻsin, brus', 'Балка, брус', 'Beams'],
        board: ['Taxta', 'Доска', 'Boards'],
        plywood: ['Fanera, DSP, MDF', 'Фанера, ДСП, МДФ', 'Plywood, chipboard, MDF'],
        laminate: ['Laminat, parket', 'Ламинат, паркет', 'Laminate, parquet'],
        lining: ['Vagonka', 'Вагонка', 'Panelling'],
        firewood: ['Oʻtin', 'Дрова', 'Firewood'],
        coal: ['Koʻmir', 'Уголь', 'Coal'],
      }),
      '🪵',
    ),
    sizeText,
    amount,
    { ...pricePer('piece', 'cubic', 'metre', 'tonna', 'whole'), required: true, card: true },
    delivery,
  ],
})

const metal = category({
  id: 'building.metal',
  icon: '🔩',
  hashtag: 'metall',
  label: ['Metall va tunuka', 'Металл и кровля', 'Metal and roofing'],
  example: ['Armatura 12, 1 tonna', 'Арматура 12, 1 тонна', 'Rebar 12 mm, 1 ton'],
  attributes: [
    kind(
      choices({
        rebar: ['Armatura', 'Арматура', 'Rebar'],
        pipe: ['Truba, profil', 'Труба, профиль', 'Pipe, profile', 'Труба, профиль'],
        sheet: ['Tunuka, profnastil', 'Жесть, профнастил', 'Sheet metal, corrugated'],
        slate: ['Shifer, ondulin, cherepitsa', 'Шифер, ондулин, черепица', 'Slate, tiles'],
        angle: ['Ugolok, shveller, balka', 'Уголок, швеллер, балка', 'Angle, channel, beam'],
        mesh: ['Toʻr, sim', 'Сетка, проволока', 'Mesh, wire'],
        scrap: ['Temir-tersak', 'Металлолом', 'Scrap metal'],
      }),
      '🔩',
    ),
    { ...unposted(condition), card: true },
    sizeText,
    amount,
    pricePer('metre', 'piece', 'kg', 'tonna', 'square', 'whole'),
    delivery,
  ],
})

const doors = category({
  id: 'building.doors',
  icon: '🚪',
  hashtag: 'eshikrom',
  label: ['Eshik, rom, darvoza', 'Двери, окна, ворота', 'Doors, windows, gates'],
  example: ['Temir darvoza, 3×2,2', 'Железные ворота, 3×2,2', 'Iron gate, 3×2.2'],
  attributes: [
    kind(
      choices({
        door: ['Xona eshigi', 'Межкомнатная дверь', 'Interior door'],
        entrance: ['Kirish eshigi', 'Входная дверь', 'Front door'],
        window: ['Akfa, plastik rom', 'Окна Акфа, пластик', 'Plastic windows'],
        wood: ['Yogʻoch rom', 'Деревянные окна', 'Wooden windows'],
        gate: ['Darvoza', 'Ворота', 'Gate'],
        glass: ['Oyna, shisha', 'Стекло, зеркало', 'Glass, mirror'],
        stairs: ['Zina, panjara, navis', 'Лестницы, решётки, навесы', 'Stairs, railings, canopies'],
      }),
      '🚪',
    ),
    { ...condition, card: true },
    sizeText,
    bool('custom', ['Buyurtmaga yasab beriladi', 'Делаем на заказ', 'Made to order'], { filter: true }),
    bool('mounting', ['Oʻrnatib berish', 'С установкой', 'Installation included'], { filter: true }),
  ],
})

const finishing = category({
  id: 'building.finishing',
  icon: '🎨',
  hashtag: 'pardozlash',
  label: ['Kafel, boʻyoq, pardozlash', 'Плитка, краска, отделка', 'Tiles, paint, finishing'],
  example: ['Kafel, 30×60, 25 m² qoldi', 'Кафель 30×60, осталось 25 м²', 'Tiles 30×60, 25 m² left'],
  attributes: [
    kind(
      choices({
        tile: ['Kafel, granit', 'Кафель, керамогранит', 'Tiles'],
        paint: ['Boʻyoq, lak', 'Краска, лак', 'Paint, varnish'],
        wallpaper: ['Gulqogʻoz (oboy)', 'Обои', 'Wallpaper'],
        drywall: ['Gipsokarton, profil', 'Гипсокартон, профиль', 'Plasterboard', 'Гипсокартон, профиль'],
        panel: ['PVX va MDF panel', 'Панели ПВХ и МДФ', 'PVC and MDF panels'],
        ceiling: ['Shift, gipsdan bezak', 'Потолки, лепнина', 'Ceilings, mouldings'],
        insulation: ['Penoplast, minvata', 'Пенопласт, минвата', 'Insulation'],
        ...other,
      }),
      '🎨',
    ),
    sizeText,
    amount,
    { ...pricePer('square', 'piece', 'kg', 'bag', 'whole'), card: true },
    delivery,
  ],
})

const plumbing = category({
  id: 'building.plumbing',
  icon: '🚰',
  hashtag: 'santexnika',
  label: ['Santexnika va elektr mollari', 'Сантехника и электрика', 'Plumbing and electrical'],
  example: ['Suv nasosi, 40 metrga', 'Водяной насос, 40 метров', 'Water pump, 40 m head'],
  attributes: [
    kind(
      choices({
        pipe: ['Quvur, fiting', 'Трубы, фитинги', 'Pipes, fittings'],
        bath: ['Vanna, rakovina, unitaz', 'Ванна, раковина, унитаз', 'Bath, sink, toilet'],
        tap: ['Kran, dush', 'Смесители, душ', 'Taps, showers'],
        pump: ['Nasos', 'Насос', 'Pump'],
        radiator: ['Radiator (batareya)', 'Радиатор отопления', 'Radiator'],
        tank: ['Bak, sisterna', 'Бак, ёмкость', 'Tank', 'Бак, цистерна'],
        cable: ['Kabel, rozetka, avtomat', 'Кабель, розетки, автоматы', 'Cable, sockets, breakers'],
        meter: ['Hisoblagich', 'Счётчик', 'Meter'],
        ...other,
      }),
      '🚰',
    ),
    { ...condition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40 }),
    amount,
  ],
})

const tools = category({
  id: 'building.tools',
  icon: '🛠️',
  hashtag: 'asbob',
  label: ['Asbob-uskunalar', 'Инструменты', 'Tools'],
  example: ['Svarka apparati, yangi', 'Сварочный аппарат, новый', 'Welding machine, new'],
  attributes: [
    kind(
      choices({
        drill: [
          'Drel, perforator, shurupovyort',
          'Дрель, перфоратор, шуруповёрт',
          'Drill, hammer drill, screwdriver',
        ],
        grinder: ['Bolgarka, arra', 'Болгарка, пила', 'Grinder, saw'],
        welder: ['Svarka apparati', 'Сварочный аппарат', 'Welder'],
        compressor: ['Kompressor', 'Компрессор', 'Compressor'],
        machine: ['Stanok', 'Станок', 'Machine tool'],
        mixer: ['Beton qorgich', 'Бетономешалка', 'Concrete mixer'],
        scaffold: ['Havoza (les), narvon', 'Леса, лестница', 'Scaffolding, ladder'],
        hand: ['Qoʻl asboblari', 'Ручной инструмент', 'Hand tools'],
        ...other,
      }),
      '🛠️',
    ),
    { ...condition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, post: true, icon: '🏷️' }),
    number('power', ['Quvvati', 'Мощность', 'Power'], { min: 1, max: 100_000, unit: 'watts' }),
    bool('rent', ['Ijaraga ham beriladi', 'Можно в аренду', 'Also for hire'], { filter: true }),
  ],
})

export const building: TopCategory = {
  id: 'building',
  icon: '🧱',
  labels: labels('Qurilish mollari', 'Стройматериалы', 'Building materials'),
  children: [bricks, cement, sand, timber, metal, doors, finishing, plumbing, tools],
}
