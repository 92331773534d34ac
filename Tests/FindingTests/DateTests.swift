import Facts
import Finding
import Lexicon
import Testing

/// Dates and periods, against a fixed day of publication.
@Suite struct DateTests {
  private static let published = Day("2025-07-10")

  @Test(arguments: [
    ("in the second quarter of 2025", LanguageCode.english, "2025-Q2"),
    ("by the end of 2026", .english, "../2026"),
    ("not before 2028", .english, "2028/.."), ("from January to September 2025", .english, "2025-01/2025-09"),
    ("last March", .english, "2025-03"), ("in the first nine months", .english, "2025-01/2025-09"),
    ("on 27 July 2025", .english, "2025-07-27"), ("im vergangenen März", .german, "2025-03"),
    ("bis Ende 2026", .german, "../2026"), ("von 2028 an", .german, "2028/.."),
    ("Mitte 2025", .german, "MID:2025"),
    ("im nächsten Jahr", .german, "2026"), ("seit Herbst 2023", .german, "2023-FA/.."),
    ("d’ici à la fin de l’année", .french, "../2025"), ("mi-2025", .french, "MID:2025"),
    ("au deuxième trimestre 2025", .french, "2025-Q2"), ("l'an dernier", .french, "2024"),
    ("entro il 2030", .italian, "../2030"), ("nel primo semestre", .italian, "2025-H1"),
    ("lo scorso marzo", .italian, "2025-03"), ("a finales de marzo", .spanish, "END:2025-03"),
    ("el próximo año", .spanish, "2026"), ("entre enero y abril de 2025", .spanish, "2025-01/2025-04"),
    ("去年第四季度", .chinese, "2024-Q4"), ("今年上半年", .chinese, "2025-H1"), ("6月底", .chinese, "END:2025-06"),
    ("2025年6月26日", .chinese, "2025-06-26"), ("2021年1-10月", .chinese, "2021-01/2021-10"),
    ("今年6-7月", .chinese, "2025-06/2025-07"), ("到2027年底", .chinese, "../2027"),
    ("1至9月", .chinese, "2025-01/2025-09"),
  ])
  func readsThePeriod(text: String, language: LanguageCode, value: String) {
    let found = Mentions(text, language: language, lexicon: .standard).records(published: DateTests.published)
      .filter { $0.type == "date" }
    #expect(found.map { $0.when?.description } == [value])
  }

  @Test(arguments: [
    ("à compter du 1er décembre 2025", LanguageCode.french, "2025-12-01/.."),
    ("on the 26th of March 2025", .english, "2025-03-26"),
    ("in 2027 at the earliest", .english, "2027/.."), ("2027 au plus tôt", .french, "2027/.."),
    ("en 2027 como pronto", .spanish, "2027/.."), ("nel 2027 al più presto", .italian, "2027/.."),
    ("2027 frühestens", .german, "2027/.."), ("最快明年", .chinese, "2026/.."),
    ("2027 at the latest", .english, "../2027"), ("2027 au plus tard", .french, "../2027"),
    ("Ende des Jahres 2026", .german, "END:2026"), ("sur l'ensemble de l'année 2024", .french, "2024"),
    ("since late 2024", .english, "2024-12/.."), ("seit Ende 2024", .german, "2024-12/.."),
    ("by mid-2026", .english, "../2026-06"), ("bis Mitte 2026", .german, "../2026-06"),
    ("los nueve primeros meses", .spanish, "2025-01/2025-09"), ("前三季度", .chinese, "2025-01/2025-09"),
    ("前9月", .chinese, "2025-01/2025-09"), ("下周三", .chinese, "2025-07-16"), ("本周六", .chinese, "2025-07-12"),
    ("8个月前", .chinese, "2024-11"), ("三年后", .chinese, "2028"), ("本月6日", .chinese, "2025-07-06"),
    ("11月10日至16日", .chinese, "2025-11-10/2025-11-16"),
    ("in the ten months to October 2024", .english, "2024-01/2024-10"),
    ("in den neun Monaten bis September 2024", .german, "2024-01/2024-09"),
    ("nel primo quadrimestre", .italian, "2025-01/2025-04"),
    ("segundo cuatrimestre de 2024", .spanish, "2024-05/2024-08"),
    ("primer bimestre", .spanish, "2025-01/2025-02"), ("the first quarter of 2020", .english, "2020-Q1"),
    ("this Friday", .english, "2025-07-11"), ("next Wednesday", .english, "2025-07-16"),
    ("last fall", .english, "2024-FA"), ("next summer", .english, "2026-SU"),
    ("im nächsten Sommer", .german, "2026-SU"),
    ("entre enero y octubre de 2024 se matricularon", .spanish, "2024-01/2024-10"),
    ("am 20. Dezember 2024 zum letzten Mal", .german, "2024-12-20"),
    ("through October", .english, "../2025-10"),
    ("dal primo ottobre 2025", .italian, "2025-10-01/.."),
    ("since the first of September 2024", .english, "2024-09-01/.."), ("ab sofort", .german, "2025-07-10"),
    ("No llegará a las tiendas antes de 2028", .spanish, "2028/.."), ("nicht vor 2026", .german, "2026/.."),
    ("08:30 – Kia pulls the sheet off", .english, "2025-07-10"),
    ("10.32 Uhr: Weltpremiere", .german, "2025-07-10"),
    ("08h40 – Mazda retire le drap", .french, "2025-07-10"),
  ])
  func readsWhatBoundsAndCounts(text: String, language: LanguageCode, value: String) {
    let found = Mentions(text, language: language, lexicon: .standard).records(published: DateTests.published)
      .filter { $0.type == "date" }
    #expect(found.map { $0.when?.description } == [value])
  }

