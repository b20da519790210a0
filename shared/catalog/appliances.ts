import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { brand, kind, other, techCondition, warranty } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const applianceBrand = brand(
  choices({
    artel: 'Artel',
    samsung: 'Samsung',
    lg: 'LG',
    shivaki: 'Shivaki',
    goodwell: 'Goodwell',
    hofmann: 'Hofmann',
    premier: 'Premier',
    beko: 'Beko',
    indesit: 'Indesit',
    bosch: 'Bosch',
    midea: 'Midea',
    gree: 'Gree',
    haier: 'Haier',
    ziffler: 'Ziffler',
    avalon: 'Avalon',
    royal: 'Royal',
    ...other,
  }),
)

const fridges = category({
  id: 'appliances.fridges',
  icon: '🧊',
  hashtag: 'muzlatkich',
  label: ['Muzlatkichlar', 'Холодильники', 'Fridges and freezers'],
  example: ['Artel muzlatkich, ikki eshikli', 'Холодильник Artel, двухкамерный', 'Artel fridge-freezer'],
  attributes: [
    kind(
      choices({
        two: ['Ikki kamerali', 'Двухкамерный', 'Fridge-freezer'],
        one: ['Bir kamerali', 'Однокамерный', 'Single-door'],
        side: ['Katta, yonma-yon eshikli', 'Двухдверный (Side by Side)', 'Side by side'],
        freezer: ['Sandiq muzlatkich', 'Морозильный ларь', 'Chest freezer'],
        display: ['Vitrina muzlatkich', 'Холодильная витрина', 'Display fridge'],
      }),
      '🧊',
    ),
    { ...techCondition, card: true },
    applianceBrand,
    number('height', ['Boʻyi', 'Высота', 'Height'], { min: 40, max: 260, unit: 'cm' }),
    bool('nofrost', ['Muz bogʻlamaydi (No Frost)', 'No Frost', 'No Frost', 'Муз боғламайди (No Frost)'], {
      filter: true,
    }),
    warranty,
  ],
})

const washing = category({
  id: 'appliances.washing',
  icon: '🫧',
  hashtag: 'kirmashina',
  label: ['Kir yuvish mashinalari', 'Стиральные машины', 'Washing machines'],
  example: ['LG kir yuvish mashinasi, 7 kg', 'Стиральная машина LG, 7 кг', 'LG washing machine, 7 kg'],
  attributes: [
    kind(
      choices({
        auto: ['Avtomat', 'Автомат', 'Automatic'],
        semi: ['Yarim avtomat', 'Полуавтомат', 'Semi-automatic'],
        dryer: ['Quritgich', 'Сушильная машина', 'Tumble dryer'],
        dish: ['Idish yuvish mashinasi', 'Посудомоечная', 'Dishwasher'],
      }),
      '🫧',
    ),
    { ...techCondition, card: true },
    applianceBrand,
    number('load', ['Necha kilogrammli', 'Загрузка', 'Load'], {
      min: 1,
      max: 25,
      decimals: 1,
      unit: 'kg',
      filter: true,
      post: true,
      icon: '⚖️',
    }),
    warranty,
  ],
})

const climate = category({
  id: 'appliances.climate',
  icon: '❄️',
  hashtag: 'konditsioner',
  label: ['Konditsioner va isitish', 'Кондиционеры и отопление', 'Air conditioning and heating'],
  example: ['Artel konditsioner, 12 talik', 'Кондиционер Artel, 12 BTU', 'Artel air conditioner, 12k BTU'],
  attributes: [
    kind(
      choices({
        split: ['Konditsioner', 'Кондиционер', 'Air conditioner'],
        cooler: ['Suvli sovitgich', 'Водяной охладитель', 'Air cooler'],
        fan: ['Ventilyator', 'Вентилятор', 'Fan'],
        heater: ['Elektr isitgich', 'Электрообогреватель', 'Electric heater'],
        stove: ['Koʻmir va oʻtin pechi', 'Печь на угле и дровах', 'Coal and wood stove'],
        boiler: ['Isitish qozoni (kotyol)', 'Котёл отопления', 'Heating boiler'],
        ariston: ['Suv isitgich', 'Водонагреватель', 'Water heater'],
        solar: ['Quyosh paneli', 'Солнечная панель', 'Solar panel'],
        generator: ['Generator, stabilizator', 'Генератор, стабилизатор', 'Generator, stabiliser'],
      }),
      '❄️',
    ),
    { ...techCondition, card: true },
    applianceBrand,
    number('room', ['Necha m² joyga', 'На какую площадь', 'For an area of'], {
      min: 5,
      max: 2000,
      unit: 'm2',
    }),
    bool('mounting', ['Oʻrnatib berish', 'С установкой', 'Installation included']),
    warranty,
  ],
})

