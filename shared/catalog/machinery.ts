import { bool, category, choices, number, select, text } from '#shared/catalog/build.ts'
import { vehicleDocuments } from '#shared/catalog/cars.ts'
import { condition, kind, other, year } from '#shared/catalog/common.ts'

const hours = number('hours', ['Ishlagan soati', 'Наработка', 'Hours run'], {
  min: 0,
  max: 100_000,
  unit: 'hours',
})

export const farmMachines = category({
  id: 'transport.farm',
  icon: '🚜',
  hashtag: 'traktor',
  label: ['Traktor va qishloq texnikasi', 'Тракторы и сельхозтехника', 'Tractors and farm machinery'],
  example: ['MTZ-80 traktori, telejkasi bilan', 'Трактор МТЗ-80 с тележкой', 'MTZ-80 tractor with trailer'],
  attributes: [
    kind(
      choices({
        tractor: ['Traktor', 'Трактор', 'Tractor'],
        mini: ['Mini traktor', 'Мини-трактор', 'Mini tractor'],
        walking: ['Motoblok', 'Мотоблок', 'Walking tractor'],
        combine: ['Kombayn', 'Комбайн', 'Combine harvester'],
        trailer: ['Telejka (pritsep)', 'Тележка, прицеп', 'Trailer'],
        plough: ['Plug, borona, kultivator', 'Плуг, борона, культиватор', 'Plough, harrow, cultivator'],
        seeder: ['Seyalka', 'Сеялка', 'Seeder'],
        mower: [
          'Oʻrgich, press-podborshik',
          'Косилка, пресс-подборщик',
          'Mower, baler',
          'Ўргич, пресс-подборщик',
        ],
        sprayer: ['Purkagich', 'Опрыскиватель', 'Sprayer'],
        grinder: ['Yem maydalagich', 'Кормодробилка', 'Feed grinder'],
        milking: ['Sogʻish apparati', 'Доильный аппарат', 'Milking machine'],
        pump: ['Nasos, tomchilatib sugʻorish', 'Насос, капельный полив', 'Pump, drip irrigation'],
        parts: ['Ehtiyot qismi', 'Запчасть', 'Spare part'],
        ...other,
      }),
      '🚜',
    ),
    { ...condition, card: true },
    select(
      'make',
      ['Markasi', 'Марка', 'Make'],
      choices({
        mtz: ['MTZ (Belarus)', 'МТЗ (Беларус)', 'MTZ (Belarus)'],
        ttz: ['TTZ', 'ТТЗ', 'TTZ'],
        t40: ['T-40', 'Т-40', 'T-40'],
        t28: ['T-28', 'Т-28', 'T-28'],
        t16: ['T-16', 'Т-16', 'T-16'],
        dt75: ['DT-75', 'ДТ-75', 'DT-75'],
        vladimirets: ['Vladimirets (T-25)', 'Владимирец (Т-25)', 'Vladimirets (T-25)'],
        yumz: ['YuMZ', 'ЮМЗ', 'YuMZ'],
        newholland: 'New Holland',
        case: 'Case',
        claas: 'Claas',
        arion: 'Arion',
        yto: 'YTO',
        dongfeng: 'Dongfeng',
        lovol: 'Lovol (Foton)',
        kubota: 'Kubota',
        niva: ['Niva (SK-5)', 'Нива (СК-5)', 'Niva (SK-5)'],
        dominator: 'Dominator',
        ...other,
      }),
      { filter: true, post: true, icon: '🏷️', hashtag: true },
    ),
    year,
    number('power', ['Quvvati', 'Мощность', 'Power'], { min: 1, max: 1000, unit: 'hp', filter: true }),
    hours,
    vehicleDocuments,
  ],
})

export const specialMachines = category({
  id: 'transport.special',
  icon: '🏗️',
  hashtag: 'maxsustexnika',
  label: ['Maxsus texnika', 'Спецтехника', 'Special machinery'],
  example: ['JCB ekskavator, 2018-yil', 'Экскаватор JCB, 2018 год', 'JCB excavator, 2018'],
  attributes: [
    kind(
      choices({
        excavator: ['Ekskavator', 'Экскаватор', 'Excavator'],
        loader: ['Pogruzchik', 'Погрузчик', 'Loader'],
        crane: ['Avtokran, manipulyator', 'Автокран, манипулятор', 'Crane'],
        bulldozer: ['Buldozer, greyder', 'Бульдозер, грейдер', 'Bulldozer, grader', 'Бульдозер, грейдер'],
        roller: ['Katok', 'Каток', 'Roller'],
        mixer: ['Beton mikser', 'Бетономешалка', 'Concrete mixer'],
        forklift: ['Kara (vilkali yuklagich)', 'Вилочный погрузчик', 'Forklift'],
        evacuator: ['Evakuator', 'Эвакуатор', 'Tow truck'],
        generator: ['Generator', 'Генератор', 'Generator'],
        ...other,
      }),
      '🏗️',
    ),
    { ...condition, card: true },
    text('brand', ['Markasi', 'Марка', 'Make'], { maxLength: 40, post: true, icon: '🏷️' }),
    year,
    hours,
    vehicleDocuments,
    bool('barter', ['Ayirboshlash mumkin', 'Возможен обмен', 'Open to exchange'], { filter: true }),
  ],
})
