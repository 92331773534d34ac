import Facts
import Reading
import Testing

@Suite struct DatelineTests {
  private func published(_ text: String) throws -> String? {
    try #require(try ArticleReader().read(bytes: Array(text.utf8), name: "a.txt").first).article.published?
      .description
  }

  @Test(arguments: [
    ("Berlin, 13. November 2025", "2025-11-13"), ("Von Eva Kern, 13.11.2025", "2025-11-13"),
    ("By Ann Smith · 26 September 2025", "2025-09-26"),
    ("Published September 26th, 2025 at 9:30 am", "2025-09-26"),
    ("Par Luc Petit, le 1er mars 2025 à 10h30", "2025-03-01"), ("Publié le 28/11/2025", "2025-11-28"),
    ("di Anna Rossi | 5 dicembre 2025", "2025-12-05"), ("Por Ana Gil - 6 de enero de 2026", "2026-01-06"),
    ("文／陈默　2026年1月6日", "2026-01-06"), ("发布时间：2026-01-06 10:00", "2026-01-06"),
  ])
  func aLineUnderTheTitleDates(line: String, day: String) throws {
    let german =
      "Lumo zeigt den L5\n\(line)\nDer Hersteller zeigt den Wagen. Er kommt im Mai und kostet 30.000 Euro, heißt es."
    #expect(try published(german) == day)
  }

  @Test(arguments: [
    ("GOTHENBURG, July 10, 2025 – The maker Lumo showed its new car today, and sells it soon.", "2025-07-10"),
    ("BERLIN (13. November 2025) – Der Hersteller hat den Wagen gezeigt.", "2025-11-13"),
    ("北京2026年1月6日电，流明汽车今天公布了销量。", "2026-01-06"),
  ])
  func aDatelineThatOpensTheTextDatesAndStays(text: String, day: String) throws {
    let articles = try ArticleReader().read(bytes: Array(("Lumo shows it\n\n" + text).utf8), name: "a.txt")
    #expect(articles.first?.article.published?.description == day)
    #expect(articles.first?.article.text == text)
  }

  @Test(arguments: [
    "On 13 November 2025 the maker showed its new car, and it is not cheap at all.",
    "(Reuters) - The maker showed its new car on 13 November 2025, and it is not cheap.",
    "Berlin, 13. November – Der Hersteller hat den Wagen gezeigt, im Mai 2025 kommt er.",
    "新华社北京1月6日电，流明汽车今天公布了2025年的销量。",
  ])
  func aDateInASentenceIsNotThatOfTheArticle(text: String) throws {
    #expect(try published("Lumo shows it\n\n" + text) == nil)
  }

  @Test func dayAndMonthAreNotGuessed() throws {
    let english =
      "Lumo shows the L5\n03/04/2025\nThe maker shows the car. It comes in May and costs 30,000 euros."
    #expect(try published(english) == nil)
    let french =
      "Lumo montre la L5\n03/04/2025\nLa marque montre la voiture. Elle arrive en mai et coûte 30 000 euros."
    #expect(try published(french) == "2025-04-03")
  }

  @Test func aLastLineMayDate() throws {
    #expect(
      try published(
        "Lumo zeigt den L5\n\nDer Hersteller zeigt den Wagen, er kommt bald.\n\nStand: 13.11.2025")
        == "2025-11-13")
  }
}