const stoves = category({
  id: 'appliances.stoves',
  icon: '🔥',
  hashtag: 'gazplita',
  label: ['Gaz plita va duxovkalar', 'Плиты и духовки', 'Cookers and ovens'],
  example: [
    '4 koʻzli gaz plita, duxovkali',
    'Газовая плита, 4 конфорки, духовка',
    'Gas cooker, 4 burners, oven',
  ],
  attributes: [
    kind(
      choices({
        gas: ['Gaz plita', 'Газовая плита', 'Gas cooker'],
        electric: ['Elektr plita', 'Электроплита', 'Electric cooker'],
        hob: ['Oʻrnatma panel', 'Варочная панель', 'Built-in hob'],
        oven: ['Duxovka', 'Духовка', 'Oven'],
        microwave: ['Mikrotoʻlqinli pech', 'Микроволновка', 'Microwave'],
        hood: ['Havo tozalagich (vityajka)', 'Вытяжка', 'Cooker hood'],
        qozon: ['Qozon-oʻchoq', 'Казан с очагом', 'Cauldron and hearth'],
      }),
      '🔥',
    ),
    { ...techCondition, card: true },
    applianceBrand,
    warranty,
  ],
})

const small = category({
  id: 'appliances.small',
  icon: '🫖',
  hashtag: 'maishiytexnika',
  label: ['Mayda maishiy texnika', 'Мелкая бытовая техника', 'Small appliances'],
  example: ['Changyutgich Samsung, 2000 Vt', 'Пылесос Samsung, 2000 Вт', 'Samsung vacuum cleaner, 2000 W'],
  attributes: [
    kind(
      choices({
        vacuum: ['Changyutgich', 'Пылесос', 'Vacuum cleaner'],
        iron: ['Dazmol', 'Утюг', 'Iron'],
        kettle: ['Choynak, termopot', 'Чайник, термопот', 'Kettle, thermopot'],
        mixer: ['Mikser, blender', 'Миксер, блендер', 'Mixer, blender'],
        grinder: ['Goʻsht qiymalagich', 'Мясорубка', 'Meat grinder'],
        multicooker: ['Multivarka', 'Мультиварка', 'Multicooker'],
        dough: ['Xamir qorgich', 'Тестомес', 'Dough mixer'],
        sewing: ['Tikuv mashinasi', 'Швейная машинка', 'Sewing machine'],
        water: ['Suv filtri, kuler', 'Фильтр для воды, кулер', 'Water filter, cooler'],
        hair: ['Fen, soch olgich', 'Фен, машинка для стрижки', 'Hair dryer, clipper'],
        ...other,
      }),
      '🫖',
    ),
    { ...techCondition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, post: true, icon: '🏷️' }),
    select(
      'use',
      ['Qayer uchun', 'Для чего', 'For'],
      choices({
        home: ['Uy uchun', 'Для дома', 'Home'],
        business: ['Biznes uchun', 'Для бизнеса', 'Business'],
      }),
    ),
    warranty,
  ],
})

export const appliances: TopCategory = {
  id: 'appliances',
  icon: '🧺',
  labels: labels('Maishiy texnika', 'Бытовая техника', 'Home appliances'),
  children: [fridges, washing, climate, stoves, small],
}