  @Test(arguments: [
    ("en mars. L'an dernier, rien", LanguageCode.french, ["2025-03", "2024"]),
    ("in May. Last year it grew", .english, ["2025-05", "2024"]),
    ("im Mai. Vergangenes Jahr", .german, ["2025-05", "2024"]),
    ("a maggio. L'anno scorso", .italian, ["2025-05", "2024"]),
    ("en mayo. El año pasado", .spanish, ["2025-05", "2024"]), ("5月。去年", .chinese, ["2025-05", "2024"]),
  ])
  func endsWithTheSentence(text: String, language: LanguageCode, values: [String]) {
    let found = Mentions(text, language: language, lexicon: .standard).records(published: DateTests.published)
      .filter { $0.type == "date" }
    #expect(found.map { $0.when?.description } == values)
  }

  @Test(arguments: [
    ("sales would fall short of the target", LanguageCode.english),
    ("two last points that fall away", .english),
    ("12.50 Euro kostet das Laden", .german), ("the following details, before and after", .english),
    ("es waren später mehr", .german), ("una hora más tarde", .spanish), ("4.5 million", .english),
  ])
  func readsNoDate(text: String, language: LanguageCode) {
    #expect(Mentions(text, language: language, lexicon: .standard).dates.isEmpty)
  }

  /// The last date of each text, told by the one before it.
  @Test(arguments: [
    ("in the second quarter, a year earlier", LanguageCode.english, "2024-Q2"),
    ("im Juni waren es mehr, ein Jahr zuvor", .german, "2024-06"),
    ("en juin, un an plus tôt", .french, "2024-06"),
    ("a giugno, un anno prima", .italian, "2024-06"), ("en junio, un año antes", .spanish, "2024-06"),
    ("上半年, 去年同期", .chinese, "2024-H1"),
    ("in the first half, the same period of 2023", .english, "2023-H1"),
    ("nel primo semestre, nello stesso periodo del 2023", .italian, "2023-H1"),
    ("entre enero y mayo, los mismos meses de 2024", .spanish, "2024-01/2024-05"),
    ("dévoilée en juillet 2024, printemps de la même année", .french, "2024-SP"),
    ("fin 2023, fin de la même année", .french, "END:2023"),
    ("in June 2023, the following spring", .english, "2024-SP"),
    ("nel giugno 2023, il 23 settembre successivo", .italian, "2023-09-23"),
    ("in June 2023, in the September before.", .english, "2022-09"),
    ("im Juni 2023, zwei Monate später", .german, "2023-08"), ("in 2023, two years later", .english, "2025"),
    ("nel settembre del 2026, tre mesi più tardi", .italian, "2026-12"),
    ("en junio de 2024, un mes después", .spanish, "2024-07"), ("2013年7月亮相, 同年9月", .chinese, "2013-09"),
    ("9月8日亮相，15日", .chinese, "2024-09-15"), ("en mayo, desde el día 18", .spanish, "2025-05-18/.."),
  ])
  func readsWhatTheDateBeforeTells(text: String, language: LanguageCode, value: String) {
    let dates = Mentions(text, language: language, lexicon: .standard).dates
    #expect(dates.count == 2)
    guard let first = dates.first, let last = dates.last else { return }
    let context = first.spec.period(published: DateTests.published, direction: .past, context: nil)
    let found = last.spec.period(published: DateTests.published, direction: .past, context: context)
    #expect(found?.description == value)
  }

  /// Words beside a date that are not of it.
  @Test(arguments: [
    ("promet d'en avoir quatorze à la fin de l'année", LanguageCode.french, ["la fin de l'année"]),
    ("y con 20 al cierre de 2029", .spanish, ["al cierre de 2029"]),
    ("confirmed on Friday that the first", .english, ["Friday"]), ("8月和9月各卖", .chinese, ["8月", "9月"]),
    ("秋天到店", .chinese, ["秋天"]), ("两年内覆盖", .chinese, []), ("a fall of eight per cent", .english, []),
    ("en once fines de semana", .spanish, []), ("上半年从中国进口", .chinese, ["上半年"]),
  ])
  func leavesOutWhatStandsBeside(text: String, language: LanguageCode, texts: [String]) {
    let found = Mentions(text, language: language, lexicon: .standard).records(published: DateTests.published)
      .filter { $0.type == "date" }
    #expect(found.map(\.text) == texts)
  }

  @Test func aYearEndThatHasHappenedIsTheLastOne() {
    let dates = Mentions("展厅年底有32家", language: .chinese, lexicon: .standard).dates
    #expect(
      dates.first?.spec.period(published: Day("2026-01-14"), direction: .past, context: nil)?.description
        == "END:2025")
    #expect(
      dates.first?.spec.period(published: Day("2026-01-14"), direction: .future, context: nil)?.description
        == "END:2026")
  }

  @Test func relativeDatesNeedADayOfPublication() {
    let found = Mentions("im vergangenen März", language: .german, lexicon: .standard).records(published: nil)
    #expect(found.first { $0.type == "date" }?.when == nil)
  }
}
