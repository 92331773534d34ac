import Asking
import EVFacts
import Facts
import Testing

/// What an answer says before its rows, in the language of the question.
@Suite struct SentenceTests {
  @Test(arguments: [
    ("which models launch in 2025", "Seven models launch in 2025."),
    ("which models launch in Germany in 2025", "Three models launch in 2025 in Germany."),
    ("which models launch in 2031", "No model launches in 2031."),
    ("how many dealers does BYD have in Germany", "BYD: about 60 dealers in Germany."),
    (
      "how many dealers will BYD have in Europe in 2026",
      "BYD: more than 1,000 dealers (planned) in 2026 in Europe."
    ),
    ("what is Xiaomi's sales target for 2025", "Xiaomi: a target of 350,000 cars delivered in 2025."),
    (
      "how many cars did Tesla deliver worldwide in 2024",
      "Tesla: 1,789,226 cars delivered in 2024 worldwide."
    ),
    ("how much is the SU7", "Xiaomi SU7: from 215,900 yuan in China."),
    ("what is the range of the Kia EV3", "Kia EV3: 605 km (WLTP)."),
    ("when does the YU7 arrive", "Xiaomi YU7: market launch in mid 2025."),
    (
      "did Xiaomi reach its 2024 target",
      "Xiaomi reached its target: a target of 130,000 cars delivered in 2024; 136,854 cars delivered in 2024."
    ),
    ("which SUV sold best in Spain in 2025", "Tesla Model Y: 8,700 cars registered in 2025 in Spain."),
    ("Wie viele Händler hat BYD in Deutschland?", "BYD: rund 60 Händler in Deutschland."),
    ("Welche Modelle kommen 2026 nach Europa?", "Zwei Modelle kommen 2026 in Europa auf den Markt."),
    ("Was kostet der SU7?", "Xiaomi SU7: ab 215.900 Yuan in China."),
    ("Quand arrive la Renault Twingo ?", "Renault Twingo : mise en vente en 2026 en Europe."),
    ("Quanti negozi ha Xiaomi in Cina?", "Xiaomi: 235 negozi in Cina."),
    ("¿Cuántas tiendas tiene Xiaomi en China?", "Xiaomi: 235 tiendas en China."),
    ("2025年有多少款车型在德国上市", "2025年在德国有三款车型上市。"),
    ("小米在中国有多少家门店", "Xiaomi：在中国235家门店。"),
  ])
  func answersInASentence(question: String, sentence: String) throws {
    let database = try OwnDatabase()
    let today = try #require(OwnDatabase.today)
    let answer = try Answer(to: question, in: database.store, reader: database.reader, today: today)
    #expect(answer.sentence == sentence)
  }

  @Test func saysHowManyClaimsStandBehind() throws {
    let database = try OwnDatabase()
    let today = try #require(OwnDatabase.today)
    let answer = try Answer(
      to: "what is Xiaomi's sales target for 2025", in: database.store, reader: database.reader, today: today)
    #expect(try answer.support(in: database.store).values.sorted() == ["2 claims, 1 of them says otherwise"])
    let german = try Answer(
      to: "Absatzziel BYD 2025", in: database.store, reader: database.reader, today: today)
    #expect(try german.support(in: database.store).values.sorted() == ["1 Angabe"])
  }

  @Test func theReadingIsInTheQuestionsLanguage() throws {
    let database = try OwnDatabase()
    let today = try #require(OwnDatabase.today)
    let answer = try Answer(
      to: "Wie viele Händler hat BYD in Deutschland?", in: database.store, reader: database.reader,
      today: today)
    #expect(answer.read.reading == "Standorte, Händler, BYD, wie es jetzt gilt, in Deutschland, gemeldet")
  }
}
